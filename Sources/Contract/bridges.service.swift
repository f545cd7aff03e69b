// Generated from switchboard/v1/bridges.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.BridgeService.
package enum BridgeMethods {
    package static let attach = Method(service: "switchboard.v1.BridgeService", name: "Attach", kind: .bidirectional)
    package static let listBridges = Method(service: "switchboard.v1.BridgeService", name: "ListBridges", kind: .unary)
    package static let all = [attach, listBridges]
}

/// Bridges: the processes that own WhatsApp connections. They dial in; rpcd never dials them.
package protocol BridgeServiceProtocol: Sendable {
    /// The one long stream of a bridge: facts and credit up, assignments and sends down.
    func attach(_ requests: RequestStream<BridgeFrame>, responses: ResponseWriter<ServerFrame>, context: CallContext) async throws

    /// Lists the bridges that are attached or hold sessions.
    func listBridges(_ request: ListBridgesRequest, context: CallContext) async throws -> ListBridgesResponse
}

extension Router {
    /// Registers every method of switchboard.v1.BridgeService.
    package mutating func register(_ service: some BridgeServiceProtocol) {
        bidirectional(BridgeMethods.attach) { (requests: RequestStream<BridgeFrame>, responses: ResponseWriter<ServerFrame>, context: CallContext) async throws -> Void in
            try await service.attach(requests, responses: responses, context: context)
        }
        unary(BridgeMethods.listBridges) { (request: ListBridgesRequest, context: CallContext) async throws -> ListBridgesResponse in
            try await service.listBridges(request, context: context)
        }
    }
}

/// Calls switchboard.v1.BridgeService.
package struct BridgeClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// The one long stream of a bridge: facts and credit up, assignments and sends down.
    package func attach(options: CallOptions = .init()) async throws -> BidirectionalCall<BridgeFrame, ServerFrame> {
        try await client.bidirectional(BridgeMethods.attach, options: options)
    }

    /// Lists the bridges that are attached or hold sessions.
    package func listBridges(_ request: ListBridgesRequest, options: CallOptions = .init()) async throws -> ListBridgesResponse {
        try await client.unary(BridgeMethods.listBridges, request, options: options)
    }
}
