// Files in the store: each content once, whose they are, how much there is, and what may go.
import Testing

@testable import Store

@Suite struct MediaTests {
    private static func record(
        _ userID: Int64, content: UInt8 = 1, name: String, size: Int64 = 10, expiresAt: Moment? = nil
    ) -> MediaRecord {
        MediaRecord(
            userID: userID, kind: .image, mimeType: "image/png", fileName: "a.png", size: size, expiresAt: expiresAt,
            createdAt: epoch, sha256: [UInt8](repeating: content, count: 32), storedName: name)
    }

    private static func upload(_ userID: Int64, _ name: String, size: Int64 = 10) -> MediaUploadRecord {
        MediaUploadRecord(
            token: "t-" + name, userID: userID, name: name, size: size, expiresAt: epoch + .seconds(60),
            createdAt: epoch)
    }

    private static func totals(_ db: Database, _ id: Int64) throws -> [Int64] {
        let totals = try db.media.totals(of: id)
        return [totals.files, totals.bytes, totals.uploads, totals.reserved]
    }

    @Test func oneContentIsOneFileOfSeveral() throws {
        try withDatabase { db in
            let (ada, eve) = (try db.makeUser("ada"), try db.makeUser("eve"))
            let first = try db.media.insert(Self.record(ada, name: "x"))
            let second = try db.media.insert(Self.record(eve, name: "y"))
            #expect(first.storedName == "x" && second.storedName == "x" && first.id != second.id)
            #expect(try db.media.get(first.id) == first && db.media.get(second.id) == second)
            #expect(try Self.totals(db, ada) == [1, 10, 0, 0])
            #expect(try Self.totals(db, 0) == [1, 10, 0, 0])
            #expect(try db.media.delete(first.id) == [])
            #expect(try db.media.delete(first.id) == [])
            #expect(try db.media.delete(second.id) == ["x"])
            #expect(try Self.totals(db, 0) == [0, 0, 0, 0])
            #expect(try Self.totals(db, ada) == [0, 0, 0, 0])
        }
    }

    @Test func aLostFileIsReplacedUnderAnotherName() throws {
        try withDatabase { db in
            let ada = try db.makeUser()
            let first = try db.media.insert(Self.record(ada, name: "x"))
            let second = try db.media.insert(Self.record(ada, name: "y"), replacing: "x")
            #expect(second.storedName == "y")
            #expect(try db.media.get(first.id)?.storedName == "y")
            // Replaced by another meanwhile.
            #expect(try db.media.insert(Self.record(ada, name: "z"), replacing: "x").storedName == "y")
        }
    }

    @Test func anUploadReservesUntilItIsOver() throws {
        try withDatabase { db in
            let ada = try db.makeUser()
            let first = try db.media.begin(Self.upload(ada, "x", size: 100))
            let second = try db.media.begin(Self.upload(ada, "y", size: 7))
            let third = try db.media.begin(Self.upload(ada, "z", size: 1))
            #expect(try Self.totals(db, ada) == [0, 0, 3, 108])
            #expect(try Self.totals(db, 0) == [0, 0, 3, 108])
            #expect(try db.media.advance(upload: first, to: 50, expiresAt: epoch + .seconds(99)))
            let known = try #require(try db.media.upload(token: "t-x"))
            #expect(known.position == 50 && known.expiresAt == epoch + .seconds(99) && known.mediaID == 0)
            let media = try db.media.insert(Self.record(ada, name: "x", size: 100))
            #expect(try db.media.finish(upload: first, as: media.id, expiresAt: epoch + .seconds(500)))
            #expect(try !db.media.finish(upload: first, as: media.id, expiresAt: epoch))
            #expect(try !db.media.advance(upload: first, to: 1, expiresAt: epoch))
            #expect(try Self.totals(db, ada) == [1, 100, 2, 8])
            #expect(try db.media.discard(upload: first) == [])
            #expect(try db.media.discard(upload: second) == ["y"])
            #expect(try Self.totals(db, ada) == [1, 100, 1, 1])
            let gone = try db.media.discardUploads(expiredBefore: epoch + .seconds(60))
            #expect(gone.count == 1 && gone.names == ["z"])
            #expect(try Self.totals(db, 0) == [1, 100, 0, 0])
            #expect(try db.media.upload(token: "t-x")?.mediaID == media.id)
            // The note of a finished one goes as well, its file does not.
            let notes = try db.media.discardUploads(expiredBefore: epoch + .seconds(500))
            #expect(notes.count == 1 && notes.names == [])
            #expect(try Self.totals(db, 0) == [1, 100, 0, 0])
            _ = third
        }
    }

