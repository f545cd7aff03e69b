// Who may have a backup made, and where it may go.

import Codec
import Contract
import Foundation
import RPC
import Store
import TestKit
import Testing

@testable import Services

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
        ("x.db", true), ("", true), ("A_1-2.db", true), (String(repeating: "x", count: 129), false),
    ])
    func aTargetIsANameOrAPathFromTheRoot(path: String, isRight: Bool) {
        let target = try? BackupTarget(path, mayChoose: true, folder: "/f", stamp: "S")
        #expect((target != nil) == isRight)
        if path.isEmpty { #expect(target?.path == "/f/switchboard-S.db") }
    }

    @Test func keyFilesGoBesideTheBackupWhereTheyAreAskedFor() async throws {
        let target = place.path + "/b.db" + SecretFiles.suffix
        try SecretFiles.copy(from: place.path + "/secrets", to: target)
        #expect(FileFacts(target)?.mode == 0o700)
        #expect(SecretFiles.names(in: target) == ["page-tokens.key", "signing.keys"])
        #expect(FileFacts(target + "/signing.keys")?.mode == 0o600)
        #expect(SecretFiles.read(target + "/signing.keys") == Array("k1 abc".utf8))
        // Once more is refused, and leaves what is there.
        #expect(throws: SecretFiles.Failure.self) {
            try SecretFiles.copy(from: place.path + "/secrets", to: target)
        }
        #expect(place.names() == ["b.db.secrets", "secrets"])
    }

    @Test func aBackupKnowsTheKeysThatBelongToIt() async throws {
        let made = try await system.backup(.init())
        let elsewhere = Place()
        try FileManager.default.copyItem(atPath: made.path, toPath: elsewhere.path + "/switchboard.db")
        let inspection = try Store.inspect(directory: elsewhere.path)
        #expect(inspection.keyPrints == KeyPrints.found(in: place.path + "/secrets"))
        #expect(Set(inspection.keyPrints.map(\.file)) == ["page-tokens.key", "signing.keys"])
    }

    @Test func aBackupThatCannotBeWrittenSaysWhyAndLeavesNothing() async throws {
        try Data().write(to: URL(fileURLWithPath: place.path + "/backups"))
        let refused = await refusal { _ = try await system.backup(.with { $0.path = "x.db" }) }
        #expect(refused?.reason == "VALIDATION_ERROR" && refused?.message.contains("no directory") == true)
        #expect(place.names() == ["backups", "secrets"])
    }

    @Test func thereIsOneBackupAtATime() async throws {
        let turn = BackupTurn()
        #expect(turn.take() && !turn.take())
        turn.leave()
        #expect(turn.take())
    }
}
