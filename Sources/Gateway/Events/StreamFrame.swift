// How the items of a server stream are written: as server-sent events (EventFrame), or a line of JSON for each (NDJSON),
// which every tool reads. Which of the two, `Accept` says; a method that was called by its own name has lines only.

internal import Codec
internal import HTTPTypes
internal import NIOCore
internal import RPC

protocol StreamFrame: Sendable {
    var mediaType: String { get }
    /// - Throws: what keeps the item from being JSON; a fault of the server.
    func text(_ item: ByteBuffer) throws -> [UInt8]
    /// What a stream ends with that does not end well.
    func error(_ error: RPCError, requestID: String) -> [UInt8]
}

/// Each item of the stream a line, heartbeats among them, since they carry cursors. A stream that does not end well ends
/// with a line that has `error` and nothing else: no item of a stream has a field of that name (a test holds that).
struct LineFrame: StreamFrame {
    static let type = "application/x-ndjson"

    let schema: MessageSchema
    let dialect: JSONDialect

    var mediaType: String { Self.type }

    func text(_ item: ByteBuffer) throws -> [UInt8] {
        var writer = JSONWriter()
        try item.withUnsafeReadableBytes { bytes in
            try schema.reading(bytes) { view in
                try view.writeJSON(to: &writer, options: dialect == .house ? .house : .canonical)
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    func error(_ error: RPCError, requestID: String) -> [UInt8] {
        let body =
            switch dialect {
            case .house: ErrorEnvelope.json(error, requestID: requestID)
            case .canonical: ErrorStatus.json(error, requestID: requestID)
            }
        return Array(#"{"error":"#.utf8) + body + Array("}\n".utf8)
    }
}

extension CallRoute {
    /// How the items of this stream are written for a client.
    func frame(_ headers: HTTPFields) -> any StreamFrame {
        if dialect == .canonical { return LineFrame(schema: response, dialect: .canonical) }
        let accepted = AcceptedWords(headers[values: .accept])
        let lines = max(accepted[LineFrame.type] ?? 0, accepted["application/ndjson"] ?? 0)
        if lines > 0, lines >= accepted["text/event-stream"] ?? 0 {
            return LineFrame(schema: response, dialect: .house)
        }
        return EventFrame(response)
    }
}
