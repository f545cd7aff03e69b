// Uploads whose size nobody knows before their end, and parts of files.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct UnknownSizeTests {
    /// Uploads as a client does that learns of the end when it is there.
    private func upload(
        _ who: Uploader, _ bytes: [UInt8], end: Bool = true, _ change: (inout UploadStart) -> Void = { _ in }
    ) async throws -> Media? {
        var start = UploadStart()
        start.atMost = true
        change(&start)
        let call = try await who.client.uploadMedia()
        try await call.send(.with { $0.item = .start(start) })
        var (credit, offset, most): (Int32, Int, Int) = (0, 0, 0)
        var isClosed = false
        for try await answer in call.responses {
            if let media = answer.media { return media }
            #expect(answer.uploadId.isEmpty)
            if most == 0 { most = Int(answer.chunkBytes) }
            credit += answer.credit
            while credit > 0, offset < bytes.count {
                let data = Array(bytes[offset..<min(offset + most, bytes.count)])
                try await call.send(
                    .with {
                        $0.item = .chunk(
                            .with {
                                $0.offset = Int64(offset); $0.data = data
                            })
                    })
                offset += data.count
                credit -= 1
            }
            guard offset == bytes.count, !isClosed else { continue }
            isClosed = true
            if end { try await call.closeSend() } else { call.cancel() }
        }
        return nil
    }

    private func isNothingLeft(_ house: MediaHouse, _ who: Uploader) async throws {
        try await house.waitForFiles(0)
        let totals = try await house.totals(who.userID)
        #expect(totals.files == 0 && totals.uploads == 0 && totals.reserved == 0)
    }

    @Test(arguments: [1, 4_096, 128 << 10, 5_000_001])
    func theEndOfTheStreamIsTheEndOfTheFile(size: Int) async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(size)
        let media = try #require(try await upload(ada, bytes))
        #expect(media.size == Int64(size) && media.kind == (size < 8 ? .document : .image))
        #expect(try await ada.download(media.id) == bytes)
        let totals = try await house.totals(ada.userID)
        #expect(totals.bytes == Int64(size) && totals.reserved == 0)
    }

    @Test func moreThanWasSaidIsRefusedAndDropped() async throws {
        let house = try MediaHouse { $0.imageBytes = 10_000 }
        let ada = try await house.user()
        let bytes = Samples.image(200_000)
        let said = await refusal { _ = try await upload(ada, bytes) { $0.size = 150_000 } }
        #expect(said?.violations.first?.field == "chunk.data" || said?.reason == "MEDIA_TOO_LARGE")
        let kind = await refusal { _ = try await upload(ada, bytes) { $0.kind = .image } }
        #expect(kind?.reason == "MEDIA_TOO_LARGE")
        // What it is is told by its content only.
        let sniffed = await refusal { _ = try await upload(ada, bytes) }
        #expect(sniffed?.reason == "MEDIA_TOO_LARGE")
        try await isNothingLeft(house, ada)
    }

    @Test func nothingIsNoFile() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        #expect(await refusal { _ = try await upload(ada, []) }?.reason == "VALIDATION_ERROR")
        try await isNothingLeft(house, ada)
    }

    @Test func whatIsBrokenOffIsDropped() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        _ = try? await upload(ada, Samples.image(300_000), end: false)
        try await untilTrue { house.library.live.uploads == 0 }
        try await isNothingLeft(house, ada)
        // The same where the size is known, and it is to come in one go.
        _ = try? await upload(ada, Samples.image(300_000), end: false) {
            $0.atMost = false
            $0.inOneGo = true
            $0.size = 400_000
        }
        try await untilTrue { house.library.live.uploads == 0 }
        try await isNothingLeft(house, ada)
    }

    @Test func aRepeatGetsTheFirstAnswerHoweverItIsFramed() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(3_000)
        let first = try await upload(ada, bytes) {
            $0.idempotencyKey = "k"
            $0.size = 4_000
        }
        let second = try await upload(ada, []) {
            $0.idempotencyKey = "k"
            $0.size = 5_000
        }
        #expect(first != nil && first == second)
    }

    @Test func theQuotaIsAskedForWhatMayCome() async throws {
        let house = try MediaHouse { $0.bytesPerUser = 100_000 }
        let ada = try await house.user()
        let bytes = Samples.image(3_000)
        #expect(await refusal { _ = try await upload(ada, bytes) }?.reason == "QUOTA_EXCEEDED")
        #expect(try await upload(ada, bytes) { $0.size = 50_000 }?.size == 3_000)
    }

    @Test func aPartOfAFileIsGiven() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(300_000)
        let media = try await ada.upload(bytes)
        for (offset, length) in [(0, 1), (5, 7), (131_072, 131_072), (299_999, 1), (10, 1 << 40), (0, 0)] {
            var got: [UInt8] = []
            let parts = try await ada.client.downloadMedia(
                .with {
                    $0.id = media.id
                    $0.offset = Int64(offset)
                    $0.length = Int64(length)
                })
            for try await part in parts { got += part.data }
            let end = length == 0 ? bytes.count : min(bytes.count, offset + length)
            #expect(got == Array(bytes[offset..<end]), "\(offset) \(length)")
        }
        let wrong = await refusal {
            let parts = try await ada.client.downloadMedia(
                .with {
                    $0.id = media.id
                    $0.length = -1
                })
            for try await _ in parts {}
        }
        #expect(wrong?.violations.first?.field == "length")
    }
}
