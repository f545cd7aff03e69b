// One HTTP request as one call: read, translate, call the router in process, translate back. A request that cannot be
// translated is still made as a call, which then fails with what is wrong: whoever may not call learns that and no more,
// and the refusal stands in the log as any other.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import RPC

struct CallRoutes: Sendable {
    let calls: InProcessTransport

    func answer(
        _ request: Request, _ context: GatewayContext, _ route: CallRoute, _ target: RequestTarget, requestID: String
    ) async -> Response {
        do throws(RPCError) {
            var target = target
            var picture = PictureFormat.json
            if case .picture = route.answer { picture = try PictureFormat.choose(request.headers, &target) }
            let metadata = try CallMetadata.make(request.headers, requestID: requestID)
            let head = CallHead(method: route.method, metadata: metadata)
            if case .events = route.answer {
                return try await EventRoute(transport: transport(request, context)).answer(
                    request, route, target, head, requestID: requestID)
            }
            let body = try await RequestBodyReader.read(request)
            return await unary(request, context, route, target, head, body, picture, requestID)
        } catch {
            return Answer.refusal(error, requestID: requestID, bodyField: route.bodyFieldName)
        }
    }

    private func unary(
        _ request: Request, _ context: GatewayContext, _ route: CallRoute, _ target: RequestTarget, _ head: CallHead,
        _ body: [UInt8], _ picture: PictureFormat, _ requestID: String
    ) async -> Response {
        var call: (any ClientStream)?
        do {
            let bytes = Swift.Result { () throws(RPCError) in try RequestTranscoder.bytes(route, target, body: body) }
            let opened = try await transport(request, context).open(head, payload: bytes)
            call = opened
            guard let response = try await opened.receive() else { throw RPCError.refusal(.internal, "") }
            let metadata = opened.responseMetadata
            if picture != .json {
                return try picture.response(route, response)
            }
            let json = try SuccessEnvelope.json(route, response: response, request: bytes.get())
            return Answer.response(route.status, json, metadata: metadata)
        } catch {
            return Answer.refusal(
                Self.rpcError(error), requestID: requestID, bodyField: route.bodyFieldName,
                metadata: call?.responseMetadata ?? [:])
        }
    }

    private func transport(_ request: Request, _ context: GatewayContext) -> InProcessTransport {
        var transport = calls
        transport.peer = context.peer(asking: request)
        return transport
    }

    /// Anything else is a fault of the server.
    static func rpcError(_ error: any Error) -> RPCError {
        error as? RPCError ?? RPCError(.internalError, reason: "INTERNAL", message: "", cause: error)
    }
}

extension InProcessTransport {
    /// Opens a call, whether there is a request for it or only what is wrong with it.
    func open(_ head: CallHead, payload: Swift.Result<[UInt8], RPCError>) async throws -> any ClientStream {
        switch payload {
        case .success(let bytes): try await open(head, payload: ByteBuffer(bytes: bytes))
        case .failure(let error): try await refuse(head, with: error)
        }
    }
}

extension CallRoute {
    /// What the client's body is a field of the request as.
    var bodyFieldName: String? {
        if case .field(let field) = body { return field.name }
        return nil
    }
}
