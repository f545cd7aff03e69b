// A restore takes what is sound and ours, changes nothing else, and loses nothing of what was there.

import CSQLite
import Foundation
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(2))) struct RestoreTests {
    @Test func aBackupTakesThePlaceAndWhatWasThereIsKeptWithItsWAL() async throws {
        let target = TemporaryDirectory()
        let path = try await target.backUp("ada")
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let directory = try await TemporaryDirectory.killed("grace")
        let report = try Restore(path, into: directory.path, stamp: "S").run()
        let aside = directory.database + ".before-restore-S"
        #expect(report.setAside == [aside, aside + "-wal"])
        #expect(
            directory.names() == [
                "switchboard.db", "switchboard.db.before-restore-S", "switchboard.db.before-restore-S-wal",
            ])
        #expect(try FileStatus(directory.database)?.mode == 0o600)
        #expect(try directory.users() == ["ada"])
        // The old one opens by itself, with what was in its WAL alone.
        let old = TemporaryDirectory()
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: aside + suffix, toPath: old.database + suffix)
        }
        #expect(try old.users() == ["grace"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        #expect(target.names() == ["ada.db"])
    }

    @Test func anEmptyOrMissingDirectoryIsFilled() async throws {
        let target = TemporaryDirectory()
        let path = try await target.backUp("ada")
        let directory = TemporaryDirectory()
        for place in [directory.path, directory.path + "/a/b"] {
            #expect(try Restore(path, into: place, stamp: "S").run().setAside == [])
            let store = try Store.open(directory: place, now: epoch) { _ in }
            #expect(try store.readSync { try $0.users.count() } == 1)
            store.close()
        }
    }

    @Test func aCopyMadeByHandIsTakenWithItsWAL() async throws {
        let copied = try await TemporaryDirectory.killed("ada")
        let directory = TemporaryDirectory()
        _ = try Restore(copied.database, into: directory.path, stamp: "S").run()
        #expect(directory.names() == ["switchboard.db"])
        #expect(try directory.users() == ["ada"])
    }

    @Test func messagesThatWaitAreCounted() async throws {
        let open = try OpenStore()
        try await open.store.write { db in
            let line = try Line(db)
            _ = try line.message()
            _ = try line.message(.scheduled, scheduledAt: epoch)
            _ = try line.message(.sent)
        }
        let target = TemporaryDirectory()
        _ = try await open.store.backUp(to: target.path + "/b.db")
        let directory = TemporaryDirectory()
        #expect(try Restore(target.path + "/b.db", into: directory.path, stamp: "S").run().waitingMessages == 2)
    }

    enum Bad: String, CaseIterable {
        case missing, empty, text, foreign, newer, otherHistory, otherText, damaged, unsound, short, folder
    }

    @Test(arguments: Bad.allCases) func whatIsNotOursOrNotSoundIsRefusedAndNothingChanges(bad: Bad) async throws {
        let target = TemporaryDirectory()
        var path = try await target.backUp("ada")
        func change(_ sql: String) throws {
            var handle: OpaquePointer?
            #expect(sqlite3_open(path, &handle) == SQLITE_OK)
            defer { sqlite3_close(handle) }
            #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
        }
        let known = Migrations.all.count
        switch bad {
        case .missing: path = target.path + "/none.db"
        case .folder: path = target.path
        case .empty: try Data().write(to: URL(fileURLWithPath: path))
        case .text: try Data(String(repeating: "no database ", count: 999).utf8).write(to: URL(fileURLWithPath: path))
        case .foreign: try change("PRAGMA application_id = 7")
        case .otherHistory: try change("UPDATE migrations SET name = 'another'")
        case .otherText: try change("UPDATE migrations SET fingerprint = 'another'")
        case .newer:
            try change("INSERT INTO migrations VALUES (\(known + 1), '999', '', 0); PRAGMA user_version = \(known + 1)")
        case .damaged: try target.overwrite("ada.db", at: 5 * 4096, count: 4096)
        case .unsound: break
        case .short:
            let file = try #require(FileHandle(forUpdatingAtPath: path))
            try file.truncate(atOffset: 4096 * 7)
            try file.close()
        }
        let unsound = bad == .unsound ? try damaged() : nil
        if let unsound { path = unsound.database }
        let directory = try await TemporaryDirectory.killed("grace")
        let before = try directory.contents()
        let error = try #require(throws: StoreError.self) {
            try Restore(path, into: directory.path, stamp: "S").run()
        }
        guard case .refused(let refusal) = error else { throw error }
        switch (bad, refusal) {
        case (.missing, .inaccessible), (.folder, .inaccessible), (.empty, .empty), (.text, .foreign),
            (.foreign, .foreign), (.otherHistory, .otherSchema), (.otherText, .otherSchema), (.newer, .newer),
            (.damaged, .damaged),
            (.unsound, .damaged), (.short, .damaged):
            break
        default: Issue.record("\(bad) was refused as \(refusal)")
        }
        #expect(try directory.contents() == before)
        #expect(try directory.users() == ["grace"])
    }

    /// Between the two steps in which the old database and its WAL are set aside a kill leaves the WAL alone.
    @Test func anOldDatabaseAndItsWALAreNotPartedByAKill() async throws {
        struct Killed: Error {}
        let target = TemporaryDirectory()
        let path = try await target.backUp("ada")
        let directory = try await TemporaryDirectory.killed("grace")
        directory.put("switchboard.db-journal", "hot")
        var restore = Restore(path, into: directory.path, stamp: "20260101T000000Z")
        restore.beforeStep = { step in if step.hasSuffix("-wal") { throw Killed() } }
        let broken = #expect(throws: Restore.BrokenOff.self) { try restore.run() }
        #expect(broken?.cause is Killed)
        let error = try #require(throws: StoreError.self) { _ = try OpenStore(in: directory) }
        guard case .refused(.missing) = error else { throw error }
        // A backup that is refused in between does not make it forget.
        #expect(throws: StoreError.self) { try Restore(target.path, into: directory.path, stamp: "X").run() }
        let report = try Restore(path, into: directory.path, stamp: "20260102T000000Z").run()
        let kept = "switchboard.db.before-restore-20260101T000000Z"
        #expect(report.setAside == ["-wal", "-journal"].map { "\(directory.path)/\(kept)\($0)" })
        #expect(directory.names() == ["switchboard.db", kept, kept + "-journal", kept + "-wal"])
        #expect(try directory.users() == ["ada"])
    }

    /// What belongs to the database is put in place before it: a start takes neither half.
    @Test(arguments: [true, false]) func noStartTakesTheHalfOfARestore(isNew: Bool) async throws {
        struct Full: Error {}
        let target = TemporaryDirectory()
        let path = try await target.backUp("ada")
        let directory = isNew ? TemporaryDirectory() : try await TemporaryDirectory.killed("grace")
        var stamps: [String] = []
        for stamp in ["S", "T"] {
            #expect(throws: Restore.BrokenOff.self) {
                try Restore(path, into: directory.path, stamp: stamp).run { _ in
                } place: {
                    stamps.append($0)
                    #expect(!FileStatus.isTaken(directory.database))
                    throw Full()
                }
            }
            let error = try #require(throws: StoreError.self) { _ = try OpenStore(in: directory) }
            guard case .refused(.missing) = error else { throw error }
        }
        // What is set aside has one time, however often it is begun.
        #expect(stamps == ["S", "S"])
        _ = try Restore(path, into: directory.path, stamp: "U").run()
        #expect(try directory.users() == ["ada"])
        #expect(directory.names().count == (isNew ? 1 : 3))
    }

    @Test func aBackupHasAMarkAndWhatIsRestoredHasNone() async throws {
        let target = TemporaryDirectory()
        var marks: [String?] = []
        for name in ["ada", "grace"] {
            let path = try await target.backUp(name)
            let directory = TemporaryDirectory()
            _ = try Restore(path, into: directory.path, stamp: "S").run { marks.append($0.mark) }
            // Copied by hand, it is that backup no more.
            let other = TemporaryDirectory()
            _ = try Restore(directory.database, into: other.path, stamp: "S").run {
                #expect($0.mark == nil)
            }
        }
        #expect(Set(marks.compactMap { $0 }).count == 2)
    }

    /// Broken off before each of its steps, a restore leaves the old database with all of its commits, the restored one, or
    /// none, which no start takes for a new directory; never an old one without its WAL.
    @Test(arguments: 0..<6) func aKillBeforeAnyStepLosesNothing(step: Int) async throws {
        struct Killed: Error {}
        let target = TemporaryDirectory()
        let path = try await target.backUp("ada")
        let directory = try await TemporaryDirectory.killed("grace")
        var restore = Restore(path, into: directory.path, stamp: "S")
        var steps: [String] = []
        restore.beforeStep = { name in
            steps.append(name)
            if steps.count > step { throw Killed() }
        }
        let run = Result { try restore.run() }
        #expect(steps.count == min(step + 1, 5), "\(steps)")
        if case .success = run {
            #expect(step == 5)
            #expect(try directory.users() == ["ada"])
            return
        }
        let copy = TemporaryDirectory()
        for name in directory.names() {
            try FileManager.default.copyItem(atPath: directory.path + "/" + name, toPath: copy.path + "/" + name)
        }
        do {
            #expect(try copy.users() == ["grace"])
        } catch StoreError.refused(.missing) {
            #expect(step > 0)
        }
        _ = try Restore(path, into: directory.path, stamp: "T").run()
        #expect(try directory.users() == ["ada"])
        // Whatever was there is still there, under one name or another.
        let kept = try #require(directory.names().first { $0.contains("before-restore") && !$0.hasSuffix("-wal") })
        let wal = try #require(directory.names().first { $0.contains("before-restore") && $0.hasSuffix("-wal") })
        let old = TemporaryDirectory()
        for (name, suffix) in [(kept, ""), (wal, "-wal")] {
            try FileManager.default.copyItem(atPath: directory.path + "/" + name, toPath: old.database + suffix)
        }
        #expect(try old.users() == ["grace"])
    }

    @Test func whatWasJudgedMayBeTurnedDownAndNothingChanges() async throws {
        struct No: Error {}
        let target = TemporaryDirectory()
        let path = try await target.backUp("ada")
        let directory = try await TemporaryDirectory.killed("grace")
        let before = try directory.contents()
        #expect(throws: No.self) {
            try Restore(path, into: directory.path, stamp: "S").run { candidate in
                #expect(candidate.schemaVersion == Migrations.all.count && candidate.keyNeeds == KeyNeeds())
                throw No()
            }
        }
        #expect(try directory.contents() == before)
    }

    @Test func whatWasSetAsideBeforeIsNotReplaced() async throws {
        let target = TemporaryDirectory()
        let path = try await target.backUp("ada")
        let directory = try await TemporaryDirectory.killed("grace")
        directory.put("switchboard.db.before-restore-S-wal", "older")
        let before = try directory.contents()
        #expect(throws: StoreError.self) { try Restore(path, into: directory.path, stamp: "S").run() }
        #expect(try directory.contents() == before)
    }
}
