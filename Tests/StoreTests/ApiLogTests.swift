// The log of calls: from both ends, by what a call was, and no more of it read than a window.

import Testing

@testable import Store

@Suite struct ApiLogTests {
    private func fill(_ db: Database, _ count: Int) throws {
        for number in 0..<count {
            try db.apiLogs.insert(
                ApiLogRecord(
                    at: epoch + .seconds(number), userID: Int64(number % 2), keyPrefix: "k\(number)",
                    transport: "unix", method: number % 5 == 0 ? "s/A" : "s/B", endpoint: "GET /x",
                    status: number % 10 == 0 ? "NOT_FOUND" : "OK", httpStatus: 404, latencyMicroseconds: 7,
                    ip: "192.0.2.1", requestID: "r\(number)"))
        }
    }

    @Test func anEntryIsReadAsItWasWritten() throws {
        try withDatabase { db in
            let written = ApiLogRecord(
                at: epoch, userID: 3, keyPrefix: "sbk_x", transport: "http", method: "s/M", endpoint: "POST /m",
                status: "QUOTA_EXCEEDED", httpStatus: 429, latencyMicroseconds: 1234, ip: "::1", requestID: "r")
            try db.apiLogs.insert(written)
            var expected = written
            expected.id = 1
            #expect(try db.apiLogs.list(.init(), limit: 10).entries == [expected])
        }
    }

