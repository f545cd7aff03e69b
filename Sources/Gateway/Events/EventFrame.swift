// Server-sent events (WHATWG HTML, 9.2): one event of the contract as the lines that EventSource reads. A heartbeat is a
// comment that still carries the cursor, so that a client that has seen nothing else resumes from where it began.

internal import Codec
internal import NIOCore
internal import RPC

struct EventFrame: StreamFrame {
    let mediaType = "text/event-stream"
    private let schema: MessageSchema
    private let cursor: FieldSchema?
    private let type: FieldSchema?

    init(_ schema: MessageSchema) {
        self.schema = schema
        cursor = schema.field(named: "cursor")
        type = schema.field(named: "type")
    }

    /// - Throws: what keeps the event from being JSON; a fault of the server.
    func text(_ event: ByteBuffer) throws -> [UInt8] {
        try event.withUnsafeReadableBytes { bytes in
            try schema.reading(bytes) { view in
                let id = Self.line(cursor.map(view.string) ?? "")
                let type = Self.line(self.type.map(view.string) ?? "")
                var text = type.isEmpty ? Array(": heartbeat\n".utf8) : []
                if !id.isEmpty { text += "id: \(id)\n".utf8 }
                if !type.isEmpty {
                    var writer = JSONWriter()
                    try view.writeJSON(to: &writer)
                    text += "event: \(type)\ndata: ".utf8
                    text += writer.bytes
                    text.append(UInt8(ascii: "\n"))
                }
                text.append(UInt8(ascii: "\n"))
                return text
            }
        }
    }

    /// What a stream ends with that does not end well: the envelope of the error as data.
    func error(_ error: RPCError, requestID: String) -> [UInt8] {
        Array("event: error\ndata: ".utf8) + ErrorEnvelope.json(error, requestID: requestID) + Array("\n\n".utf8)
    }

    /// Our own words have no line ends; one that had would end the field early.
    private static func line(_ text: String) -> String {
        text.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 } ? "" : text
    }
}
