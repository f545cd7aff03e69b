// Who is at it at once: nobody takes all the seats, bridges have their own, and room on the disk is promised once.
import Codec
import Contract
import Foundation
import RPC
import Store
import Synchronization
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct MediaSeatsTests {
    /// How much is free, by the test.
    private final class Disk: Sendable {
        private let free = Mutex(Int64.max)

        func leave(_ bytes: Int64) { free.withLock { $0 = MediaSettings.freeBytes + bytes } }

        var calls: MediaFolder.Calls {
            var calls = MediaFolder.Calls()
            calls.freeBytes = { [self] _ in free.withLock { $0 } }
            return calls
        }
    }

    @Test func oneUserHasAShareOfTheUploads() async throws {
        let house = try MediaHouse { $0.uploads = 8 }
        let (ada, eve) = (try await house.user("ada"), try await house.user("eve"))
        let start = Uploader.start(Samples.image(1_000))
        let calls = [try await ada.begin(start).call, try await ada.begin(start).call]
        let third = await refusal { _ = try await ada.begin(start) }
        #expect(third?.reason == "TOO_MANY_STREAMS" && third?.metadata["limit"] == "2")
        #expect(try await house.totals(ada.userID).uploads == 2)
        #expect(try await eve.upload(Samples.image(1_000)).size == 1_000)
        for call in calls { call.cancel() }
    }

    @Test func oneUserHasAShareOfTheDownloads() async throws {
        let seats = MediaSeats()
        try await holding(MediaSeats.mostReadersOfUser, seats, as: .user(1)) {
            let over = await refusal { try await seats.reading(as: .user(1)) {} }
            #expect(over?.reason == "TOO_MANY_STREAMS")
            try await seats.reading(as: .user(2)) {}
            try await seats.reading(as: .bridges) {}
        }
        #expect(seats.readers == 0)
    }

    @Test func bridgesReadWherePeopleHaveTakenAllSeats() async throws {
        let seats = MediaSeats()
        func fill(_ user: Int64) async throws {
            guard user > 0 else {
                #expect(await refusal { try await seats.reading(as: .user(99)) {} }?.reason == "OVERLOADED")
                return try await seats.reading(as: .bridges) {}
            }
            try await holding(MediaSeats.mostReadersOfUser, seats, as: .user(user)) { try await fill(user - 1) }
        }
        try await fill(Int64(MediaSeats.mostReaders / MediaSeats.mostReadersOfUser))
        #expect(seats.readers == 0)
    }

    private func holding(
        _ count: Int, _ seats: MediaSeats, as reader: MediaSeats.Reader, _ body: () async throws -> Void
    ) async throws {
        guard count > 0 else { return try await body() }
        try await seats.reading(as: reader) { try await holding(count - 1, seats, as: reader, body) }
    }

    @Test func roomIsPromisedOnce() async throws {
        let disk = Disk()
        let house = try MediaHouse(calls: disk.calls)
        let (ada, eve) = (try await house.user("ada"), try await house.user("eve"))
        let bytes = Samples.image(1_000_000)
        disk.leave(1_500_000)
        let (call, _) = try await ada.begin(Uploader.start(bytes))
        #expect(await refusal { _ = try await eve.upload(bytes) }?.reason == "STORAGE_FULL")
        #expect(try await house.totals(eve.userID) == MediaTotals())
        #expect(try await eve.upload(Samples.image(400_000)).size == 400_000)
        call.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        #expect(try await eve.upload(bytes).size == 1_000_000)
    }

    @Test func anUploadEndsWhereOthersFillTheDiskAndIsGoneOnWithAfterwards() async throws {
        let disk = Disk()
        let house = try MediaHouse(calls: disk.calls)
        let ada = try await house.user()
        let bytes = Samples.image(9_000_000)
        var start = Uploader.start(bytes)
        let (call, first) = try await ada.begin(start)
        call.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        start.uploadId = first.uploadId
        disk.leave(8_999_999)
        #expect(await refusal { _ = try await ada.upload(bytes, start) }?.reason == "STORAGE_FULL")
        disk.leave(9_000_000)
        let (second, _) = try await ada.begin(start)
        disk.leave(-1)
        let error = await refusal { try await fill(second, bytes) }
        #expect(error?.reason == "STORAGE_FULL")
        try await untilTrue { house.library.live.uploads == 0 }
        disk.leave(9_000_000)
        let (third, again) = try await ada.begin(start)
        // What had come when it was noticed is kept.
        #expect(again.offset >= 4 << 20)
        third.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        #expect(try await ada.download(try await ada.upload(bytes, start).id) == bytes)
    }

    /// Sends from the beginning on, within the credit, until it is refused.
    private func fill(
        _ call: BidirectionalCall<UploadMediaRequest, UploadMediaResponse>, _ bytes: [UInt8]
    ) async throws {
        var (credit, offset): (Int32, Int) = (6, 0)
        func send() async throws {
            while credit > 0, offset < bytes.count {
                let end = min(offset + (128 << 10), bytes.count)
                let part = UploadChunk.with {
                    $0.offset = Int64(offset)
                    $0.data = Array(bytes[offset..<end])
                }
                try await call.send(.with { $0.item = .chunk(part) })
                (offset, credit) = (end, credit - 1)
            }
        }
        try await send()
        for try await answer in call.responses {
            credit += answer.credit
            try await send()
        }
    }
}
