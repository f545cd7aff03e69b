// Messages ⇄ JSON text. Both ways pass through the C struct, so that a Swift value, bytes from the wire and a type
// known only by its schema share one reader and one writer.
internal import CProtobufC

extension ProtoMessage {
    /// Reads a message from JSON text.
    /// - Throws: what is wrong, with the path of the field concerned.
    public init(
        json text: UnsafeRawBufferPointer, options: JSONDecodingOptions = .house
    ) throws(JSONDecodingError) {
        let arena = Arena.ofThread
        let mark = arena.open(limit: options.limits.memory)
        defer { arena.close(mark) }
        self.init(reading: try Self.schema.read(json: text, options: options, in: arena))
    }

    public init(json text: [UInt8], options: JSONDecodingOptions = .house) throws(JSONDecodingError) {
        self = try text.withUnsafeBytes { buffer in
            Result { () throws(JSONDecodingError) in try Self(json: buffer, options: options) }
        }.get()
    }

    public init(json text: String, options: JSONDecodingOptions = .house) throws(JSONDecodingError) {
        try self.init(json: Array(text.utf8), options: options)
    }

    /// Writes the message as compact JSON text.
    /// - Throws: where a value has no JSON form, such as an integer of 2^53 or a time after the year 9999.
    public func json(options: JSONEncodingOptions = .house) throws(JSONEncodingError) -> String {
        var writer = JSONWriter()
        try writeJSON(to: &writer, options: options)
        return writer.string
    }

    /// Writes the message as the next value of JSON text in the making, such as an envelope's `data`.
    public func writeJSON(
        to writer: inout JSONWriter, options: JSONEncodingOptions = .house
    ) throws(JSONEncodingError) {
        let arena = Arena.ofThread
        let mark = arena.open(limit: .max)
        defer { arena.close(mark) }
        let message = arena.filled(self)
        try Self.schema.write(UnsafeRawPointer(message), to: &writer, options: options, in: arena)
    }
}

extension MessageSchema {
    /// Turns JSON text into the bytes of a message of this type, without a Swift type for it.
    public func bytes(
        fromJSON text: [UInt8], options: JSONDecodingOptions = .house
    ) throws(JSONDecodingError) -> [UInt8] {
        let arena = Arena.ofThread
        let mark = arena.open(limit: options.limits.memory)
        defer { arena.close(mark) }
        let message = try text.withUnsafeBytes { buffer in
            Result { () throws(JSONDecodingError) in try read(json: buffer, options: options, in: arena) }
        }.get().assumingMemoryBound(to: ProtobufCMessage.self)
        let size = protobuf_c_message_get_packed_size(message)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            guard let start = buffer.baseAddress, size > 0 else { return }
            count = protobuf_c_message_pack(message, start)
        }
    }

    public func bytes(
        fromJSON text: String, options: JSONDecodingOptions = .house
    ) throws(JSONDecodingError) -> [UInt8] {
        try bytes(fromJSON: Array(text.utf8), options: options)
    }

    /// Turns the bytes of a message of this type into compact JSON text, without a Swift type for it.
    /// - Throws: `DecodingError` or `JSONEncodingError`.
    public func json(
        fromBytes bytes: [UInt8], limits: DecodingLimits = .response, options: JSONEncodingOptions = .house
    ) throws -> String {
        let arena = Arena.ofThread
        let mark = arena.open(limit: limits.memory)
        defer { arena.close(mark) }
        var writer = JSONWriter()
        try bytes.withUnsafeBytes { buffer in
            let message = try unpack(buffer, limits: limits, in: arena)
            try write(UnsafeRawPointer(message), to: &writer, options: options, in: arena)
        }
        return writer.string
    }

    /// Reads JSON text into a C struct in the arena.
    func read(
        json text: UnsafeRawBufferPointer, options: JSONDecodingOptions, in arena: Arena
    ) throws(JSONDecodingError) -> UnsafeMutableRawPointer {
        // An empty text has no address; any will do.
        let start = (text.baseAddress ?? UnsafeRawPointer(table)).assumingMemoryBound(to: UInt8.self)
        var reader = JSONMessageReader(
            reader: JSONReader(start: start, count: text.count), arena: arena, options: options,
            // The outermost message is not counted.
            depthLeft: options.limits.depth.addingReportingOverflow(1).partialValue, fieldsLeft: options.limits.fields)
        let message = try reader.message(self)
        try reader.reader.finish()
        return message
    }

    /// Writes a C struct of this type as JSON.
    func write(
        _ message: UnsafeRawPointer, to writer: inout JSONWriter, options: JSONEncodingOptions, in arena: Arena
    ) throws(JSONEncodingError) {
        var messageWriter = JSONMessageWriter(writer: writer, arena: arena, options: options)
        // The text moves, so that it is not copied when the first byte is written.
        writer = JSONWriter()
        defer { writer = messageWriter.writer }
        try messageWriter.message(self, message)
    }
}
