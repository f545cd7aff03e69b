// When a failed attempt is made again: exponential backoff with full jitter (BRIDGE.md, "The life of a message").
// Pure: the random number is an argument. Full jitter, because the messages that failed together when a bridge fell
// would otherwise all come back together.

package struct RetrySchedule: Sendable, Hashable {
    /// A message is handed out at most so often; every time counts that was not answered as not begun, so that
    /// one that crashes bridges ends.
    package var attempts: Int = 8
    /// The longest wait after the first failure.
    package var first: Duration = .seconds(1)
    /// The longest wait ever.
    package var longest: Duration = .seconds(300)
    /// By how much the longest wait grows from one failure to the next: seven waits span 1 s to 5 min.
    package var growth: Int = 3

    package init() {}

    /// Whether a message that was handed out `attempts` times may go out once more.
    package func allowsAnother(after attempts: Int) -> Bool { attempts < self.attempts }

    /// The longest that the wait after attempt number `attempt` (from 1) can be.
    package func ceiling(after attempt: Int) -> Duration {
        var ceiling = first
        // Bounded whatever `attempt` is: it stops at the longest wait.
        var reached = 1
        while reached < attempt, ceiling < longest {
            ceiling *= growth
            reached += 1
        }
        return min(ceiling, longest)
    }

    /// The wait after attempt number `attempt` failed.
    /// - Parameter jitter: a random number from 0 up to, not including, 1; anything else is held to that.
    package func delay(after attempt: Int, jitter: Double) -> Duration {
        let share = jitter.isNaN ? 0 : min(max(jitter, 0), 1)
        return ceiling(after: attempt) * share
    }
}
