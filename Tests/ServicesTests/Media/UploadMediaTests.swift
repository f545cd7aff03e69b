// An upload: within its credit, checked, whole or nothing, gone on with from what is safe.
import Codec
import Contract
import Foundation
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(2))) struct UploadMediaTests {
    private func uploads(_ house: MediaHouse) async throws -> Int64 {
        try await house.store.read { db in
            try db.scalar("SELECT count(*) FROM media_uploads WHERE media_id IS NULL") ?? 0
        }
    }

    private func refused(_ ada: Uploader, _ bytes: [UInt8], _ start: UploadStart? = nil) async -> String? {
        await refusal { _ = try await ada.upload(bytes, start) }?.reason
    }

    // MARK: Whole

    @Test(arguments: [1, 7, 4_095, 4_097, 128 << 10, (128 << 10) + 1, 9_000_001])
    func whatGoesInComesOut(size: Int) async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(size)
        let media = try await ada.upload(bytes, Uploader.start(bytes, name: "Grüße 你好.png"))
        #expect(media.size == Int64(size) && media.userId == ada.userID && media.fileName == "Grüße 你好.png")
        #expect(media.kind == (size < 8 ? .document : .image))
        #expect(media.sha256 == Hexadecimal.text(SHA256Digest(of: bytes).bytes))
        #expect(media.createdAt == house.clock.now().timestamp)
        #expect(media.expiresAt == (house.clock.now() + .seconds(30 * 86_400)).timestamp)
        #expect(try await ada.download(media.id) == bytes)
        #expect(try await ada.download(media.id, from: Int64(size)) == [])
        #expect(try await ada.download(media.id, from: Int64(size / 2)) == Array(bytes[(size / 2)...]))
        #expect(try await ada.client.getMedia(.with { $0.id = media.id }) == media)
        let name = try #require(house.names.first)
        #expect(house.names.count == 1 && MediaFolder.isName(name))
        let facts = try #require(FileFacts(house.folder + "/" + name))
        #expect(facts.mode == 0o600 && facts.isRegular && FileFacts(house.folder)?.mode == 0o700)
        let totals = try await house.totals(ada.userID)
        #expect(totals.files == 1 && totals.bytes == Int64(size) && totals.reserved == 0 && totals.uploads == 0)
        #expect(house.library.live.uploads == 0)
    }

    @Test func theSameContentLiesThereOnceAndNobodyCanTell() async throws {
        let house = try MediaHouse()
        let (ada, eve) = (try await house.user("ada"), try await house.user("eve"))
        let bytes = Samples.image(400_000)
        var start = Uploader.start(bytes)
        start.sha256 = Hexadecimal.text(SHA256Digest(of: bytes).bytes)
        let first = try await ada.upload(bytes, start)
        // The hash is known, and all bytes are asked for all the same.
        let (call, answer) = try await eve.begin(start)
        #expect(answer.offset == 0 && answer.media == nil && answer.credit > 0)
        call.cancel()
        let second = try await eve.upload(bytes, start)
        #expect(first.id != second.id && second.userId == eve.userID && first.sha256 == second.sha256)
        // The one that was let go has its row still, and no more than its part.
        try await untilTrue { house.names.count { !$0.hasSuffix(".part") } == 1 }
        #expect(try await ada.download(first.id) == bytes)
        // What one deletes the other has.
        _ = try await ada.client.deleteMedia(.with { $0.id = first.id })
        #expect(try await eve.download(second.id) == bytes)
        #expect(await refusal { _ = try await ada.download(first.id) }?.reason == "NOT_FOUND")
        _ = try await eve.client.deleteMedia(.with { $0.id = second.id })
        try await untilTrue { house.names.allSatisfy { $0.hasSuffix(".part") } }
    }

    @Test func contentWhoseFileIsGoneComesAnew() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(5_000)
        let first = try await ada.upload(bytes)
        try FileManager.default.removeItem(atPath: house.folder + "/" + #require(house.names.first))
        #expect(await refusal { _ = try await ada.download(first.id) }?.reason == "DATA_LOSS")
        let second = try await ada.upload(bytes)
        #expect(try await ada.download(second.id) == bytes)
        #expect(try await ada.download(first.id) == bytes)
    }

    // MARK: Gone on with

    @Test func whatWasCutAnywhereIsGoneOnWithByteByByte() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(11_000_000, seed: 7)
        var start = Uploader.start(bytes)
        var positions: [Int64] = []
        for cut in [0, 1, 128 << 10, 3_000_000, 5_000_000, 8_500_001, 10_800_000] {
            do {
                _ = try await ada.upload(bytes, start, cut: cut)
                Issue.record("it was not cut at \(cut)")
            } catch let left as Uploader.Cut {
                start.uploadId = left.uploadID
                // Its stream is noticed to be gone; what had come is kept.
                try await untilTrue { house.library.live.uploads == 0 }
            }
            let (call, first) = try await ada.begin(start)
            #expect(first.uploadId == start.uploadId)
            positions.append(first.offset)
            call.cancel()
            try await untilTrue { house.library.live.uploads == 0 }
        }
        #expect(positions == positions.sorted() && (positions.last ?? 0) > 8_000_000, "\(positions)")
        #expect(try await uploads(house) == 1)
        let media = try await ada.upload(bytes, start)
        #expect(try await ada.download(media.id) == bytes)
        // Once more, the answer having been lost: the same file, and no byte is asked for.
        #expect(try await ada.upload(bytes, start).id == media.id)
        #expect(try await house.totals(ada.userID).files == 1)
    }

    @Test func anUploadIsItsOwnersAndOfOneFileAndOfOneStream() async throws {
        let house = try MediaHouse()
        let (ada, eve) = (try await house.user("ada"), try await house.user("eve"))
        let bytes = Samples.image(300_000)
        var start = Uploader.start(bytes)
        let (call, first) = try await ada.begin(start)
        start.uploadId = first.uploadId
        #expect(await refused(ada, bytes, start) == "CONFLICT")
        #expect(await refused(eve, bytes, start) == "NOT_FOUND")
        call.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        var other = start
        other.fileName = "b.png"
        let wrong = await refusal { _ = try await ada.upload(bytes, other) }
        #expect(wrong?.violations.first?.field == "start.upload_id")
        // After a while it is nobody's.
        house.clock.advance(by: .seconds(3_601))
        #expect(await refused(ada, bytes, start) == "NOT_FOUND")
        try await house.clean()
        #expect(house.names.isEmpty)
        #expect(try await house.totals(ada.userID) == MediaTotals())
        #expect(try await house.totals(0) == MediaTotals())
    }

    @Test func aStreamThatSaysNothingIsGivenUpAndItsUploadKept() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(300_000)
        let (call, first) = try await ada.begin(Uploader.start(bytes))
        try await untilTrue { house.clock.sleeperCount > 0 }
        house.clock.advance(by: .seconds(31))
        let error = await refusal { for try await _ in call.responses {} }
        #expect(error?.reason == "REQUEST_TIMEOUT")
        var start = Uploader.start(bytes)
        start.uploadId = first.uploadId
        #expect(try await ada.upload(bytes, start).size == 300_000)
    }

    // MARK: Refused

    @Test func chunksComeOneBehindTheOther() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(2_000_000)
        func sent(_ chunks: [UploadChunk]) async throws -> RPCError? {
            let (call, first) = try await ada.begin(Uploader.start(bytes))
            #expect(first.chunkBytes == 131_072 && first.credit == 6)
            for chunk in chunks { try? await call.send(.with { $0.item = .chunk(chunk) }) }
            return await refusal { for try await _ in call.responses {} }
        }
        func chunk(_ offset: Int, _ count: Int) -> UploadChunk {
            .with {
                $0.offset = Int64(offset)
                $0.data = [UInt8](repeating: 0x41, count: count)
            }
        }
        #expect(try await sent([chunk(1, 10)])?.violations.first?.field == "chunk.offset")
        #expect(try await sent([chunk(0, 10), chunk(0, 10)])?.violations.first?.field == "chunk.offset")
        #expect(try await sent([chunk(0, 131_073)])?.violations.first?.field == "chunk.data")
        #expect(try await sent([chunk(0, 0)])?.violations.first?.field == "chunk.data")
        let (call, _) = try await ada.begin(Uploader.start(bytes))
        try await call.closeSend()
        let early = await refusal { for try await _ in call.responses {} }
        #expect(early?.violations.first?.field == "start.size")
    }

    @Test func whatIsNotWantedLeavesNothingBehind() async throws {
        let house = try MediaHouse { $0.imageBytes = 100_000 }
        let ada = try await house.user()
        func expect(
            _ reason: String, _ bytes: [UInt8], _ change: (inout UploadStart) -> Void, _ line: Int = #line
        ) async throws {
            var start = Uploader.start(bytes)
            change(&start)
            #expect(await refused(ada, bytes, start) == reason, "line \(line)")
            try await untilTrue { house.names.isEmpty }
            #expect(try await uploads(house) == 0, "line \(line)")
            #expect(try await house.totals(ada.userID).reserved == 0, "line \(line)")
        }
        let image = Samples.image(90_000)
        let html = Array("<html><script>alert(1)</script>".utf8)
        try await expect("VALIDATION_ERROR", image) { $0.sha256 = String(repeating: "0", count: 64) }
        try await expect("VALIDATION_ERROR", image) { $0.sha256 = "12" }
        try await expect("MEDIA_UNSUPPORTED", image) { $0.kind = .video }
        try await expect("MEDIA_UNSUPPORTED", image) { $0.mimeType = "image/jpeg" }
        try await expect("MEDIA_UNSUPPORTED", html) { $0.kind = .image }
        try await expect("MEDIA_UNSUPPORTED", html) { $0.mimeType = "image/png" }
        try await expect("MEDIA_UNSUPPORTED", Array("<svg/>".utf8)) { $0.kind = .image }
        try await expect("MEDIA_TOO_LARGE", Samples.image(100_001)) { $0.kind = .image }
        // Found out from its content.
        try await expect("MEDIA_TOO_LARGE", Samples.image(100_001)) { _ in }
        try await expect("MEDIA_TOO_LARGE", image) { $0.size = 1 << 40 }
        try await expect("VALIDATION_ERROR", image) { $0.size = 0 }
        try await expect("VALIDATION_ERROR", image) { $0.size = -1 }
        for name in ["a/b", "..", ".", "a\nb", "gpj.\u{202E}exe", "a\\b", String(repeating: "a", count: 256)] {
            try await expect("VALIDATION_ERROR", image) { $0.fileName = name }
        }
        try await expect("NOT_FOUND", image) { $0.uploadId = "../../etc/passwd" }
        try await expect("PERMISSION_DENIED", image) { $0.userId = ada.userID + 1 }
        #expect(house.library.live.uploads == 0)
        // As a document all of it may be.
        var start = Uploader.start(html, name: "a.html")
        start.kind = .document
        let media = try await ada.upload(html, start)
        #expect(media.kind == .document && media.mimeType == "text/html")
    }

    @Test func theFirstItemSaysWhatComes() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let call = try await ada.client.uploadMedia()
        try await call.send(.with { $0.item = .chunk(.with { $0.data = [1] }) })
        let error = await refusal { for try await _ in call.responses {} }
        #expect(error?.violations.first?.field == "start")
    }

    // MARK: Quota

    @Test func twentyAtOnceGetNoMoreThanThereIs() async throws {
        let house = try MediaHouse {
            $0.bytesPerUser = 1_000_000
            $0.uploadsPerUser = 100
        }
        let ada = try await house.user()
        let reasons = await withTaskGroup(of: String.self, returning: [String: Int].self) { group in
            for number in 0..<20 {
                group.addTask {
                    let bytes = Samples.image(300_000, seed: UInt64(number))
                    return await refusal { _ = try await ada.upload(bytes) }?.reason ?? "OK"
                }
            }
            return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(reasons == ["OK": 3, "QUOTA_EXCEEDED": 17])
        let totals = try await house.totals(ada.userID)
        #expect(totals.bytes == 900_000 && totals.reserved == 0)
        // What is given back can be had again; another's quota is another's.
        let first = try #require(try await ada.client.listMedia(.init()).media.first)
        _ = try await ada.client.deleteMedia(.with { $0.id = first.id })
        _ = try await ada.upload(Samples.image(400_000, seed: 99))
        #expect(await refused(ada, Samples.image(100, seed: 3)) == "QUOTA_EXCEEDED")
        _ = try await house.user("eve").upload(Samples.image(900_000))
    }

    @Test func filesAndOpenUploadsAreCounted() async throws {
        let house = try MediaHouse {
            $0.filesPerUser = 2
            $0.uploadsPerUser = 1
        }
        let ada = try await house.user()
        let bytes = Samples.image(1_000)
        let (call, first) = try await ada.begin(Uploader.start(bytes))
        #expect(await refused(ada, bytes) == "QUOTA_EXCEEDED")
        call.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        #expect(await refused(ada, bytes) == "QUOTA_EXCEEDED")
        // Idle for a while it gives its place to a new one; one that is under way does not.
        house.clock.advance(by: .seconds(60))
        let (second, _) = try await ada.begin(Uploader.start(bytes))
        var start = Uploader.start(bytes)
        start.uploadId = first.uploadId
        #expect(await refused(ada, bytes, start) == "NOT_FOUND")
        try await house.waitForFiles(1)
        house.clock.advance(by: .seconds(20))
        #expect(await refused(ada, bytes) == "QUOTA_EXCEEDED")
        second.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        house.clock.advance(by: .seconds(60))
        _ = try await ada.upload(bytes)
        _ = try await ada.upload(bytes)
        #expect(await refused(ada, bytes) == "QUOTA_EXCEEDED")
    }

    @Test func aServerThatTakesNoMoreReservesNothing() async throws {
        let house = try MediaHouse { $0.uploads = 1 }
        let (ada, eve) = (try await house.user("ada"), try await house.user("eve"))
        let bytes = Samples.image(1_000)
        let (call, _) = try await ada.begin(Uploader.start(bytes))
        #expect(await refused(eve, bytes) == "OVERLOADED")
        #expect(try await house.totals(eve.userID).reserved == 0)
        call.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        #expect(try await eve.upload(bytes).size == 1_000)
    }

    // MARK: Repeats, others

    @Test func aRepeatWithItsKeyIsTheSameFile() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(10_000)
        var start = Uploader.start(bytes)
        start.idempotencyKey = "k"
        let media = try await ada.upload(bytes, start)
        #expect(try await ada.upload(bytes, start) == media)
        start.fileName = "other.png"
        #expect(await refused(ada, bytes, start) == "IDEMPOTENCY_KEY_REUSED")
        // Two at once: one file.
        start.idempotencyKey = "l"
        let both = start
        async let one = ada.upload(bytes, both)
        async let two = ada.upload(bytes, both)
        let ids = try await [one.id, two.id]
        #expect(ids[0] == ids[1])
        #expect(try await house.totals(ada.userID).files == 2)
        try await untilTrue { house.names.count == 1 }
    }

    @Test func whatAnAdminUploadsForSomebodyIsTheirsAndToldOf() async throws {
        let house = try MediaHouse()
        let ada = try await house.user()
        let bytes = Samples.image(10_000)
        let clerk = Uploader(client: house.operator, userID: 0)
        #expect(await refused(clerk, bytes) == "VALIDATION_ERROR")
        var start = Uploader.start(bytes, name: "canary.png")
        start.userId = ada.userID
        let media = try await clerk.upload(bytes, start)
        #expect(media.userId == ada.userID)
        #expect(try await ada.download(media.id) == bytes)
        let told = try await house.store.read { db in try db.audit.rows(after: 0, limit: 9) }
        #expect(told.map(\.targetKind) == ["media"] && told.first?.targetID == media.id)
        #expect(told.first?.after.contains("image/png") == true && !"\(told)".contains("canary"))
        start.userId = 4_711
        #expect(await refused(clerk, bytes, start) == "NOT_FOUND")
    }
}
