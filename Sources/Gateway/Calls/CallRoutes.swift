// One HTTP request as one call: read, translate, call the router in process, translate back. A request that cannot be
// translated, or whose body is none we take, is still made as a call, which then fails with what is wrong: whoever may
// not call learns that and no more, and the refusal stands in the log as any other. Only where it cannot be told who
// calls, since credentials are given twice, there is no call.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import RPC

struct CallRoutes: Sendable {
    let door: HTTPDoor

    func answer(
        _ request: Request, _ context: GatewayContext, _ route: CallRoute, _ target: RequestTarget, requestID: String
    ) async -> Response {
        do throws(RPCError) {
            let metadata = try metadata(request, context, requestID)
            // The wait counts from here on, and so does the body's way here.
            let deadline = Swift.Result { () throws(RPCError) in try CallTimeout.deadline(request.headers) }
            let head = CallHead(
                method: route.method, metadata: metadata, deadline: (try? deadline.get()) ?? .never)
            if let boundary = try formBoundary(request, route) {
                return try await MediaForms(exchange: exchange(request, context, metadata, requestID, route.label))
                    .send(
                        target, route, boundary: boundary)
            }
            let transport = context.transport(door.calls, asking: request, route: route)
            if case .events = route.answer {
                let payload = await self.payload(request, route, target).requiring(deadline)
                // What was read must not be looked for again by whoever watches for the client's end: a body that ends
                // twice, or never, is a trap there.
                var request = request
                if case .whole = route.body { request.body = RequestBody(buffer: ByteBuffer()) }
                return try await EventRoute(transport: transport).answer(
                    request, route, payload, head, requestID: requestID)
            }
            let input = await Input.read(request, route, target, limit: door.limits.bodyBytes)
            if case .failure(let error) = input { countSize(error) }
            return await unary(transport, route, head, input.requiring(deadline), requestID)
        } catch {
            return Answer.refusal(
                error, requestID: requestID, bodyField: route.bodyFieldName, dialect: route.dialect)
        }
    }

    /// What a server stream is asked for: by path and query alone, or by the body of a call by its own name.
    private func payload(
        _ request: Request, _ route: CallRoute, _ target: RequestTarget
    ) async -> Swift.Result<[UInt8], RPCError> {
        guard case .whole = route.body else {
            return Swift.Result { () throws(RPCError) in try EventRoute.payload(request, route, target) }
        }
        let input = await Input.read(request, route, target, limit: door.limits.bodyBytes)
        if case .failure(let error) = input { countSize(error) }
        return input.map(\.bytes)
    }

    func metadata(
        _ request: Request, _ context: GatewayContext, _ requestID: String
    ) throws(RPCError) -> Metadata {
        do throws(RPCError) {
            return try CallMetadata.make(request.headers, requestID: requestID)
        } catch {
            door.refusals.note(
                .credentials, status: "400", reason: "credentials are given twice", peer: context.origin.text,
                endpoint: context.endpoint(request), requestID: requestID)
            throw error
        }
    }

    func countSize(_ error: RPCError) {
        switch error.reason {
        case Reason.payloadTooLarge.word: door.refusals.count(.bodyBytes)
        case Reason.requestTimeout.word: door.refusals.count(.bodyTime)
        default: break
        }
    }

    /// A request in full: the bytes of its message, and how it wants to be answered.
    private struct Input {
        let bytes: [UInt8]
        let picture: PictureFormat

        /// Or what is wrong with it.
        static func read(
            _ request: Request, _ route: CallRoute, _ target: RequestTarget, limit: Int
        ) async -> Swift.Result<Input, RPCError> {
            do throws(RPCError) {
                var target = target
                var picture = PictureFormat.json
                if case .picture = route.answer { picture = try PictureFormat.choose(request.headers, &target) }
                let body = try await RequestBodyReader.read(request, limit: limit)
                return .success(
                    Input(bytes: try RequestTranscoder.bytes(route, target, body: body), picture: picture))
            } catch {
                return .failure(error)
            }
        }
    }

    private func unary(
        _ transport: InProcessTransport, _ route: CallRoute, _ head: CallHead,
        _ input: Swift.Result<Input, RPCError>, _ requestID: String
    ) async -> Response {
        var call: (any ClientStream)?
        do {
            let opened = try await transport.open(head, payload: input.map(\.bytes))
            call = opened
            guard let response = try await opened.receive() else { throw RPCError.refusal(.internal, "") }
            let metadata = opened.responseMetadata
            let input = try input.get()
            if input.picture != .json { return try input.picture.response(route, response) }
            let json = try SuccessEnvelope.json(route, response: response, request: input.bytes)
            var answer = Answer.response(route.status, json, metadata: metadata)
            if case .picture = route.answer { answer.headers[.vary] = "Accept" }
            return answer
        } catch {
            return Answer.refusal(
                Self.rpcError(error), requestID: requestID, bodyField: route.bodyFieldName,
                metadata: call?.responseMetadata ?? [:], dialect: route.dialect)
        }
    }

    /// Anything else is a fault of the server.
    static func rpcError(_ error: any Error) -> RPCError {
        error as? RPCError ?? RPCError(.internalError, reason: "INTERNAL", message: "", cause: error)
    }
}

extension Swift.Result where Failure == RPCError {
    /// What is wrong with the other is said where nothing is wrong with this one.
    fileprivate func requiring<Other>(_ other: Swift.Result<Other, RPCError>) -> Self {
        switch other {
        case .success: self
        case .failure(let error): flatMap { _ in .failure(error) }
        }
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
