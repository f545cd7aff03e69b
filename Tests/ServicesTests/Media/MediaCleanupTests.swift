// What the job deletes, and what it leaves alone.
import Codec
import Contract
import Foundation
import Logging
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct MediaCleanupTests {
    private let house: MediaHouse
    private let ada: Uploader

    init() async throws {
        house = try MediaHouse()
        ada = try await house.user()
    }

    private func put(_ name: String) throws {
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: house.folder + "/" + name))
    }

    /// A message of ada's that is sent with a file, in this status.
    private func message(with media: Int64, _ status: MessageRecord.Status) async throws -> Int64 {
        let (now, userID) = (house.clock.now(), ada.userID)
        return try await house.store.write { db in
            let session = try db.sessions.insert(
                SessionRecord(userID: userID, name: "s\(media)", status: .connected, isLinked: true, createdAt: now))
            let id = try db.messages.insert(
                MessageRecord(
                    userID: userID, sessionID: session, direction: .outbound, kind: .text, status: status,
                    recipient: "+491511234567", createdAt: now, content: ""))
            try db.media.use(media, byMessage: id)
            return id
        }
    }

    @Test func whatACrashLeavesInTheFolderGoesAndNothingElse() async throws {
        let media = try await ada.upload(Samples.image(1_000))
        let (call, _) = try await ada.begin(Uploader.start(Samples.image(2_000)))
        let names = house.names
        try put(MediaFolder.newName())
        try put(MediaFolder.newName() + ".part")
        try put("note-of-somebody.txt")
        #expect(try await house.clean() == "2 files were nobody's")
        try await untilTrue { house.names == (names + ["note-of-somebody.txt"]).sorted() }
        #expect(try await ada.download(media.id).count == 1_000)
        call.cancel()
    }

    @Test func filesGoWhenTheirTimeIsOverButNotWhatAMessageWaitsFor() async throws {
        let (old, waiting) = (
            try await ada.upload(Samples.image(10, seed: 1)), try await ada.upload(Samples.image(10, seed: 2))
        )
        let id = try await message(with: waiting.id, .pending)
        house.clock.advance(by: .seconds(30 * 86_400))
        let new = try await ada.upload(Samples.image(10, seed: 3))
        try await house.clean()
        try await house.waitForFiles(2)
        #expect(try await ada.client.listMedia(.init()).media.map(\.id) == [new.id, waiting.id])
        #expect(await refusal { _ = try await ada.download(old.id) }?.reason == "NOT_FOUND")
        let conflict = await refusal { _ = try await ada.client.deleteMedia(.with { $0.id = waiting.id }) }
        #expect(conflict?.reason == "CONFLICT" && conflict?.metadata["message_id"] == "\(id)")
        // Sent: then it goes.
        let now = house.clock.now()
        try await house.store.write { db in _ = try db.messages.apply(id, at: now) { $0.status = .sent } }
        try await house.clean()
        try await house.waitForFiles(1)
    }

    @Test(arguments: MessageRecord.Status.allCases)
    func aFileStaysAsLongAsItsMessageMayGoOut(status: MessageRecord.Status) async throws {
        let media = try await ada.upload(Samples.image(10))
        _ = try await message(with: media.id, status)
        let deleted = await refusal { _ = try await ada.client.deleteMedia(.with { $0.id = media.id }) } == nil
        let waits: Set<MessageRecord.Status> = [.scheduled, .pending, .dispatched, .submitted, .unknown]
        #expect(deleted == !waits.contains(status), "\(status)")
    }

    @Test func aUserTakesTheirFilesAlong() async throws {
        let eve = try await house.user("eve")
        _ = try await ada.upload(Samples.image(10))
        let both = try await eve.upload(Samples.image(10))
        let (call, _) = try await ada.begin(Uploader.start(Samples.image(2_000)))
        call.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        _ = try await ada.upload(Samples.image(20, seed: 5))
        let id = ada.userID
        try await house.store.write { db in
            while try db.media.purge(ofUser: id, limit: 1).count > 0 {}
            _ = try db.users.delete(id)
        }
        try await house.clean()
        try await house.waitForFiles(1)
        #expect(try await eve.download(both.id).count == 10)
        let totals = try await house.totals(0)
        #expect(totals.files == 1 && totals.bytes == 10 && totals.uploads == 0 && totals.reserved == 0)
        #expect(try await house.totals(id) == MediaTotals())
    }

    @Test func rowsWithoutFilesGoButNotWhereTheWholeFolderIsGone() async throws {
        let (first, second) = (
            try await ada.upload(Samples.image(10, seed: 1)), try await ada.upload(Samples.image(10, seed: 2))
        )
        let names = house.names
        for name in names {
            try FileManager.default.moveItem(atPath: house.folder + "/" + name, toPath: house.folder + "/../" + name)
        }
        await #expect(throws: JobFailure.self) { try await house.clean() }
        #expect(try await ada.client.listMedia(.init()).media.count == 2)
        let back = names[0]
        try FileManager.default.moveItem(atPath: house.folder + "/../" + back, toPath: house.folder + "/" + back)
        #expect(try await house.clean() == "1 files are lost")
        let left = try await ada.client.listMedia(.init()).media
        #expect(left.count == 1 && (left.first == first || left.first == second))
    }

    @Test func itIsOneOfTheHousesJobs() async throws {
        var jobs = HouseJobs(store: house.store, clock: house.clock)
        jobs.pause = .zero
        #expect(!jobs.all.contains { $0.name == "clean-media" })
        jobs.media = house.library
        try put(MediaFolder.newName())
        let runner = JobRunner(jobs.all, store: house.store, clock: house.clock, logger: Logger(label: "test"))
        try await runner.load()
        await runner.start("clean-media", by: "test")?.wait()
        let record = try #require(runner.snapshot("clean-media")?.record)
        #expect(record.outcome == .succeeded && record.detail == "1 files were nobody's" && record.rows == 1)
    }
}
