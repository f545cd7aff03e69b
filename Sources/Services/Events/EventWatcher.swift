// One who watches the event log: waits for a commit that concerns it, for 15 seconds in which it said nothing, or for the
// server's end. Invariant: a wake-up that comes while nobody waits is kept, and any number of them are one.

internal import RPC
internal import Synchronization

/// Registered with the hub as long as it exists.
package final class EventWatcher: Sendable {
    package enum Wake: Sendable, Hashable {
        /// There may be something new in the log.
        case change
        /// Nothing was said for as long as a heartbeat.
        case quiet
        /// The server is going down.
        case drain
    }

    private let signal: WatchSignal
    private let unregister: @Sendable () -> Void
    private let tasks: [Task<Void, Never>]

    init(signal: WatchSignal, drain: DrainSignal, unregister: @escaping @Sendable () -> Void) {
        self.signal = signal
        self.unregister = unregister
        tasks = [
            Task { await signal.beat() },
            Task {
                await drain.wait()
                if drain.isSet { signal.drain() }
            },
        ]
    }

    deinit {
        for task in tasks { task.cancel() }
        unregister()
    }

    /// Waits for the next thing to wake up for. One caller at a time.
    /// - Throws: `CancellationError`.
    package func next() async throws -> Wake { try await signal.next() }

    /// It says something, or is about to: from now on the silence is counted. Waking up is no saying.
    package func speak() { signal.speak() }

    /// Whether the server is going down. `next` says so by itself; this is for who does not come to wait.
    package var isDraining: Bool { signal.isDraining }

    /// Whether a sign of life is due. To be asked by who has woken up and found nothing to say.
    package var isQuiet: Bool { signal.isQuiet }
}

/// What wakes a watcher, apart from it: so that hub and timers do not keep it alive.
final class WatchSignal: Sendable {
    private struct State {
        var changed = false
        var quiet = false
        var draining = false
        /// Of the watcher, on the monotonic clock.
        var silence: Silence
        var waiter: CheckedContinuation<EventWatcher.Wake?, Never>?

        /// What there is to wake up for, the most pressing first.
        mutating func take() -> EventWatcher.Wake? {
            if draining { return .drain }
            if changed {
                changed = false
                return .change
            }
            guard quiet else { return nil }
            quiet = false
            return .quiet
        }
    }

    private let state: Mutex<State>
    private let clock: any Clock

    init(clock: any Clock, heartbeat: Duration) {
        self.clock = clock
        state = Mutex(State(silence: Silence(limit: heartbeat, since: clock.monotonic())))
    }

    func change() { set { $0.changed = true } }

    func drain() { set { $0.draining = true } }

    func speak() {
        let now = clock.monotonic()
        state.withLock { state in
            state.silence.broken(at: now)
            state.quiet = false
        }
    }

    var isDraining: Bool { state.withLock { $0.draining } }

    var isQuiet: Bool {
        let now = clock.monotonic()
        return state.withLock { $0.silence.isTooLong(at: now) }
    }

    func next() async throws -> EventWatcher.Wake {
        let wake = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<EventWatcher.Wake?, Never>) in
                let (ready, wake) = state.withLock { state -> (Bool, EventWatcher.Wake?) in
                    if Task.isCancelled { return (true, nil) }
                    if let wake = state.take() { return (true, wake) }
                    state.waiter = continuation
                    return (false, nil)
                }
                if ready { continuation.resume(returning: wake) }
            }
        } onCancel: {
            state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }?.resume(returning: nil)
        }
        guard let wake else { throw CancellationError() }
        return wake
    }

    /// Notes a silence whenever one has lasted as long as a heartbeat, until the task is cancelled.
    func beat() async {
        var wait = state.withLock { $0.silence.limit }
        while !Task.isCancelled {
            guard (try? await clock.sleep(for: wait)) != nil else { return }
            let (silence, now) = (state.withLock { $0.silence }, clock.monotonic())
            if silence.isTooLong(at: now) { set { $0.quiet = true } }
            wait = silence.isTooLong(at: now) ? silence.limit : silence.left(at: now)
        }
    }

    private func set(_ change: (inout State) -> Void) {
        let woken = state.withLock { state -> (CheckedContinuation<EventWatcher.Wake?, Never>, EventWatcher.Wake)? in
            change(&state)
            guard let waiter = state.waiter, let wake = state.take() else { return nil }
            state.waiter = nil
            return (waiter, wake)
        }
        if let (waiter, wake) = woken { waiter.resume(returning: wake) }
    }
}
