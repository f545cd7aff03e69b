// The hub alone: who is woken by what, that no wake-up is lost, and that nobody stays registered.
import RPC
import Services
import Store
import Synchronization
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
        for (event, isAdmitted) in [
            (event(user: 1, session: 10, message: 100), first), (event(user: 2, session: 20, message: 200), second),
        ] {
            hub.publish([event])
            // Time is given only to what must not come.
            #expect(try await isAdmitted ? watcher.next() == .change : wake(watcher) == nil)
        }
    }

    @Test func wakeUpsThatComeTooEarlyAreKeptAsOne() async throws {
        let hub = EventHub(clock: FakeClock())
        let watcher = hub.watch(.init(), drain: DrainSignal())
        for _ in 0..<10 { hub.publish([event()]) }
        #expect(try await watcher.next() == .change)
        #expect(try await wake(watcher) == nil)
    }

    /// As a watcher does it: woken, it reads how far the log is. Whatever it was doing when the last event came, it must
    /// be woken once more and see it.
    @Test func noWakeUpIsLostBetweenTwoWaits() async throws {
        let hub = EventHub(clock: FakeClock())
        let watcher = hub.watch(.init(), drain: DrainSignal())
        let log = Log()
        let reader = Task {
            while (try? await watcher.next()) == .change { log.read() }
        }
        for _ in 0..<2000 {
            log.append()
            hub.publish([event()])
            await Task.yield()
        }
        try await untilTrue { log.seen == 2000 }
        reader.cancel()
        await reader.value
    }

    private final class Log: Sendable {
        private let state = Mutex((length: 0, seen: 0))
        var seen: Int { state.withLock { $0.seen } }
        func append() { state.withLock { $0.length += 1 } }
        func read() { state.withLock { $0.seen = $0.length } }
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
