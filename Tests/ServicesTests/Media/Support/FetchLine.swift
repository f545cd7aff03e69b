// A session through which messages with files come in, and the bridge that is asked for them.
import Codec
import Contract
import RPC
import Store
import TestKit

@testable import Services

struct FetchLine: Sendable {
    let line: Line
    let token: String
    let client: BridgeClient

    static let ref: [UInt8] = [1, 0, 255, 7]

    var house: DeliveryHouse { line.house }
    var messages: MessagesClient { line.ada.messages }

    init(commands: [String] = ["fetch_media"]) async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        token = try await bridge.attach { $0.commands = commands }.token
        _ = try await ada.link()
        let assign = try await bridge.carry()
        try await house.session(assign.sessionId, becomes: .connected)
        line = Line(house: house, ada: ada, bridge: bridge, assign: assign)
        client = BridgeClient(house.bridgeClient())
    }

    /// A message with a file comes in; its id.
    func received(
        _ media: MediaContent = .with { $0.kind = .image }, ref: [UInt8] = ref, id: String = "IN1"
    ) async throws -> Int64 {
        try await line.bridge.report(
            .incoming(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = line.assign.epoch
                    $0.providerMessageId = id
                    $0.fromPhone = "+491709999999"
                    $0.content = .media(media)
                    $0.mediaRef = ref
                }))
        try await line.bridge.waitForConfirm()
        return try await messages.listMessages(.with { $0.direction = .inbound }).messages.first.found.id
    }

    func asked() async throws -> FetchMedia {
        try await line.bridge.expect("FetchMedia") { if case .fetchMedia(let asked) = $0 { asked } else { nil } }
    }

    /// Whether the bridge was asked for a file, and nobody has looked at it yet.
    var isAsked: Bool { line.bridge.frames.contains { if case .fetchMedia = $0.frame { true } else { false } } }

    func answer(_ command: FetchMedia, error: String? = nil) async throws {
        try await line.bridge.report(
            .result(
                .with {
                    $0.commandId = command.commandId
                    $0.sessionId = command.sessionId
                    $0.epoch = command.epoch
                    $0.outcome =
                        if let error { .error(.with { $0.reason = error }) } else { .done(.init()) }
                }))
    }

    func options(_ token: String? = nil) -> CallOptions {
        CallOptions(metadata: [BridgeService.tokenKey: token ?? self.token])
    }

    /// Brings a file as a bridge does: within the credit, to the end.
    @discardableResult
    func upload(
        _ command: FetchMedia, _ bytes: [UInt8], token: String? = nil, client: BridgeClient? = nil,
        _ change: (inout BridgeUploadStart) -> Void = { _ in }
    ) async throws -> Media {
        var start = BridgeUploadStart()
        start.sessionId = command.sessionId
        start.epoch = command.epoch
        start.commandId = command.commandId
        start.size = Int64(bytes.count)
        change(&start)
        let first = start
        let call = try await (client ?? self.client).uploadMedia(options: options(token))
        try await call.send(.with { $0.item = .start(first) })
        var (credit, offset, most): (Int32, Int, Int) = (0, 0, 0)
        for try await answer in call.responses {
            if let media = answer.media { return media }
            if most == 0 { most = Int(answer.chunkBytes) }
            credit += answer.credit
            while credit > 0, offset < bytes.count {
                let part = UploadChunk.with {
                    $0.offset = Int64(offset)
                    $0.data = Array(bytes[offset..<min(offset + most, bytes.count)])
                }
                try await call.send(.with { $0.item = .chunk(part) })
                offset += part.data.count
                credit -= 1
            }
        }
        throw Unexpected("the upload ended without a file")
    }

    /// What a bridge does that has the file.
    @discardableResult
    func bring(_ bytes: [UInt8], _ change: (inout BridgeUploadStart) -> Void = { _ in }) async throws -> Media {
        let command = try await asked()
        let media = try await upload(command, bytes, change)
        try await answer(command)
        return media
    }

    func totals() async throws -> MediaTotals {
        let user = try line.ada.principal.userID.found
        return try await house.store.read { db in try db.media.totals(of: user) }
    }
}
