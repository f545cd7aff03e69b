// GET and HEAD of a file's content: streamed as fast as the client reads, whole or one part of it, never shown by a browser
// as a page of ours. Where a part or a condition is asked for, the file is looked at first.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import RPC

struct MediaContent: Sendable {
    let exchange: MediaExchange

    func answer(_ target: RequestTarget) async throws(RPCError) -> Response {
        let request = exchange.request
        do {
            let id = try await id(target)
            let isHead = request.method == .head
            let asked = ContentRequest(request.headers, isHead: isHead)
            guard isHead || asked.isConditional else { return try await give(id, nil) }
            let media = try await exchange.client.getMedia(.with { $0.id = id })
            let tag = "\"\(media.sha256)\""
            switch asked.decide(size: media.size, tag: tag) {
            case .notModified:
                var headers = Self.headers(media)
                headers[.contentLength] = String(media.size)
                return Response(status: .notModified, headers: headers)
            case .unsatisfiable:
                var answer = Answer.refusal(
                    .invalid("Range", "is behind the file's end"), requestID: exchange.requestID)
                answer.status = .rangeNotSatisfiable
                answer.headers[.contentRange] = "bytes */\(media.size)"
                return answer
            case .whole, .part:
                guard isHead else {
                    guard case .part(let part) = asked.decide(size: media.size, tag: tag) else {
                        return try await give(id, nil)
                    }
                    return try await give(id, part)
                }
                var headers = Self.headers(media)
                headers[.contentLength] = String(media.size)
                return Response(status: .ok, headers: headers)
            }
        } catch {
            throw CallRoutes.rpcError(error)
        }
    }

    /// What is no id is made a call all the same, so that it is logged and limited as any.
    private func id(_ target: RequestTarget) async throws -> Int64 {
        let text = target.segments.count == 5 ? target.segments[3] : ""
        var wrong: RPCError?
        let id = Int64(text) ?? 0
        if id <= 0 || id >= 1 << 53 || String(id) != text { wrong = .nothingThere }
        if let first = target.query.first {
            wrong = .invalid(MediaFields.shown(first.name), "is no parameter of this request")
        }
        guard let wrong else { return id }
        let call = try await exchange.transport.refuse(
            CallHead(method: MessagesMethods.downloadMedia, metadata: exchange.metadata), with: wrong)
        _ = try await call.receive()
        throw wrong
    }

    private func give(_ id: Int64, _ part: Range<Int64>?) async throws -> Response {
        let parts = try await exchange.client.downloadMedia(
            .with {
                $0.id = id
                $0.offset = part?.lowerBound ?? 0
                $0.length = part.map { $0.upperBound - $0.lowerBound } ?? 0
            })
        var items = parts.makeAsyncIterator()
        guard let media = try await items.next()?.media else { throw RPCError.refusal(.internal, "") }
        var headers = Self.headers(media)
        if let part { headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(media.size)" }
        let body = ResponseBody(contentLength: part?.count ?? Int(media.size)) { writer in
            try await Self.pump(parts, &writer)
        }
        return Response(status: part == nil ? .ok : .partialContent, headers: headers, body: body)
    }

    /// Each part when the client has room for it. What fails here ends the connection: less came than was said.
    @concurrent private static func pump(
        _ parts: ResponseStream<DownloadMediaResponse>, _ writer: inout any ResponseBodyWriter
    ) async throws {
        for try await part in parts where !part.data.isEmpty {
            try await writer.write(ByteBuffer(bytes: part.data))
        }
        try await writer.finish(nil)
    }

    private static func headers(_ media: Media) -> HTTPFields {
        [
            .contentType: media.mimeType, .eTag: "\"\(media.sha256)\"", .acceptRanges: "bytes",
            .cacheControl: "private, no-cache",
            .contentDisposition: AttachmentName.header(media.fileName, id: media.id),
        ]
    }
}
