// Generated from bench/stream.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of bench.Stream.
package enum StreamMethods {
    package static let items = Method(service: "bench.Stream", name: "Items", kind: .serverStreaming)
    package static let all = [items]
}

package protocol StreamServiceProtocol: Sendable {
    /// Sends `items` items of `size` bytes each, numbered from 0.
    func items(_ request: ItemsRequest, responses: ResponseWriter<Item>, context: CallContext) async throws
}

extension Router {
    /// Registers every method of bench.Stream.
    package mutating func register(_ service: some StreamServiceProtocol) {
        serverStreaming(StreamMethods.items) { (request: ItemsRequest, responses: ResponseWriter<Item>, context: CallContext) async throws -> Void in
            try await service.items(request, responses: responses, context: context)
        }
    }
}

/// Calls bench.Stream.
package struct StreamClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Sends `items` items of `size` bytes each, numbered from 0.
    package func items(_ request: ItemsRequest, options: CallOptions = .init()) async throws -> ResponseStream<Item> {
        try await client.serverStreaming(StreamMethods.items, request, options: options)
    }
}
