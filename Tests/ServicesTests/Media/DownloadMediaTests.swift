// Who gets a file, from where on, and what is listed and deleted.
import Codec
import Contract
import Foundation
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct DownloadMediaTests {
    private let house: MediaHouse
    private let ada: Uploader
    private let eve: Uploader

    init() async throws {
        house = try MediaHouse()
        ada = try await house.user("ada")
        eve = try await house.user("eve")
    }

    @Test func anothersFileIsNotThere() async throws {
        let bytes = Samples.image(1_000)
        let media = try await ada.upload(bytes)
        #expect(await refusal { _ = try await eve.download(media.id) }?.reason == "NOT_FOUND")
        #expect(await refusal { _ = try await eve.client.getMedia(.with { $0.id = media.id }) }?.reason == "NOT_FOUND")
        #expect(
            await refusal { _ = try await eve.client.deleteMedia(.with { $0.id = media.id }) }?.reason == "NOT_FOUND")
        #expect(try await eve.client.listMedia(.init()).media.isEmpty)
        #expect(try await ada.download(media.id) == bytes)
    }

    @Test func anOperatorsDownloadIsToldOf() async throws {
        let bytes = Samples.image(1_000)
        let media = try await ada.upload(bytes)
        #expect(try await Uploader(client: house.operator, userID: 0).download(media.id) == bytes)
        let told = try await house.store.read { db in try db.audit.rows(after: 0, limit: 9) }
        #expect(told.map(\.targetKind) == ["media"] && told.first?.targetID == media.id)
        #expect(told.first?.method.hasSuffix("DownloadMedia") == true)
    }

    @Test(arguments: [-1, 1_001, Int64.max, Int64.min])
    func anOffsetBeyondTheFileIsRefused(offset: Int64) async throws {
        let media = try await ada.upload(Samples.image(1_000))
        let error = await refusal { _ = try await ada.download(media.id, from: offset) }
        #expect(error?.violations.first?.field == "offset")
        #expect(house.library.live.downloads == 0)
    }

    @Test func aFileThatIsNotWhatItWasIsNotGiven() async throws {
        let media = try await ada.upload(Samples.image(1_000))
        let path = house.folder + "/" + (try #require(house.names.first))
        try Data([1]).write(to: URL(fileURLWithPath: path))
        #expect(await refusal { _ = try await ada.download(media.id) }?.reason == "DATA_LOSS")
        // Nor is what a link leads to.
        try FileManager.default.removeItem(atPath: path)
        let secret = house.folder + "/../secret"
        try Data(Samples.image(1_000)).write(to: URL(fileURLWithPath: secret))
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: secret)
        #expect(await refusal { _ = try await ada.download(media.id) }?.reason == "DATA_LOSS")
    }

    @Test func whatIsBeingReadStaysWholeWhenItIsDeleted() async throws {
        let bytes = Samples.image(6_000_000)
        let media = try await ada.upload(bytes)
        var parts = try await ada.client.downloadMedia(.with { $0.id = media.id }).makeAsyncIterator()
        #expect(try await parts.next()?.media == media)
        _ = try await ada.client.deleteMedia(.with { $0.id = media.id })
        try await house.waitForFiles(0)
        var got: [UInt8] = []
        while let part = try await parts.next() { got += part.data }
        #expect(got == bytes)
        try await untilTrue { house.library.live.downloads == 0 }
    }

    @Test func filesAreListedNewestFirstInPages() async throws {
        var ids: [Int64] = []
        for number in 0..<5 { ids.append(try await ada.upload(Samples.image(100, seed: UInt64(number))).id) }
        _ = try await eve.upload(Samples.image(100))
        let first = try await ada.client.listMedia(.with { $0.pageSize = 3 })
        #expect(first.media.map(\.id) == Array(ids.reversed().prefix(3)))
        let second = try await ada.client.listMedia(
            .with {
                $0.pageSize = 3
                $0.pageToken = first.nextPageToken
            })
        #expect(second.media.map(\.id) == Array(ids.prefix(2).reversed()) && second.nextPageToken.isEmpty)
        let numbered = try await ada.client.listMedia(
            .with {
                $0.pageSize = 2
                $0.page = 2
            })
        #expect(numbered.media.map(\.id) == [ids[2], ids[1]] && numbered.totalSize == 5)
        #expect(try await house.operator.listMedia(.init()).media.count == 6)
        #expect(try await house.operator.listMedia(.with { $0.userId = ada.userID }).media.count == 5)
        #expect(
            await refusal { _ = try await ada.client.listMedia(.with { $0.userId = eve.userID }) }?.reason
                == "PERMISSION_DENIED")
    }
}
