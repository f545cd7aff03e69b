// What a bridge brings: only what it was asked for, only as long as it is asked, and never more than there is room for.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct BridgeUploadTests {
    private let bytes = Samples.image(300_000)

    private func reason(_ body: () async throws -> Void) async -> String? { await refusal(body)?.reason }

    /// Asks for a file, lets `body` play the bridge, and ends the command.
    private func asking(_ line: FetchLine, _ body: (FetchMedia) async throws -> Void) async throws -> String? {
        let id = try await line.received()
        async let fetched = reason { _ = try await line.messages.fetchMedia(.with { $0.messageId = id }) }
        let command = try await line.asked()
        try await body(command)
        try await line.answer(command, error: "MEDIA_FETCH_FAILED")
        return await fetched
    }

    @Test func nobodyElseBringsIt() async throws {
        let line = try await FetchLine()
        let stranger = line.house.bridge("bridge-2", uid: 1_003)
        let token = try await stranger.attach(capacity: 0).token
        let theirs = BridgeClient(line.house.bridgeClient(uid: 1_003))
        _ = try await asking(line) { command in
            let bytes = bytes
            #expect(
                await reason { try await line.upload(command, bytes, token: token, client: theirs) } == "NOT_FOUND")
            #expect(await reason { try await line.upload(command, bytes, token: "none") } == "PERMISSION_DENIED")
            #expect(await reason { try await line.upload(command, bytes) { $0.commandId += 256 } } == "NOT_FOUND")
            #expect(await reason { try await line.upload(command, bytes) { $0.epoch += 1 } } == "SESSION_CONFLICT")
            #expect(await reason { try await line.upload(command, bytes) { $0.sessionId += 1 } } == "NOT_FOUND")
        }
        #expect(try await line.totals() == MediaTotals())
    }

    @Test func whatNobodyWaitsForIsNotTaken() async throws {
        let line = try await FetchLine()
        var ended = FetchMedia()
        _ = try await asking(line) { ended = $0 }
        let command = ended
        #expect(await reason { try await line.upload(command, bytes) } == "NOT_FOUND")
    }

    @Test func whatBreaksOffLeavesNothingAndMayBeginAnew() async throws {
        let line = try await FetchLine()
        let id = try await line.received()
        async let fetched = line.messages.fetchMedia(.with { $0.messageId = id })
        let command = try await line.asked()
        let call = try await line.client.uploadMedia(options: line.options())
        try await call.send(
            .with {
                $0.item = .start(
                    .with {
                        $0.sessionId = command.sessionId
                        $0.epoch = command.epoch
                        $0.commandId = command.commandId
                        $0.size = 300_000
                    })
            })
        var answers = call.responses.makeAsyncIterator()
        #expect(try await answers.next()?.uploadId == "")
        #expect(try await line.totals().reserved == 300_000)
        #expect(await reason { try await line.upload(command, bytes) } == "CONFLICT")
        call.cancel()
        try await untilTrue { try await line.totals() == MediaTotals() }
        let media = try await line.upload(command, bytes)
        try await line.answer(command)
        #expect(try await fetched.id == media.id)
    }

    @Test func theQuotaIsAskedBeforeAByteIsTaken() async throws {
        let line = try await FetchLine()
        let user = try line.line.ada.principal.userID.found
        _ = try await line.house.store.write { db in
            try db.execute(
                "INSERT INTO media_totals (user_id, files, bytes, uploads, reserved) VALUES (?, 10000, 0, 0, 0)", user)
        }
        // Whatever the bridge makes of it: who asked is told what it was.
        let told = try await asking(line) { command in
            #expect(await reason { try await line.upload(command, bytes) } == "QUOTA_EXCEEDED")
        }
        #expect(told == "QUOTA_EXCEEDED")
    }

    @Test func whatIsLargerThanIsTakenIsRefused() async throws {
        let line = try await FetchLine()
        let told = try await asking(line) { command in
            let size = command.maxBytes + 1
            #expect(await reason { try await line.upload(command, bytes) { $0.size = size } } == "MEDIA_TOO_LARGE")
        }
        #expect(told == "MEDIA_TOO_LARGE")
    }

    @Test func sizeAndHashHaveToBeTrue() async throws {
        let line = try await FetchLine()
        _ = try await asking(line) { command in
            let wrong = String(repeating: "0", count: 64)
            for change: (inout BridgeUploadStart) -> Void in [
                { $0.size = 299_999 }, { $0.size = 0 }, { $0.sha256 = wrong }, { $0.sha256 = "xy" },
            ] {
                #expect(await reason { try await line.upload(command, bytes, change) } == "VALIDATION_ERROR")
            }
        }
        #expect(try await line.totals() == MediaTotals())
    }

    @Test(arguments: [
        (MediaKind.image, "image/jpeg", MediaKind.image, "image/png"),
        (.voice, "audio/ogg", .document, "image/png"), (.document, "", .document, "image/png"),
        (.sticker, "image/webp", .document, "image/png"), (.image, "no type", .image, "image/png"),
    ])
    func whatItIsSaysItsContent(said: MediaKind, type: String, kind: MediaKind, mime: String) async throws {
        let line = try await FetchLine()
        let id = try await line.received(.with { $0.kind = said })
        async let fetched = line.messages.fetchMedia(.with { $0.messageId = id })
        try await line.bring(bytes) {
            $0.mimeType = type
            $0.fileName = "../passwd"
        }
        let media = try await fetched
        #expect(media.kind == kind && media.mimeType == mime && media.fileName.isEmpty)
    }
}