    @Test func deletingAUserLeavesNoCountBehind() throws {
        try withDatabase { db in
            let (ada, eve) = (try db.makeUser("ada"), try db.makeUser("eve"))
            _ = try db.media.insert(Self.record(ada, name: "x"))
            _ = try db.media.insert(Self.record(eve, name: "y"))
            _ = try db.media.begin(Self.upload(ada, "z"))
            #expect(try db.users.delete(ada))
            #expect(try Self.totals(db, ada) == [0, 0, 0, 0])
            #expect(try Self.totals(db, 0) == [1, 10, 0, 0])
            let rows: Int64? = try db.scalar("SELECT count(*) FROM media_totals WHERE user_id = ?", ada)
            #expect(rows == 0)
            #expect(try db.media.unknown(["x", "y", "z"]) == ["y", "z"])
            #expect(try db.media.purgeUnowned(after: 0).names == [])
            #expect(try db.users.delete(eve))
            #expect(try db.media.purgeUnowned(after: 0).names == ["x"])
            #expect(try Self.totals(db, 0) == [0, 0, 0, 0])
        }
    }

    @Test func whatIsOverGoesInPortionsAndWhatAMessageWaitsForStays() throws {
        try withDatabase { db in
            let line = try Line(db)
            var ids: [Int64] = []
            for number in 0..<5 {
                let record = Self.record(
                    line.userID, content: UInt8(number), name: "n\(number)", expiresAt: epoch + .seconds(number))
                ids.append(try db.media.insert(record).id)
            }
            let message = try line.message()
            try db.media.use(ids[1], byMessage: message)
            #expect(try db.media.messageWaiting(for: ids[1]) == message)
            #expect(try db.media.usedFile(byMessage: message) == ids[1])
            let first = try db.media.purge(expiredBefore: epoch + .seconds(3), after: nil, limit: 2)
            #expect(first.deleted == 1 && first.names == ["n0"] && first.next?.id == ids[1])
            let second = try db.media.purge(expiredBefore: epoch + .seconds(3), after: first.next, limit: 2)
            #expect(second.deleted == 2 && second.names == ["n2", "n3"])
            let third = try db.media.purge(expiredBefore: epoch + .seconds(3), after: second.next, limit: 2)
            #expect(third.deleted == 0 && third.next == nil)
            #expect(try db.media.list(userID: line.userID, limit: 9).map(\.id) == [ids[4], ids[1]])
            #expect(try db.media.forget(lost: "n1") == 0)
            try line.move(message, to: .failed)
            #expect(try db.media.forget(lost: "n1") == 1)
            #expect(try db.media.usedFile(byMessage: message) == nil)
            #expect(try db.media.count(userID: line.userID) == 1 && db.media.count(userID: 0) == 1)
        }
    }

    @Test func aFileIsGivenToWhoHasTheSendAtItsEpoch() throws {
        try withDatabase { db in
            let line = try Line(db)
            let media = try db.media.insert(Self.record(line.userID, name: "x"))
            let message = try line.message()
            try db.media.use(media.id, byMessage: message)
            func given(_ epoch: Int64) throws -> Bool {
                try db.media.isGiven(media.id, sessionID: line.sessionID, epoch: epoch)
            }
            #expect(try !given(3))
            for (status, isGiven) in [(3, true), (5, true), (2, false), (4, false), (6, false)] as [(Int64, Bool)] {
                try db.execute("UPDATE messages SET status = ?, epoch = 3 WHERE id = ?", status, message)
                #expect(try given(3) == isGiven, "\(status)")
                #expect(try !given(2))
            }
        }
    }
}
