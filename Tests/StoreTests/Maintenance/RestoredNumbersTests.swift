// After a restore no number is given out that was given out before: neither by what was restored nor by what it replaced.

import Foundation
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(2))) struct RestoredNumbersTests {
    @Test func numbersAreNotGivenOutTwice() async throws {
        let target = TemporaryDirectory()
        let path = target.path + "/b.db"
        let directory = TemporaryDirectory()
        func numbers() async throws -> (message: Int64, cursor: Int64, user: Int64, epoch: Int64) {
            let open = try OpenStore(in: directory)
            defer { open.store.close() }
            return try await open.store.write { db in
                let line = try Line(db, "u\(UInt32.random(in: 0 ... .max))")
                let event = try db.events.append(
                    EventRecord(at: epoch, type: "x", userID: 0, sessionID: 0, messageID: 0, body: []))
                let session = try db.scalar("SELECT max(epoch) FROM sessions WHERE id = 1", as: Int64.self) ?? 0
                return (try line.message(), event.cursor, line.userID, session)
            }
        }
        var last = try await numbers()
        do {
            let open = try OpenStore(in: directory)
            _ = try await open.store.backUp(to: path)
        }
        // The same backup again and again, each time after numbers were given out beyond it.
        for round in 0..<3 {
            for _ in 0..<3 { last = try await numbers() }
            do {
                let open = try OpenStore(in: directory)
                _ = try await open.store.write { db in try db.execute("UPDATE sessions SET epoch = epoch + 5") }
            }
            last.epoch += 5
            _ = try Restore(path, into: directory.path, stamp: "S\(round)").run()
            let next = try await numbers()
            #expect(next.message > last.message + NumberGap.width - 10, "\(last) \(next)")
            #expect(next.cursor > last.cursor + NumberGap.width - 10)
            #expect(next.user > last.user + NumberGap.width - 10)
            #expect(next.epoch > last.epoch && next.epoch < (NumberGap.width + 10) * Int64(round + 1))
            last = next
        }
        // A table from which nothing was ever taken goes on above as well.
        let open = try OpenStore(in: directory)
        let key = try await open.store.read { db in
            try db.scalar("SELECT seq FROM sqlite_sequence WHERE name = 'api_keys'", as: Int64.self)
        }
        #expect(key ?? 0 >= NumberGap.width)
    }

    /// The next restore cannot ask the old database any more: it is out of its place.
    @Test func numbersAreNotGivenOutTwiceByARestoreThatWasBrokenOff() async throws {
        struct Full: Error {}
        let target = TemporaryDirectory()
        let path = try await target.backUp("ada")
        let far = NumberGap.width * 3
        let directory = TemporaryDirectory()
        do {
            let open = try OpenStore(in: directory)
            _ = try await open.store.write { db in
                _ = try Line(db)
                try db.execute("UPDATE sqlite_sequence SET seq = ?", far)
                try db.execute("UPDATE sessions SET epoch = ?", far + 7)
            }
        }
        for stamp in ["S", "T"] {
            #expect(throws: Restore.BrokenOff.self) {
                try Restore(path, into: directory.path, stamp: stamp).run { _ in
                } place: { _ in
                    throw Full()
                }
            }
            #expect(!FileStatus.isTaken(directory.database))
        }
        #expect(try Restore(path, into: directory.path, stamp: "U").run().unknownNumbers == nil)
        let open = try OpenStore(in: directory)
        let (user, session) = try await open.store.write { db in
            let user = try db.makeUser("bob")
            return (user, try db.makeSession(user))
        }
        #expect(user > far + NumberGap.width && session > far + NumberGap.width)
    }

    @Test func whatWasGivenOutAndCannotBeReadIsSaid() async throws {
        struct Full: Error {}
        let target = TemporaryDirectory()
        let path = try await target.backUp("ada")
        let hot = try await TemporaryDirectory.killed("grace")
        hot.put("switchboard.db-journal", "hot")
        #expect(try Restore(path, into: hot.path, stamp: "S").run().unknownNumbers?.contains("-journal") == true)
        let directory = try await TemporaryDirectory.killed("grace")
        unlink(directory.database + "-wal")
        try directory.overwrite("switchboard.db", at: 0, count: 4096)
        for stamp in ["S", "T"] {
            #expect(throws: Restore.BrokenOff.self) {
                try Restore(path, into: directory.path, stamp: stamp).run { _ in
                } place: { _ in
                    throw Full()
                }
            }
        }
        let reason = try Restore(path, into: directory.path, stamp: "U").run().unknownNumbers
        #expect(reason != nil && reason != "it was not noted", "\(reason ?? "")")
        // A marker that says no more than its time, and a directory that is new.
        let bare = TemporaryDirectory()
        bare.put("switchboard.db.restoring", "20260101T000000Z")
        #expect(try Restore(path, into: bare.path, stamp: "S").run().unknownNumbers == "it was not noted")
        let new = TemporaryDirectory()
        #expect(try Restore(path, into: new.path, stamp: "S").run().unknownNumbers == nil)
    }

    @Test func whatWasGivenOutIsNotedWhole() {
        var gap = NumberGap()
        (gap.lastIDs, gap.highestEpoch) = (["users": 7, "messages": .max], 9)
        #expect(NumberGap(parsing: gap.text) == gap && NumberGap(parsing: NumberGap().text) == NumberGap())
        for text in ["", ".", ". 9", "users 7\n", "users 7\n. \n", ". 9\nusers 7\n", "users -1\n. 9\n", "a b 1\n. 9\n"]
        {
            #expect(NumberGap(parsing: text) == nil, "\(text)")
        }
    }
}
