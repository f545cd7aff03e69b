// A span of time that began when it was made: for commands that make several calls within one `--timeout`.

struct TimeLimit: Sendable {
    let whole: Duration
    private let end: ContinuousClock.Instant

    init(_ whole: Duration) {
        self.whole = whole
        end = .now + whole
    }

    /// What is left, never less than a millisecond: 0 would mean the server's default.
    var remaining: Duration { max(end - ContinuousClock.now, .milliseconds(1)) }

    /// Whether it is over, give or take the way of an answer.
    var hasPassed: Bool { ContinuousClock.now >= end - .milliseconds(20) }
}
