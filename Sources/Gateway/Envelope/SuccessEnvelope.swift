// The answer to a call that went well: `{"success": true, "message": …, "data": …}`. Data is the response message; a
// list is `results` with what pages need beside it; what has nothing to say is null.

internal import Codec
internal import Contract
internal import NIOCore
internal import RPC

enum SuccessEnvelope {
    /// A list's page without `page_size` (Services/Access/Page.swift).
    static let defaultPageSize: Int64 = 20

    /// The body as JSON text: without an envelope where the route is of protobuf's own JSON.
    /// - Parameter request: the bytes of the call's request, which say what page was asked for.
    /// - Throws: what keeps the response from being JSON; a fault of the server.
    static func json(_ route: CallRoute, response: ByteBuffer, request: [UInt8]) throws -> [UInt8] {
        var writer = JSONWriter()
        if route.dialect == .canonical {
            try response.withUnsafeReadableBytes { bytes in
                try route.response.reading(bytes) { try $0.writeJSON(to: &writer, options: .canonical) }
            }
            return writer.bytes
        }
        writer.beginObject()
        writer.key("success")
        writer.bool(true)
        writer.key("message")
        writer.string(route.success)
        writer.key("data")
        switch route.answer {
        case .nothing: writer.null()
        case .list(let shape): try list(shape, route, response, request, &writer)
        case .message, .picture, .events:
            try response.withUnsafeReadableBytes { bytes in
                try route.response.reading(bytes) { try $0.writeJSON(to: &writer) }
            }
        }
        writer.endObject()
        return writer.bytes
    }

    /// Of a message that is no unary call's answer.
    static func json(_ method: Method, _ message: some ProtoMessage) throws -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("success")
        writer.bool(true)
        writer.key("message")
        writer.string(AccessTable.rules[method.path]?.success ?? "")
        writer.key("data")
        try message.writeJSON(to: &writer)
        writer.endObject()
        return writer.bytes
    }

    private static func list(
        _ shape: ListShape, _ route: CallRoute, _ response: ByteBuffer, _ request: [UInt8],
        _ writer: inout JSONWriter
    ) throws {
        let (page, pageSize) = try request.withUnsafeBytes { bytes in
            try route.request.reading(bytes, limits: .request) { view in
                (shape.page.map(view.integer) ?? 0, shape.pageSize.map(view.integer) ?? 0)
            }
        }
        try response.withUnsafeReadableBytes { bytes in
            try route.response.reading(bytes) { view in
                writer.beginObject()
                writer.key("results")
                try view.writeJSON(shape.results, to: &writer)
                if let field = shape.totalSize {
                    writer.key("count")
                    // Counting costs; it is done for those who ask for a page by number.
                    if page > 0 { try view.writeJSON(field, to: &writer) } else { writer.null() }
                }
                if shape.page != nil {
                    writer.key("page")
                    if page > 0 { writer.integer(page) } else { writer.null() }
                }
                if shape.pageSize != nil {
                    writer.key("page_size")
                    writer.integer(pageSize > 0 ? pageSize : defaultPageSize)
                }
                if let field = shape.nextPageToken {
                    writer.key("next_page_token")
                    try view.writeJSON(field, to: &writer)
                }
                writer.endObject()
            }
        }
    }
}
