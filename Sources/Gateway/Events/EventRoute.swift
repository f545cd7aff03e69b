// A server-streaming call over HTTP, as server-sent events or as lines of JSON (StreamFrame). What fails before the first
// item is answered as any error; later, the stream ends with an item that says so. Each item is written when the client has
// room for it, so a slow reader slows the watch and fills no memory; the call ends with the client, and the stream with the
// server. A watch has no deadline, so the call is held by a `Watch`, which ends it wherever the answer is dropped.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import RPC

struct EventRoute: Sendable {
    let transport: InProcessTransport

    /// What a request without a body asks for.
    /// - Throws: MALFORMED_REQUEST, VALIDATION_ERROR.
    static func payload(
        _ request: Request, _ route: CallRoute, _ target: RequestTarget
    ) throws(RPCError) -> [UInt8] {
        // What still comes in is only watched for its end.
        guard !request.headers.contains(.transferEncoding), ["0", nil].contains(request.headers[.contentLength])
        else { throw RPCError.refusal(.malformedRequest, "This request takes no body.") }
        return try RequestTranscoder.bytes(route, target, body: [], extra: resuming(route, request.headers))
    }

    /// - Throws: what the call fails with before its first item.
    func answer(
        _ request: Request, _ route: CallRoute, _ payload: Swift.Result<[UInt8], RPCError>, _ head: CallHead,
        requestID: String
    ) async throws(RPCError) -> Response {
        let watch: Watch
        let first: ByteBuffer?
        do {
            watch = Watch(try await transport.open(head, payload: payload))
            first = try await watch.call.receive()
        } catch {
            throw CallRoutes.rpcError(error)
        }
        let frame = route.frame(request.headers)
        let headers: HTTPFields = [
            .contentType: frame.mediaType, .cacheControl: "no-store", .vary: "Accept",
        ]
        if request.method == .head { return Response(status: .ok, headers: headers) }
        let body = ResponseBody { writer in
            // Holds the watch no longer than the client stays.
            try await request.body.consumeWithInboundCloseHandler { _ in
                try await Self.pump(watch.call, first, frame, &writer, requestID)
            } onInboundClosed: {
                watch.call.cancel()
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// A browser that comes back asks with the same query and says where it was: that counts.
    private static func resuming(_ route: CallRoute, _ headers: HTTPFields) -> [MessageParts.Texts] {
        guard let cursor = headers[.lastEventID], !cursor.isEmpty, let path = route.parameters["cursor"] else {
            return []
        }
        return [MessageParts.Texts(path, [cursor])]
    }

    // The writer is the framework's and not Sendable: it may be lent to its asynchronous functions from no actor's context.
    @concurrent private static func pump(
        _ call: any ClientStream, _ first: ByteBuffer?, _ frame: any StreamFrame,
        _ writer: inout any ResponseBodyWriter, _ requestID: String
    ) async throws {
        do {
            var event = first
            while let item = event {
                try await writer.write(ByteBuffer(bytes: try frame.text(item)))
                event = try await call.receive()
            }
        } catch let error as RPCError where error.code == .cancelled {
            // The client is gone.
        } catch let error as RPCError {
            try await writer.write(ByteBuffer(bytes: frame.error(error, requestID: requestID)))
        }
    }
}

/// The call behind an answer, cancelled when nobody holds the answer any more: written in full or not, or never begun
/// because the client was gone before its head could be written.
private final class Watch: Sendable {
    let call: any ClientStream

    init(_ call: any ClientStream) { self.call = call }

    deinit { call.cancel() }
}
