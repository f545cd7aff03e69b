// A backup is the database of one moment, whole, checked, closed to others, and in the way of nobody.

import Foundation
import Synchronization
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(3))) struct BackupTests {
    /// The backup, opened as a start would open it.
    private func opened(_ path: String) throws -> OpenStore {
        let directory = TemporaryDirectory()
        try FileManager.default.copyItem(atPath: path, toPath: directory.database)
        return try OpenStore(in: directory)
    }

    @Test func aBackupHoldsWhatWasAcknowledgedBeforeIt() async throws {
        let open = try OpenStore()
        let id = try await open.store.write { try $0.makeUser("ada") }
        let target = TemporaryDirectory()
        let path = target.path + "/monday.db"
        let report = try await open.store.backUp(to: path)
        #expect(report.path == path && report.schemaVersion == Migrations.all.count)
        #expect(Int64(try Data(contentsOf: URL(fileURLWithPath: path)).count) == report.bytes)
        // One file, whole without a WAL, for its owner alone.
        #expect(target.names() == ["monday.db"])
        #expect(try FileStatus(path)?.mode == 0o600)
        let header = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(20)
        #expect(header[18] == 1 && header[19] == 1, "the copy still asks for a WAL")
        let copy = try opened(path)
        #expect(try copy.store.readSync { try $0.users.get(id)?.username } == "ada")
    }

    @Test func writersGoOnAndTheCopyIsOfOneMoment() async throws {
        let open = try OpenStore()
        let store = open.store
        try await fill(store, mebibytes: 24)
        let target = TemporaryDirectory()
        let isOver = Atomic<Bool>(false)
        let before = store.statistics.commits
        let backup = Task {
            defer { isOver.store(true, ordering: .sequentiallyConsistent) }
            return try await store.backUp(to: target.path + "/b.db")
        }
        var during = 0
        var number = 0
        while !isOver.load(ordering: .sequentiallyConsistent) {
            let pair = number
            // Two rows in one transaction: in the copy there are both or none.
            try await store.write { db in
                _ = try db.makeUser("left\(pair)")
                _ = try db.makeUser("right\(pair)")
            }
            number += 1
            if store.maintenance.isPinning { during += 1 }
        }
        let report = try await backup.value
        #expect(during > 0, "nothing was written while the backup was made")
        #expect(store.statistics.commits - before >= number)
        let copy = try opened(report.path)
        let (left, right) = try copy.store.readSync { db in
            (
                try db.scalar("SELECT count(*) FROM users WHERE username LIKE 'left%'", as: Int64.self) ?? -1,
                try db.scalar("SELECT count(*) FROM users WHERE username LIKE 'right%'", as: Int64.self) ?? -2
            )
        }
        #expect(left == right && left < number)
        #expect(try await store.read { try $0.users.count() } == Int64(number * 2))
    }

    @Test(arguments: ["a file", "a link to nowhere", "a directory"]) func whatIsThereIsNeverReplaced(what: String)
        async throws
    {
        let open = try OpenStore()
        let target = TemporaryDirectory()
        let path = target.path + "/b.db"
        switch what {
        case "a file": target.put("b.db", "mine")
        case "a directory": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        default: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere/at/all")
        }
        await #expect(throws: BackupFailure.exists(path: path)) { try await open.store.backUp(to: path) }
        #expect(target.names() == ["b.db"])
        if what == "a file" { #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine") }
    }

    @Test func aPlaceThatIsNotThereIsRefused() async throws {
        let open = try OpenStore()
        let target = TemporaryDirectory()
        target.put("file")
        for folder in ["/none", "/file"] {
            let error = await #expect(throws: BackupFailure.self) {
                try await open.store.backUp(to: target.path + folder + "/b.db")
            }
            guard case .inaccessible = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
        #expect(target.names() == ["file"])
    }

    @Test func aBackupThatIsGivenUpLeavesNothing() async throws {
        let open = try OpenStore()
        let store = open.store
        try await fill(store, mebibytes: 32)
        let target = TemporaryDirectory()
        let backup = Task { try await store.backUp(to: target.path + "/b.db") }
        while target.names().isEmpty { await Task.yield() }
        #expect(target.names().allSatisfy { $0.hasPrefix("b.db.part-") })
        backup.cancel()
        await #expect(throws: CancellationError.self) { try await backup.value }
        #expect(target.names() == [])
        // The next one is none the worse for it.
        _ = try await store.backUp(to: target.path + "/b.db")
    }

    @Test func theEndOfTheStoreEndsABackup() async throws {
        let open = try OpenStore()
        let store = open.store
        try await fill(store, mebibytes: 32)
        let target = TemporaryDirectory()
        let backup = Task { try await store.backUp(to: target.path + "/b.db") }
        while target.names().isEmpty { await Task.yield() }
        store.close()
        await #expect(throws: CancellationError.self) { try await backup.value }
        #expect(target.names() == [])
        await #expect(throws: StoreError.closed) { try await store.backUp(to: target.path + "/c.db") }
    }

    @Test func aDamagedDatabaseMakesNoBackup() async throws {
        let open = try OpenStore(in: damaged())
        let target = TemporaryDirectory()
        let error = await #expect(throws: BackupFailure.self) {
            try await open.store.backUp(to: target.path + "/b.db")
        }
        guard case .damaged(let faults) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(faults.joined().contains("sessions_unheld"))
        #expect(target.names() == [])
    }

    // MARK: What goes beside it

    /// Notes what is asked of it.
    private final class Beside: Sendable {
        let calls = Monitor<[String]>([])

        func companion(failing step: String = "", keys: Set<UInt32> = []) -> BackupCompanion {
            struct No: Error {}
            @Sendable func note(_ call: String) throws {
                calls.locked { $0.append(call) }
                if call == step { throw No() }
            }
            return BackupCompanion(
                begin: { try note("begin") },
                draft: { mark in
                    try note(mark.isEmpty ? "no mark" : "draft")
                    return keys
                }, publish: { try note("publish") },
                discard: { isPublished in try? note("discard \(isPublished)") })
        }
    }

    @Test func whatGoesBesideItGetsItsNameLast() async throws {
        let open = try OpenStore()
        let target = TemporaryDirectory()
        for (step, calls, isMade) in [
            ("", ["begin", "draft", "publish"], true), ("begin", ["begin", "discard false"], false),
            ("draft", ["begin", "draft", "discard false"], false),
            ("publish", ["begin", "draft", "publish", "discard false"], false),
        ] {
            let beside = Beside()
            let path = "\(target.path)/\(step).db"
            let made = try? await open.store.backUp(to: path, with: beside.companion(failing: step))
            #expect((made != nil) == isMade && FileStatus.isTaken(path) == isMade)
            #expect(beside.calls.locked { $0 } == calls)
        }
        #expect(target.names() == [".db"])
        // Keys of an earlier backup would be taken for those of this one.
        target.put("x.db" + BackupCompanion.suffix)
        let path = target.path + "/x.db"
        await #expect(throws: BackupFailure.exists(path: path + BackupCompanion.suffix)) {
            try await open.store.backUp(to: path)
        }
    }

    @Test func aBackupBesideWhichAKeyIsMissingIsNotMade() async throws {
        let open = try OpenStore()
        try await open.store.write { db in
            let line = try Line(db)
            try db.authState.put([1], sessionID: line.sessionID, key: "a", keyID: 7, at: epoch)
            try db.authState.put([1], sessionID: line.sessionID, key: "b", keyID: 9, at: epoch)
        }
        let target = TemporaryDirectory()
        let beside = Beside()
        await #expect(throws: BackupFailure.keysMissing([9])) {
            try await open.store.backUp(to: target.path + "/b.db", with: beside.companion(keys: [7]))
        }
        #expect(target.names() == [] && beside.calls.locked { $0 } == ["begin", "draft", "discard false"])
        // One without keys beside it, and one with more of them, are made.
        _ = try await open.store.backUp(to: target.path + "/b.db")
        _ = try await open.store.backUp(to: target.path + "/c.db", with: beside.companion(keys: [7, 8, 9]))
    }

    /// A backup, broken off or led astray at a step, by whoever `interfere` is.
    private func backup(
        in target: TemporaryDirectory, _ companion: BackupCompanion? = nil,
        _ interfere: @escaping @Sendable (String) throws -> Void
    ) async throws {
        let open = try OpenStore()
        let path = target.path + "/b.db"
        _ = try await open.store.maintain { db, interrupt in
            var backup = Backup(path: path, interrupt: interrupt)
            backup.companion = companion
            backup.beforeStep = interfere
            return try backup.make(from: db)
        }
    }

    @Test func aNameThatCannotBeMadeDurableIsTakenBack() async throws {
        struct Ill: Error {}
        let target = TemporaryDirectory()
        let beside = Beside()
        await #expect(throws: Ill.self) {
            try await backup(in: target, beside.companion()) { step in if step == "sync" { throw Ill() } }
        }
        #expect(target.names() == [])
        #expect(beside.calls.locked { $0 } == ["begin", "draft", "publish", "discard true"])
    }

    @Test func aDraftThatWasExchangedForALinkIsNotFollowed() async throws {
        let target = TemporaryDirectory()
        let victim = try OpenStore()
        _ = try await victim.store.write { try $0.makeUser("ada") }
        victim.store.close()
        let path = victim.directory.database
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        await #expect(throws: (any Error).self) {
            try await backup(in: target) { step in
                guard step == "open", let draft = target.names().first else { return }
                unlink(target.path + "/" + draft)
                symlink(path, target.path + "/" + draft)
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        #expect(target.names() == [])
        // A link on the way is the operator's own affair.
        let elsewhere = TemporaryDirectory()
        symlink(target.path, elsewhere.path + "/link")
        let open = try OpenStore()
        _ = try await open.store.backUp(to: elsewhere.path + "/link/b.db")
        #expect(target.names() == ["b.db"])
    }

    @Test func whatACrashLeftOfABackupIsSweptAndNothingElse() throws {
        let target = TemporaryDirectory()
        for name in ["b.db", "b.db.part-1x", "b.db.part-1x-journal", "notes.txt"] { target.put(name) }
        for folder in ["b.db.secrets", "b.db.secrets.part-1x"] {
            mkdir(target.path + "/" + folder, 0o700)
            target.put(folder + "/signing.keys")
        }
        let elsewhere = TemporaryDirectory()
        elsewhere.put("mine")
        symlink(elsewhere.path, target.path + "/b.db.part-link")
        Store.sweepBackups(in: target.path)
        #expect(target.names() == ["b.db", "b.db.secrets", "notes.txt"])
        #expect(elsewhere.names() == ["mine"])
        Store.sweepBackups(in: target.path + "/none")
    }
}
