// What the exit status says. Scripts rely on these numbers.

enum Exit: Int32, Sendable {
    case success = 0
    /// The call was made and failed.
    case failed = 1
    /// The command line makes no sense.
    case usage = 64
    /// Nobody there, or gone before the answer came.
    case cannotConnect = 69
    /// `--wait` or `link` ran out of time.
    case outOfTime = 75
}
