// Verifying a log in parts, in portions, from its front, and where there is none.

import Codec
import Contract
import Foundation
import RPC
import Synchronization
import TestKit
import Testing

@testable import Services
@testable import Store

@Suite struct AuditVerificationTests {
    /// A call runs on its connection's own thread, which others share.
    @Test func aLogIsHashedWhereItIsRead() async throws {
        let temporary = try TemporaryStore()
        try await temporary.store.write { db in
            for number in 0..<2_300 {
                try db.audit.append(AuditRecord(at: Moment(microseconds: Int64(number)), method: "s/M"))
            }
        }
        let threads = Mutex<[String: Int]>([:])
        let trail = temporary.audit
        let verification = AuditVerification(store: temporary.store, trail: trail) { bytes in
            let name = try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)
            threads.withLock { $0[name ?? "", default: 0] += 1 }
            return trail.seal(bytes)
        }
        let verdict = try await verification.run(from: 0, limit: .max)
        #expect(verdict.isIntact && verdict.checked == 2_300)
        #expect(threads.withLock { $0 } == ["store-reader\n": 2_300])
    }

    @Test func aLogThatTakesLongIsReadInSeveralCalls() async throws {
        let log = try TamperedLog(4_500)
        func walk() async throws -> (verdicts: [AuditVerdict], checked: Int64) {
            var verdicts: [AuditVerdict] = []
            repeat {
                let from = verdicts.last?.nextId ?? 0
                verdicts.append(
                    try await log.verify(
                        .with {
                            $0.fromId = from
                            $0.maxEntries = 1_000
                        }))
            } while verdicts.last?.nextId != 0
            return (verdicts, verdicts.reduce(0) { $0 + $1.checked })
        }
        let (whole, checked) = try await walk()
        #expect(whole.map(\.nextId) == [1_001, 2_001, 3_001, 4_001, 0] && checked == 4_500)
        #expect(whole.allSatisfy(\.isIntact) && whole.last?.lastId == 4_500)
        for (statement, fault, id) in [
            ("UPDATE audit_log SET who = 'x' WHERE id = 2000", AuditFault.changed, Int64(2_000)),
            ("DELETE FROM audit_log WHERE id = 1000", .removed, 1_000),
        ] {
            try log.editLive([statement])
            let (found, _) = try await walk()
            #expect(found.last?.fault == fault && found.last?.badId == id, "\(found)")
        }
        #expect(try await log.verify(.with { $0.fromId = 1_001 }).badId == 1_000)
        #expect(try await log.verify(.with { $0.fromId = 3_000 }).checked == 1_501)
        #expect(try await log.verify(.with { $0.fromId = 4_501 }).isIntact)
        for change: (inout VerifyAuditLogRequest) -> Void in [
            { $0.fromId = 4_502 }, { $0.fromId = .max }, { $0.fromId = -1 }, { $0.maxEntries = -1 },
        ] {
            let request = VerifyAuditLogRequest.with(change)
            let refused = await #expect(throws: RPCError.self) { _ = try await log.verify(request) }
            #expect(refused?.reason == "VALIDATION_ERROR")
        }
    }

    @Test func aCallThatHasNoTimeLeftSaysWhereToGoOn() async throws {
        let log = try TamperedLog(4_500)
        let first = try await log.verify(deadline: .after(.zero))
        #expect(first.isIntact && first.nextId == 2_001 && first.checked == 2_000)
    }

    @Test func whatWasDeletedFromTheFrontIsNoFault() async throws {
        let log = try TamperedLog()
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
        let log = try TamperedLog(4_500)
        let verdict = try await log.verify()
        #expect(verdict.isIntact && verdict.checked == 4_500)
        // At the edge of a portion, where what stands behind it is in the next.
        try log.edit(["DELETE FROM audit_log WHERE id = 2000", "UPDATE audit_log SET id = id - 1 WHERE id > 2000"])
        let broken = try await log.verify()
        #expect(broken.fault == .removed && broken.badId == 2_000, "\(broken)")
    }

    @Test func anEmptyLogIsIntact() async throws {
        let log = try TamperedLog(0)
        let verdict = try await log.verify()
        #expect(verdict.isIntact && verdict.checked == 0 && verdict.lastId == 0)
        log.close()
        try log.open()
        #expect(log.complaint == nil)
    }
}
