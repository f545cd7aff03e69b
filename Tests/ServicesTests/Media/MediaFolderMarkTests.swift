// A folder that is away, or another one in its place: nothing is forgotten for that, and nothing is put where it does not belong.
import Codec
import Contract
import Foundation
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct MediaFolderMarkTests {
    private let house: MediaHouse
    private let ada: Uploader
    private let media: Media
    private let bytes = Samples.image(1_000)
    private var away: String { house.folder + ".away" }

    init() async throws {
        house = try MediaHouse()
        ada = try await house.user()
        media = try await ada.upload(bytes)
    }

    private func unmount(leaving place: Bool) throws {
        try FileManager.default.moveItem(atPath: house.folder, toPath: away)
        if place { try FileManager.default.createDirectory(atPath: house.folder, withIntermediateDirectories: false) }
    }

    private func mount() throws {
        try? FileManager.default.removeItem(atPath: house.folder)
        try FileManager.default.moveItem(atPath: away, toPath: house.folder)
    }

    /// The place where the disk is mounted is left, or it is not.
    @Test(arguments: [true, false])
    func whileTheFolderIsAwayNothingIsForgottenAndNothingComes(leavesPlace: Bool) async throws {
        // Its time is over, as well.
        house.clock.advance(by: .seconds(31 * 86_400))
        try unmount(leaving: leavesPlace)
        if leavesPlace {
            // Something of ours that lies there would not make it ours.
            try Data([1]).write(to: URL(fileURLWithPath: house.folder + "/" + MediaFolder.newName()))
        }
        let failure = await #expect(throws: JobFailure.self) { try await house.clean() }
        #expect(failure?.description.contains(house.folder) == true)
        #expect(try await house.totals(ada.userID).files == 1)
        let upload = await refusal { _ = try await ada.upload(Samples.image(2_000)) }
        #expect(upload?.reason == "UNAVAILABLE")
        #expect(try await house.totals(ada.userID).reserved == 0)
        #expect(await refusal { _ = try await ada.download(media.id) }?.reason == "UNAVAILABLE")
        try mount()
        #expect(try await ada.download(media.id) == bytes)
        try await house.clean()
        #expect(try await house.totals(ada.userID).files == 0)
    }

    @Test func anUploadThatWasBegunIsGoneOnWithWhenTheFolderIsBack() async throws {
        let content = Samples.image(5_000_000, seed: 9)
        var start = Uploader.start(content)
        let cut = await #expect(throws: Uploader.Cut.self) {
            _ = try await ada.upload(content, start, cut: 4_500_000)
        }
        start.uploadId = try #require(cut).uploadID
        try await untilTrue { house.library.live.uploads == 0 }
        try unmount(leaving: true)
        #expect(await refusal { _ = try await ada.upload(content, start) }?.reason == "UNAVAILABLE")
        try mount()
        #expect(try await ada.download(try await ada.upload(content, start).id) == content)
    }

    /// By a tool that leaves hidden files out.
    @Test func aFolderThatWasPutBackWithoutItsMarkIsKnownByItsFiles() async throws {
        try FileManager.default.removeItem(atPath: house.folder + "/" + MediaFolder.mark)
        #expect(try await house.clean() == "")
        #expect(FileManager.default.fileExists(atPath: house.folder + "/" + MediaFolder.mark))
        #expect(try await ada.upload(Samples.image(2_000)).size == 2_000)
    }

    @Test func aNewLibraryMarksWhatItMakesAndNotWhatIsMissing() async throws {
        let other = house.folder + "-2"
        _ = try MediaLibrary(store: house.store, clock: house.clock, path: other)
        #expect(try FileManager.default.contentsOfDirectory(atPath: other).isEmpty)
        let empty = try MediaHouse()
        #expect(FileManager.default.fileExists(atPath: empty.folder + "/" + MediaFolder.mark))
    }

    /// A disk that fails is not one that lacks something.
    @Test func aFileThatCannotBeLookedAtIsNotLost() throws {
        let folder = MediaFolder(house.folder + "/" + MediaFolder.mark)
        #expect(throws: MediaFolder.Failure.self) { try folder.size(of: MediaFolder.newName()) }
        #expect(try MediaFolder(house.folder).size(of: MediaFolder.newName()) == nil)
    }
}
