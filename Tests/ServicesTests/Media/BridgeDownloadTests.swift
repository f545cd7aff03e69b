// A bridge gets the file of a send that it was given, at the epoch at which it was given it, and no other.
import Codec
import Contract
import Foundation
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct BridgeDownloadTests {
    private let house: DeliveryHouse
    private let holder: AuthStateHolder
    private let bytes = Samples.image(300_000)
    private let media: Media

    init() async throws {
        house = try await DeliveryHouse()
        holder = try await AuthStateHolder(house)
        let ada = Uploader(client: holder.line.ada.messages, userID: try holder.line.ada.principal.userID.found)
        media = try await ada.upload(bytes)
    }

    /// A message that is sent with the file, as it is once it was handed out.
    private func send(_ status: MessageRecord.Status, epoch: Int64? = nil) async throws {
        let (line, media) = (holder.line, media)
        let now = house.clock.now()
        try await house.store.write { db in
            var record = MessageRecord(
                userID: media.userId, sessionID: line.session, direction: .outbound, kind: .text, status: .pending,
                recipient: "+491511234567", createdAt: now, content: "")
            record.id = try db.messages.insert(record)
            try db.media.use(media.id, byMessage: record.id)
            try db.execute(
                "UPDATE messages SET status = ?, epoch = ? WHERE id = ?", Int64(status.rawValue),
                epoch ?? line.assign.epoch, record.id)
        }
    }

    private func read(
        session: Int64? = nil, epoch: Int64? = nil, id: Int64? = nil, from offset: Int64 = 0, token: String? = nil,
        client: BridgeClient? = nil
    ) async throws -> [UInt8] {
        let request = BridgeDownloadRequest.with {
            $0.sessionId = session ?? holder.line.session
            $0.epoch = epoch ?? holder.line.assign.epoch
            $0.mediaId = id ?? media.id
            $0.offset = offset
        }
        var bytes: [UInt8] = []
        let parts = try await (client ?? holder.client).downloadMedia(request, options: holder.options(token))
        for try await part in parts { bytes += part.data }
        return bytes
    }

    private func reason(_ body: () async throws -> [UInt8]) async -> String? {
        await refusal { _ = try await body() }?.reason
    }

    @Test func theSendsFileIsItsHolders() async throws {
        try await send(.dispatched)
        #expect(try await read() == bytes)
        #expect(try await read(from: 299_000) == Array(bytes[299_000...]))
        #expect(await reason { try await read(epoch: holder.line.assign.epoch + 1) } == "SESSION_CONFLICT")
        #expect(await reason { try await read(session: holder.line.session + 1) } == "NOT_FOUND")
        #expect(await reason { try await read(id: media.id + 1) } == "NOT_FOUND")
        #expect(await reason { try await read(token: "none") } == "PERMISSION_DENIED")
        let stranger = house.bridge("bridge-2", uid: 1_003)
        let token = try await stranger.attach(capacity: 0).token
        let client = BridgeClient(house.bridgeClient(uid: 1_003))
        #expect(await reason { try await read(token: token, client: client) } == "NOT_FOUND")
    }

    @Test func aFileOfNoSendIsNotItsBusiness() async {
        #expect(await reason { try await read() } == "NOT_FOUND")
    }

    @Test(arguments: [MessageRecord.Status.sent, .failed, .cancelled, .expired, .submitted])
    func norIsThatOfASendThatIsOver(status: MessageRecord.Status) async throws {
        try await send(status)
        #expect(await reason { try await read() } == "NOT_FOUND")
    }

    @Test func norThatOfASendOfAnEarlierEpoch() async throws {
        try await send(.dispatched, epoch: holder.line.assign.epoch - 1)
        #expect(await reason { try await read() } == "NOT_FOUND")
    }
}
