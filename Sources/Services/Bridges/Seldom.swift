// Something that may happen often and is worth a line in the log seldom: told at once, and then once in a while, with how often
// it was. Pure.

struct Seldom: Sendable, Hashable {
    let every: Duration
    private var last: Duration?
    private var untold = 0

    init(every: Duration = .seconds(60)) { self.every = every }

    /// It happened.
    /// - Parameter now: on the monotonic clock.
    /// - Returns: how often since it was last told, where it is to be told now.
    mutating func happened(at now: Duration) -> Int? {
        untold += 1
        if let last, now - last < every { return nil }
        last = now
        defer { untold = 0 }
        return untold
    }
}
