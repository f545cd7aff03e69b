// `rpcd restore` and `rpcd doctor` as an operator runs them, beside and instead of an rpcd.

import Codec
import Contract
import Foundation
import RPC
import Services
import Testing

@testable import rpcd

@Suite(.timeLimit(.minutes(3))) struct RestoreCommandTests {
    private func client(_ place: DaemonPlace) -> RPCClient {
        RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock")))
    }

    private func ready(_ place: DaemonPlace, _ name: String = "rpcd") async throws -> DaemonProcess {
        let daemon = try place.start(name)
        #expect(try await daemon.until(within: .seconds(60)) { place.isReady(daemon) }, "\(daemon.output)")
        return daemon
    }

    private func users(_ place: DaemonPlace) async throws -> [String] {
        let client = client(place)
        let names = try await UsersClient(client).listUsers(.init()).users.map(\.username)
        await client.transport.close()
        return names
    }

    @Test func whatWasBackedUpComesBackAndWhatWasThereIsKept() async throws {
        let place = DaemonPlace()
        var daemon = try await ready(place)
        let caller = client(place)
        _ = try await UsersClient(caller).createUser(.with { $0.username = "before" })
        let made = try await SystemClient(caller).backup(
            .with {
                $0.path = place.path + "/monday.db"
                $0.withSecrets = true
            })
        #expect(made.secretsPath == place.path + "/monday.db.secrets")
        _ = try await UsersClient(caller).createUser(.with { $0.username = "after" })
        await caller.transport.close()
        let page = try Data(contentsOf: URL(fileURLWithPath: place.data + "/secrets/page-tokens.key"))

        // Not while a server runs.
        let busy = try await place.run(["restore", made.path, "--data-dir", place.data])
        #expect(busy.status == 75 && busy.output.contains("another rpcd"), "\(busy)")
        let asked = try await place.run(["doctor", "--data-dir", place.data])
        #expect(asked.status == 75, "\(asked)")

        // As after a crash: the last commits are in the WAL.
        daemon.signal(SIGKILL)
        #expect(try await daemon.status() != nil)
        try Data("another key of thirty-two bytes..".utf8.prefix(32)).write(
            to: URL(fileURLWithPath: place.data + "/secrets/page-tokens.key"))
        let restored = try await place.run(["restore", made.path, "--data-dir", place.data])
        #expect(restored.status == 0, "\(restored)")
        #expect(restored.output.contains("every page checked") && restored.output.contains("key files restored from"))
        #expect(restored.output.contains(".before-restore-"))
        #expect(!restored.output.contains("warning:"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.data + "/secrets/page-tokens.key")) == page)
        #expect(place.mode("secrets/page-tokens.key") == 0o600 && place.mode("switchboard.db") == 0o600)
        let names = try FileManager.default.contentsOfDirectory(atPath: place.data)
        #expect(names.count { $0.hasPrefix("switchboard.db.before-restore-") } == 2)

        daemon = try await ready(place, "second")
        #expect(try await users(place) == ["before"])
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
    }

    @Test func aBackupWithoutItsKeysSaysSo() async throws {
        let place = DaemonPlace()
        let daemon = try await ready(place)
        let caller = client(place)
        let made = try await SystemClient(caller).backup(.with { $0.path = "x.db" })
        await caller.transport.close()
        #expect(made.path == place.data + "/backups/x.db" && made.secretsPath.isEmpty)
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        let other = DaemonPlace()
        let restored = try await other.run(["restore", made.path, "--data-dir", other.data])
        #expect(restored.status == 0, "\(restored)")
        #expect(restored.output.contains("came without key files"))
        for key in KeyFile.allCases {
            let name = key.fileName.replacing("ID", with: "1")
            #expect(restored.output.contains("\(name) is missing: \(key.loss)"), "\(key)")
        }
        // With keys of its own in place, it says what that means instead.
        let again = try await place.run(["restore", made.path, "--data-dir", place.data])
        #expect(again.status == 0 && again.output.contains("are those that the backup was made with"), "\(again)")
        #expect(!again.output.contains("is missing") && !again.output.contains("warning:"))
        // Its audit log was sealed with a key that is not here: nothing starts until it is back, or given up.
        #expect(restored.output.contains("rpcd new-key audit.key"), "\(restored)")
        let refused = try await other.run(["--data-dir", other.data, "--http", "off"])
        #expect(refused.status == 78 && refused.output.contains("secrets/audit.key is missing"), "\(refused)")
        #expect(!FileManager.default.fileExists(atPath: other.data + "/secrets/page-tokens.key"))
        let given = try await other.run(["new-key", "audit.key", "--data-dir", other.data])
        #expect(given.status == 0, "\(given)")
        let second = try await ready(other, "second")
        second.signal(SIGTERM)
        #expect(try await second.status() == 0)
    }

    @Test func aKeyOfAnotherServerIsTold() async throws {
        let (place, other) = (DaemonPlace(), DaemonPlace())
        for each in [place, other] {
            let daemon = try await ready(each)
            let caller = client(each)
            _ = try await SystemClient(caller).backup(
                .with {
                    $0.path = each.path + "/b.db"
                    $0.withSecrets = true
                })
            await caller.transport.close()
            daemon.signal(SIGTERM)
            #expect(try await daemon.status() == 0)
        }
        let files = FileManager.default
        let backup = place.path + "/b.db"
        let names = try files.contentsOfDirectory(atPath: backup + ".secrets").sorted()
        #expect(KeyFile.missing(in: names) == [])
        func before() throws -> [String] { try files.subpathsOfDirectory(atPath: place.data).sorted() }
        let there = try before()
        // One file of another server among those beside the backup: nothing is done.
        try files.removeItem(atPath: backup + ".secrets/idempotency.key")
        try files.copyItem(
            atPath: other.path + "/b.db.secrets/idempotency.key", toPath: backup + ".secrets/idempotency.key")
        let refused = try await place.run(["restore", backup, "--data-dir", place.data])
        #expect(
            refused.status == 78 && refused.output.contains("are not those of the backup: idempotency.key"),
            "\(refused)")
        #expect(try before() == there)

        // Without them, onto another server's keys: each is told, and what it means.
        try files.moveItem(atPath: backup + ".secrets", toPath: place.path + "/elsewhere")
        let onto = try await other.run(["restore", backup, "--data-dir", other.data])
        #expect(onto.status == 0, "\(onto)")
        for name in names where KeyFile(named: name) != nil {
            #expect(onto.output.contains("secrets/\(name) is not the one that the backup was made with"), "\(name)")
        }
        #expect(onto.output.contains(KeyFile.audit.loss) && onto.output.contains(KeyFile.box.loss))
        let asked = try await other.run(["doctor", "--data-dir", other.data])
        #expect(asked.output.contains("is not the one that this database was used with"), "\(asked)")
        // The start says so as well, once.
        let daemon = try await ready(other, "second")
        #expect(daemon.output.contains("a key file is not the one that this database was used with"))
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        let calm = try await other.run(["doctor", "--data-dir", other.data])
        #expect(!calm.output.contains("is not the one"), "\(calm)")
    }

    @Test func everyFileThatAStartMakesIsOnTheListOfKeyFiles() async throws {
        let place = DaemonPlace()
        let daemon = try await ready(place)
        _ = try await AuthClient(client(place)).rotateSigningKey(.init())
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: place.data + "/secrets")
        #expect(names.filter { KeyFile(named: $0) == nil } == ["audit.head"])
        #expect(KeyFile.missing(in: names) == [])
        // The rotation is no other server's file.
        let sound = try await place.run(["doctor", "--data-dir", place.data])
        #expect(!sound.output.contains("is not the one") && sound.output.contains("ok    secrets: "), "\(sound)")
    }

    @Test func theFileOfSettingsSaysWhereTheDataIs() async throws {
        let place = DaemonPlace()
        let daemon = try await ready(place)
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        try Data("data-dir: '\(place.data)'\n".utf8).write(to: URL(fileURLWithPath: place.path + "/rpcd.yaml"))
        let asked = try await place.run(["doctor", "--config", place.path + "/rpcd.yaml"])
        #expect(asked.status == 0 && asked.output.contains(place.data), "\(asked)")
        let restored = try await place.run(["restore", place.path + "/x", "--config", place.path + "/none.yaml"])
        #expect(restored.status == 78 && restored.output.contains("none.yaml"), "\(restored)")
    }

    @Test func whatIsNoBackupIsRefusedWithItsReason() async throws {
        let place = DaemonPlace()
        try Data("no database".utf8).write(to: URL(fileURLWithPath: place.path + "/x"))
        let refused = try await place.run(["restore", place.path + "/x", "--data-dir", place.data])
        #expect(refused.status == 78 && refused.output.contains("is not a Switchboard database"), "\(refused)")
        let missing = try await place.run(["restore", place.path + "/none", "--data-dir", place.data])
        #expect(missing.status == 78 && missing.output.contains("there is no file"), "\(missing)")
        #expect(try await place.run(["restore"]).status == 64)
        #expect(!FileManager.default.fileExists(atPath: place.data + "/switchboard.db"))
    }

    @Test func theOfflineDoctorLooksAtWhatLiesThere() async throws {
        let place = DaemonPlace()
        let daemon = try await ready(place)
        let caller = client(place)
        let asked = try await SystemClient(caller).diagnose(.init())
        await caller.transport.close()
        #expect(asked.findings.allSatisfy { $0.level != .fail }, "\(asked.findings.filter { $0.level == .fail })")
        #expect(asked.findings.contains { $0.subject == "jobs" && $0.level == .ok })
        #expect(asked.findings.contains { $0.subject == "backtraces" && $0.level == .ok })
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)

        let sound = try await place.run(["doctor", "--data-dir", place.data])
        #expect(sound.status == 0 && sound.output.contains("ok    integrity: sound"), "\(sound)")
        chmod(place.data + "/secrets/signing.keys", 0o644)
        let open = try await place.run(["doctor", "--data-dir", place.data])
        #expect(open.status == 1 && open.output.contains("chmod 600"), "\(open)")
        chmod(place.data + "/secrets/signing.keys", 0o600)
        let file = try #require(FileHandle(forUpdatingAtPath: place.data + "/switchboard.db"))
        try file.truncate(atOffset: 4096 * 9)
        try file.close()
        let damaged = try await place.run(["doctor", "--data-dir", place.data])
        #expect(damaged.status == 1 && damaged.output.contains("damaged"), "\(damaged)")
        #expect(try await place.run(["doctor", "--data-dir", place.path + "/none"]).status == 1)
    }
}
