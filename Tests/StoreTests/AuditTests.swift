// The audit log's rows: chained in the order of their ids, undone with their job, searched in a window.

import Synchronization
import Testing

@testable import Store

/// No cryptography: enough to tell bytes apart.
private final class Checksum: AuditSeal {
    private let found = Mutex<[AuditDamage]>([])

    var damages: [AuditDamage] { found.withLock { $0 } }
    var brokenID: Int64 { damages.first?.id ?? 0 }
    func broke(_ damage: AuditDamage) { found.withLock { $0.append(damage) } }

    func seal(_ bytes: [UInt8]) -> [UInt8] {
        var sum: UInt64 = 14_695_981_039_346_656_037
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
        return (0..<32).map { UInt8(truncatingIfNeeded: sum >> ($0 % 8 * 8)) }
    }

    func committed(_ chain: AuditChain) {}
}

@Suite struct AuditTests {
    private func withLog<T>(_ body: (Database) throws -> T) throws -> T {
        try withDatabase { db in
            db.auditSeal = Checksum()
            return try body(db)
        }
    }

    private func row(_ number: Int) -> AuditRecord {
        AuditRecord(
            at: epoch + .seconds(number / 3), who: number % 2 == 0 ? "user(7)" : "operator(0)", username: "u",
            keyPrefix: "k", method: number % 5 == 0 ? "s/A" : "s/B", targetKind: "user", targetID: Int64(number),
            targetName: "n", before: "{}", after: "{\"a\":1}", outcome: number % 10 == 0 ? "X" : "OK", times: 2,
            transport: "unix", ip: "::1", requestID: "r")
    }

    private func fill(_ db: Database, _ count: Int) throws {
        for number in 0..<count { try db.audit.append(row(number)) }
    }

    @Test func aRowIsReadAsItWasWrittenAndChainedToTheOneBefore() throws {
        try withLog { db in
            try fill(db, 3)
            let rows = try db.audit.rows(after: 0, limit: 10)
            #expect(rows.map(\.id) == [1, 2, 3])
            var previous = AuditChain.Link.origin.mac
            for (number, written) in rows.enumerated() {
                var expected = row(number)
                expected.id = Int64(number + 1)
                expected.mac = Checksum().seal(expected.sealed(after: previous))
                #expect(written == expected)
                previous = written.mac
            }
            let chain = try #require(try db.audit.chain())
            #expect(chain.head == AuditChain.Link(id: 3, mac: previous) && chain.anchor == .origin)
            #expect(try db.audit.get(2) == rows[1])
        }
    }

    @Test func everyColumnIsInWhatIsSealed() {
        let original = row(1)
        let changes: [(inout AuditRecord) -> Void] = [
            { $0.id = 9 }, { $0.at = epoch + .seconds(9) }, { $0.who = "" }, { $0.username = "" },
            { $0.keyPrefix = "" },
            { $0.method = "" }, { $0.targetKind = "" }, { $0.targetID = 9 }, { $0.targetName = "" }, { $0.before = "" },
            { $0.after = "" }, { $0.outcome = "" }, { $0.times = 9 }, { $0.transport = "" }, { $0.ip = "" },
            { $0.requestID = "" }, { ($0.who, $0.username) = ($0.who + $0.username, "") },
        ]
        // The MAC itself is the one column that is not.
        #expect(changes.count == AuditRecord.columns.split(separator: ",").count)
        for change in changes {
            var changed = original
            change(&changed)
            #expect(changed.sealed(after: [1]) != original.sealed(after: [1]))
        }
        #expect(original.sealed(after: [1]) != original.sealed(after: [2]))
    }

