// A message with a file that a URL names: fetched once, by the rules, when nothing else is wrong, and there for as long as it is
// sent.
import Codec
import Contract
import Foundation
import RPC
import Store
import TestKit
import Testing

@testable import Outbound
@testable import Services

private let number = "+491701234567"

@Suite(.timeLimit(.minutes(2))) struct MediaURLTests {
    /// `files.example` is an address of this machine that may be spoken to, `inside.example` one that may not.
    private struct Names: NameResolving {
        func addresses(of host: String, for party: Int64) async throws -> [TargetAddress] {
            let text = ["files.example": "127.0.0.2", "inside.example": "127.0.0.1"][host]
            return [text.flatMap { TargetAddress($0) }].compactMap { $0 }
        }
    }

    private let receiver: Receiver
    private let house: MediaHouse
    private let ada: Uploader
    private let image = Samples.image(700_000)

    init() async throws {
        receiver = try await Receiver(host: "127.0.0.2")
        var rules = AddressRules()
        rules.admitted = [try #require(TargetAddress("127.0.0.2"))]
        let client = OutboundClient(rules: rules, resolver: Names())
        house = try MediaHouse(source: OutboundMediaSource(client: client, version: "1.2.3")) {
            $0.imageBytes = 1_000_000
            $0.videoBytes = 1_000_000
            $0.audioBytes = 1_000_000
            $0.documentBytes = 1_000_000
        }
        ada = try await house.user()
        let (now, userID) = (house.clock.now(), ada.userID)
        _ = try await house.store.write { db in
            try db.sessions.insert(
                SessionRecord(userID: userID, name: "default", status: .connected, isLinked: true, createdAt: now))
        }
        give(image)
    }

    private func give(_ bytes: [UInt8], _ type: String = "image/png", status: Int = 200) {
        receiver.reply { _ in .status(status, headers: [("content-type", type)], body: bytes) }
    }

    private var url: String { "http://files.example:\(receiver.port)/a/b.png" }

    private func send(
        _ url: String? = nil, by client: MessagesClient? = nil, _ change: (inout SendMediaRequest) -> Void = { _ in }
    ) async throws -> Message {
        var request = SendMediaRequest.with {
            $0.recipient = number
            $0.mediaUrl = url ?? self.url
        }
        change(&request)
        return try await (client ?? ada.client).sendMedia(request)
    }

    /// Why it is refused, and that nothing is left of it.
    private func refused(
        _ url: String? = nil, _ change: (inout SendMediaRequest) -> Void = { _ in }
    ) async throws -> RPCError? {
        let error = await refusal { _ = try await send(url, change) }
        try await house.waitForFiles(0)
        #expect(try await house.totals(ada.userID) == MediaTotals())
        #expect(house.library.live.uploads == 0 && house.library.seats.fetches == 0)
        #expect(try await house.store.read { db in try db.messages.count(MessageFilter()) } == 0)
        return error
    }

    @Test func whatAURLNamesIsSentAndIsThereAsAnUpload() async throws {
        let message = try await send { $0.caption = "look" }
        guard case .media(let content)? = message.kind else { throw TookTooLong() }
        #expect(content.kind == .image && content.fileName == "b.png" && content.size == 700_000)
        #expect(content.mimeType == "image/png" && content.caption == "look")
        #expect(content.sha256 == Hexadecimal.text(SHA256Digest(of: image).bytes))
        #expect(try await ada.download(content.mediaId) == image)
        let request = try #require(receiver.posts.first)
        #expect(receiver.posts.count == 1 && request.method == "GET" && request.target == "/a/b.png")
        #expect(request.header("user-agent") == "Switchboard/1.2.3" && request.header("authorization") == nil)
        // It waits to be sent.
        let kept = await refusal { _ = try await ada.client.deleteMedia(.with { $0.id = content.mediaId }) }
        #expect(kept?.reason == "CONFLICT")
        let totals = try await house.totals(ada.userID)
        #expect(totals.files == 1 && totals.bytes == 700_000 && totals.reserved == 0 && totals.uploads == 0)
    }

    @Test func aRepeatFetchesNothing() async throws {
        let first = try await send { $0.idempotencyKey = "k" }
        give([], status: 404)
        #expect(try await send { $0.idempotencyKey = "k" } == first)
        #expect(receiver.posts.count == 1)
        let other = await refusal { _ = try await send(url + "?2") { $0.idempotencyKey = "k" } }
        #expect(other?.reason == "IDEMPOTENCY_KEY_REUSED" && receiver.posts.count == 1)
        #expect(try await house.totals(ada.userID).files == 1)
    }

    @Test func aTwinIsNotRunBesideAndOneUserHasAShareOfTheFetches() async throws {
        receiver.reply { _ in .silence }
        let calls = (0..<MediaSeats.mostFetchesOfUser).map { number in
            Task { _ = try await send { $0.idempotencyKey = "k\(number)" } }
        }
        try await untilTrue { receiver.posts.count == MediaSeats.mostFetchesOfUser }
        #expect(await refusal { _ = try await send { $0.idempotencyKey = "k0" } }?.reason == "IDEMPOTENCY_IN_FLIGHT")
        #expect(await refusal { _ = try await send() }?.reason == "TOO_MANY_STREAMS")
        #expect(receiver.posts.count == MediaSeats.mostFetchesOfUser)
        for call in calls { call.cancel() }
        for call in calls { _ = await call.result }
        try await untilTrue { house.library.seats.fetches == 0 }
        give(image)
        #expect(try await send { $0.idempotencyKey = "k0" }.status == .pending)
    }

    @Test(arguments: [
        "http://user:secret@files.example/", "http://2130706433/", "http://0177.0.0.1/", "http://0x7f000001/",
        "http://127.1/", "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/",
        "http://[fd00::1]/", "ftp://files.example/", "file:///etc/passwd", "files.example/a.png",
        "https://files.example/#part", "http://files.example\\@inside.example/", "http://fi%6ces.example/",
    ])
    func aURLThatMayNotBeAskedForIsSaidToBeNone(url: String) async throws {
        let error = try await refused(url)
        #expect(error?.reason == "VALIDATION_ERROR" && error?.violations.map(\.field) == ["media_url"], "\(url)")
        #expect(receiver.connections == 0)
    }

    @Test func whatLeadsInsideIsNotFetched() async throws {
        let inside = try await Receiver()
        let place = "http://inside.example:\(inside.port)/b.png"
        #expect(try await refused(place)?.reason == "MEDIA_FETCH_FAILED")
        receiver.reply { _ in .status(302, headers: [("location", place)]) }
        #expect(try await refused()?.reason == "MEDIA_FETCH_FAILED")
        #expect(inside.connections == 0 && receiver.posts.count == 1)
    }

    @Test func whatIsWrongWithTheFileIsTheAnswer() async throws {
        give(Array("no such thing".utf8), "text/plain", status: 404)
        let missing = try await refused()
        #expect(missing?.reason == "MEDIA_FETCH_FAILED" && missing?.message.contains("404") == true)
        #expect(missing?.retryAfter == nil)
        give([], status: 503)
        #expect(try await refused()?.retryAfter != nil)
        give([])
        #expect(try await refused()?.reason == "MEDIA_FETCH_FAILED")
        give(Array("<html>".utf8), "text/html")
        #expect(try await refused { $0.kind = .image }?.reason == "MEDIA_UNSUPPORTED")
        give(image, "image/jpeg")
        #expect(try await refused()?.reason == "MEDIA_UNSUPPORTED")
        give(Samples.image(1_000_001))
        #expect(try await refused()?.reason == "MEDIA_TOO_LARGE")
        receiver.reply { _ in .flood(200) }
        #expect(try await refused()?.reason == "MEDIA_TOO_LARGE")
        receiver.reply { _ in .cut(500_000) }
        #expect(try await refused()?.reason == "MEDIA_FETCH_FAILED")
        receiver.reply { [image] _ in .status(200, headers: [("content-encoding", "gzip")], body: image) }
        #expect(try await refused()?.reason == "MEDIA_FETCH_FAILED")
    }

    @Test func whatWouldBeRefusedAnywayIsNotFetched() async throws {
        #expect(try await refused { $0.recipient = "ada" }?.violations.map(\.field) == ["recipient"])
        #expect(try await refused { $0.session = "other" } != nil)
        #expect(try await refused { $0.replyToId = 99 }?.violations.map(\.field) == ["reply_to_id"])
        #expect(try await refused { $0.mediaId = 7 }?.violations.map(\.field) == ["media_id"])
        #expect(try await refused { $0.fileName = "../a.png" }?.violations.map(\.field) == ["file_name"])
        let caption = try await refused {
            $0.kind = .voice
            $0.caption = "listen"
        }
        #expect(caption?.violations.map(\.field) == ["caption"])
        #expect(try await refused { $0.userId = 4_711 }?.reason == "PERMISSION_DENIED")
        #expect(receiver.connections == 0)
    }

    /// Only the file says that it is one that WhatsApp shows no caption with.
    @Test func whatIsRefusedForItsFileLeavesNoFile() async throws {
        give(Array("OggS".utf8) + [UInt8](repeating: 0, count: 5_000), "audio/ogg")
        #expect(try await refused { $0.caption = "listen" }?.violations.map(\.field) == ["caption"])
        #expect(receiver.posts.count == 1)
    }

    @Test func whatAnAdminHasFetchedForSomebodyIsTheirs() async throws {
        let message = try await send(by: house.operator) { $0.userId = ada.userID }
        guard case .media(let content)? = message.kind else { throw TookTooLong() }
        #expect(message.userId == ada.userID)
        #expect(try await ada.download(content.mediaId) == image)
    }

    @Test func aCallThatIsLetGoLeavesNothing() async throws {
        receiver.reply { _ in .drip(200) }
        let call = Task { _ = try await send() }
        try await untilTrue { house.library.live.uploads == 1 }
        call.cancel()
        _ = await call.result
        try await untilTrue { house.library.live.uploads == 0 && house.library.seats.fetches == 0 }
        try await house.waitForFiles(0)
        #expect(try await house.totals(ada.userID) == MediaTotals())
    }
}
