// Key files that are gone while something needs them: no start makes others in their place, doctor and restore say so, and
// whoever has lost one for good gives it up by name.

import Codec
import Contract
import Foundation
import RPC
import Services
import Store
import Testing

@testable import rpcd

@Suite(.timeLimit(.minutes(3))) struct KeyLossTests {
    private let files = FileManager.default
    private let place = DaemonPlace()

    private func client() -> RPCClient {
        RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock")))
    }

    /// Runs a server for as long as `body` takes.
    private func serve(_ body: (RPCClient) async throws -> Void = { _ in }) async throws {
        let daemon = try place.start("rpcd-\(UInt32.random(in: 0 ... .max))")
        #expect(try await daemon.until(within: .seconds(60)) { place.isReady(daemon) }, "\(daemon.output)")
        let client = client()
        try await body(client)
        await client.transport.close()
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0, "\(daemon.output)")
    }

    private func key(_ name: String) -> String { place.data + "/secrets/" + name }

    /// A start that is refused, and what it says.
    private func refusal() async throws -> String {
        let refused = try await place.run(["--data-dir", place.data, "--http", "off"])
        #expect(refused.status == 78, "\(refused)")
        return refused.output
    }

    private func command(_ arguments: String...) async throws -> (status: Int32?, output: String) {
        try await place.run(arguments + ["--data-dir", place.data])
    }

    /// As a bridge leaves it: one sealed secret.
    private func seal() throws -> SecretKeys.Key {
        let keys = try #require(
            SecretKeys(parsing: String(decoding: SecretFiles.read(key("box.keys")) ?? [], as: UTF8.self)))
        let now = SystemClock().now()
        let store = try Store.open(directory: place.data, now: now) { _ in }
        defer { store.close() }
        return try store.writeSync { db in
            let user = try db.users.insert(UserRecord(username: "ada", usernameKey: "ada", createdAt: now))
            let session = try db.sessions.insert(SessionRecord(userID: user, name: "s", createdAt: now))
            let sealed = SecretBox(keys).seal(
                [1, 2], at: SecretBox.Place(table: "auth_state", row: session, column: "creds"))
            try db.authState.put(sealed, sessionID: session, key: "creds", keyID: keys.newest.id, at: now)
            return keys.newest
        }
    }

    private func sealed() throws -> Set<UInt32> {
        try Store.inspect(directory: place.data).keyNeeds?.sealing ?? []
    }

    // MARK: The audit log's

    @Test func noStartMakesAnotherKeyForAnAuditLogThatHasBegun() async throws {
        // One that has not begun gets its key.
        try await serve()
        unlink(key("audit.key"))
        unlink(key("audit.head"))
        try await serve { client in _ = try await UsersClient(client).createUser(.with { $0.username = "ada" }) }
        let there = try #require(SecretFiles.read(key("audit.key")))
        for name in ["audit.key", "page-tokens.key"] { unlink(key(name)) }
        let said = try await refusal()
        #expect(said.contains("secrets/audit.key is missing") && said.contains("rpcd new-key audit.key"), "\(said)")
        // Nothing was made anew on the way.
        #expect(!files.fileExists(atPath: key("audit.key")) && !files.fileExists(atPath: key("page-tokens.key")))
        let asked = try await command("doctor")
        #expect(asked.status == 1 && asked.output.contains("FAIL  secrets: \(key("audit.key")) is missing"), "\(asked)")
        try SecretFiles.write(there, to: key("audit.key"))
        try await serve { client in
            let verdict = try await AuditClient(client).verifyAuditLog(.init())
            #expect(verdict.isIntact, "\(verdict)")
        }
    }

    /// What is noted of its end is sealed with the key, and there is a note from the first end of a server on.
    @Test func norForOneThatIsEmptyButWhoseEndIsNoted() async throws {
        try await serve()
        #expect(files.fileExists(atPath: key("audit.head")))
        unlink(key("audit.key"))
        let said = try await refusal()
        #expect(said.contains("secrets/audit.key is missing"), "\(said)")
        #expect(!files.fileExists(atPath: key("audit.key")))
        let asked = try await command("doctor")
        #expect(asked.status == 1 && asked.output.contains("FAIL  secrets: \(key("audit.key")) is missing"), "\(asked)")
        let given = try await command("new-key", "audit.key")
        #expect(given.status == 0, "\(given)")
        try await serve()
    }

    @Test func anAuditKeyThatIsLostIsGivenUpByNameAndTheLogSaysSo() async throws {
        try await serve { client in
            for name in ["ada", "bob"] { _ = try await UsersClient(client).createUser(.with { $0.username = name }) }
            let busy = try await command("new-key", "audit.key")
            #expect(busy.status == 75, "\(busy)")
        }
        let kept = try await command("new-key", "audit.key")
        #expect(kept.status == 78 && kept.output.contains("is there"), "\(kept)")
        unlink(key("audit.key"))
        _ = try await refusal()
        let given = try await command("new-key", "audit.key")
        #expect(given.status == 0 && given.output.contains("verify --from 4"), "\(given)")
        #expect(place.mode("secrets/audit.key") == 0o600)
        #expect(SecretFiles.names(in: place.data + "/secrets").contains { $0.hasPrefix("audit.head.of-lost-key-") })
        try await serve { client in
            let audit = AuditClient(client)
            _ = try await UsersClient(client).createUser(.with { $0.username = "eve" })
            let all = try await audit.verifyAuditLog(.init())
            #expect(!all.isIntact && all.brokenId == 1, "\(all)")
            let rest = try await audit.verifyAuditLog(.with { $0.fromId = 4 })
            #expect(rest.isIntact && rest.checked == 1, "\(rest)")
            let entries = try await audit.listAuditLog(.init()).entries
            #expect(entries.count == 4 && entries[1].targetName == "audit.key", "\(entries)")
            #expect(entries[1].who == "operator(\(geteuid()))" && "\(entries[1])".contains("lost and given up"))
            // For good: also what the doctor says.
            let found = try await SystemClient(client).diagnose(.init()).findings
            #expect(found.contains { $0.subject == "audit log" && $0.level == .fail })
        }
    }

    // MARK: The secrets'

    @Test func keysThatSealSomethingAreMissedByAllWhoLook() async throws {
        try await serve()
        let sealing = try seal()
        let there = try #require(SecretFiles.read(key("box.keys")))
        try await serve { client in
            let system = SystemClient(client)
            unlink(key("box.keys"))
            func level() async throws -> FindingLevel? {
                try await system.diagnose(.init()).findings.first { $0.subject == "secrets" }?.level
            }
            #expect(try await level() == .fail)
            let error = await #expect(throws: RPCError.self) {
                _ = try await system.backup(
                    .with {
                        $0.path = place.path + "/b.db"
                        $0.withSecrets = true
                    })
            }
            #expect(error?.reason == "UNAVAILABLE" && error?.message.contains("box.keys") == true)
            #expect(!files.fileExists(atPath: place.path + "/b.db"))
            // As the doctor says: what rpcd knows it can write again.
            _ = try await SecretsClient(client).rotateSecretKey(.init())
            #expect(try await level() == .ok)
            let anew = String(decoding: SecretFiles.read(key("box.keys")) ?? [], as: UTF8.self)
            #expect(anew.contains(sealing.name))
            _ = try await system.backup(
                .with {
                    $0.path = place.path + "/b.db"
                    $0.withSecrets = true
                })
        }
        // The rotation sealed it anew: the file of before does not have its key.
        let backup = place.path + "/b.db"
        unlink(backup + ".secrets/box.keys")
        try SecretFiles.write(there, to: backup + ".secrets/box.keys")
        // Its fingerprint is known, and still it is not enough.
        let before = try files.subpathsOfDirectory(atPath: place.data).sorted()
        let refused = try await command("restore", backup)
        #expect(refused.status == 78 && refused.output.contains("lacks keys that secrets in the backup"), "\(refused)")
        #expect(try files.subpathsOfDirectory(atPath: place.data).sorted() == before)
        // Without any it is restored, and said what that means.
        try files.moveItem(atPath: backup + ".secrets", toPath: place.path + "/elsewhere")
        unlink(key("box.keys"))
        let restored = try await command("restore", backup)
        #expect(restored.status == 0 && restored.output.contains("rpcd new-key box.keys"), "\(restored)")
        #expect(try await refusal().contains("rpcd new-key box.keys"))
        let asked = try await command("doctor")
        #expect(asked.status == 1 && asked.output.contains("FAIL  secrets: \(key("box.keys")) is missing"), "\(asked)")
    }

    @Test func secretsWhoseKeyIsLostAreGivenUpByName() async throws {
        try await serve()
        let none = try await command("new-key", "box.keys")
        #expect(none.status == 78 && none.output.contains("no key is lost"), "\(none)")
        let id = try seal().id
        unlink(key("box.keys"))
        _ = try await refusal()
        #expect(try sealed() == [id])
        let given = try await command("new-key", "box.keys")
        #expect(given.status == 0 && given.output.contains("gave up 1 secrets"), "\(given)")
        #expect(try sealed() == [] && place.mode("secrets/box.keys") == 0o600)
        try await serve { client in
            let verdict = try await AuditClient(client).verifyAuditLog(.init())
            let entries = try await AuditClient(client).listAuditLog(.init()).entries
            #expect(verdict.isIntact && entries.first?.targetName == "box.keys", "\(verdict) \(entries)")
        }
    }

    @Test(arguments: ["page-tokens.key", "audit.head", "../audit.key", ""])
    func onlyWhatIsNeverMadeAnewIsGivenUp(name: String) async throws {
        let refused = try await command("new-key", name)
        #expect(refused.status == 64 && !files.fileExists(atPath: place.data), "\(refused)")
    }
}
