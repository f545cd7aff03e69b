// What was kept long enough goes, and nothing else; in portions that let others write in between.

import Logging
import Services
import Store
import TestKit
import Testing

@Suite struct HousekeepingTests {
    private func fill(_ store: Store, _ now: Instant, _ ages: [Duration]) async throws {
        try await store.write { db in
            let user = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            for (number, age) in ages.enumerated() {
                let then = now - age
                try db.events.append(EventRecord(at: then, type: "t"))
                try db.idempotency.put(
                    IdempotencyRecord(
                        userID: 1, method: "m", key: "k\(number)", fingerprint: [], answerKind: 1, answerID: 1,
                        createdAt: then), replacingBefore: then)
                try db.apiLogs.insert(ApiLogRecord(at: then, method: "m"))
                _ = try db.signIns.insert(
                    SignInRecord(family: "f\(number)", userID: user, expiresAt: then, address: "", createdAt: then))
            }
        }
    }

    private func housekeeping(_ store: Store, _ clock: FakeClock) -> Housekeeping {
        var housekeeping = Housekeeping(store: store, clock: clock, logger: Logger(label: "test"))
        housekeeping.pause = .zero
        return housekeeping
    }

    @Test func eachKindIsKeptAsLongAsItIsSaid() async throws {
        let temporary = try TemporaryStore()
        let clock = FakeClock()
        let day = Duration.seconds(86_400)
        try await fill(
            temporary.store, clock.now(), [day * 31, day * 29, day * 8, day * 6, day * 2, .seconds(3600), .zero])
        let deleted = try await housekeeping(temporary.store, clock).clean()
        #expect(deleted == ["events": 3, "idempotency": 5, "api_logs": 1, "sign_ins": 5])
        #expect(try await housekeeping(temporary.store, clock).clean().isEmpty)
        let left = try await temporary.store.read { db in
            (try db.events.oldestCursor(), try db.apiLogs.following(.init(), after: 0, limit: 99).entries.count)
        }
        #expect(left.0 == 4 && left.1 == 6)
    }

    @Test func whatIsMuchGoesInPortions() async throws {
        let temporary = try TemporaryStore()
        let clock = FakeClock()
        try await fill(temporary.store, clock.now(), Array(repeating: .seconds(90 * 86_400), count: 1234))
        let before = temporary.store.statistics.writes
        let deleted = try await housekeeping(temporary.store, clock).clean()
        // The newest event stays.
        #expect(deleted == ["events": 1233, "idempotency": 1234, "api_logs": 1234, "sign_ins": 1234])
        #expect(temporary.store.statistics.writes - before == 12)
    }

    @Test(.timeLimit(.minutes(1))) func itComesRoundEveryFewMinutes() async throws {
        let temporary = try TemporaryStore()
        let clock = FakeClock()
        try await fill(temporary.store, clock.now(), [.seconds(90 * 86_400), .zero])
        let housekeeping = housekeeping(temporary.store, clock)
        let running = Task { await housekeeping.run() }
        for _ in 0..<2 {
            try await untilTrue { clock.sleeperCount == 1 }
            clock.advance(by: .seconds(300))
        }
        try await untilTrue { try await temporary.store.read { db in try db.events.oldestCursor() == 2 } }
        running.cancel()
        await running.value
        #expect(clock.sleeperCount == 0)
    }
}
