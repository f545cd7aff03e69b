// The hub alone: who is woken by what, that no wake-up is lost, and that nobody stays registered.
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct EventHubTests {
    private func event(user: Int64 = 0, session: Int64 = 0, message: Int64 = 0) -> EventRecord {
        EventRecord(
            at: Instant(microseconds: 0), type: "message.sent", userID: user, sessionID: session, messageID: message)
    }

    /// What the watcher is woken by next, if by anything at once.
    private func wake(_ watcher: EventWatcher) async throws -> EventWatcher.Wake? {
        try await withThrowingTaskGroup(of: EventWatcher.Wake?.self) { group in
            group.addTask { try await watcher.next() }
            group.addTask {
                try await Task.sleep(for: .milliseconds(30))
                return nil
            }
            let first = try await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    @Test(arguments: [
        (EventHub.Filter(), true, true), (.init(userID: 1), true, false), (.init(userID: 2), false, true),
        (.init(sessionID: 10), true, false), (.init(userID: 2, sessionID: 10), false, false),
        (.init(messageID: 100), true, false), (.init(userID: 1, sessionID: 10, messageID: 100), true, false),
        (.init(userID: 3), false, false),
    ])
    func aWatcherIsWokenByWhatItsFilterAdmits(filter: EventHub.Filter, first: Bool, second: Bool) async throws {
        let hub = EventHub(clock: FakeClock())
        let watcher = hub.watch(filter, drain: DrainSignal())
        hub.publish([event(user: 1, session: 10, message: 100)])
        #expect(try await wake(watcher) == (first ? .change : nil))
        hub.publish([event(user: 2, session: 20, message: 200)])
        #expect(try await wake(watcher) == (second ? .change : nil))
    }

    @Test func wakeUpsThatComeTooEarlyAreKeptAsOne() async throws {
        let hub = EventHub(clock: FakeClock())
        let watcher = hub.watch(.init(), drain: DrainSignal())
        for _ in 0..<10 { hub.publish([event()]) }
        #expect(try await watcher.next() == .change)
        #expect(try await wake(watcher) == nil)
    }

    @Test func noWakeUpIsLostBetweenTwoWaits() async throws {
        let hub = EventHub(clock: FakeClock())
        let watcher = hub.watch(.init(), drain: DrainSignal())
        // Each round a new event, published while the watcher may be anywhere between two waits.
        let publisher = Task {
            for _ in 0..<2000 {
                hub.publish([event()])
                await Task.yield()
            }
        }
        var woken = 0
        while try await wake(watcher) == .change { woken += 1 }
        await publisher.value
        #expect(woken > 0)
        hub.publish([event()])
        #expect(try await watcher.next() == .change)
    }

    @Test func aCancelledWaiterLeavesAtOnce() async throws {
        let hub = EventHub(clock: FakeClock())
        let watcher = hub.watch(.init(), drain: DrainSignal())
        let task = Task { try await watcher.next() }
        try await Task.sleep(for: .milliseconds(5))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        hub.publish([event()])
        #expect(try await watcher.next() == .change)
    }

    @Test func whoIsGoneIsNotRegisteredAndSleepsNowhere() async throws {
        let clock = FakeClock()
        let hub = EventHub(clock: clock)
        var watchers = (0..<100).map { hub.watch(.init(userID: Int64($0 % 3)), drain: DrainSignal()) }
        #expect(hub.watcherCount == 100)
        try await untilTrue { clock.sleeperCount == 100 }
        watchers.removeLast(60)
        #expect(hub.watcherCount == 40)
        watchers = []
        #expect(hub.watcherCount == 0)
        try await untilTrue { clock.sleeperCount == 0 }
    }
}
