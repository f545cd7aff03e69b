// What the doctor says of the end of the audit log, whole and not, beside its note and without one.

import Contract
import Foundation
import Synchronization
import TestKit
import Testing

@testable import Services
@testable import Store

@Suite struct AuditChecksTests {
    private let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    private func append(_ count: Int) async throws {
        try await temporary.store.write { db in
            for number in 0..<count {
                try db.audit.append(AuditRecord(at: Moment(microseconds: Int64(number)), method: "s/M"))
            }
        }
        try temporary.audit.noteHead()
    }

    /// With the house's own store, after what somebody did to it behind its back.
    private func finding(after statements: String...) async throws -> (level: String, detail: String) {
        try await temporary.store.write { db in for sql in statements { try db.execute(sql) } }
        let finding = await AuditChecks.finding(temporary.audit, temporary.store)
        #expect(finding.subject == "audit log" && finding.advice.isEmpty == (finding.level == .ok))
        return ("\(finding.level)", finding.detail)
    }

    @Test func aLogThatIsWholeIsOK() async throws {
        #expect(try await finding().detail == "nothing was written yet")
        try await append(3)
        #expect(try await finding().level == "ok")
        // More than are looked at, and more than are noted.
        try await append(AuditChecks.rows + 50)
        try await temporary.store.write { db in
            _ = try db.audit.append(AuditRecord(at: Moment(microseconds: 1), method: "s/M"))
        }
        let all = try await finding()
        #expect(all.level == "ok" && all.detail.contains("last 200 entries, up to 254"), "\(all)")
        // Pruned to the end, and nothing noted of what is gone.
        let pruned = try await temporary.store.write { db in
            try db.audit.prune(before: Moment(microseconds: .max), now: Moment(microseconds: .max), limit: 1_000)
        }
        #expect(pruned == 254)
        #expect(try await finding().level == "ok")
    }

    @Test(arguments: [
        ("UPDATE audit_log SET who = 'nobody' WHERE id = 7", "not what was written"),
        ("DELETE FROM audit_log WHERE id = 5", "missing"), ("DELETE FROM audit_log WHERE id > 7", "missing"),
        ("DELETE FROM audit_log", "missing"),
        ("UPDATE audit_chain SET head_id = 8, head_mac = (SELECT mac FROM audit_log WHERE id = 8)", "was changed"),
        ("DELETE FROM audit_chain", "missing"),
    ])
    func anEndThatWasEditedIsAFault(sql: String, word: String) async throws {
        try await append(9)
        let found = try await finding(after: sql)
        #expect(found.level == "fail" && found.detail.contains(word), "\(found)")
    }

    /// Its name is the folder's to keep: where that is not written, the old note comes back with the power.
    @Test func aNoteIsDurableOrWasNotWritten() throws {
        struct Ill: Error {}
        let path = temporary.directory + "/" + AuditNote.fileName
        let folders = Folders()
        try AuditNote(path: path, key: HMACKey([4]), sync: { folders.add($0) }).write(AuditChain())
        #expect(folders.all == [temporary.directory])
        #expect(throws: Ill.self) {
            try AuditNote(path: path, key: HMACKey([4]), sync: { _ in throw Ill() }).write(AuditChain())
        }
        #expect(throws: AuditNote.Unreadable.self) {
            let failing: @Sendable (String) throws -> Void = { throw SecretFiles.Failure(path: $0, detail: "ill") }
            try AuditNote(path: path, key: HMACKey([4]), sync: failing).write(AuditChain())
        }
        try AuditNote(path: path, key: HMACKey([4])).write(AuditChain())
    }

    private final class Folders: Sendable {
        private let list = Mutex<[String]>([])
        var all: [String] { list.withLock { $0 } }
        func add(_ folder: String) { list.withLock { $0.append(folder) } }
    }

    @Test func aRowAtTheLastIDThatThereIsStopsNothing() async throws {
        try await append(9)
        let found = try await finding(
            after: "DELETE FROM audit_log WHERE id < 9", "UPDATE audit_log SET id = 9223372036854775807")
        #expect(found.level == "fail" && found.detail.contains("added by somebody else"), "\(found)")
    }

    @Test func aLogThatIsShorterThanItsNoteOrAnotherOneIsAFault() async throws {
        try await append(5)
        // The state of then, put back as a whole.
        let (rows, chain) = ("CREATE TABLE r AS SELECT * FROM audit_log", "CREATE TABLE c AS SELECT * FROM audit_chain")
        _ = try await finding(after: rows, chain)
        try await append(4)
        let back = try await finding(
            after: "DELETE FROM audit_log", "DELETE FROM audit_chain", "INSERT INTO audit_log SELECT * FROM r",
            "INSERT INTO audit_chain SELECT * FROM c")
        #expect(back.level == "fail" && back.detail.contains("audit.head is of entry 9"), "\(back)")

        let note = temporary.directory + "/" + AuditNote.fileName
        let other = AuditChain(head: .init(id: 5, mac: [UInt8](repeating: 7, count: 32)))
        try AuditNote(path: note, key: HMACKey([4])).write(other)
        let another = try await finding()
        #expect(another.level == "fail" && another.detail.contains("entry 5 is not the one"), "\(another)")
        try AuditNote(path: note, key: HMACKey([5])).write(other)
        let foreign = try await finding()
        #expect(foreign.level == "fail" && foreign.detail.contains("was not written by this server"), "\(foreign)")
        try FileManager.default.removeItem(atPath: note)
        #expect(try await finding().level == "ok")
    }
}
