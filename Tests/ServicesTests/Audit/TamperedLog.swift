// An audit log on a real file, and hands that get at it behind the server's back.

import Codec
import Contract
import RPC
import Synchronization
import TestKit
import Testing

@testable import Services
@testable import Store

final class Damages: Sendable {
    private let list = Mutex<[AuditDamage]>([])

    var all: [AuditDamage] { list.withLock { $0 } }
    func add(_ damage: AuditDamage) { list.withLock { $0.append(damage) } }
}

/// A database with an audit log that can be closed, edited behind the server's back, and opened again.
final class TamperedLog {
    let directory = TemporaryDirectory.make()
    private(set) var trail: AuditTrail
    private var store: Store?
    private var written: Int64 = 0
    private let damages = Damages()
    /// What the server said while it ran.
    var told: [AuditDamage] { damages.all }
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
        trail = AuditTrail(key: HMACKey(key), notePath: directory + "/" + AuditNote.fileName) { [damages] damage in
            damages.add(damage)
        }
        complaint = try trail.attach(to: store)
    }

    func close() {
        store?.close()
        store = nil
    }

    /// - Parameter refusal: undoes it.
    func append(_ count: Int, refusing refusal: (any Error)? = nil) throws {
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
            if let refusal { throw refusal }
        }
    }

    func prune(_ count: Int) throws -> Int {
        try #require(store).writeSync { db in
            try db.audit.prune(before: Moment(microseconds: .max), now: Moment(microseconds: .max), limit: count)
        }
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

    /// On the file, while the server has it open.
    func editLive(_ statements: [String]) throws {
        let db = try Database(path: directory + "/switchboard.db")
        try db.execute("PRAGMA busy_timeout = 10000")
        for statement in statements { try db.execute(statement) }
        db.close()
    }

    func verify(
        _ request: VerifyAuditLogRequest = .init(), deadline: Deadline = .never
    ) async throws -> AuditVerdict {
        let service = AuditService(store: try #require(store), trail: trail, tokens: PageTokens(key: HMACKey([1])))
        let context = CallContext(
            method: AuditMethods.verifyAuditLog, deadline: deadline, peer: Peer(transport: .inProcess))
        return try await service.verifyAuditLog(request, context: context)
    }

    func finding() async -> Finding {
        guard let store else { return .init() }
        return await AuditChecks.finding(trail, store)
    }

    func readNote() throws -> AuditChain? {
        try AuditNote(path: directory + "/" + AuditNote.fileName, key: HMACKey([9])).read()
    }

    var noteExists: Bool { AuditNote(path: directory + "/" + AuditNote.fileName, key: HMACKey([9])).exists }
    func removeNote() { TemporaryDirectory.remove(directory + "/" + AuditNote.fileName) }
}
