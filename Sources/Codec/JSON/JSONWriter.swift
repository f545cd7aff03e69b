// Writes JSON text, value by value. Knows commas, quotes and escapes; that keys stand in objects only is the caller's
// part.

/// JSON text in the making.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    // Whether the next key or value needs a comma before it.
    private var needsComma = false

    public init() {}

    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    public mutating func key(_ key: String) {
        comma()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func null() { raw("null") }
    public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }
    public mutating func integer(_ value: some BinaryInteger) { raw(String(value)) }

    /// - Parameter value: a finite number; JSON has no others, so anything else is written as null.
    public mutating func number(_ value: Double) { raw(JSONWriter.text(value.isFinite ? "\(value)" : "null")) }
    public mutating func number(_ value: Float) { raw(JSONWriter.text(value.isFinite ? "\(value)" : "null")) }

    /// `5.0` as `5`.
    private static func text(_ number: String) -> String {
        number.hasSuffix(".0") ? String(number.dropLast(2)) : number
    }

    public mutating func string(_ value: String) {
        comma()
        quote(value)
    }

    /// Writes text that is JSON already.
    public mutating func raw(_ json: String) {
        comma()
        bytes.append(contentsOf: json.utf8)
    }

    public mutating func raw(_ json: [UInt8]) {
        comma()
        bytes.append(contentsOf: json)
    }

    /// Writes a string of valid UTF-8.
    mutating func string(utf8 value: UnsafeBufferPointer<UInt8>) {
        comma()
        quote(value)
    }

    mutating func key(utf8 key: UnsafeBufferPointer<UInt8>) {
        comma()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        comma()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func quote(_ value: String) {
        var value = value
        value.withUTF8 { quote($0) }
    }

    private mutating func quote(_ value: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var plainFrom = 0
        for (index, byte) in value.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5c {
            bytes.append(contentsOf: value[plainFrom..<index])
            plainFrom = index + 1
            bytes.append(UInt8(ascii: "\\"))
            switch byte {
            case 0x22, 0x5c: bytes.append(byte)
            case 0x08: bytes.append(UInt8(ascii: "b"))
            case 0x0c: bytes.append(UInt8(ascii: "f"))
            case 0x0a: bytes.append(UInt8(ascii: "n"))
            case 0x0d: bytes.append(UInt8(ascii: "r"))
            case 0x09: bytes.append(UInt8(ascii: "t"))
            default:
                bytes.append(contentsOf: "u00".utf8)
                bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
                bytes.append(JSONWriter.hexDigits.utf8Start[Int(byte & 0x0f)])
            }
        }
        bytes.append(contentsOf: value[plainFrom...])
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hexDigits: StaticString = "0123456789abcdef"
}
