// What was kept long enough goes, and nothing else; in portions that let others write in between. Usage adds up.

import Contract
import Logging
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(2))) struct HouseJobsTests {
    private static let day = Duration.seconds(86_400)
    private let temporary: TemporaryStore
    private let clock = FakeClock()
    private var store: Store { temporary.store }

    init() throws { temporary = try TemporaryStore() }

    private func fill(_ ages: [Duration]) async throws {
        let now = clock.now()
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

    /// Runs jobs to their end, and gives the rows that each dealt with.
    @discardableResult
    private func run(
        _ names: String..., change: (inout Retention) -> Void = { _ in }
    ) async throws -> [Int64] {
        var house = HouseJobs(store: store, clock: clock)
        house.pause = .zero
        change(&house.retention)
        let runner = JobRunner(house.all, store: store, clock: clock, logger: Logger(label: "test"))
        try await runner.load()
        var rows: [Int64] = []
        for name in names {
            await runner.start(name, by: "test")?.wait()
            let record = try #require(runner.snapshot(name)?.record)
            #expect(record.outcome == .succeeded, "\(name): \(record.detail)")
            rows.append(record.rows)
        }
        return rows
    }

    @Test func eachKindIsKeptAsLongAsItIsSaid() async throws {
        let day = Self.day
        try await fill([day * 31, day * 29, day * 8, day * 6, day * 2, .seconds(3600), .zero])
        let names = ["purge-events", "purge-idempotency", "purge-logs", "purge-credentials"]
        #expect(try await run(names[0], names[1], names[2], names[3]) == [3, 5, 1, 5])
        #expect(try await run(names[0], names[1], names[2], names[3]) == [0, 0, 0, 0])
        let left = try await store.read { db in
            (try db.events.oldestCursor(), try db.apiLogs.following(.init(), after: 0, limit: 99).entries.count)
        }
        #expect(left.0 == 4 && left.1 == 6)
        #expect(
            try await run("purge-events", "purge-logs") {
                $0.events = .seconds(7_200)
                $0.logs = .seconds(7_200)
            } == [2, 4])
    }

    @Test func theAuditLogIsPrunedAndStillVerifies() async throws {
        let now = clock.now()
        try await store.write { [day = Self.day] db in
            for age in (0..<1_234).reversed() {
                try db.audit.append(AuditRecord(at: now - day * age, who: "user(1)", method: "m"))
            }
        }
        #expect(try await run("purge-audit") == [833])
        var house = HouseJobs(store: store, clock: clock)
        house.retention.audit = nil
        #expect(house.all.first { $0.name == "purge-audit" }?.missingSetting == "retention.audit")
        let verdict = try await AuditVerification(store: store, trail: temporary.audit).run(from: 0, limit: .max)
        #expect(verdict.isIntact && verdict.checked == 401 && verdict.firstId == 834, "\(verdict)")
    }

    @Test func whatIsMuchGoesInPortions() async throws {
        try await fill(Array(repeating: Self.day * 90, count: 1234))
        for (name, rows, portions) in [
            ("purge-events", 1233, 3), ("purge-idempotency", 1234, 3), ("purge-logs", 1234, 3),
        ] {
            let before = store.statistics.writes
            #expect(try await run(name) == [Int64(rows)])
            // One more to take up the schedule, and one each for the beginning and the end of the run.
            #expect(store.statistics.writes - before == portions + 3)
        }
    }

    @Test func messagesGoWhereThatIsSetAndOnlyThoseThatAreSettled() async throws {
        let now = clock.now()
        let day = Self.day
        try await store.write { db in
            let user = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            let session = try db.sessions.insert(SessionRecord(userID: user, name: "s", createdAt: now))
            for status in MessageRecord.Status.allCases {
                for (number, age) in [day * 40, day * 20].enumerated() {
                    _ = try db.messages.insert(
                        MessageRecord(
                            userID: user, sessionID: session, status: status, recipient: "+4915200\(number)",
                            clientMessageID: "\(status)\(number)", createdAt: now - age, content: "x"))
                }
            }
            // Old, and changed a while ago only.
            let late = try db.messages.insert(
                MessageRecord(
                    userID: user, sessionID: session, status: .scheduled, recipient: "+491", clientMessageID: "late",
                    scheduledAt: now, createdAt: now - day * 50, content: "x"))
            try db.messages.apply(late, at: now - day * 2) { $0.status = .delivered }
        }
        let house = HouseJobs(store: store, clock: clock)
        #expect(house.all.first { $0.name == "purge-messages" }?.missingSetting == "retention.messages")
        let count: @Sendable () async throws -> Int64 = { [store] in
            try await store.read { db in try db.messages.count(MessageFilter()) }
        }
        #expect(try await count() == 25)
        #expect(try await run("purge-messages") { $0.messages = day * 30 } == [7])
        #expect(try await count() == 18)
        // The counts by status are still those of the rows.
        let counts = try await store.read { db in try db.messages.countsByStatus() }
        #expect(counts[.failed] == 1 && counts[.pending] == 2 && counts[.unknown] == 2 && counts[.delivered] == 2)
        #expect(try await run("purge-messages") { $0.messages = day } == [8])
        let left = try await store.read { db in try db.messages.list(MessageFilter(), limit: 99).map(\.status) }
        #expect(Set(left) == [.scheduled, .pending, .dispatched, .submitted, .unknown])
    }

    @Test func whoWroteADayAgoIsForgotten() async throws {
        let now = clock.now()
        try await store.write { db in
            let user = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            let session = try db.sessions.insert(SessionRecord(userID: user, name: "s", createdAt: now))
            for number in 0..<1_200 {
                let then = now - .seconds(number < 1_100 ? 86_401 : 86_000)
                try db.pacing.note("+\(number)", wroteAt: then, to: session, now: now)
            }
            var record = PacingRecord(sessionID: session)
            record.changedAt = now - .seconds(3_601)
            record.partners = [.init(contact: "+1", at: now)]
            try db.pacing.put(record)
        }
        #expect(try await run("purge-contacts") == [1_101])
        let left = try await store.read { db in
            (
                try db.pacing.get(1)?.partners, try db.pacing.wroteAt("+1099", to: 1),
                try db.pacing.wroteAt("+1100", to: 1)
            )
        }
        #expect(left.0 == [] && left.1 == nil && left.2 != nil)
        #expect(try await run("purge-contacts") == [0])
    }

    @Test func whatCannotGoDoesNotStopTheWalk() async throws {
        let now = clock.now()
        try await store.write { db in
            let user = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            for number in 0..<450 {
                _ = try db.messages.insert(
                    MessageRecord(
                        userID: user, sessionID: 0, status: number < 401 ? .unknown : .sent, recipient: "+491",
                        clientMessageID: "\(number)", createdAt: now - Self.day * 90, content: "x"))
            }
        }
        #expect(try await run("purge-messages") { $0.messages = Self.day * 30 } == [49])
    }

    /// Where a page ends with a time that is to come, there may be old ones behind it.
    @Test func whatAClockThatWasAheadHasStampedHoldsNothingUp() async throws {
        let now = clock.now()
        try await store.write { db in
            let user = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            for number in 1...450 {
                let age = number.isMultiple(of: 200) ? Self.day * -9 : Self.day * 90
                _ = try db.messages.insert(
                    MessageRecord(
                        userID: user, sessionID: 0, status: .sent, recipient: "+491", clientMessageID: "\(number)",
                        createdAt: now - age, content: "x"))
                try db.audit.append(AuditRecord(at: now - age * 10, method: "m"))
            }
        }
        #expect(try await run("purge-messages") { $0.messages = Self.day * 30 } == [448])
        #expect(try await run("purge-audit") == [450])
    }

    @Test func keysGoWhereThatIsSet() async throws {
        let now = clock.now()
        let day = Self.day
        try await store.write { db in
            let user = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            for number in 0..<4 {
                var key = KeyRecord(
                    userID: user, name: "k", prefix: "p\(number)", hash: [], createdAt: now - day * 100)
                if number == 1 { key.expiresAt = now - day * 50 }
                if number == 2 { key.expiresAt = now - day * 5 }
                let id = try db.keys.insert(key)
                if number == 3 { _ = try db.keys.revoke(id, at: now - day * 50) }
            }
        }
        #expect(try await run("purge-credentials") == [0])
        #expect(try await run("purge-credentials") { $0.keys = day * 30 } == [2])
        #expect(try await store.read { db in try db.keys.list(limit: 9).map(\.prefix) } == ["p2", "p0"])
    }

    // MARK: Usage

    private func count(_ user: Int64, _ date: String, _ sent: Int64) async throws {
        let key = UsageKey(userID: user, day: try #require(CalendarDay.parse(date)))
        try await store.write { db in db.usage.count(.messagesSent, for: key, times: sent) }
    }

    private func months() async throws -> [String] {
        try await store.read { db in
            try db.usage.list(.month, days: CalendarDay.all, limit: 999).map {
                "\(CalendarDay.text($0.key.day)) \($0.key.userID) \($0[.messagesSent])"
            }
        }
    }

    @Test func daysAddUpToMonthsHoweverOftenTheJobRuns() async throws {
        clock.setWall(try #require(CalendarDay.parse("2026-03-15")).noon)
        for (date, sent) in [("2025-12-31", 1), ("2026-01-01", 2), ("2026-01-31", 4), ("2026-03-01", 8)] {
            try await count(1, date, Int64(sent))
        }
        try await count(2, "2026-03-02", 16)
        for _ in 0..<2 { try await run("usage-rollup") }
        let expected = ["2026-03-01 2 16", "2026-03-01 1 8", "2026-01-01 1 6", "2025-12-01 1 1"]
        #expect(try await months() == expected)
        // The present month grows; one that is over is not looked at again.
        try await count(1, "2026-03-15", 32)
        try await run("usage-rollup")
        #expect(try await months()[1] == "2026-03-01 1 40")
    }

    @Test func daysAreDeletedByWholeMonthsAndTheirSumsStay() async throws {
        clock.setWall(try #require(CalendarDay.parse("2026-03-15")).noon)
        for (date, sent) in [("2025-12-31", 1), ("2026-01-01", 2), ("2026-01-31", 4), ("2026-03-01", 8)] {
            try await count(1, date, Int64(sent))
        }
        try await run("usage-rollup") { $0.usage = Self.day * 50 }
        let days = try await store.read { db in try db.usage.list(days: CalendarDay.all, limit: 9).count }
        // Fifty days ago is in January, of which no day goes.
        #expect(days == 3)
        #expect(try await months().count == 3)
        // Nothing was used for a year: the newest month that there is stays whole.
        clock.setWall(try #require(CalendarDay.parse("2027-03-15")).noon)
        for _ in 0..<2 { try await run("usage-rollup") { $0.usage = Self.day * 50 } }
        #expect(try await store.read { db in try db.usage.list(days: CalendarDay.all, limit: 9).count } == 1)
        #expect(try await months() == ["2026-03-01 1 8", "2026-01-01 1 6", "2025-12-01 1 1"])
    }

    @Test func manyUsersAddUpInPortions() async throws {
        clock.setWall(try #require(CalendarDay.parse("2026-03-15")).noon)
        let day = try #require(CalendarDay.parse("2026-03-14"))
        try await store.write { db in
            for user in Int64(1)...1_203 { db.usage.count(.messagesSent, for: UsageKey(userID: user, day: day)) }
        }
        #expect(try await run("usage-rollup") == [1_203])
        #expect(try await months().count == 999)
        let total = try await store.read { db in try db.usage.count(.month, days: CalendarDay.all) }
        #expect(total == 1_203)
    }

    @Test(arguments: [
        ("2026-02-28", "2026-02-01", "2026-03-01"), ("2024-02-29", "2024-02-01", "2024-03-01"),
        ("2026-12-31", "2026-12-01", "2027-01-01"), ("2026-01-01", "2026-01-01", "2026-02-01"),
    ])
    func aMonthHasItsDays(day: String, first: String, next: String) throws {
        let month = CalendarDay.month(of: try #require(CalendarDay.parse(day)))
        #expect(CalendarDay.text(month.lowerBound) == first && CalendarDay.text(month.upperBound) == next)
    }

    // MARK: The database

    /// A damaged database is not read as a whole once a minute.
    @Test func aCheckThatFailsIsNotRepeatedBeforeItsTime() {
        let jobs = HouseJobs(store: store, clock: clock).all
        #expect(jobs.filter { !$0.schedule.retriesSooner }.map(\.name) == ["integrity-check"])
    }

    @Test func theWALIsEmptiedAndTheDatabaseChecked() async throws {
        try await fill([.zero])
        try await run("checkpoint", "integrity-check")
        let record = try #require(try await store.read { db in try db.integrity.get() })
        #expect(record.isSound && record.checkedAt == clock.now() && record.detail.hasPrefix("all of "))
    }

    @Test func aClockThatIsFarAheadDeletesNothing() async throws {
        try await fill([Self.day, .zero])
        let before = try await store.read { db in try db.newestMoment() }
        clock.setWall(clock.now() + Self.day * 4_000)
        let house = HouseJobs(store: store, clock: clock, lastKnown: before)
        let runner = JobRunner(house.all, store: store, clock: clock, logger: Logger(label: "test"))
        try await runner.load()
        for name in ["purge-events", "purge-idempotency", "purge-logs", "purge-credentials"] {
            await runner.start(name, by: "test")?.wait()
            let record = try #require(runner.snapshot(name)?.record)
            #expect(record.rows == 0 && record.detail.contains("4000 days ahead"), "\(name): \(record.detail)")
        }
        clock.advance(by: .seconds(3_600))
        await runner.start("purge-logs", by: "test")?.wait()
        #expect(runner.snapshot("purge-logs")?.record.rows == 2)
    }

    /// A month of the future is there, from a clock that was ahead.
    @Test func aMonthOfTheFutureDoesNotEndTheRollUp() async throws {
        let today = clock.now().day
        try await store.write { db in
            let user = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: clock.now()))
            try db.usage.put(months: [UsageRecord(key: UsageKey(userID: user, day: today + 4_000))])
            db.usage.count(.messagesAccepted, for: UsageKey(userID: user, day: today), times: 7)
        }
        try await run("usage-rollup")
        let month = CalendarDay.month(of: today).lowerBound
        let sums: Int64? = try await store.read { db in
            try db.scalar("SELECT messages_accepted FROM usage_months WHERE day = ?", month)
        }
        #expect(sums == 7)
    }
}

extension Int64 {
    /// Noon of the day.
    fileprivate var noon: Instant { Instant(seconds: self * 86_400 + 43_200, nanoseconds: 0) }
}
