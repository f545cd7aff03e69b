// One timer wheel for everything on an event loop that has a deadline, and the tick that turns it: scheduled with the first
// timer, gone with the last. Touched on its loop alone.

internal import NIOCore

/// Something that has a deadline on a loop.
protocol TimerTarget: AnyObject {
    /// On the loop, at most about 10 ms after the time.
    func timerFired()
}

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class LoopTimers: @unchecked Sendable {
    typealias Token = TimerWheel<any TimerTarget>.Token

    private let loop: any EventLoop
    private var wheel = TimerWheel<any TimerTarget>()
    private var isTicking = false

    init(loop: any EventLoop) { self.loop = loop }

    var count: Int { wheel.count }

    func add(_ target: any TimerTarget, at deadline: Deadline) -> Token {
        let token = wheel.add(target, at: deadline.nanoseconds, now: NIODeadline.now().uptimeNanoseconds)
        if !isTicking { scheduleTick() }
        return token
    }

    func remove(_ token: Token) { wheel.remove(token) }

    private func scheduleTick() {
        isTicking = true
        _ = loop.scheduleTask(in: .milliseconds(10)) { self.turn() }
    }

    private func turn() {
        isTicking = false
        for target in wheel.advance(to: NIODeadline.now().uptimeNanoseconds) { target.timerFired() }
        if !wheel.isEmpty, !isTicking { scheduleTick() }
    }
}
