// The audit log in pages: newest first, by every filter, with nothing twice and nothing left out, as deep as it goes.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct ListAuditLogTests {
    private let house: House
    private let audit: AuditClient

    init() async throws {
        house = try House.whole()
        audit = AuditClient(house.client(as: .operator))
        let start = house.clock.now()
        try await house.store.write { db in
            for number in 0..<50 {
                try db.audit.append(
                    AuditRecord(
                        // Ten entries to a second.
                        at: start + .seconds(number / 10), who: number % 2 == 0 ? "user(7)" : "operator(0)",
                        username: number % 2 == 0 ? "ada" : "", method: number % 5 == 0 ? "s/A" : "s/B",
                        targetKind: number % 3 == 0 ? "user" : "api_key", targetID: Int64(number % 4),
                        before: #"{"role":"user"}"#, after: #"{"role":"admin","n":7}"#,
                        outcome: number % 10 == 0 ? "RATE_LIMITED" : "OK"))
            }
        }
    }

    private func ids(_ change: (inout ListAuditLogRequest) -> Void) async throws -> [Int64] {
        var request = ListAuditLogRequest.with(change)
        request.pageSize = 7
        var ids: [Int64] = []
        while true {
            let page = try await audit.listAuditLog(request)
            #expect(page.entries.count <= 7)
            ids += page.entries.map(\.id)
            guard !page.nextPageToken.isEmpty else { return ids }
            request.pageToken = page.nextPageToken
        }
    }

    private func numbers(_ condition: (Int) -> Bool) -> [Int64] {
        (0..<50).filter(condition).map { Int64($0 + 1) }.reversed()
    }

    @Test func pagesGoThroughEverythingOnce() async throws {
        #expect(try await ids { _ in } == numbers { _ in true })
    }

    @Test func everyFilterFindsItsOwn() async throws {
        #expect(try await ids { $0.userId = 7 } == numbers { $0 % 2 == 0 })
        #expect(try await ids { $0.who = "operator(0)" } == numbers { $0 % 2 == 1 })
        #expect(try await ids { $0.method = "s/A" } == numbers { $0 % 5 == 0 })
        #expect(try await ids { $0.targetKind = "user" } == numbers { $0 % 3 == 0 })
        #expect(
            try await ids {
                $0.targetKind = "user"
                $0.targetId = 2
            } == numbers { $0 % 3 == 0 && $0 % 4 == 2 })
        #expect(try await ids { $0.outcome = "error" } == numbers { $0 % 10 == 0 })
        #expect(try await ids { $0.outcome = "OK" } == numbers { $0 % 10 != 0 })
        #expect(
            try await ids {
                $0.userId = 7
                $0.method = "s/A"
                $0.outcome = "RATE_LIMITED"
            } == numbers { $0 % 10 == 0 })
        let start = house.clock.now()
        #expect(
            try await ids {
                $0.since = (start + .seconds(1)).timestamp
                $0.until = (start + .seconds(3)).timestamp
            } == numbers { (10..<30).contains($0) })
        #expect(try await ids { $0.who = "user(8)" }.isEmpty)
    }

    @Test func anEntryIsShownAsItWasWritten() async throws {
        let page = try await audit.listAuditLog(.with { $0.pageSize = 1 })
        let entry = try #require(page.entries.first)
        #expect(entry.id == 50 && entry.who == "operator(0)" && entry.userId == 0 && entry.times == 1)
        #expect(entry.time == (house.clock.now() + .seconds(4)).timestamp)
        #expect(try entry.before?.json() == #"{"role":"user"}"#)
        #expect(entry.after?.fields.count == 2)
        #expect(entry.hash.count == 64)
        let other = try #require(try await audit.listAuditLog(.with { $0.userId = 7 }).entries.first)
        #expect(other.userId == 7 && other.username == "ada" && other.outcome == "OK")
    }

    @Test func aNumberedPageCarriesTheTotal() async throws {
        let page = try await audit.listAuditLog(
            .with {
                $0.page = 2
                $0.pageSize = 10
                $0.userId = 7
                $0.outcome = "OK"
            })
        #expect(page.totalSize == 20)
        #expect(page.entries.map(\.id) == Array(numbers { $0 % 2 == 0 && $0 % 10 != 0 }.dropFirst(10)))
    }

    private static let mistakes: [(field: String, request: ListAuditLogRequest)] = [
        ("user_id", .with { $0.userId = -1 }), ("target_kind", .with { $0.targetId = 3 }),
        ("outcome", .with { $0.outcome = "FINE" }),
        (
            "who",
            .with {
                $0.who = "x"
                $0.userId = 7
            }
        ), ("since", .with { $0.since = .with { $0.nanos = -1 } }), ("page_token", .with { $0.pageToken = "x" }),
    ]

    @Test(arguments: mistakes)
    func whatMakesNoSenseIsRefused(field: String, request: ListAuditLogRequest) async throws {
        let error = await refusal { _ = try await audit.listAuditLog(request) }
        #expect(error?.reason == "VALIDATION_ERROR")
        #expect(error?.violations.map(\.field) == [field])
    }

    @Test func aTokenBelongsToItsFilters() async throws {
        let page = try await audit.listAuditLog(.with { $0.pageSize = 5 })
        let error = await refusal {
            _ = try await audit.listAuditLog(
                .with {
                    $0.pageToken = page.nextPageToken
                    $0.userId = 7
                })
        }
        #expect(error?.reason == "VALIDATION_ERROR")
    }

    @Test func onlyAdminsReadIt() async throws {
        let ada = try await house.user("ada")
        let client = AuditClient(house.client(as: .token(try await house.signIn(ada).access)))
        #expect(await refusal { _ = try await client.listAuditLog(.init()) }?.reason == "PERMISSION_DENIED")
        #expect(await refusal { _ = try await client.verifyAuditLog(.init()) }?.reason == "PERMISSION_DENIED")
    }
}
