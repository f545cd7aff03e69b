// A session that a bridge carries, and what that bridge calls with: PutAuthState and GetAuthState in short.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit

/// A session that a bridge carries, and what that bridge calls with.
struct AuthStateHolder: Sendable {
    let line: Line
    let token: String
    let client: BridgeClient

    init(_ house: DeliveryHouse) async throws {
        let ada = try await house.user()
        let bridge = house.bridge()
        token = try await bridge.attach().token
        _ = try await ada.link()
        let assign = try await bridge.carry()
        try await house.session(assign.sessionId, becomes: .connected)
        line = Line(house: house, ada: ada, bridge: bridge, assign: assign)
        client = BridgeClient(house.bridgeClient())
    }

    func put(
        epoch: Int64? = nil, session: Int64? = nil, token: String? = nil, client: BridgeClient? = nil,
        clear: Bool = false, _ items: [PutAuthStateRequest]
    ) async throws -> PutAuthStateResponse {
        let call = try await (client ?? self.client).putAuthState(options: options(token))
        try await call.send(
            .with {
                $0.sessionId = session ?? line.session
                $0.epoch = epoch ?? line.assign.epoch
                $0.clear = clear
            })
        for item in items { try await call.send(item) }
        return try await call.finish()
    }

    @discardableResult
    func put(_ values: [String: [UInt8]], clear: Bool = false) async throws -> PutAuthStateResponse {
        try await put(
            clear: clear,
            values.map { key, value in
                .with {
                    $0.key = key
                    $0.value = value
                }
            })
    }

    func get(
        epoch: Int64? = nil, session: Int64? = nil, token: String? = nil, client: BridgeClient? = nil,
        keys: [String] = []
    ) async throws -> (values: [String: [UInt8]], order: [String], items: Int) {
        let request = GetAuthStateRequest.with {
            $0.sessionId = session ?? line.session
            $0.epoch = epoch ?? line.assign.epoch
            $0.keys = keys
        }
        let stream = try await (client ?? self.client).getAuthState(request, options: options(token))
        var (values, order, items): ([String: [UInt8]], [String], Int) = ([:], [], 0)
        for try await item in stream {
            items += 1
            values[item.key, default: []] += item.value
            if !item.more { order.append(item.key) }
        }
        return (values, order, items)
    }

    func options(_ token: String? = nil) -> CallOptions {
        CallOptions(metadata: ["x-bridge-token": token ?? self.token])
    }

    /// Asks, and reads nothing.
    func ask(keys: [String] = []) async throws -> ResponseStream<AuthStateItem> {
        let request = GetAuthStateRequest.with {
            $0.sessionId = line.session
            $0.epoch = line.assign.epoch
            $0.keys = keys
        }
        return try await client.getAuthState(request, options: options())
    }

    /// A value in parts that fit into frames.
    static func parts(_ key: String, megabytes count: Int) -> [PutAuthStateRequest] {
        (0..<count).map { number in
            .with {
                $0.key = key
                $0.value = [UInt8](repeating: UInt8(number), count: 1 << 20)
                $0.more = number < count - 1
            }
        }
    }
}
