// AnalyticsService over the real interceptors: who sees what, pages, days, and how a log is followed.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct AnalyticsServiceTests {
    private struct Place: Sendable {
        let house: House
        let ada: UserRecord
        let eve: UserRecord

        init() async throws {
            house = try House(clock: FakeClock()) { router, house in
                router.register(
                    AnalyticsService(store: house.store, clock: house.clock, tokens: house.pages) { 3 })
            }
            ada = try await house.user("ada")
            eve = try await house.user("eve")
        }

        func client(_ caller: Caller) -> AnalyticsClient { AnalyticsClient(house.client(as: caller)) }

        func client(_ user: UserRecord) async throws -> AnalyticsClient {
            client(.key(try await house.key(of: user, scopes: .ofUsers).secret))
        }

        var today: Int64 { house.clock.now().day }
    }

    @Test func theOverviewIsOnesOwnOrEverybodys() async throws {
        let place = try await Place()
        let now = place.house.clock.now()
        try await place.house.store.write { [ada = place.ada.id, eve = place.eve.id] db in
            for (user, statuses) in [(ada, [.pending, .pending, .sent]), (eve, [.pending, .failed])]
                as [(Int64, [MessageRecord.Status])]
            {
                let session = try db.sessions.insert(
                    SessionRecord(userID: user, name: "default", status: .connected, createdAt: now))
                for (age, status) in statuses.enumerated() {
                    _ = try db.messages.insert(
                        MessageRecord(
                            userID: user, sessionID: session, status: status,
                            expiresAt: now + .seconds(99), createdAt: now - .seconds(10 * age), content: "x"))
                }
                db.usage.count(.messagesSent, for: UsageKey(userID: user, day: now.day), times: 2)
            }
        }
        let own = try await place.client(place.ada).getOverview(.init())
        #expect(own.users == 1 && own.apiKeys == 1 && own.bridges == 0)
        #expect(own.sessions == ["connected": 1] && own.messages == ["pending": 2, "sent": 1])
        #expect(own.queueDepth == 2 && own.oldestQueuedAt == (now - .seconds(10)).timestamp)
        #expect(own.today?.messagesSent == 2 && own.today?.date == "2026-01-01" && own.today?.userId == place.ada.id)
        let all = try await place.client(.operator).getOverview(.init())
        #expect(all.users == 2 && all.apiKeys == 1 && all.bridges == 3)
        #expect(all.sessions == ["connected": 2] && all.messages == ["pending": 3, "sent": 1, "failed": 1])
        #expect(all.queueDepth == 3 && all.today?.messagesSent == 4 && all.today?.userId == 0)
        let one = try await place.client(.operator).getOverview(.with { $0.userId = place.eve.id })
        #expect(one.users == 1 && one.apiKeys == 0 && one.messages == ["pending": 1, "failed": 1])
        let error = await refusal {
            _ = try await place.client(place.ada).getOverview(.with { $0.userId = place.eve.id })
        }
        #expect(error?.reason == "PERMISSION_DENIED")
    }

    @Test func anEmptyHouseHasAnOverviewOfNothing() async throws {
        let place = try await Place()
        let own = try await place.client(place.ada).getOverview(.init())
        #expect(own.queueDepth == 0 && own.oldestQueuedAt == nil && own.messages.isEmpty)
        #expect(own.today?.messagesSent == 0 && own.today?.date == "2026-01-01")
        #expect(try await place.client(.operator).getOverview(.with { $0.userId = 4711 }).users == 0)
    }

    @Test func usageIsListedByDayForOneOrForAll() async throws {
        let place = try await Place()
        let today = place.today
        try await place.house.store.write { [ada = place.ada.id, eve = place.eve.id] db in
            for back in Int64(0)..<5 {
                for user in [ada, eve] {
                    db.usage.count(.messagesAccepted, for: UsageKey(userID: user, day: today - back), times: back + 1)
                }
            }
        }
        let mine = try await place.client(place.ada).listUsage(.init()).usage
        #expect(mine.map(\.date) == ["2026-01-01", "2025-12-31", "2025-12-30", "2025-12-29", "2025-12-28"])
        #expect(mine.map(\.messagesAccepted) == [1, 2, 3, 4, 5] && mine.allSatisfy { $0.userId == place.ada.id })
        let client = place.client(.operator)
        var request = ListUsageRequest.with { $0.pageSize = 3 }
        var seen: [String] = []
        repeat {
            let page = try await client.listUsage(request)
            seen += page.usage.map { "\($0.date) \($0.userId)" }
            request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        #expect(seen.count == 10 && Set(seen).count == 10 && seen == seen.sorted(by: >))
        let two = try await client.listUsage(
            .with {
                $0.fromDate = "2025-12-30"
                $0.toDate = "2025-12-31"
                $0.userId = place.eve.id
                $0.page = 1
            })
        #expect(two.usage.map(\.date) == ["2025-12-31", "2025-12-30"] && two.totalSize == 2)
    }

    @Test func daysThatAreNoneAreNamed() async throws {
        let place = try await Place()
        for (from, to, fields) in [
            ("2026-02-30", "", ["from_date"]), ("x", "y", ["from_date", "to_date"]),
            ("2026-01-02", "2026-01-01", ["to_date"]),
        ] {
            let error = await refusal {
                _ = try await place.client(.operator).listUsage(
                    .with {
                        $0.fromDate = from
                        $0.toDate = to
                    })
            }
            #expect(error?.reason == "VALIDATION_ERROR" && error?.violations.map(\.field) == fields)
        }
    }

    private func log(_ place: Place, _ count: Int) async throws {
        try await place.house.store.write { [ada = place.ada.id, eve = place.eve.id] db in
            for number in 0..<count {
                try db.apiLogs.insert(
                    ApiLogRecord(
                        at: Instant(microseconds: 0), userID: number % 3 == 0 ? ada : number % 3 == 1 ? eve : 0,
                        method: "s/M", status: number % 4 == 0 ? "NOT_FOUND" : "OK", requestID: "r\(number)"))
            }
        }
    }

    @Test func theLogIsListedPageByPageAndOnesOwnAlone() async throws {
        let place = try await Place()
        try await log(place, 30)
        func ids(_ client: AnalyticsClient, _ request: ListApiLogsRequest) async throws -> [Int64] {
            var request = request
            var ids: [Int64] = []
            repeat {
                let page = try await client.listApiLogs(request)
                ids += page.apiLogs.map(\.id)
                request.pageToken = page.nextPageToken
            } while !request.pageToken.isEmpty
            return ids
        }
        let all = place.client(.operator)
        #expect(try await ids(all, .with { $0.pageSize = 7 }) == (1...30).reversed())
        let mine = try await place.client(place.ada)
        #expect(try await ids(mine, .with { $0.pageSize = 4 }) == [28, 25, 22, 19, 16, 13, 10, 7, 4, 1])
        #expect(try await ids(mine, .with { $0.status = "error" }) == [25, 13, 1])
        #expect(try await ids(all, .with { $0.requestId = "r5" }) == [6])
        let numbered = try await all.listApiLogs(
            .with {
                $0.page = 2
                $0.pageSize = 20
            })
        #expect(numbered.apiLogs.map(\.id) == (1...10).reversed() && numbered.totalSize == 30)
        let error = await refusal { _ = try await mine.listApiLogs(.with { $0.userId = place.eve.id }) }
        #expect(error?.reason == "PERMISSION_DENIED")
    }

    @Test func aLogIsFollowedByTheLastId() async throws {
        let place = try await Place()
        try await log(place, 30)
        let client = place.client(.operator)
        let first = try await client.listApiLogs(
            .with {
                $0.afterId = 25
                $0.pageSize = 3
            })
        #expect(first.apiLogs.map(\.id) == [26, 27, 28])
        #expect(try await client.listApiLogs(.with { $0.afterId = 30 }).apiLogs.isEmpty)
        // What nothing matches is looked through once: the token says from where to go on.
        var request = ListApiLogsRequest.with {
            $0.afterId = 1
            $0.status = "STORAGE_FULL"
        }
        for _ in 0..<2 {
            let none = try await client.listApiLogs(request)
            #expect(none.apiLogs.isEmpty && !none.nextPageToken.isEmpty)
            request.afterId = 0
            request.pageToken = none.nextPageToken
        }
        let rest = try await client.listApiLogs(
            .with {
                $0.afterId = 25
                $0.pageSize = 2
            })
        let goesOn = try await client.listApiLogs(
            .with {
                $0.pageToken = rest.nextPageToken
                $0.pageSize = 2
            })
        #expect(rest.apiLogs.map(\.id) == [26, 27] && goesOn.apiLogs.map(\.id) == [28, 29])
        let requests: [ListApiLogsRequest] = [
            .with { $0.afterId = -1 },
            .with {
                $0.afterId = 1
                $0.page = 1
            }, .with { $0.status = "fine" },
        ]
        for request in requests {
            #expect(await refusal { _ = try await client.listApiLogs(request) }?.reason == "VALIDATION_ERROR")
        }
    }
}
