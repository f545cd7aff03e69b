// A message with a file on its way: only through a bridge that can send such, with the file in that bridge's reach for as long
// as it has the send; counted once; and not tried again when the file is gone.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct MediaDeliveryTests {
    private let house: DeliveryHouse
    private let line: Line
    private let token: String
    private let media: Media
    private let bytes = Samples.image(300_000)

    init() async throws {
        house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        token = try await bridge.attach { $0.kinds = ["text", "image"] }.token
        let linked = try await ada.link()
        let assign = try await bridge.carry()
        try await house.session(linked.id, becomes: .connected)
        line = Line(house: house, ada: ada, bridge: bridge, assign: assign)
        media = try await Uploader(client: ada.messages, userID: try ada.principal.userID.found).upload(bytes)
    }

    private func send(_ change: (inout SendMediaRequest) -> Void = { _ in }) async throws -> Message {
        var request = SendMediaRequest.with {
            $0.recipient = "+491511234567"
            $0.mediaId = media.id
            $0.caption = "look"
        }
        change(&request)
        return try await line.ada.messages.sendMedia(request)
    }

    private func download(_ send: Send) async throws -> [UInt8] {
        guard case .media(let content) = send.kind else { throw TookTooLong() }
        let request = BridgeDownloadRequest.with {
            $0.sessionId = send.sessionId
            $0.epoch = send.epoch
            $0.mediaId = content.mediaId
        }
        let options = CallOptions(metadata: ["x-bridge-token": token])
        var bytes: [UInt8] = []
        for try await part in try await BridgeClient(house.bridgeClient()).downloadMedia(request, options: options) {
            bytes += part.data
        }
        return bytes
    }

    private func lose() async throws {
        try await house.store.write { db in _ = try db.media.delete(media.id) }
    }

    private func retry(_ id: Int64) async -> RPCError? {
        await refusal { _ = try await line.ada.messages.retryMessage(.with { $0.id = id }) }
    }

    @Test func aBridgeIsGivenTheFileWithTheSendAndNotLonger() async throws {
        let message = try await send()
        let send = try await line.bridge.nextSend()
        #expect(send.kind.map(Message.OneOfKind.init) == message.kind)
        guard case .media(let content) = send.kind else { throw TookTooLong() }
        #expect(content.mediaId == media.id && content.sha256 == media.sha256 && content.caption == "look")
        #expect(try await download(send) == bytes)
        try await line.bridge.submit(send)
        try await house.message(message.id, becomes: .submitted)
        #expect(await refusal { _ = try await download(send) }?.reason == "NOT_FOUND")
    }

    @Test func aSortThatTheBridgeDidNotNameIsRefusedAtOnce() async throws {
        let error = await refusal { _ = try await send { $0.kind = .document } }
        #expect(error?.reason == "ENGINE_UNSUPPORTED" && error?.metadata["kind"] == "document")
    }

    @Test func whatIsSentWithAFileIsCountedOnceAsSuch() async throws {
        let message = try await send()
        try await line.bridge.deliver()
        try await house.message(message.id, becomes: .delivered)
        let text = try await line.ada.send("no file")
        try await line.bridge.deliver()
        try await house.message(text.id, becomes: .delivered)
        let usage = try await line.ada.usage(house)
        #expect(usage[.messagesSent] == 2 && usage[.mediaSent] == 1)
    }

    @Test func aSendWithAFileMayTakeLonger() async throws {
        let message = try await send()
        let send = try await line.bridge.nextSend()
        #expect(send.timeoutMs == 180_000)
        try await house.pass(.seconds(120), line.bridge)
        #expect(try await house.message(message.id).status == .dispatched)
        // And not for ever: what is of unknown outcome comes again where repeats are safe.
        try await house.pass(.seconds(120), line.bridge)
        #expect(try await line.bridge.nextSend().attempt == 2)
        let text = try await line.ada.send("no file", to: "+491519999999")
        #expect(try await line.bridge.nextSend().timeoutMs == 60_000)
        try await house.pass(.seconds(90), line.bridge)
        #expect(try await house.message(text.id).attempts >= 1)
        #expect(try await house.timeline(text.id).contains { $0.cause == "command_deadline" })
    }

    @Test func whatFailedIsTriedAgainAsLongAsItsFileIsThere() async throws {
        let message = try await send()
        try await line.bridge.fail(try await line.bridge.nextSend(), "MEDIA_UNSUPPORTED")
        try await house.message(message.id, becomes: .failed)
        #expect(await retry(message.id) == nil)
        let again = try await line.bridge.nextSend()
        #expect(try await download(again) == bytes)
        try await line.bridge.fail(again, "MEDIA_UNSUPPORTED")
        try await house.message(message.id, becomes: .failed)
        _ = try await line.ada.messages.deleteMedia(.with { $0.id = media.id })
        #expect(await retry(message.id)?.reason == "MEDIA_EXPIRED")
        #expect(try await house.message(message.id).status == .failed)
    }

    @Test func aTextNeedsNoFileToBeTriedAgain() async throws {
        let message = try await line.ada.send("no file")
        try await line.bridge.fail(try await line.bridge.nextSend(), "RECIPIENT_NOT_ON_WHATSAPP")
        try await house.message(message.id, becomes: .failed)
        #expect(await retry(message.id) == nil)
    }

    @Test func whatNobodyKnowsOfIsNotSentAgainWithoutItsFile() async throws {
        let message = try await send()
        _ = try await line.bridge.nextSend()
        _ = try await house.store.write { db in
            try db.execute("UPDATE messages SET status = ? WHERE id = ?", MessageRecord.Status.unknown, message.id)
        }
        try await lose()
        func resolve(_ resolution: Resolution) async -> RPCError? {
            await refusal {
                _ = try await line.ada.messages.resolveMessage(
                    .with {
                        $0.id = message.id
                        $0.resolution = resolution
                    })
            }
        }
        #expect(await resolve(.resend)?.reason == "MEDIA_EXPIRED")
        #expect(await resolve(.failed) == nil)
    }

    @Test func whatLostItsFileWhileItWaitedIsGivenToNobody() async throws {
        try await line.bridge.state(line.assign, .disconnected)
        try await house.session(line.session, becomes: .disconnected)
        let message = try await send()
        try await lose()
        try await line.bridge.state(line.assign, .connected, phone: "+491510000000")
        let failed = try await house.message(message.id, becomes: .failed)
        #expect(failed.errorCode == "MEDIA_EXPIRED" && failed.attempts == 0)
    }
}

extension Person {
    fileprivate func usage(_ house: DeliveryHouse) async throws -> UsageRecord {
        let (user, day) = (try principal.userID.found, house.clock.now().day)
        return try await house.store.read { db in try db.usage.get(UsageKey(userID: user, day: day)) }.found
    }
}
