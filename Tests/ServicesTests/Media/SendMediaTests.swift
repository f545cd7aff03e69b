// What is accepted of a message with a file, as what, and what becomes of the file meanwhile.
import Codec
import Contract
import Foundation
import RPC
import Store
import TestKit
import Testing

@testable import Services

private let number = "+491701234567"
private let channel = "120363041234567891@newsletter"

@Suite(.timeLimit(.minutes(1))) struct SendMediaTests {
    private let house: MediaHouse
    private let ada: Uploader
    private let session: Int64

    init() async throws {
        house = try MediaHouse { $0.stickerBytes = 1000 }
        ada = try await house.user()
        session = try await Self.session(of: ada.userID, in: house)
    }

    private static func session(of userID: Int64, in house: MediaHouse) async throws -> Int64 {
        let now = house.clock.now()
        return try await house.store.write { db in
            try db.sessions.insert(
                SessionRecord(userID: userID, name: "default", status: .connected, isLinked: true, createdAt: now))
        }
    }

    /// A file's row, which is all that is read of it.
    private func file(
        _ kind: MediaRecord.Kind = .image, _ type: String = "image/png", size: Int64 = 7, of owner: Int64? = nil
    ) async throws -> Int64 {
        let (owner, now) = (owner ?? ada.userID, house.clock.now())
        return try await house.store.write { db in
            try db.media.insert(
                MediaRecord(
                    userID: owner, kind: kind, mimeType: type, fileName: "a.png", size: size, createdAt: now,
                    sha256: randomBytes(32), storedName: MediaFolder.newName())
            ).id
        }
    }

    private func send(
        _ id: Int64, by client: MessagesClient? = nil, _ change: (inout SendMediaRequest) -> Void = { _ in }
    ) async throws -> Message {
        var request = SendMediaRequest.with {
            $0.recipient = number
            $0.mediaId = id
        }
        change(&request)
        return try await (client ?? ada.client).sendMedia(request)
    }

    private func counts() async throws -> (messages: Int64, waiting: Int64?) {
        try await house.store.read { db in
            (try db.messages.count(MessageFilter()), try db.scalar("SELECT count(*) FROM media_uses"))
        }
    }

    @Test func whatTheRowsSayOfAFileIsWhatTheMessageSays() async throws {
        let media = try await ada.upload(Samples.image(5000))
        let message = try await send(media.id) {
            $0.caption = "look @491701234567"
            $0.mentions = ["0049 170 1234567"]
        }
        let content = MediaContent.with {
            $0.kind = .image
            $0.mediaId = media.id
            $0.caption = "look @491701234567"
            $0.fileName = "a.png"
            $0.mimeType = "image/png"
            $0.size = 5000
            $0.sha256 = media.sha256
            $0.mentions = [number]
        }
        #expect(message.kind == .media(content) && message.status == .pending)
        #expect(message.content == "look @491701234567")
        let again = try await ada.client.getMessage(.with { $0.id = message.id })
        #expect(again.kind == .media(content))
        let named = try await send(media.id) {
            $0.fileName = "b.pdf"
            $0.kind = .document
        }
        guard case .media(let document) = named.kind else { throw TookTooLong() }
        #expect(document.kind == .document && document.fileName == "b.pdf" && named.content == "b.pdf")
    }

    @Test func aFileStaysForAsLongAsAMessageWaitsForIt() async throws {
        let media = try await ada.upload(Samples.image(5000))
        let message = try await send(media.id)
        let kept = await refusal { _ = try await ada.client.deleteMedia(.with { $0.id = media.id }) }
        #expect(kept?.reason == "CONFLICT" && kept?.metadata["message_id"] == String(message.id))
        house.clock.advance(by: .seconds(60 * 86_400))
        try await house.clean()
        #expect(try await ada.download(media.id).count == 5000)
        _ = try await ada.client.cancelMessage(.with { $0.id = message.id })
        try await house.clean()
        #expect(await refusal { _ = try await ada.download(media.id) }?.reason == "NOT_FOUND")
        try await house.waitForFiles(0)
        // What was said of it is still there.
        guard case .media(let content)? = try await ada.client.getMessage(.with { $0.id = message.id }).kind else {
            throw TookTooLong()
        }
        #expect(content.sha256 == media.sha256)
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var kind = MediaRecord.Kind.image
        var type = "image/png"
        var size: Int64 = 7
        var reason = "VALIDATION_ERROR"
        var fields: [String] = []
        let change: @Sendable (inout SendMediaRequest) -> Void
        var testDescription: String { "\(kind) \(reason) \(fields)" }
    }

    static let wrong: [Wrong] = [
        Wrong(fields: ["media_id"]) { $0.mediaId = 0 },
        Wrong(fields: ["media_id"]) { $0.mediaId = -1 },
        Wrong(fields: ["media_id"]) { $0.mediaId = 8_888_888 },
        Wrong(fields: ["file_name"]) { $0.fileName = "../a.png" },
        Wrong(fields: ["file_name"]) { $0.fileName = "a\u{202E}gnp.exe" },
        Wrong(fields: ["caption"]) { $0.caption = String(repeating: "ä", count: 1025) },
        Wrong(fields: ["mentions[0]"]) { $0.mentions = [number] },
        Wrong(fields: ["mentions[0]"]) {
            $0.caption = "hi @49"
            $0.mentions = [number]
        },
        Wrong(fields: ["mentions"]) {
            $0.recipient = channel
            $0.caption = "hi @491701234567"
            $0.mentions = [number]
        },
        Wrong(fields: ["reply_to_id"]) {
            $0.recipient = channel
            $0.replyToId = 1
        },
        Wrong(fields: ["recipient"]) { $0.recipient = "ada" },
        Wrong(kind: .voice, type: "audio/ogg", fields: ["caption"]) { $0.caption = "listen" },
        Wrong(kind: .audio, type: "audio/mpeg", fields: ["caption"]) { $0.caption = "listen" },
        Wrong(kind: .sticker, type: "image/webp", fields: ["caption"]) { $0.caption = "look" },
        Wrong(reason: "MEDIA_UNSUPPORTED") { $0.kind = .video },
        Wrong(reason: "MEDIA_UNSUPPORTED") { $0.kind = .sticker },
        Wrong(kind: .document, type: "image/svg+xml", reason: "MEDIA_UNSUPPORTED") { $0.kind = .image },
        Wrong(type: "image/webp", size: 1001, reason: "MEDIA_TOO_LARGE") { $0.kind = .sticker },
        // A house without a source.
        Wrong(reason: "NOT_IMPLEMENTED") {
            $0.mediaId = 0
            $0.mediaUrl = "https://example.com/a.png"
        },
    ]

    @Test(arguments: wrong) func whatIsWrongIsNotAccepted(wrong: Wrong) async throws {
        let id = try await file(wrong.kind, wrong.type, size: wrong.size)
        let error = await refusal { _ = try await send(id, wrong.change) }
        #expect(
            error?.reason == wrong.reason && error?.violations.map(\.field) == wrong.fields,
            "\(String(describing: error))")
        #expect(try await counts() == (0, 0))
    }

    @Test func whatIsRightAtTheEdgeIsAccepted() async throws {
        let picture = try await file(.image, "image/webp", size: 1000)
        for change: @Sendable (inout SendMediaRequest) -> Void in [
            { $0.caption = String(repeating: "ä", count: 1024) }, { $0.kind = .sticker }, { $0.recipient = channel },
            { $0.kind = .document },
        ] {
            #expect(try await send(picture, change).status == .pending)
        }
        let voice = try await file(.audio, "audio/ogg")
        guard case .media(let sent) = try await send(voice, { $0.kind = .voice }).kind else { throw TookTooLong() }
        #expect(sent.kind == .voice)
    }

    @Test func nobodySendsAFileOfSomebodyElse() async throws {
        let eve = try await house.user("eve")
        _ = try await Self.session(of: eve.userID, in: house)
        let hers = try await file(of: eve.userID)
        let anothers = await refusal { _ = try await send(hers) }
        let nobodys = await refusal { _ = try await send(8_888_888) }
        #expect(anothers?.reason == "VALIDATION_ERROR" && anothers?.message == nobodys?.message)
        // An admin sends for a user what is that user's.
        let admin = house.operator
        let wrong = await refusal { _ = try await send(hers, by: admin) { $0.userId = ada.userID } }
        #expect(wrong?.violations.map(\.field) == ["media_id"])
        #expect(try await send(hers, by: admin) { $0.userId = eve.userID }.userId == eve.userID)
    }

    @Test func aRepeatIsAnsweredAsTheFirstWasWhateverBecameOfTheFile() async throws {
        let media = try await ada.upload(Samples.image(5000))
        let first = try await send(media.id) { $0.idempotencyKey = "k" }
        _ = try await ada.client.cancelMessage(.with { $0.id = first.id })
        _ = try await ada.client.deleteMedia(.with { $0.id = media.id })
        #expect(try await send(media.id) { $0.idempotencyKey = "k" } == first)
        let other = await refusal {
            _ = try await send(media.id) {
                $0.idempotencyKey = "k"
                $0.caption = "other"
            }
        }
        #expect(other?.reason == "IDEMPOTENCY_KEY_REUSED")
        #expect(await refusal { _ = try await send(media.id) }?.violations.map(\.field) == ["media_id"])
        #expect(try await counts().messages == 1)
    }
}
