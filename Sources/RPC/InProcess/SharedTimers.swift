// Deadlines of calls that have no event loop of their own: one timer wheel under a lock, turned by some loop while there
// is something in it.

internal import NIOCore
internal import NIOPosix
internal import Synchronization

final class SharedTimers: Sendable {
    typealias Action = @Sendable () -> Void
    typealias Token = TimerWheel<Action>.Token

    private struct State {
        var wheel = TimerWheel<Action>()
        var isTicking = false
    }

    private let loop: any EventLoop
    private let state = Mutex(State())

    static let shared = SharedTimers(loop: MultiThreadedEventLoopGroup.singleton.any())

    init(loop: any EventLoop) { self.loop = loop }

    /// Runs `action` at `deadline`, on some thread.
    func add(at deadline: Deadline, _ action: @escaping Action) -> Token {
        let (token, mustTick) = state.withLock { state in
            let token = state.wheel.add(action, at: deadline.nanoseconds, now: NIODeadline.now().uptimeNanoseconds)
            defer { state.isTicking = true }
            return (token, !state.isTicking)
        }
        if mustTick { scheduleTick() }
        return token
    }

    func remove(_ token: Token) {
        state.withLock { state in _ = state.wheel.remove(token) }
    }

    private func scheduleTick() {
        _ = loop.scheduleTask(in: .milliseconds(10)) { self.turn() }
    }

    private func turn() {
        let (due, goOn) = state.withLock { state in
            let due = state.wheel.advance(to: NIODeadline.now().uptimeNanoseconds)
            state.isTicking = !state.wheel.isEmpty
            return (due, state.isTicking)
        }
        if goOn { scheduleTick() }
        for action in due { action() }
    }
}
