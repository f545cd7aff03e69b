// Generated from switchboard/v1/bridges.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.BridgeService.
package enum BridgeMethods {
    package static let attach = Method(service: "switchboard.v1.BridgeService", name: "Attach", kind: .bidirectional)
    package static let getAuthState = Method(service: "switchboard.v1.BridgeService", name: "GetAuthState", kind: .serverStreaming)
    package static let putAuthState = Method(service: "switchboard.v1.BridgeService", name: "PutAuthState", kind: .clientStreaming)
    package static let downloadMedia = Method(service: "switchboard.v1.BridgeService", name: "DownloadMedia", kind: .serverStreaming)
    package static let uploadMedia = Method(service: "switchboard.v1.BridgeService", name: "UploadMedia", kind: .bidirectional)
    package static let listBridges = Method(service: "switchboard.v1.BridgeService", name: "ListBridges", kind: .unary)
    package static let all = [attach, getAuthState, putAuthState, downloadMedia, uploadMedia, listBridges]
}

/// Bridges: the processes that own WhatsApp connections. They dial in; rpcd never dials them.
package protocol BridgeServiceProtocol: Sendable {
    /// The one long stream of a bridge: facts and credit up, assignments and sends down.
    func attach(_ requests: RequestStream<BridgeFrame>, responses: ResponseWriter<ServerFrame>, context: CallContext) async throws

    /// What the engine keeps of a session to be let in again, as it was put: for the bridge that holds the session, at its
    /// present epoch. In the metadata the token of its Welcome, as `x-bridge-token`.
    func getAuthState(_ request: GetAuthStateRequest, responses: ResponseWriter<AuthStateItem>, context: CallContext) async throws

    /// Keeps values of a session, sealed: for the same bridge, all of a call or nothing. Answered when it is safe on disk.
    /// Goes with the link: logging out and deleting the session delete it.
    func putAuthState(_ requests: RequestStream<PutAuthStateRequest>, context: CallContext) async throws -> PutAuthStateResponse

    /// The bytes of a file that the bridge was given a send of, at the present epoch of the session that it holds. In the
    /// metadata the token of its Welcome, as `x-bridge-token`.
    func downloadMedia(_ request: BridgeDownloadRequest, responses: ResponseWriter<DownloadMediaResponse>, context: CallContext) async throws

    /// The file that a FetchMedia asked for, as long as the bridge has not answered that command, at the present epoch of
    /// the session that it holds: first what it is, then its bytes in chunks, no more of them than the answers give credit
    /// for. The last answer is the file, safe; then comes the command's result. There is no going on with what broke off:
    /// it begins anew while the command lasts. In the metadata the token of its Welcome, as `x-bridge-token`.
    func uploadMedia(_ requests: RequestStream<BridgeUploadRequest>, responses: ResponseWriter<UploadMediaResponse>, context: CallContext) async throws

    /// Lists the bridges that are attached or hold sessions.
    func listBridges(_ request: ListBridgesRequest, context: CallContext) async throws -> ListBridgesResponse
}

extension Router {
    /// Registers every method of switchboard.v1.BridgeService.
    package mutating func register(_ service: some BridgeServiceProtocol) {
        bidirectional(BridgeMethods.attach) { (requests: RequestStream<BridgeFrame>, responses: ResponseWriter<ServerFrame>, context: CallContext) async throws -> Void in
            try await service.attach(requests, responses: responses, context: context)
        }
        serverStreaming(BridgeMethods.getAuthState) { (request: GetAuthStateRequest, responses: ResponseWriter<AuthStateItem>, context: CallContext) async throws -> Void in
            try await service.getAuthState(request, responses: responses, context: context)
        }
        clientStreaming(BridgeMethods.putAuthState) { (requests: RequestStream<PutAuthStateRequest>, context: CallContext) async throws -> PutAuthStateResponse in
            try await service.putAuthState(requests, context: context)
        }
        serverStreaming(BridgeMethods.downloadMedia) { (request: BridgeDownloadRequest, responses: ResponseWriter<DownloadMediaResponse>, context: CallContext) async throws -> Void in
            try await service.downloadMedia(request, responses: responses, context: context)
        }
        bidirectional(BridgeMethods.uploadMedia) { (requests: RequestStream<BridgeUploadRequest>, responses: ResponseWriter<UploadMediaResponse>, context: CallContext) async throws -> Void in
            try await service.uploadMedia(requests, responses: responses, context: context)
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

    /// What the engine keeps of a session to be let in again, as it was put: for the bridge that holds the session, at its
    /// present epoch. In the metadata the token of its Welcome, as `x-bridge-token`.
    package func getAuthState(_ request: GetAuthStateRequest, options: CallOptions = .init()) async throws -> ResponseStream<AuthStateItem> {
        try await client.serverStreaming(BridgeMethods.getAuthState, request, options: options)
    }

    /// Keeps values of a session, sealed: for the same bridge, all of a call or nothing. Answered when it is safe on disk.
    /// Goes with the link: logging out and deleting the session delete it.
    package func putAuthState(options: CallOptions = .init()) async throws -> ClientStreamingCall<PutAuthStateRequest, PutAuthStateResponse> {
        try await client.clientStreaming(BridgeMethods.putAuthState, options: options)
    }

    /// The bytes of a file that the bridge was given a send of, at the present epoch of the session that it holds. In the
    /// metadata the token of its Welcome, as `x-bridge-token`.
    package func downloadMedia(_ request: BridgeDownloadRequest, options: CallOptions = .init()) async throws -> ResponseStream<DownloadMediaResponse> {
        try await client.serverStreaming(BridgeMethods.downloadMedia, request, options: options)
    }

    /// The file that a FetchMedia asked for, as long as the bridge has not answered that command, at the present epoch of
    /// the session that it holds: first what it is, then its bytes in chunks, no more of them than the answers give credit
    /// for. The last answer is the file, safe; then comes the command's result. There is no going on with what broke off:
    /// it begins anew while the command lasts. In the metadata the token of its Welcome, as `x-bridge-token`.
    package func uploadMedia(options: CallOptions = .init()) async throws -> BidirectionalCall<BridgeUploadRequest, UploadMediaResponse> {
        try await client.bidirectional(BridgeMethods.uploadMedia, options: options)
    }

    /// Lists the bridges that are attached or hold sessions.
    package func listBridges(_ request: ListBridgesRequest, options: CallOptions = .init()) async throws -> ListBridgesResponse {
        try await client.unary(BridgeMethods.listBridges, request, options: options)
    }
}