    @Test func aRowGoesWithTheJobThatIsUndone() throws {
        let open = try OpenStore()
        let seal = Checksum()
        _ = try open.store.sealAudit(with: seal)
        struct Refused: Error {}
        try open.store.writeSync { db in _ = try db.audit.append(row(1)) }
        #expect(throws: Refused.self) {
            try open.store.writeSync { db in
                try db.audit.append(row(2))
                throw Refused()
            }
        }
        try open.store.writeSync { db in
            _ = try? db.savepoint {
                try db.audit.append(row(3))
                throw Refused()
            }
            try db.audit.append(row(4))
        }
        let rows = try open.store.readSync { db in try db.audit.rows(after: 0, limit: 10) }
        #expect(rows.map(\.targetID) == [1, 4] && rows.map(\.id) == [1, 2])
        // And what is known of the log goes back with it.
        try open.store.writeSync { db in _ = try db.audit.append(row(5)) }
        #expect(seal.damages.isEmpty)
    }

    @Test func withoutASealNothingIsWritten() throws {
        try withDatabase { db in
            #expect(throws: StoreError.self) { try db.audit.append(row(1)) }
            let rows = try db.audit.rows(after: 0, limit: 1)
            #expect(rows.isEmpty)
        }
    }

    @Test func aSearchLooksAtAWindowAndGoesOn() throws {
        try withLog { db in
            try fill(db, 100)
            var selection = AuditRepository.Selection()
            selection.who = "user(7)"
            selection.outcome = "X"
            var found: [Int64] = []
            var position = AuditRepository.Position.start
            var calls = 0
            while true {
                let (rows, searchedTo) = try db.audit.list(selection, before: position, limit: 50, window: 15)
                calls += 1
                found += rows.map(\.targetID)
                guard let next = searchedTo else { break }
                position = next
            }
            #expect(found == [90, 80, 70, 60, 50, 40, 30, 20, 10, 0])
            #expect(calls == 4)
            // What an index finds needs none.
            selection.outcome = ""
            #expect(try db.audit.list(selection, limit: 200, window: 3).rows.count == 50)
            #expect(try db.audit.count(selection) == 50)
        }
    }

    @Test func theOldestGoFirstAndNoneThatIsYounger() throws {
        try withLog { db in
            try fill(db, 30)
            #expect(try db.audit.prune(before: epoch + .seconds(5), now: epoch + .seconds(99), limit: 10) == 10)
            #expect(try db.audit.prune(before: epoch + .seconds(5), now: epoch + .seconds(99), limit: 10) == 5)
            #expect(try db.audit.prune(before: epoch + .seconds(5), now: epoch + .seconds(99), limit: 10) == 0)
            let rows = try db.audit.rows(after: 0, limit: 100)
            #expect(rows.first?.id == 16 && rows.count == 15)
            #expect(try db.audit.chain()?.anchor.id == 15)
            #expect(try db.audit.append(row(1)) == 31)
        }
    }

    /// In seconds: 9 is old, 50 is to be kept, 999 is of a clock that was ahead.
    @Test(arguments: [
        ([1, 999, 999, 2, 50, 3], 10, [4, 0]), ([1, 999, 999], 10, [1, 0]), ([999, 999, 50, 1], 10, [0]),
        (Array(repeating: 999, count: 12) + [1, 999], 5, [5, 5, 3, 0]),
        (Array(repeating: 999, count: 12) + [50, 1], 5, [0]), ([1, 1, 999, 999, 999, 1, 50], 4, [4, 2, 0]),
        ([1, 2, 3, 999, 50], 4, [3, 0]), (Array(repeating: 999, count: 5), 5, [0]),
    ])
    func aRowOfAClockThatWasAheadHoldsNothingUp(times: [Int], limit: Int, pruned: [Int]) throws {
        try withLog { db in
            for time in times {
                var row = row(0)
                row.at = epoch + .seconds(time)
                try db.audit.append(row)
            }
            for count in pruned {
                let deleted = try db.audit.prune(
                    before: epoch + .seconds(10), now: epoch + .seconds(60), limit: limit)
                #expect(deleted == count)
            }
            let left = try db.audit.rows(after: 0, limit: 100)
            #expect(left.count == times.count - pruned.reduce(0, +))
            #expect(try db.audit.chain()?.anchor.id == Int64(pruned.reduce(0, +)))
        }
    }
}