    @Test func manyEntriesAreWrittenInTheirOrderManyInAStatement() throws {
        try withDatabase { db in
            let entries = (0..<37).map { (number: Int) -> ApiLogRecord in
                // Some of them find no room in the statement's memory.
                let method = String(repeating: "m", count: number % 7 == 0 ? 9_000 : 20)
                let at: Moment = epoch + .seconds(number)
                return ApiLogRecord(
                    at: at, userID: Int64(number % 3), keyPrefix: "k\(number)", transport: "unix", method: method,
                    status: "S\(number)", latencyMicroseconds: Int64(number), requestID: "r\(number)")
            }
            _ = try db.nextID(in: .calls)
            let before = db.cachedSQL.count
            try db.apiLogs.insert(entries)
            #expect(db.cachedSQL.count == before + 2, "one for sixteen rows, one for what is left")
            try db.apiLogs.insert([])
            let written = try db.apiLogs.following(.init(), after: 0, limit: 100).entries
            #expect(written.map(\.id) == Array(1...37))
            #expect(
                written.map { entry in
                    var entry = entry
                    entry.id = 0
                    return entry
                } == entries)
        }
    }

    @Test func theListIsNewestFirstAndFollowingOldestFirst() throws {
        try withDatabase { db in
            try fill(db, 20)
            #expect(try db.apiLogs.list(.init(), limit: 3).entries.map(\.id) == [20, 19, 18])
            #expect(try db.apiLogs.list(.init(), before: 3, limit: 3).entries.map(\.id) == [2, 1])
            #expect(try db.apiLogs.following(.init(), after: 17, limit: 10).entries.map(\.id) == [18, 19, 20])
            #expect(try db.apiLogs.following(.init(), after: 20, limit: 10).entries.isEmpty)
            #expect(try db.apiLogs.page(.init(), offset: 18, limit: 5).map(\.id) == [2, 1])
        }
    }

    @Test func filtersAreJoined() throws {
        try withDatabase { db in
            try fill(db, 40)
            func ids(_ selection: ApiLogRepository.Selection) throws -> [Int64] {
                try db.apiLogs.list(selection, limit: 100).entries.map(\.id)
            }
            #expect(try ids(.init(userID: 1)).allSatisfy { $0 % 2 == 0 } && ids(.init(userID: 1)).count == 20)
            #expect(try ids(.init(method: "s/A")) == [36, 31, 26, 21, 16, 11, 6, 1])
            #expect(try ids(.init(status: "error")) == [31, 21, 11, 1])
            #expect(try ids(.init(status: "NOT_FOUND")) == [31, 21, 11, 1])
            #expect(try ids(.init(method: "s/A", status: "OK")) == [36, 26, 16, 6])
            #expect(try ids(.init(requestID: "r7")) == [8])
            #expect(try ids(.init(status: "GONE")).isEmpty)
            #expect(try db.apiLogs.count(.init(status: "error")) == 4)
        }
    }

    @Test func aSearchLooksAtAWindowAndGoesOn() throws {
        try withDatabase { db in
            try fill(db, 100)
            var found: [Int64] = []
            var before = Int64.max
            var calls = 0
            while true {
                let (entries, searchedTo) = try db.apiLogs.list(
                    .init(requestID: "r3"), before: before, limit: 5, window: 30)
                calls += 1
                found += entries.map(\.id)
                guard let next = searchedTo else { break }
                #expect(next < before)
                before = next
            }
            #expect(found == [4])
            #expect(calls == 4)
            // What an index finds needs none.
            #expect(try db.apiLogs.list(.init(userID: 1), limit: 200, window: 3).entries.count == 50)
        }
    }

    @Test func aFollowerLooksAtAWindowAndMissesNothing() throws {
        try withDatabase { db in
            try fill(db, 100)
            _ = try db.apiLogs.purge(before: epoch + .seconds(10), now: epoch + .seconds(10), limit: 10)
            var found: [Int64] = []
            var after: Int64 = 1
            var calls = 0
            while true {
                let (entries, searchedTo) = try db.apiLogs.following(
                    .init(method: "s/A"), after: after, limit: 5, window: 30)
                #expect(entries.allSatisfy { after < $0.id && $0.id <= searchedTo })
                guard searchedTo > after else { break }
                calls += 1
                found += entries.map(\.id)
                after = searchedTo
            }
            #expect(found == Array(stride(from: 11, through: 96, by: 5)))
            #expect(after == 100 && calls >= 4)
            // What comes later is found from there; what is not there was looked for once.
            try fill(db, 1)
            #expect(try db.apiLogs.following(.init(method: "s/A"), after: after, limit: 5).entries.map(\.id) == [101])
            let none = try db.apiLogs.following(.init(requestID: "none"), after: 10, limit: 5, window: 30)
            #expect(none.entries.isEmpty && none.searchedTo == 40)
            let far = try db.apiLogs.following(.init(requestID: "none"), after: .max, limit: 5, window: 30)
            #expect(far.entries.isEmpty && far.searchedTo == .max)
        }
    }

    @Test func theOldestArePurgedInPortions() throws {
        try withDatabase { db in
            try fill(db, 20)
            #expect(
                try db.apiLogs.purge(before: epoch + .seconds(10), now: epoch + .seconds(10), limit: 6).deleted == 6)
            #expect(
                try db.apiLogs.purge(before: epoch + .seconds(10), now: epoch + .seconds(10), limit: 6).deleted == 4)
            #expect(
                try db.apiLogs.purge(before: epoch + .seconds(10), now: epoch + .seconds(10), limit: 6).deleted == 0)
            #expect(try db.apiLogs.following(.init(), after: 0, limit: 1).entries.map(\.id) == [11])
        }
    }

    @Test func callsFromAClockThatWasAheadHoldNothingUp() throws {
        try withDatabase { db in
            let now = epoch + .seconds(100)
            for _ in 0..<7 { try db.apiLogs.insert(ApiLogRecord(at: now + .seconds(9_999), method: "ahead")) }
            for _ in 0..<5 { try db.apiLogs.insert(ApiLogRecord(at: epoch, method: "old")) }
            try db.apiLogs.insert(ApiLogRecord(at: now, method: "new"))
            var position: Int64? = 0
            var deleted = 0
            while let after = position {
                let purged = try db.apiLogs.purge(before: now - .seconds(50), now: now, after: after, limit: 3)
                (position, deleted) = (purged.next, deleted + purged.deleted)
            }
            #expect(deleted == 5)
            let left = try db.apiLogs.list(.init(), limit: 99).entries
            #expect(Set(left.map(\.method)) == ["ahead", "new"] && left.count == 8)
        }
    }
}
