// A file from a URL: what the other side says and what it sends are two things, and neither is believed. Which addresses may be
// asked is tested where that is decided.
import Codec
import Contract
import Foundation
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct FetchMediaTests {
    /// Says and sends what a test wants.
    private struct Script: MediaSource {
        var length: Int64?
        var type = ""
        var parts: [[UInt8]] = []
        var fault: MediaSourceFault?
        var isNoURL = false

        func fault(of url: String) -> String? { isNoURL ? "must begin with https:// or http://" : nil }

        func fetch(
            _ url: String, for user: Int64, within limit: Duration,
            head: @escaping @Sendable (MediaHead) async throws -> Void,
            part: @escaping @Sendable ([UInt8]) async throws -> Void
        ) async throws {
            if isNoURL { throw MediaSourceFault(.url, "must begin with https:// or http://") }
            var said = MediaHead()
            said.length = length
            said.type = type
            try await head(said)
            for bytes in parts { try await part(bytes) }
            if let fault { throw fault }
        }
    }

    private let house: MediaHouse
    private let ada: Uploader
    private let image = Samples.image(200_000)

    init() async throws {
        house = try MediaHouse {
            $0.imageBytes = 300_000
            $0.bytesPerUser = 500_000
            $0.documentBytes = 400_000
            $0.videoBytes = 400_000
            $0.audioBytes = 400_000
            $0.stickerBytes = 100_000
        }
        ada = try await house.user()
    }

    private func pieces(_ bytes: [UInt8], of size: Int = 30_000) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
    }

    /// As ada would by sending it.
    private func fetch(
        _ script: Script, kind: MediaKind = .image, url: String = "https://example.org/a/b.png", name: String = ""
    ) async throws -> MediaRecord {
        let errand = MediaLibrary.Errand(url: url, ownerID: ada.userID, kind: kind, fileName: name)
        let context = CallContext(method: MessagesMethods.uploadMedia, peer: Caller.nobody.peer)
        context[PrincipalKey.self] = Services.Principal(kind: .user, userID: ada.userID, username: "ada", role: .user)
        return try await house.library.fetch(errand, from: script, context)
    }

    private func reason(_ script: Script, kind: MediaKind = .image) async throws -> String? {
        let error = await refusal { _ = try await fetch(script, kind: kind) }
        try await house.waitForFiles(0)
        let totals = try await house.totals(ada.userID)
        #expect(totals == MediaTotals() && house.library.live.uploads == 0)
        return error?.reason
    }

    @Test(arguments: [true, false])
    func aFileComesWithOrWithoutItsLength(isSaid: Bool) async throws {
        let script = Script(length: isSaid ? 200_000 : nil, type: "image/png; q=1", parts: pieces(image))
        let media = try await fetch(script)
        #expect(media.kind == .image && media.size == 200_000 && media.fileName == "b.png")
        #expect(try await ada.download(media.id) == image)
        let totals = try await house.totals(ada.userID)
        #expect(totals.bytes == 200_000 && totals.reserved == 0 && totals.uploads == 0)
        #expect(house.library.live.uploads == 0 && house.names.count == 1)
    }

    @Test func whatIsSaidAndWhatComesAreHeldAgainstEachOther() async throws {
        #expect(try await reason(Script(length: 200_001, parts: pieces(image))) == "MEDIA_FETCH_FAILED")
        #expect(try await reason(Script(length: 199_999, parts: pieces(image))) == "MEDIA_FETCH_FAILED")
        #expect(try await reason(Script(length: 0)) == "MEDIA_FETCH_FAILED")
        #expect(try await reason(Script(length: -1)) == "MEDIA_FETCH_FAILED")
        #expect(try await reason(Script()) == "MEDIA_FETCH_FAILED")
        #expect(try await reason(Script(type: "image/jpeg", parts: pieces(image))) == "MEDIA_UNSUPPORTED")
        #expect(try await reason(Script(parts: [Array("<html>".utf8)])) == "MEDIA_UNSUPPORTED")
        #expect(try await reason(Script(type: "image/png", parts: [Array("<svg/>".utf8)])) == "MEDIA_UNSUPPORTED")
        #expect(try await reason(Script(parts: pieces(image)), kind: .video) == "MEDIA_UNSUPPORTED")
    }

    @Test func tooMuchIsTooMuchWhetherItIsSaidOrNot() async throws {
        let large = Samples.image(300_001)
        #expect(try await reason(Script(length: 300_001)) == "MEDIA_TOO_LARGE")
        #expect(try await reason(Script(length: .max)) == "MEDIA_TOO_LARGE")
        #expect(try await reason(Script(parts: pieces(large))) == "MEDIA_TOO_LARGE")
        #expect(try await reason(Script(parts: pieces(large)), kind: .unspecified) == "MEDIA_TOO_LARGE")
        // Without an end.
        let endless = Script(parts: Array(repeating: Samples.image(30_000), count: 1_000))
        #expect(try await reason(endless, kind: .document) == "MEDIA_TOO_LARGE")
    }

    @Test func whatBreaksLeavesNothingAndSaysWhy() async throws {
        let cut = MediaSourceFault(.failed, "the connection ended")
        #expect(try await reason(Script(length: 200_000, parts: [image], fault: cut)) == "MEDIA_FETCH_FAILED")
        let error = await refusal { _ = try await fetch(Script(isNoURL: true)) }
        #expect(error?.violations.first?.field == "media_url")
    }

    @Test func itsQuotaIsAskedBeforeItComes() async throws {
        _ = try await ada.upload(Samples.image(250_000, seed: 4))
        let error = await refusal { _ = try await fetch(Script(length: 260_000, parts: pieces(image))) }
        #expect(error?.reason == "QUOTA_EXCEEDED")
        // Without a length the most that it may be is reserved.
        #expect(await refusal { _ = try await fetch(Script(parts: pieces(image))) }?.reason == "QUOTA_EXCEEDED")
        #expect(try await fetch(Script(length: 200_000, parts: pieces(image))).size == 200_000)
    }

    @Test(arguments: [
        ("https://example.org/a/b.png", "b.png"), ("https://example.org/gr%C3%BC%C3%9Fe.png?x=/y.png", "grüße.png"),
        ("https://example.org", ""), ("https://example.org/", ""), ("https://example.org/%2e%2e", ""),
        ("https://example.org/a%2fb", ""), ("https://example.org/%zz", ""), ("https://example.org/%FF", ""),
        ("https://example.org/a%00b", ""),
    ])
    func itIsCalledByTheEndOfItsPath(url: String, name: String) async throws {
        let script = Script(length: 200_000, parts: pieces(image))
        #expect(try await fetch(script, url: url).fileName == name)
        #expect(try await fetch(script, url: url, name: "mine.png").fileName == "mine.png")
    }
}
