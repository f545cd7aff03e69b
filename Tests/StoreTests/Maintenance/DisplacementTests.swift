// The database's files are moved or replaced while the store has them open: nothing that was accepted is lost, nothing more
// is, and no start goes on as if nothing had been.

import Foundation
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(2))) struct DisplacementTests {
    enum Move: String, CaseIterable {
        case replaced, movedAway, walRemoved, walReplaced, bothReplaced
    }

    /// A whole database of another user, without a WAL.
    private func another() async throws -> (path: String, in: TemporaryDirectory) {
        let open = try OpenStore()
        _ = try await open.store.write { try $0.makeUser("grace") }
        let target = TemporaryDirectory()
        _ = try await open.store.backUp(to: target.path + "/b.db")
        return (target.path + "/b.db", target)
    }

    private func move(_ move: Move, in directory: TemporaryDirectory) async throws {
        let (database, wal) = (directory.database, directory.database + "-wal")
        let other = try await another()
        switch move {
        case .replaced: #expect(rename(other.path, database) == 0)
        case .movedAway: #expect(rename(database, other.in.path + "/moved.db") == 0)
        case .walRemoved: unlink(wal)
        case .walReplaced:
            other.in.put("wal", "another")
            #expect(rename(other.in.path + "/wal", wal) == 0)
        case .bothReplaced:
            #expect(rename(other.path, database) == 0)
            other.in.put("wal")
            #expect(rename(other.in.path + "/wal", wal) == 0)
        }
    }

    private func users(_ store: Store) throws -> [String] {
        try store.readSync { try $0.users.list(limit: 9).map(\.username) }
    }

    private final class Told: Sendable {
        private let list = Monitor<[String]>([])
        var all: [String] { list.locked { $0 } }
        func add(_ words: String) { list.locked { $0.append(words) } }

        func waits(for count: Int) async throws {
            let end = ContinuousClock.now + .seconds(30)
            while all.count < count, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(5)) }
            try #require(all.count >= count)
        }
    }

    @Test(arguments: Move.allCases) func whatWasAcceptedIsCopiedAndNoStartTakesTheRest(how: Move) async throws {
        let told = Told()
        let directory = TemporaryDirectory()
        let open = try OpenStore(in: directory)
        _ = try await open.store.write { try $0.makeUser("early") }
        _ = try await open.store.checkpoint()
        try await open.store.lookAtPlace(stamp: "S") { told.add($0) }
        // A checkpoint that empties the WAL leaves it where it is.
        _ = try await open.store.write { try $0.makeUser("ada") }
        try await open.store.lookAtPlace(stamp: "S") { told.add($0) }
        #expect(told.all == [] && open.store.statistics.failure == nil)

        try await move(how, in: directory)
        _ = try await open.store.write { try $0.makeUser("late") }
        await #expect(throws: StoreError.self) { try await open.store.checkIntegrity(isFull: true) }
        let error = await #expect(throws: StoreError.self) {
            try await open.store.lookAtPlace(stamp: "S") { told.add($0) }
        }
        let copy = directory.database + ".displaced-S"
        guard case .readOnly(let words) = error else { throw StoreError.closed }
        #expect(words.contains("moved or replaced") && words.contains(copy), "\(words)")
        #expect(told.all.count == 1 && open.fatalities.all == [.readOnly(words)])
        #expect(open.store.statistics.failure == .readOnly(words))
        await #expect(throws: StoreError.failed("\(StoreError.readOnly(told.all[0]))")) {
            try await open.store.write { try $0.makeUser("refused") }
        }
        #expect(try users(open.store) == ["late", "ada", "early"])
        // As when the process ends: nothing more is moved into any file.
        open.store.close()
        #expect(try FileStatus(copy)?.mode == 0o600)
        #expect(!directory.names().contains { $0.hasPrefix("rescue-") })
        // No other database finds the WAL of this one beside it.
        #expect(directory.names().contains("switchboard.db-wal.displaced-S") == (how == .replaced || how == .movedAway))

        for initialise in [false, true] {
            let refused = try #require(throws: StoreError.self) {
                _ = try OpenStore(in: directory) { $0.initialise = initialise }
            }
            #expect(refused == .refused(.displaced(path: directory.database, copy: copy)))
        }
        #expect(Store.displaced(in: directory.path) == [copy])
        let report = try Restore(copy, into: directory.path, stamp: "T").run()
        #expect(report.setAside.last == directory.database + ".before-restore-T.displaced-S")
        let again = try OpenStore(in: directory)
        #expect(try users(again.store) == ["late", "ada", "early"])
    }

    @Test func aCopyThatCannotBeMadeIsTriedAgainAndNothingIsWrittenMeanwhile() async throws {
        let told = Told()
        let directory = TemporaryDirectory()
        let open = try OpenStore(in: directory)
        _ = try await open.store.write { try $0.makeUser("ada") }
        let inTheWay = directory.path + "/rescue-switchboard.db"
        mkdir(inTheWay, 0o700)
        try await move(.replaced, in: directory)
        let look = Task {
            try await open.store.lookAtPlace(stamp: "S", pause: .milliseconds(5)) { told.add($0) }
        }
        try await told.waits(for: 4)
        #expect(told.all[1].contains("is tried again"))
        await #expect(throws: StoreError.self) { try await open.store.write { try $0.makeUser("refused") } }
        #expect(try users(open.store) == ["ada"] && open.fatalities.all.isEmpty)
        rmdir(inTheWay)
        await #expect(throws: StoreError.self) { try await look.value }
        #expect(open.fatalities.all.count == 1)
        #expect(Store.displaced(in: directory.path) == [directory.database + ".displaced-S"])
    }

    @Test func theEndOfTheStoreEndsTheTrying() async throws {
        let told = Told()
        let directory = TemporaryDirectory()
        let open = try OpenStore(in: directory)
        mkdir(directory.path + "/rescue-switchboard.db", 0o700)
        try await move(.movedAway, in: directory)
        let look = Task {
            try await open.store.lookAtPlace(stamp: "S", pause: .milliseconds(5)) { told.add($0) }
        }
        try await told.waits(for: 3)
        open.store.close()
        let error = await #expect(throws: StoreError.self) { try await look.value }
        #expect("\(error, default: "")".contains("could not be copied"))
    }
}
