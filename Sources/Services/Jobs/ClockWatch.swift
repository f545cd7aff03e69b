// Keeps a clock that is suddenly far ahead from having everything deleted that is "old" by it: a machine that starts with
// the wrong date, and is put right by the network a minute later. What was written last, and the monotonic clock from
// then on, say what time it should be.

package import Store
internal import Synchronization

package final class ClockWatch: Sendable {
    /// So far ahead is believed at once: a weekend without power is more, and waits an hour for its clean-up.
    static let trusted: Duration = .seconds(86_400)
    /// What lasts so long is the truth.
    static let probation: Duration = .seconds(3_600)

    private struct State {
        /// The last moment that was believed.
        var mark: ClockMark
        var doubtedSince: ClockMark?
    }

    private let clock: any Clock
    private let state: Mutex<State>

    /// - Parameter lastKnown: a time that was once the present; nil: the present one is believed.
    package init(_ clock: any Clock, lastKnown: Instant?) {
        self.clock = clock
        state = Mutex(State(mark: ClockMark(wall: lastKnown ?? clock.now(), monotonic: clock.monotonic())))
    }

    /// Why nothing should be deleted by the clock now, in words; nil: it can be trusted.
    package func doubt() -> String? {
        let now = ClockMark(clock)
        return state.withLock { state in
            let ahead = state.mark.moved(until: now)
            guard ahead > Self.trusted else {
                state.doubtedSince = nil
                return nil
            }
            let since = state.doubtedSince ?? now
            guard since.passed(until: now) < Self.probation else {
                state = State(mark: now)
                return nil
            }
            state.doubtedSince = since
            let days = ahead.components.seconds / 86_400
            return "the clock is \(days) days ahead of what was last written; nothing is deleted by it for an hour"
        }
    }
}
