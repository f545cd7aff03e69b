// Somebody edits the audit log in the closed database file, without the server's key. Whatever they do is found, and the
// first entry that is wrong is named.
import Codec
import Contract
import RPC
import TestKit
import Testing

@testable import Services
@testable import Store

/// A database with an audit log that can be closed, edited behind the server's back, and opened again.
private final class Log {
    let directory = TemporaryDirectory.make()
    private(set) var trail: AuditTrail
    private var store: Store?
    private var written: Int64 = 0
    /// What the server says at its start.
    private(set) var complaint: String?

    init(_ count: Int = 10) throws {
        trail = AuditTrail(key: HMACKey([9]))
        try open()
        try append(count)
        try trail.noteHead()
    }

    deinit {
        store?.close()
        TemporaryDirectory.remove(directory)
    }

    func open(key: [UInt8] = [9]) throws {
        let now = Instant(microseconds: 1_767_225_600_000_000)
        let store = try Store.open(directory: directory, now: now) { _ in }
        self.store = store
        trail = AuditTrail(key: HMACKey(key), notePath: directory + "/" + AuditNote.fileName)
        complaint = try trail.attach(to: store)
    }

    func close() {
        store?.close()
        store = nil
    }

    func append(_ count: Int) throws {
        let numbers = written..<written + Int64(count)
        written += Int64(count)
        try #require(store).writeSync { db in
            for number in numbers {
                try db.audit.append(
                    AuditRecord(
                        at: Moment(microseconds: number), who: "user(7)", username: "ada", keyPrefix: "sbk_x",
                        method: "s/M", targetKind: "user", targetID: number, targetName: "n",
                        before: #"{"a":1}"#, after: #"{"a":2}"#, transport: "tcp", ip: "192.0.2.7", requestID: "r"))
            }
        }
    }

    func prune(_ count: Int) throws -> Int {
        try #require(store).writeSync { db in try db.audit.prune(before: Moment(microseconds: .max), limit: count) }
    }

    /// On the file, with the server gone.
    func edit(_ statements: [String]) throws {
        let wasOpen = store != nil
        close()
        let db = try Database(path: directory + "/switchboard.db")
        for statement in statements { try db.execute(statement) }
        db.close()
        if wasOpen { try open() }
    }

    func verify(_ request: VerifyAuditLogRequest = .init()) async throws -> AuditVerdict {
        let service = AuditService(store: try #require(store), trail: trail, tokens: PageTokens(key: HMACKey([1])))
        let context = CallContext(method: AuditMethods.verifyAuditLog, peer: Peer(transport: .inProcess))
        return try await service.verifyAuditLog(request, context: context)
    }

    var noteExists: Bool { AuditNote(path: directory + "/" + AuditNote.fileName, key: HMACKey([9])).exists }
    func removeNote() { TemporaryDirectory.remove(directory + "/" + AuditNote.fileName) }
}

@Suite struct AuditTamperTests {
    struct Tampering: Sendable, CustomTestStringConvertible {
        let name: String
        let statements: [String]
        let fault: AuditFault
        let badID: Int64
        var testDescription: String { name }
    }

    private static func edit(
        _ name: String, _ statements: String..., is fault: AuditFault, at badID: Int64
    ) -> Tampering {
        Tampering(name: name, statements: statements, fault: fault, badID: badID)
    }

    static let tamperings: [Tampering] =
        [
            "who", "username", "key_prefix", "method", "target_kind", "target_name", "before", "after", "outcome",
            "transport", "ip", "request_id",
        ].map {
            edit("another \($0)", "UPDATE audit_log SET \($0) = 'x' WHERE id = 5", is: .changed, at: 5)
        }
        + ["at", "target_id", "times"].map {
            edit("another \($0)", "UPDATE audit_log SET \($0) = \($0) + 1 WHERE id = 5", is: .changed, at: 5)
        }
        + [
            edit("another mac", "UPDATE audit_log SET mac = zeroblob(32) WHERE id = 5", is: .changed, at: 5),
            edit("a short mac", "UPDATE audit_log SET mac = zeroblob(0) WHERE id = 5", is: .changed, at: 5),
            edit("a change to the first", "UPDATE audit_log SET who = '' WHERE id = 1", is: .changed, at: 1),
            edit("a change to the last", "UPDATE audit_log SET who = '' WHERE id = 10", is: .changed, at: 10),
            edit(
                "text moved from one column to its neighbour",
                "UPDATE audit_log SET who = 'user(7)a', username = 'da' WHERE id = 5", is: .changed, at: 5),
            edit("one is gone", "DELETE FROM audit_log WHERE id = 5", is: .removed, at: 5),
            edit("several are gone", "DELETE FROM audit_log WHERE id IN (5, 6, 8)", is: .removed, at: 5),
            edit("the first is gone", "DELETE FROM audit_log WHERE id = 1", is: .removed, at: 1),
            edit("the last is gone", "DELETE FROM audit_log WHERE id = 10", is: .removed, at: 10),
            edit("all are gone", "DELETE FROM audit_log", is: .removed, at: 1),
            edit(
                "all are gone, and the record of the ends",
                "DELETE FROM audit_log", "DELETE FROM audit_chain", is: .removed, at: 1),
            edit(
                "two have changed places", "UPDATE audit_log SET id = 99 WHERE id = 4",
                "UPDATE audit_log SET id = 4 WHERE id = 7", "UPDATE audit_log SET id = 7 WHERE id = 99",
                is: .reordered, at: 4),
            edit(
                "one is gone and the others closed up", "DELETE FROM audit_log WHERE id = 5",
                "UPDATE audit_log SET id = id - 1 WHERE id > 5", is: .removed, at: 5),
            edit(
                "three are gone and the others closed up", "DELETE FROM audit_log WHERE id IN (3, 4, 5)",
                "UPDATE audit_log SET id = id - 3 WHERE id > 5", is: .removed, at: 3),
            edit(
                "one was put in between", "UPDATE audit_log SET id = -id WHERE id >= 5",
                "UPDATE audit_log SET id = 1 - id WHERE id < 0",
                """
                INSERT INTO audit_log SELECT 5, at, who, username, key_prefix, 's/Other', target_kind, target_id,
                    target_name, before, after, outcome, times, transport, ip, request_id, mac FROM audit_log WHERE id = 4
                """, is: .reordered, at: 5),
            edit(
                "one was added",
                """
                INSERT INTO audit_log SELECT 11, at, who, username, key_prefix, method, target_kind, target_id,
                    target_name, before, after, outcome, times, transport, ip, request_id, mac FROM audit_log WHERE id = 10
                """, is: .added, at: 11),
            edit("the record of the ends is gone", "DELETE FROM audit_chain", is: .chain, at: 0),
            edit(
                "the last is gone, and the record of the ends says so", "DELETE FROM audit_log WHERE id = 10",
                "UPDATE audit_chain SET head_id = 9, head_mac = (SELECT mac FROM audit_log WHERE id = 9)",
                is: .chain, at: 0),
            edit(
                "the first are gone, and the record of the ends says so",
                "UPDATE audit_chain SET anchor_id = 3, anchor_mac = (SELECT mac FROM audit_log WHERE id = 3)",
                "DELETE FROM audit_log WHERE id <= 3", is: .chain, at: 0),
        ]

    @Test(arguments: tamperings)
    func itIsFoundAndNamed(tampering: Tampering) async throws {
        let log = try Log()
        let before = try await log.verify()
        #expect(before.isIntact && before.checked == 10 && before.firstId == 1 && before.lastId == 10, "\(before)")
        try log.edit(tampering.statements)
        let verdict = try await log.verify()
        #expect(!verdict.isIntact)
        #expect(verdict.fault == tampering.fault, "\(verdict)")
        #expect(verdict.badId == tampering.badID, "\(verdict)")
        #expect(!verdict.detail.isEmpty)
    }

    @Test(arguments: tamperings)
    func theLogGoesOnAndWhatHappenedStaysVisible(tampering: Tampering) async throws {
        let log = try Log()
        try log.edit(tampering.statements)
        try log.append(3)
        try log.trail.noteHead()
        _ = try log.prune(2)
        let verdict = try await log.verify()
        #expect(!verdict.isIntact, "\(verdict)")
    }

    // MARK: An older state put back

    private static let keep = [
        "CREATE TABLE kept AS SELECT * FROM audit_chain"
    ]
    private static let putBack = [
        "DELETE FROM audit_log WHERE id > 10", "DELETE FROM audit_chain",
        "INSERT INTO audit_chain SELECT * FROM kept",
    ]

    @Test func anOlderStateIsFoundByTheNoteBesideTheKey() async throws {
        let log = try Log()
        try log.edit(Self.keep)
        try log.append(5)
        try log.trail.noteHead()
        try log.edit(Self.putBack)
        #expect(log.complaint?.contains("entry 15") == true)
        let verdict = try await log.verify()
        #expect(verdict.fault == .removed && verdict.badId == 11, "\(verdict)")
        // Written on, as long as it was and longer: the note is not written over.
        for count in [5, 1] {
            try log.append(count)
            try log.trail.noteHead()
            let later = try await log.verify()
            #expect(later.fault == .changed && later.badId == 15, "\(later)")
        }
        // Whoever restored a backup takes the note away, and a new one begins.
        log.close()
        log.removeNote()
        try log.open()
        #expect(log.complaint == nil)
        #expect(try await log.verify().isIntact)
        try log.trail.noteHead()
        #expect(log.noteExists)
    }

    @Test func withoutTheNoteItIsFoundByAHashThatWasKeptElsewhere() async throws {
        let log = try Log()
        try log.edit(Self.keep)
        try log.append(5)
        let noted = try await log.verify()
        #expect(noted.lastId == 15)
        let known = VerifyAuditLogRequest.with {
            $0.knownId = noted.lastId
            $0.knownHash = noted.lastHash
        }
        #expect(try await log.verify(known).isIntact)
        try log.edit(Self.putBack)
        log.removeNote()
        #expect(try await log.verify().isIntact)
        #expect(try await log.verify(known).fault == .removed)
        try log.append(7)
        let verdict = try await log.verify(known)
        #expect(verdict.fault == .changed && verdict.badId == 15)
    }

    @Test func aNoteThatTheServerDidNotWriteIsNoNote() async throws {
        let log = try Log()
        log.close()
        try AuditNote(path: log.directory + "/" + AuditNote.fileName, key: HMACKey([8])).write(.origin)
        try log.open()
        #expect(log.complaint != nil)
        #expect(try await log.verify().fault == .chain)
    }

    @Test func anotherKeyVerifiesNothing() async throws {
        let log = try Log()
        log.close()
        try log.open(key: [7])
        #expect(log.complaint != nil)
        #expect(try await log.verify().isIntact == false)
    }

    // MARK: In order

    @Test func whatWasDeletedFromTheFrontIsNoFault() async throws {
        let log = try Log()
        #expect(try log.prune(4) == 4)
        let verdict = try await log.verify()
        #expect(verdict.isIntact && verdict.firstId == 5 && verdict.checked == 6, "\(verdict)")
        #expect(try log.prune(100) == 6)
        #expect(try await log.verify().isIntact)
        try log.append(1)
        let last = try await log.verify()
        #expect(last.isIntact && last.firstId == 11 && last.lastId == 11, "\(last)")
    }

    @Test func aLongLogIsReadInPortions() async throws {
        let log = try Log(4_500)
        let verdict = try await log.verify()
        #expect(verdict.isIntact && verdict.checked == 4_500)
        // At the edge of a portion, where what stands behind it is in the next.
        try log.edit(["DELETE FROM audit_log WHERE id = 2000", "UPDATE audit_log SET id = id - 1 WHERE id > 2000"])
        let broken = try await log.verify()
        #expect(broken.fault == .removed && broken.badId == 2_000, "\(broken)")
    }

    @Test func anEmptyLogIsIntact() async throws {
        let log = try Log(0)
        let verdict = try await log.verify()
        #expect(verdict.isIntact && verdict.checked == 0 && verdict.lastId == 0)
        log.close()
        try log.open()
        #expect(log.complaint == nil)
    }
}
