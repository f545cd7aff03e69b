// Somebody edits the audit log in the closed database file, without the server's key. Whatever they do is found, and the
// first entry that is wrong is named.
import Codec
import Contract
import RPC
import Synchronization
import TestKit
import Testing

@testable import Services
@testable import Store

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
            edit(
                "all are gone, and the record of the ends says that they were pruned", "DELETE FROM audit_log",
                """
                UPDATE audit_chain SET anchor_id = 11, anchor_mac = x'', head_id = 11, head_mac = x'', mac = x''
                """, is: .chain, at: 0),
            edit(
                "the same with macs of their length", "DELETE FROM audit_log",
                """
                UPDATE audit_chain SET anchor_id = 11, anchor_mac = zeroblob(32), head_id = 11,
                    head_mac = zeroblob(32), mac = zeroblob(32)
                """, is: .chain, at: 0),
            edit(
                "one was added before the first",
                """
                INSERT INTO audit_log SELECT -5, at, who, username, key_prefix, method, target_kind, target_id,
                    target_name, before, after, outcome, times, transport, ip, request_id, mac FROM audit_log WHERE id = 10
                """, is: .added, at: -5),
            edit(
                "one was added at the last id that there is",
                """
                INSERT INTO audit_log SELECT 9223372036854775807, at, who, username, key_prefix, method, target_kind,
                    target_id, target_name, before, after, outcome, times, transport, ip, request_id, mac
                FROM audit_log WHERE id = 10
                """, is: .added, at: .max),
            edit(
                "the record of the ends is at the last id that there is",
                "UPDATE audit_chain SET head_id = 9223372036854775807", is: .chain, at: 0),
            edit(
                "the last has the last id that there is",
                "UPDATE audit_log SET id = 9223372036854775807 WHERE id = 10", is: .added, at: .max),
        ]

    @Test(arguments: tamperings)
    func itIsFoundAndNamed(tampering: Tampering) async throws {
        let log = try TamperedLog()
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
        let log = try TamperedLog()
        try log.edit(tampering.statements)
        try log.append(3)
        try log.trail.noteHead()
        _ = try log.prune(2)
        let verdict = try await log.verify()
        #expect(!verdict.isIntact, "\(verdict)")
    }

    // MARK: While the server runs

    @Test(arguments: tamperings)
    func whatIsDoneWhileTheServerRunsIsFoundToo(tampering: Tampering) async throws {
        let log = try TamperedLog()
        try log.editLive(tampering.statements)
        try log.append(3)
        try log.trail.noteHead()
        _ = try log.prune(2)
        let verdict = try await log.verify()
        #expect(!verdict.isIntact, "\(verdict)")
        log.close()
        try log.open()
        let again = try await log.verify()
        #expect(!again.isIntact, "\(again)")
    }

    @Test func entriesThatAreTakenBackWhileTheServerRunsStayMissing() async throws {
        let log = try TamperedLog()
        try log.editLive(Self.keep)
        try log.append(5)
        try log.trail.noteHead()
        try log.editLive(Self.putBack)
        let before = try await log.verify()
        #expect(before.fault == .removed && before.badId == 11, "\(before)")
        for count in [1, 9] {
            try log.append(count)
            try log.trail.noteHead()
            let verdict = try await log.verify()
            #expect(verdict.fault == .removed && verdict.badId == 11, "\(verdict)")
        }
        log.close()
        try log.open()
        #expect(log.complaint != nil)
    }

    @Test func aLogThatIsTakenAwayWhileTheServerRunsStaysMissing() async throws {
        let log = try TamperedLog()
        try log.editLive(["DELETE FROM audit_log", "DELETE FROM audit_chain"])
        try log.append(1)
        try log.trail.noteHead()
        let verdict = try await log.verify()
        #expect(verdict.fault == .removed && verdict.badId == 1, "\(verdict)")
        log.close()
        try log.open()
        #expect(log.complaint != nil)
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
        let log = try TamperedLog()
        try log.edit(Self.keep)
        try log.append(5)
        try log.trail.noteHead()
        try log.edit(Self.putBack)
        #expect(log.complaint?.contains("entry 15") == true)
        let verdict = try await log.verify()
        #expect(verdict.fault == .removed && verdict.badId == 11, "\(verdict)")
        // Written on, as long as it was and longer, it begins behind what is known to have been.
        for count in [5, 1] {
            try log.append(count)
            try log.trail.noteHead()
            let later = try await log.verify()
            #expect(later.fault == .removed && later.badId == 11 && later.brokenId == 11, "\(later)")
        }
        // Nor does it help to take the note away now.
        log.close()
        log.removeNote()
        try log.open()
        #expect(log.complaint != nil)
        let verified = try await log.verify()
        #expect(verified.fault == .removed && verified.brokenId == 11)
        // What came after the break can be relied on by itself.
        let after = try await log.verify(.with { $0.fromId = 17 })
        #expect(after.isIntact && after.checked == 5 && after.firstId == 17 && after.brokenId == 11, "\(after)")
    }

    @Test func whoRestoresABackupTakesTheNoteAwayFirst() async throws {
        let log = try TamperedLog()
        try log.edit(Self.keep)
        try log.append(5)
        try log.trail.noteHead()
        log.close()
        log.removeNote()
        try log.edit(Self.putBack)
        try log.open()
        #expect(log.complaint == nil)
        #expect(try await log.verify().isIntact)
        try log.append(1)
        try log.trail.noteHead()
        #expect(log.noteExists)
        #expect(try await log.verify().isIntact)
    }

    // MARK: A break is never healed

    private static let copy = [
        "CREATE TABLE log_copy AS SELECT * FROM audit_log", "CREATE TABLE chain_copy AS SELECT * FROM audit_chain",
    ]
    private static let clear = ["DELETE FROM audit_log", "DELETE FROM audit_chain"]
    private static let restore =
        clear + [
            "INSERT INTO audit_log SELECT * FROM log_copy", "INSERT INTO audit_chain SELECT * FROM chain_copy",
        ]

    @Test func whatIsPutBackToTheLetterIsStillBroken() async throws {
        let log = try TamperedLog()
        try log.editLive(Self.copy + Self.clear)
        // The note says so before anything else is written, and whatever becomes of the job that found it.
        struct Refused: Error {}
        #expect(throws: Refused.self) { try log.append(1, refusing: Refused()) }
        #expect(try log.readNote()?.brokenID == 11)
        try log.append(1)
        #expect(log.told.map(\.id) == [11])
        try log.editLive(Self.restore)
        for _ in 0..<2 {
            let verdict = try await log.verify()
            #expect(!verdict.isIntact && verdict.badId == 11 && verdict.brokenId == 11, "\(verdict)")
            #expect(await log.finding().level == .fail)
            log.close()
            try log.open()
            #expect(log.complaint?.contains("11") == true)
        }
        // It goes into the database too, where the note may be lost.
        try log.append(3)
        log.close()
        log.removeNote()
        try log.open()
        #expect(try await log.verify().brokenId == 11)
        #expect(log.complaint != nil)
        // Further damage is found behind it.
        try log.trail.noteHead()
        let last = try #require(try log.readNote()).head.id
        let whole = try await log.verify(.with { $0.fromId = last - 1 })
        #expect(whole.isIntact && whole.checked == 2 && whole.lastId == last, "\(whole)")
        try log.editLive(["UPDATE audit_log SET who = 'x' WHERE id = \(last)"])
        let later = try await log.verify(.with { $0.fromId = last - 1 })
        #expect(later.fault == .changed && later.badId == last, "\(later)")
    }

    @Test func whatIsFoundIsSaidOnce() async throws {
        let log = try TamperedLog()
        #expect(await log.finding().level == .ok)
        try log.editLive(["UPDATE audit_log SET who = 'x' WHERE id = 9"])
        #expect(await log.finding().level == .fail)
        try log.editLive(["DELETE FROM audit_log WHERE id = 10"])
        try log.append(2)
        try log.append(2)
        #expect(log.told.map(\.id) == [10])
    }

    @Test func whatDoesNotVerifyIsNotPruned() async throws {
        let log = try TamperedLog()
        try log.editLive(["UPDATE audit_log SET who = 'x' WHERE id = 3"])
        try log.editLive([
            """
            INSERT INTO audit_log SELECT -5, at, who, username, key_prefix, method, target_kind, target_id,
                target_name, before, after, outcome, times, transport, ip, request_id, mac FROM audit_log WHERE id = 10
            """
        ])
        #expect(try log.prune(100) == 2)
        #expect(log.told.map(\.id) == [3])
        #expect(try log.prune(100) == 0)
        #expect(try await log.verify().badId == -5)
        try log.editLive(["DELETE FROM audit_log WHERE id < 0"])
        #expect(try await log.verify().badId == 3)
    }

    @Test func whatWasWrittenAfterABreakIsPrunedInItsTime() async throws {
        let log = try TamperedLog(3)
        try log.editLive(["DELETE FROM audit_chain"])
        try log.append(3)
        #expect(try log.prune(100) == 6)
        let verdict = try await log.verify()
        #expect(verdict.fault == .broken && verdict.brokenId == 4, "\(verdict)")
    }

    // MARK: Beside the note

    @Test func withoutTheNoteItIsFoundByAHashThatWasKeptElsewhere() async throws {
        let log = try TamperedLog()
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
        let log = try TamperedLog()
        log.close()
        try AuditNote(path: log.directory + "/" + AuditNote.fileName, key: HMACKey([8])).write(AuditChain())
        for _ in 0..<2 {
            try log.open()
            #expect(log.complaint != nil)
            let verdict = try await log.verify()
            #expect(verdict.fault == .broken && verdict.badId == 11, "\(verdict)")
            log.close()
        }
    }

    @Test func anotherKeyVerifiesNothing() async throws {
        let log = try TamperedLog()
        log.close()
        try log.open(key: [7])
        #expect(log.complaint != nil)
        #expect(try await log.verify().isIntact == false)
    }
}
