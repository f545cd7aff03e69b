// From protobuf-c's structs to Swift values. descriptor.proto and plugin.proto are generated unpatched, so their strings
// are NUL-terminated; protoc wrote them, so they are well formed.

internal import CDescriptors
internal import CProtobufC

func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
}

func texts(_ count: Int, _ pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> [String] {
    pointers.map { base in (0..<count).map { text(base[$0]) } } ?? []
}

/// The elements of a repeated message field.
func each<T>(_ count: Int, _ pointers: UnsafeMutablePointer<UnsafeMutablePointer<T>?>?) -> [UnsafeMutablePointer<T>] {
    pointers.map { base in (0..<count).compactMap { base[$0] } } ?? []
}

/// The length-delimited unknown fields of a message, by number: where extensions end up.
func extensions(of base: ProtobufCMessage) -> [Int: [[UInt8]]] {
    var found: [Int: [[UInt8]]] = [:]
    for index in 0..<Int(base.n_unknown_fields) {
        let field = base.unknown_fields[index]
        guard let data = field.data else { continue }
        let content = Array(UnsafeBufferPointer(start: data, count: Int(field.len)))
        if field.wire_type == PROTOBUF_C_WIRE_TYPE_VARINT { found[Int(field.tag), default: []].append(content) }
        guard field.wire_type == PROTOBUF_C_WIRE_TYPE_LENGTH_PREFIXED else { continue }
        var reader = WireReader(content)
        // `data` still begins with the length.
        guard let length = reader.varint() else { continue }
        found[Int(field.tag), default: []].append(reader.bytes(Int(clamping: length)))
    }
    return found
}
