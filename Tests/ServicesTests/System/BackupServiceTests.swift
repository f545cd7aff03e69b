// Who may have a backup made, and where it may go.

import Codec
import Contract
import Foundation
import RPC
import Synchronization
import TestKit
import Testing

@testable import Services
@testable import Store

@Suite(.timeLimit(.minutes(1))) struct BackupServiceTests {
    private let house: House
    private let place = Place()

    private final class Place: Sendable {
        let path = TestKit.TemporaryDirectory.make()
        deinit { TestKit.TemporaryDirectory.remove(path) }
        func names(_ folder: String = "") -> [String] { (FileFacts.names(in: path + folder) ?? []).sorted() }
    }

    init() throws {
        let place = place
        house = try House { router, house in
            var sources = SystemService.Sources(
                version: "1", startedAt: house.clock.now(), limits: [:], listeners: { [] }, serverCounts: { nil },
                watchers: { 0 }, bridges: { 0 })
            sources.dataDirectory = place.path
            router.register(SystemService(store: house.store, clock: house.clock, sources: sources))
        }
        mkdir(place.path + "/secrets", 0o700)
        for (name, text) in [("signing.keys", "k1 abc"), ("page-tokens.key", "secret")] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: place.path + "/secrets/" + name))
        }
    }

    /// As root or this very process: by the kernel's word the same as the server.
    private var ours: SystemClient {
        var peer = Caller.operator.peer
        peer.uid = geteuid()
        // The house lists one operator; whether that one is us is what this is about.
        return SystemClient(house.client(as: Caller("ours", peer: peer)))
    }

    /// The newest first.
    private func entries() async throws -> [AuditRecord] {
        try await house.store.read { db in try db.audit.list(.init(), limit: 9).rows }
    }

    private var system: SystemClient { SystemClient(house.client(as: .operator)) }

    @Test func aNameIsAFileInTheFolderForBackups() async throws {
        let made = try await system.backup(.with { $0.path = "monday.db" })
        #expect(made.path == place.path + "/backups/monday.db")
        let told = try await entries()
        #expect(told.map(\.targetName) == [made.path, made.path] && told.allSatisfy { $0.outcome == "OK" })
        #expect(told[0].after.contains("made, without key files, \(made.sizeBytes) bytes"))
        #expect(told[1].after.contains("begun, without key files"))
        #expect(FileFacts(made.path)?.mode == 0o600 && FileFacts(made.path)?.size == made.sizeBytes)
        #expect(FileFacts(place.path + "/backups")?.mode == 0o700)
        #expect(made.secretsPath.isEmpty && made.schemaVersion > 0 && made.takenAt == house.clock.now().timestamp)
        let again = await refusal { _ = try await system.backup(.with { $0.path = "monday.db" }) }
        #expect(again?.reason == "ALREADY_EXISTS")
        // It was begun, and the entry of its end does not say that all was well.
        let failed = try await entries()
        #expect(failed.map(\.outcome) == ["ALREADY_EXISTS", "OK", "OK", "OK"], "\(failed)")
        #expect(failed[0].after.contains("failed") && failed[0].targetName == made.path)
        #expect(try await system.backup(.init()).path == place.path + "/backups/switchboard-20260101T000000Z.db")
        #expect(place.names("/backups") == ["monday.db", "switchboard-20260101T000000Z.db"])
    }

    @Test(arguments: ["/tmp/x.db", "a/b.db", "../x.db", "./x.db"])
    func aPathIsNotForEverybodyWhoIsAnOperator(path: String) async throws {
        let refused = await refusal { _ = try await system.backup(.with { $0.path = path }) }
        #expect(refused?.reason == "PERMISSION_DENIED")
        let secrets = await refusal { _ = try await system.backup(.with { $0.withSecrets = true }) }
        #expect(secrets?.reason == "PERMISSION_DENIED")
        #expect(place.names() == ["secrets"])
    }

    @Test func anAdminWithAKeyMayGiveANameAndAUserNothing() async throws {
        let admin = try await house.key(of: try await house.user("root", role: .admin), scopes: .admin)
        let client = SystemClient(house.client(as: .key(admin.secret)))
        #expect(try await client.backup(.with { $0.path = "by-key.db" }).sizeBytes > 0)
        #expect(
            await refusal { _ = try await client.backup(.with { $0.path = "/tmp/x.db" }) }?.reason
                == "PERMISSION_DENIED")
        let user = try await house.key(of: try await house.user("ada"), scopes: .ofUsers)
        let other = SystemClient(house.client(as: .key(user.secret)))
        #expect(await refusal { _ = try await other.backup(.init()) }?.reason == "PERMISSION_DENIED")
        #expect(await refusal { _ = try await other.diagnose(.init()) }?.reason == "PERMISSION_DENIED")
    }

    @Test func whoHasTheServersFileRightsIsRootAndItsOwnUserOnTheSocketAlone() {
        func may(_ kind: Services.Principal.Kind, _ uid: UInt32?) -> Bool {
            Services.Principal(kind: kind, role: .admin, uid: uid).hasOurFileRights
        }
        #expect(may(.operator, 0) && may(.operator, geteuid()))
        #expect(
            !may(.operator, 4_711) && !may(.operator, nil) && !may(.user, 0) && !may(.apiKey, 0) && !may(.bridge, 0))
    }

    @Test(arguments: [
        ("/a/b.db", true), ("/a//b.db", true), ("/a/../b.db", false), ("/a/b/", false), ("a/b.db", false), ("/", false),
        ("..", false), (".hidden", false), ("-x", false), ("a b", false), ("ä", false), ("x.part-1", false),
        ("x.db", true), ("/a/x.part-1", false), ("/a.part-1/x", true), ("", true), ("A_1-2.db", true),
        (String(repeating: "x", count: 129), false),
    ])
    func aTargetIsANameOrAPathFromTheRoot(path: String, isRight: Bool) {
        let target = try? BackupTarget(path, mayChoose: true, folder: "/f", stamp: "S")
        #expect((target != nil) == isRight)
        if path.isEmpty { #expect(target?.path == "/f/switchboard-S.db") }
    }

    @Test func keyFilesGoBesideTheBackupWhereTheyAreAskedFor() async throws {
        // Not all that lies there is a key.
        try Data("old".utf8).write(to: URL(fileURLWithPath: place.path + "/secrets/signing.keys.before-restore-S"))
        let path = place.path + "/b.db"
        let target = path + SecretFiles.suffix
        _ = try await house.store.backUp(to: path, with: SecretFiles.companion(of: path, from: place.path + "/secrets"))
        #expect(FileFacts(target)?.mode == 0o700)
        #expect(SecretFiles.names(in: target) == ["backup.id", "page-tokens.key", "signing.keys"])
        #expect(SecretFiles.kept(in: target) == ["page-tokens.key", "signing.keys"])
        #expect(FileFacts(target + "/signing.keys")?.mode == 0o600)
        #expect(SecretFiles.read(target + "/signing.keys") == Array("k1 abc".utf8))
        // The folder says which backup it is of, and the backup says so as well.
        var mark: String?
        _ = try Restore(path, into: place.path + "/other", stamp: "S").run { mark = $0.mark }
        #expect(mark.map { Array($0.utf8) } == SecretFiles.read(target + "/backup.id") && mark != nil)
        // A backup that fails leaves neither, and takes nobody else's.
        try Data().write(to: URL(fileURLWithPath: place.path + "/c.db.secrets"))
        for name in ["b.db", "c.db"] {
            let path = "\(place.path)/\(name)"
            let companion = SecretFiles.companion(of: path, from: place.path + "/secrets")
            await #expect(throws: BackupFailure.self) { try await house.store.backUp(to: path, with: companion) }
        }
        try FileManager.default.removeItem(atPath: place.path + "/secrets/page-tokens.key")
        try Data(count: SecretFiles.largest).write(to: URL(fileURLWithPath: place.path + "/secrets/page-tokens.key"))
        let companion = SecretFiles.companion(of: place.path + "/d.db", from: place.path + "/secrets")
        await #expect(throws: SecretFiles.Failure.self) {
            try await house.store.backUp(to: place.path + "/d.db", with: companion)
        }
        #expect(place.names() == ["b.db", "b.db.secrets", "c.db.secrets", "other", "secrets"])
    }

    /// Whatever is rotated in, and noted of the audit log, while it is made: the keys beside it open what is in it, and the
    /// note tells of nothing that is not.
    @Test(arguments: ["open", "snapshot", "keys", "copy", "sync"])
    func aBackupHasTheKeysOfItsMomentAndNoLaterNote(step: String) async throws {
        let secrets = place.path + "/secrets"
        @Sendable func put(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: secrets + "/" + name))
        }
        let (store, audit, now) = (house.store, house.temporary.audit, house.clock.now())
        let note = house.temporary.directory + "/" + AuditNote.fileName
        let box = House.makeBox()
        try put("box.keys", box.keys.text)
        let session = try await store.write { db in
            let user = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            return try db.sessions.insert(SessionRecord(userID: user, name: "s", createdAt: now))
        }
        @Sendable func change() throws {
            // As a rotation does it: the file first.
            let next = try #require(box.keys.rotated(keeping: []))
            try put("box.keys", next.text)
            box.use(next)
            let sealed = box.seal([1], at: .authState(session: session, key: "k"))
            try store.writeSync { db in
                try db.authState.put(sealed, sessionID: session, key: "k", keyID: box.keys.newest.id, at: now)
                try db.audit.append(AuditRecord(at: now, method: "s/M"))
            }
            try audit.noteHead()
            try put(AuditNote.fileName, String(contentsOfFile: note, encoding: .utf8))
        }
        try change()
        let path = place.path + "/b.db"
        let companion = SecretFiles.companion(of: path, from: secrets)
        _ = try await store.maintain { db, interrupt in
            var backup = Backup(path: path, interrupt: interrupt)
            backup.companion = companion
            backup.beforeStep = { name in if name == step { try change() } }
            return try backup.make(from: db)
        }
        let elsewhere = Place()
        try FileManager.default.copyItem(atPath: path, toPath: elsewhere.path + "/switchboard.db")
        let inspection = try Store.inspect(directory: elsewhere.path)
        let needs = try #require(inspection.keyNeeds)
        let keys = try #require(SecretFiles.read(path + ".secrets/box.keys"))
        let ids = try #require(SecretKeys(parsing: String(decoding: keys, as: UTF8.self))).ids
        #expect(needs.sealing.count == 1 && needs.sealing.isSubset(of: ids), "\(needs.sealing) \(ids)")
        let noted = try #require(try AuditNote(path: path + ".secrets/audit.head", key: HMACKey([4])).read())
        #expect(noted.head.id <= inspection.auditChain?.head.id ?? 0)
    }

    @Test func whatOnlyTheServerSeesIsNoPlaceForABackup() throws {
        let table = """
            22 1 253:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
            30 22 0:25 / /tmp rw - tmpfs tmpfs rw
            41 22 253:0 /tmp/systemd-private-4f1e-switchboard.service-a/tmp /tmp rw shared:5 - ext4 /dev/vda rw
            42 22 0:25 /systemd-private-4f1e-switchboard.service-b/tmp /var/tmp rw - tmpfs tmpfs rw
            """
        let mounts = PrivateMounts(table)
        #expect(mounts.points == ["/tmp", "/var/tmp"])
        for path in ["/tmp/x.db", "/var/tmp/a/x.db", "//tmp///x.db", "/./tmp/x.db"] {
            let error = try #require(throws: RPCError.self) { try mounts.refuse(path) }
            #expect(error.reason == "VALIDATION_ERROR" && error.hint?.contains("PrivateTmp") == true)
        }
        for path in ["/mnt/x.db", "/tmpx/x.db", "/var/x.db", "/var/lib/tmp/x.db"] { try mounts.refuse(path) }
        #expect(PrivateMounts("").points.isEmpty && PrivateMounts("a b\n\n1 2 3").points.isEmpty)
        // As this process has it.
        #expect(ProcessFacts.mounts.contains(" / "))
    }

    @Test func aBackupKnowsTheKeysThatBelongToIt() async throws {
        let made = try await system.backup(.init())
        let elsewhere = Place()
        try FileManager.default.copyItem(atPath: made.path, toPath: elsewhere.path + "/switchboard.db")
        let inspection = try Store.inspect(directory: elsewhere.path)
        #expect(inspection.keyNeeds?.prints == KeyPrints.found(in: place.path + "/secrets"))
        #expect(Set(inspection.keyNeeds?.prints.map(\.file) ?? []) == ["page-tokens.key", "signing.keys"])
    }

    @Test func aBackupThatCannotBeWrittenSaysWhyAndLeavesNothing() async throws {
        try Data().write(to: URL(fileURLWithPath: place.path + "/backups"))
        let refused = await refusal { _ = try await system.backup(.with { $0.path = "x.db" }) }
        #expect(refused?.reason == "VALIDATION_ERROR" && refused?.message.contains("no directory") == true)
        #expect(place.names() == ["backups", "secrets"])
    }

    /// A call runs on its connection's thread, and the disk of a backup may hang for ever.
    @Test func theDiskOfABackupIsTouchedOnTheThreadForLongWorkAlone() async throws {
        let isHeld = Atomic<Bool>(false)
        let mayGo = Atomic<Bool>(false)
        let store = house.store
        let work = Task {
            try await store.maintain { _, _ in
                isHeld.store(true, ordering: .releasing)
                while !mayGo.load(ordering: .acquiring) { usleep(1_000) }
            }
        }
        while !isHeld.load(ordering: .acquiring) { await Task.yield() }
        let backup = Task { try await system.backup(.with { $0.path = "monday.db" }) }
        while try await entries().isEmpty { await Task.yield() }
        for _ in 0..<100 { await Task.yield() }
        #expect(place.names() == ["secrets"])
        mayGo.store(true, ordering: .releasing)
        try await work.value
        #expect(try await backup.value.sizeBytes > 0)
        #expect(place.names() == ["backups", "secrets"])
    }

    @Test func thereIsOneBackupAtATime() async throws {
        let turn = BackupTurn()
        #expect(turn.take() && !turn.take())
        turn.leave()
        #expect(turn.take())
    }
}
