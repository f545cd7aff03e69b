// The audit log of a real server: whole after kill -9, with an entry for each change and none besides; and what is done to
// it while the server is down is said when it starts.
import Codec
import Contract
import Foundation
import RPC
import Services
import Store
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct AuditDaemonTests {
    private let place = DaemonPlace()

    private func client() -> RPCClient {
        RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock")))
    }

    private func launch(_ name: String) async throws -> DaemonProcess {
        let daemon = try place.start(name)
        #expect(try await daemon.until { place.isReady(daemon) }, "\(daemon.output)")
        return daemon
    }

    private func create(_ name: String) async throws {
        _ = try await UsersClient(client()).createUser(.with { $0.username = name })
    }

    /// What somebody does with the file while nobody looks.
    private func edit(_ statement: String) throws {
        let store = try Store.open(directory: place.data, now: SystemClock().now()) { _ in }
        defer { store.close() }
        try store.writeSync { db in _ = try db.execute(statement) }
    }

    @Test func aKillLeavesAnEntryForEachChangeAndNoneBesides() async throws {
        for round in 0..<3 {
            let daemon = try await launch("rpcd-\(round)")
            let callers = (0..<4).map { caller in
                Task { [users = UsersClient(client())] in
                    for number in 0... {
                        _ = try await users.createUser(.with { $0.username = "u\(round)-\(caller)-\(number)" })
                    }
                }
            }
            // Until many of them are done; a start writes a little by itself.
            #expect(
                try await daemon.until {
                    (try? FileManager.default.attributesOfItem(atPath: place.data + "/switchboard.db-wal"))
                        .flatMap { $0[.size] as? Int } ?? 0 > 1_000_000
                })
            daemon.signal(SIGKILL)
            _ = try await daemon.status()
            for caller in callers { _ = await caller.result }
            let again = try await launch("again-\(round)")
            let verdict = try await AuditClient(client()).verifyAuditLog(.init())
            #expect(verdict.isIntact, "\(verdict)")
            let users = try await UsersClient(client()).listUsers(.with { $0.page = 1 }).totalSize
            let entries = try await AuditClient(client()).listAuditLog(.with { $0.page = 1 }).totalSize
            #expect(users == entries && users > 10)
            again.signal(SIGTERM)
            #expect(try await again.status() == 0)
            #expect(!again.output.contains("not whole"))
        }
    }

    @Test func anEditOfTheClosedDatabaseIsFound() async throws {
        let first = try await launch("first")
        for name in ["ada", "bob", "eve"] { try await create(name) }
        first.signal(SIGTERM)
        #expect(try await first.status() == 0)
        #expect(place.mode("secrets/audit.head") == 0o600 && place.mode("secrets/audit.key") == 0o600)

        try edit("UPDATE audit_log SET after = replace(after, 'bob', 'tim') WHERE id = 2")
        let second = try await launch("second")
        let changed = try await AuditClient(client()).verifyAuditLog(.init())
        #expect(changed.fault == .changed && changed.badId == 2, "\(changed)")
        second.signal(SIGTERM)
        #expect(try await second.status() == 0)

        try edit("DELETE FROM audit_log WHERE id >= 2")
        try edit("DELETE FROM audit_chain")
        let third = try await launch("third")
        #expect(third.output.contains("the audit log is not whole"))
        try await create("new")
        let cut = try await AuditClient(client()).verifyAuditLog(.init())
        #expect(!cut.isIntact, "\(cut)")
        third.signal(SIGTERM)
        #expect(try await third.status() == 0)
    }
}
