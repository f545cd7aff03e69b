// What must not go wrong in a restore: half of it, with root's rights, with keys of another time, or of what was not meant.

import Codec
import Contract
import Foundation
import RPC
import Services
import Store
import Testing

@testable import rpcd

@Suite(.timeLimit(.minutes(3))) struct RestoreSafetyTests {
    private let files = FileManager.default

    private func client(_ place: DaemonPlace) -> RPCClient {
        RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock")))
    }

    /// Runs a server for as long as `body` takes.
    private func serve(_ place: DaemonPlace, _ body: (RPCClient) async throws -> Void = { _ in }) async throws {
        let daemon = try place.start("rpcd-\(UInt32.random(in: 0 ... .max))")
        #expect(try await daemon.until(within: .seconds(60)) { place.isReady(daemon) }, "\(daemon.output)")
        let client = client(place)
        try await body(client)
        await client.transport.close()
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0, "\(daemon.output)")
    }

    private func backup(_ place: DaemonPlace, _ name: String, secrets: Bool = true) async throws -> String {
        let path = place.path + "/" + name
        try await serve(place) { client in
            _ = try await SystemClient(client).backup(
                .with {
                    $0.path = path
                    $0.withSecrets = secrets
                })
        }
        return path
    }

    private func everything(in path: String) throws -> [String: Data?] {
        var contents: [String: Data?] = [:]
        for name in try files.subpathsOfDirectory(atPath: path) {
            contents[name] = files.contents(atPath: path + "/" + name)
        }
        return contents
    }

    // MARK: All or nothing

    @Test func aKeyFileThatCannotBeReadOrWrittenChangesNothing() async throws {
        let place = DaemonPlace()
        let path = try await backup(place, "b.db")
        let key = path + ".secrets/page-tokens.key"
        let good = try Data(contentsOf: URL(fileURLWithPath: key))
        try Data(count: 2 << 20).write(to: URL(fileURLWithPath: key))
        let new = place.path + "/new"
        mkdir(new, 0o750)
        let refused = try await place.run(["restore", path, "--data-dir", new])
        #expect(refused.status == 78 && refused.output.contains("page-tokens.key: it is no key"), "\(refused)")
        #expect(try files.contentsOfDirectory(atPath: new) == [])

        try good.write(to: URL(fileURLWithPath: key))
        // As with a full disk: a draft of a key cannot be made.
        let inTheWay = place.data + "/secrets/page-tokens.key.restoring"
        try files.createDirectory(atPath: inTheWay + "/x", withIntermediateDirectories: true)
        try files.removeItem(atPath: place.data + "/rpcd.lock")
        let before = try everything(in: place.data)
        let full = try await place.run(["restore", path, "--data-dir", place.data])
        #expect(
            full.status == 73 && full.output.contains("cannot write") && !full.output.contains("broken off"), "\(full)")
        try files.removeItem(atPath: place.data + "/rpcd.lock")
        #expect(try everything(in: place.data) == before)
        try files.removeItem(atPath: inTheWay)
        try await serve(place)
    }

    @Test func whatIsPutAsideHasOneNameHoweverOftenItIsBegun() throws {
        let place = DaemonPlace()
        let folder = place.path + "/secrets"
        mkdir(folder, 0o700)
        func put(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        func text(_ name: String) -> String? {
            SecretFiles.read(folder + "/" + name).map { String(decoding: $0, as: UTF8.self) }
        }
        try put("audit.key", "old")
        try put("audit.head", "head of old")
        try put("idempotency.key", "same")
        let first = KeyPlacement(
            folder: folder, files: ["audit.key": Array("one".utf8), "idempotency.key": Array("same".utf8)])
        try first.draft()
        #expect(text("audit.key") == "old" && text("audit.key.restoring") == "one")
        let aside = ["\(folder)/audit.head.before-restore-S", "\(folder)/audit.key.before-restore-S"]
        #expect(try first.place("S") == aside)
        #expect(text("audit.key") == "one" && text("audit.head") == nil && text("idempotency.key") == "same")
        // Broken off here, and run again with another backup: what was there at first stays under its name.
        let second = KeyPlacement(
            folder: folder, files: ["audit.key": Array("two".utf8), "audit.head": Array("head of two".utf8)])
        try second.draft()
        #expect(try second.place("S") == [])
        #expect(text("audit.key") == "two" && text("audit.head") == "head of two")
        #expect(text("audit.key.before-restore-S") == "old" && text("audit.head.before-restore-S") == "head of old")
        #expect(FileFacts(folder + "/audit.key")?.mode == 0o600)
        #expect(SecretFiles.names(in: folder).count == 5)
    }

    @Test func keysOfAnotherBackupAreNotTakenForThisOnes() async throws {
        let place = DaemonPlace()
        let first = try await backup(place, "first.db")
        // The key that leaked is replaced; a week later there is a backup without keys, under the same name.
        try await serve(place) { client in _ = try await AuthClient(client).rotateSigningKey(.init()) }
        let second = try await backup(place, "second.db", secrets: false)
        try files.removeItem(atPath: first)
        try files.moveItem(atPath: second, toPath: first)
        let leaked = try Data(contentsOf: URL(fileURLWithPath: first + ".secrets/signing.keys"))
        let there = try Data(contentsOf: URL(fileURLWithPath: place.data + "/secrets/signing.keys"))
        #expect(leaked != there)
        let refused = try await place.run(["restore", first, "--data-dir", place.data])
        #expect(refused.status == 78 && refused.output.contains("were made with another backup"), "\(refused)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.data + "/secrets/signing.keys")) == there)
        // Nor is a backup made where it would come to lie beside them.
        try files.removeItem(atPath: first)
        try await serve(place) { client in
            let error = await #expect(throws: RPCError.self) {
                try await SystemClient(client).backup(.with { $0.path = first })
            }
            #expect(error?.reason == "ALREADY_EXISTS" && error?.message.contains("first.db.secrets") == true)
        }
        #expect(!files.fileExists(atPath: first))
    }

    // MARK: Whose

    /// Owners of all that is in a folder, and of itself.
    private func owners(_ path: String) throws -> Set<UInt32> {
        Set(try ([""] + files.subpathsOfDirectory(atPath: path)).compactMap { FileFacts(path + "/" + $0)?.uid })
    }

    @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"))
    func rootBecomesWhomTheDirectoryBelongsTo()
        async throws
    {
        let place = DaemonPlace()
        let path = try await backup(place, "b.db")
        chmod(place.path, 0o755)
        let theirs = place.path + "/theirs"
        mkdir(theirs, 0o750)
        chown(theirs, 1234, 1234)
        // A backup that root alone can read is read all the same.
        chmod(path, 0o600)
        let restored = try await place.run(["restore", path, "--data-dir", theirs])
        #expect(restored.status == 0 && restored.output.contains("key files restored"), "\(restored)")
        #expect(try owners(theirs) == [1234])
        #expect(FileFacts(theirs + "/rpcd.lock") != nil && FileFacts(theirs + "/secrets/audit.key") != nil)
        try files.removeItem(atPath: theirs + "/rpcd.lock")
        let asked = try await place.run(["doctor", "--data-dir", theirs])
        #expect(asked.status == 0, "\(asked)")
        #expect(try owners(theirs) == [1234])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can become somebody else"))
    func aLinkOfTheServersUserLeadsRootNowhere()
        async throws
    {
        let place = DaemonPlace()
        let path = try await backup(place, "b.db")
        chmod(place.path, 0o755)
        let (theirs, roots) = (place.path + "/theirs", place.path + "/roots")
        for folder in [theirs, roots] { mkdir(folder, 0o755) }
        try Data("root's".utf8).write(to: URL(fileURLWithPath: roots + "/file"))
        symlink(roots, theirs + "/secrets")
        for name in ["", "/secrets"] { lchown(theirs + name, 1234, 1234) }
        let refused = try await place.run(["restore", path, "--data-dir", theirs])
        #expect(refused.status == 73 && !refused.output.contains("restored "), "\(refused)")
        #expect(try files.contentsOfDirectory(atPath: roots) == ["file"])
        #expect(try owners(roots) == [0])

        // Nor is what root alone may read given to them by a link that is theirs.
        unlink(theirs + "/secrets")
        chmod(path, 0o600)
        symlink(path, theirs + "/b.db")
        lchown(theirs + "/b.db", 1234, 1234)
        let followed = try await place.run(["restore", theirs + "/b.db", "--data-dir", theirs])
        #expect(followed.status == 78 && followed.output.contains("as uid 1234"), "\(followed)")
        #expect(FileFacts(theirs + "/switchboard.db") == nil)
        let owner = DirectoryOwner(uid: 1234, gid: 1234)
        symlink(theirs + "/b.db", place.path + "/of-root")
        #expect(owner.isBeyondReach(path) && owner.isBeyondReach(path + ".none"))
        #expect(!owner.isBeyondReach(theirs + "/b.db") && !owner.isBeyondReach(place.path + "/of-root"))
        // Nor by a folder in which they may put something else.
        for (mode, isBeyond) in [(0o755, true), (0o775, false), (0o757, false), (0o1777, true), (0o1775, true)] {
            chmod(roots, mode_t(mode))
            #expect(owner.isBeyondReach(roots + "/file") == isBeyond, "\(String(mode, radix: 8))")
        }
    }

    @Test func aMissingDirectoryBelongsToWhomTheNextOneAboveDoes() throws {
        let place = DaemonPlace()
        let owner = try DirectoryOwner(of: place.path + "/none/at/all")
        #expect(owner.uid == geteuid())
        #expect(throws: StartFailure.self) {
            try Data().write(to: URL(fileURLWithPath: place.path + "/file"))
            _ = try DirectoryOwner(of: place.path + "/file/below")
        }
        #expect(try DirectoryOwner(of: "/").uid == FileFacts("/")?.uid)
    }

    // MARK: Where

    private static let mayMount: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = ["-m", "mount", "--bind", "/tmp", "/tmp"]
        process.standardError = FileHandle.nullDevice
        guard geteuid() == 0, (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// As systemd does it with PrivateTmp=yes.
    @Test(.enabled(if: RestoreSafetyTests.mayMount, "needs mount namespaces"))
    func aBackupIntoATmpOfTheServersOwnIsRefused() async throws {
        let place = DaemonPlace()
        let own = place.path + "/systemd-private-x-rpcd.service-y/tmp"
        try files.createDirectory(atPath: own, withIntermediateDirectories: true)
        let daemon = try place.start(
            through: [
                "/usr/bin/unshare", "-m", "/bin/sh", "-c", "mount --bind '\(own)' /var/tmp && exec \"$0\" \"$@\"",
            ])
        #expect(try await daemon.until(within: .seconds(60)) { place.isReady(daemon) }, "\(daemon.output)")
        let client = client(place)
        let name = "/var/tmp/switchboard-\(UInt32.random(in: 0 ... .max)).db"
        let error = await #expect(throws: RPCError.self) {
            try await SystemClient(client).backup(.with { $0.path = name })
        }
        #expect(error?.reason == "VALIDATION_ERROR" && error?.message.contains("/var/tmp of its own") == true)
        #expect(try files.contentsOfDirectory(atPath: own) == [] && !files.fileExists(atPath: name))
        // Elsewhere it is made.
        let made = try await SystemClient(client).backup(.with { $0.path = place.path + "/b.db" })
        #expect(FileFacts(made.path)?.size == made.sizeBytes)
        await client.transport.close()
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
    }

    // MARK: What was meant

    @Test(arguments: [
        ["restore", "x", "--check-config"], ["restore", "x", "--http", "off"], ["--init", "restore", "x"],
        ["restore", "x", "--tls-cert", "x"], ["doctor", "--socket", "off"], ["doctor", "--check-config"],
    ]) func aFlagThatWouldNotBeObeyedIsRefused(arguments: [String]) async throws {
        let place = DaemonPlace()
        let refused = try await place.run(arguments + ["--data-dir", place.data])
        #expect(refused.status == 64 && refused.output.contains("has no use for --"), "\(refused)")
        #expect(!files.fileExists(atPath: place.data))
    }

    @Test func theDoctorTellsWhatElseItFoundWhereTheDatabaseCannotBeRead() async throws {
        let place = DaemonPlace()
        try await serve(place)
        // Sound for SQLite, and not what the code expects.
        let store = try Store.open(directory: place.data, now: SystemClock().now()) { _ in }
        _ = try await store.write { db in try db.execute("UPDATE jobs SET outcome = 4711") }
        store.close()
        let asked = try await place.run(["doctor", "--data-dir", place.data])
        #expect(asked.status == 1 && asked.output.contains("FAIL  database: it cannot be read"), "\(asked)")
        #expect(asked.output.contains("ok    permissions: ") && asked.output.contains("disk: "), "\(asked)")
    }

    @Test func theLastLinesAreWrittenWhereItIsEndedAtOnce() async throws {
        let place = DaemonPlace()
        let daemon = try place.start()
        #expect(try await daemon.until(within: .seconds(60)) { place.isReady(daemon) }, "\(daemon.output)")
        let client = client(place)
        for _ in 0..<3 { _ = try await SystemClient(client).getStatus(.init()) }
        // Two signals that do not become one.
        daemon.signal(SIGTERM)
        daemon.signal(SIGINT)
        #expect(try await daemon.status() != nil)
        await client.transport.close()
        #expect(daemon.output.contains("SystemService/GetStatus status=OK"), "\(daemon.output)")
    }
}
