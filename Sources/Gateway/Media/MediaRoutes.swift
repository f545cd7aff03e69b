// The bytes of files over HTTP: `POST /api/v1/media` and `GET /api/v1/media/{id}/content`. Calls of UploadMedia and
// DownloadMedia, whose streams have no shape of their own in HTTP.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import RPC

enum MediaRoutes {
    private static let path: [Route.Segment] = [.literal("api"), .literal("v1"), .literal("media")]

    static let all: [(verb: String, path: [Route.Segment], page: Destination.MediaPage)] = [
        ("POST", path, .upload), ("GET", path + [.any, .literal("content")], .content),
    ]
}

extension Destination.MediaPage {
    /// As the log names it.
    var label: String {
        switch self {
        case .upload: "POST /api/v1/media"
        case .content: "GET /api/v1/media/{id}/content"
        }
    }
}

/// One request, and who makes the calls for it.
struct MediaExchange: Sendable {
    let request: Request
    let transport: InProcessTransport
    let metadata: Metadata
    let requestID: String
    let limits: HTTPLimits

    var client: MessagesClient { MessagesClient(RPCClient(transport: transport, metadata: metadata)) }

    /// The body's length; nil: it is told by its end.
    var length: Int? {
        request.headers.contains(.transferEncoding) ? nil : request.headers[.contentLength].flatMap { Int($0) } ?? 0
    }
}

extension CallRoutes {
    func media(
        _ page: Destination.MediaPage, _ request: Request, _ context: GatewayContext, _ target: RequestTarget,
        requestID: String
    ) async -> Response {
        do throws(RPCError) {
            let exchange = exchange(request, context, try metadata(request, context, requestID), requestID, page.label)
            switch page {
            case .content: return try await MediaContent(exchange: exchange).answer(target)
            case .upload:
                guard let boundary = try MediaForms.boundary(request.headers) else {
                    return try await MediaBody(exchange: exchange).answer(target)
                }
                return try await MediaForms(exchange: exchange).upload(target, boundary: boundary)
            }
        } catch {
            countSize(error)
            return Answer.refusal(error, requestID: requestID, bodyField: "start")
        }
    }

    func exchange(
        _ request: Request, _ context: GatewayContext, _ metadata: Metadata, _ requestID: String, _ label: String
    ) -> MediaExchange {
        var transport = context.transport(door.calls, asking: request)
        transport.peer.route = label
        return MediaExchange(
            request: request, transport: transport, metadata: metadata, requestID: requestID, limits: door.limits)
    }

    /// Of a form where this route takes one; nil: the body is JSON.
    func formBoundary(_ request: Request, _ route: CallRoute) throws(RPCError) -> String? {
        route.method == MessagesMethods.sendMedia ? try MediaForms.boundary(request.headers) : nil
    }
}
