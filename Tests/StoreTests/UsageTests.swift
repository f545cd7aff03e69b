// Usage and the daily limit: counted in folds, and the limit holds within a batch as it does between batches.

import Testing

@testable import Store

@Suite struct UsageTests {
    @Test func whatIsCountedIsAddedUpPerUserAndDay() async throws {
        let open = try OpenStore()
        let user = try await open.store.write { db in try db.makeUser() }
        for day in [Int64(1), 2, 2] {
            try await open.store.write { db in
                let key = UsageKey(userID: user, day: day)
                db.usage.count(.messagesSent, for: key)
                db.usage.count(.apiRequests, for: key, times: 5)
            }
        }
        // Nobody's is nobody's to look at.
        try await open.store.write { db in db.usage.count(.messagesSent, for: UsageKey(userID: 0, day: 2)) }
        let rows = try await open.store.read { db in try db.usage.list(days: 0...9, limit: 10) }
        #expect(rows.map(\.key.day) == [2, 1])
        #expect(rows.first?[.messagesSent] == 2 && rows.first?[.apiRequests] == 10)
        #expect(rows.last?[.messagesSent] == 1 && rows.last?[.messagesFailed] == 0)
        #expect(try await open.store.read { db in try db.usage.sum(day: 2)[.apiRequests] } == 10)
        #expect(try await open.store.read { db in try db.usage.sum(day: 7)[.apiRequests] } == 0)
    }

    @Test func aBatchOfManyCannotPassTheLimitTogether() async throws {
        let open = try OpenStore()
        let user = try await open.store.write { db in
            try db.users.insert(
                UserRecord(username: "a", usernameKey: "a", maxMessagesPerDay: 10, createdAt: epoch))
        }
        // All of them in one batch.
        let gate = try await open.holdWriter()
        let store = open.store
        let accepted = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask {
                    try await store.write(savepoint: number % 3 == 0 ? .none : .own) { db in
                        try db.usage.accept(UsageKey(userID: user, day: 3)).isAccepted
                    }
                }
            }
            while store.statistics.queuedWrites < 50 { await Task.yield() }
            gate.open()
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(accepted == 10)
        let after = try await store.read { db in try db.usage.get(UsageKey(userID: user, day: 3)) }
        #expect(after?[.messagesAccepted] == 10)
        let next = try await store.write { db in try db.usage.accept(UsageKey(userID: user, day: 3)) }
        #expect(next == .init(limit: 10, used: 10, isAccepted: false))
        #expect(next.remaining == 0)
        #expect(try await store.write { db in try db.usage.accept(UsageKey(userID: user, day: 4)) }.used == 1)
    }

    @Test func whatIsUndoneUsesNothingUp() async throws {
        let open = try OpenStore()
        let user = try await open.store.write { db in
            try db.users.insert(UserRecord(username: "a", usernameKey: "a", maxMessagesPerDay: 1, createdAt: epoch))
        }
        struct Refused: Error {}
        let key = UsageKey(userID: user, day: 3)
        let gate = try await open.holdWriter()
        let store = open.store
        let first = Task {
            try await store.write { db in
                _ = try db.usage.accept(key)
                throw Refused()
            }
        }
        while store.statistics.queuedWrites < 1 { await Task.yield() }
        let second = Task { try await store.write { db in try db.usage.accept(key) } }
        while store.statistics.queuedWrites < 2 { await Task.yield() }
        gate.open()
        await #expect(throws: Refused.self) { try await first.value }
        #expect(try await second.value == .init(limit: 1, used: 1, isAccepted: true))
    }

    @Test func noLimitIsNone() throws {
        try withDatabase { db in
            let user = try db.users.insert(
                UserRecord(username: "a", usernameKey: "a", maxMessagesPerDay: 0, createdAt: epoch))
            for count in Int64(1)...5 {
                let accepted = try db.usage.accept(UsageKey(userID: user, day: 1))
                #expect(accepted == .init(limit: 0, used: count, isAccepted: true))
                #expect(accepted.remaining == nil)
            }
        }
    }

    @Test func pagesGoOnWhereTheyEnded() throws {
        try withDatabase { db in
            let users = [try db.makeUser("a"), try db.makeUser("b")]
            for day in Int64(1)...3 {
                for user in users { try db.usage.add([.messagesSent: day], to: UsageKey(userID: user, day: day)) }
            }
            var seen: [UsageKey] = []
            while true {
                let page = try db.usage.list(days: 1...3, before: seen.last, limit: 2)
                seen += page.map(\.key)
                if page.isEmpty { break }
            }
            #expect(seen.map(\.day) == [3, 3, 2, 2, 1, 1])
            #expect(Set(seen).count == 6)
            let own = try db.usage.list(userID: users[0], days: 2...3, limit: 10)
            #expect(own.map(\.key) == [3, 2].map { UsageKey(userID: users[0], day: $0) })
            let rest = try db.usage.list(userID: users[0], days: 1...3, before: own[0].key, limit: 10)
            #expect(rest.map(\.key.day) == [2, 1])
            #expect(try db.usage.count(days: 2...2) == 2 && db.usage.count(userID: users[1], days: 1...3) == 3)
        }
    }
}
