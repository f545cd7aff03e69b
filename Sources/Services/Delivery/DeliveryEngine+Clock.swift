// Where the wall clock is set, what waits for a moment of it would wait for too long, or not long enough: leases, what
// sessions wait for, and retries are lengths of time, which a clock that is set does not change. Rows keep moments, so
// they move with the clock; timers are on the other clock, and look again.

internal import Contract
internal import Logging
internal import Store
internal import Synchronization

extension DeliveryEngine {
    /// How often the two clocks are compared.
    private static let clockLook: Duration = .seconds(5)
    /// By less it is not set: it is slewed.
    private static let clockStep: Duration = .seconds(1)

    /// Looks whether the wall clock was set since the last look; asked by the timers' loop alone, also before anything
    /// ends by the clock.
    func lookAtClock() async throws {
        let (wall, monotonic) = clock.both()
        let now = ClockMark(wall: wall, monotonic: monotonic)
        let before = state.withLock { state in
            defer { state.clockMark = now }
            return state.clockMark
        }
        schedule(.clock, in: Self.clockLook)
        guard let step = before?.moved(until: now), step > Self.clockStep || step < .zero - Self.clockStep else {
            return
        }
        logger.notice("the clock was set", metadata: ["seconds": "\(step.components.seconds)"])
        do {
            try await moveDeadlines(by: step)
            if step < .zero { try await moveRetries(by: step) }
        } catch {
            // The next look sees it again.
            state.withLock { $0.clockMark = before }
            throw error
        }
        for timer in [Timer.sessions, .leases, .agenda] { schedule(timer, in: .zero) }
        for link in state.withLock({ Array($0.attached.values) }) {
            for session in link.state.withLock({ Array($0.carried.keys) }) { link.markReady(session) }
        }
    }

    /// None ends too early, and none later than if it began now: some may have been written since the clock was set.
    func moveDeadlines(by step: Duration) async throws {
        let (ahead, now) = (max(step, .zero), clock.now())
        let limits = sessions.lifecycle.limits
        // Until when an account is restricted WhatsApp says by the clock.
        let waits: [(SessionRecord.Status, Duration)] = [
            (.starting, limits.starting), (.qrPending, limits.qrPending), (.authenticated, limits.authenticated),
            (.disconnected, limits.disconnected),
        ]
        try await change { [configuration] db, _ in
            try db.sessions.moveLeases(by: ahead, notAfter: now + configuration.lease)
            for (status, limit) in waits {
                try db.sessions.moveDeadlines(of: status, by: ahead, notAfter: now + limit)
            }
        }
    }

    private func moveRetries(by step: Duration) async throws {
        let latest = clock.now() + configuration.retries.longest
        var left = try await store.read { db in try db.messages.sessionsWithPending() }[...]
        while !left.isEmpty {
            let some = Array(left.prefix(100))
            left = left.dropFirst(100)
            try await change { db, _ in
                for session in some { try db.messages.moveRetries(of: session, by: step, after: latest) }
            }
        }
    }
}
