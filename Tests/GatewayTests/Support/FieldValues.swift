// Ordinary and hostile values for each field of each request, found in the schema: the same value as JSON, as the text of
// a query, and as bytes of the binary protocol. For tests that compare what becomes of it on each way.
import Codec

struct FieldValue {
    /// Such as `recipient` or `settings.pacing`, from the request's top.
    var path: String
    /// What the value is, for messages of tests.
    var name: String
    /// The value of the top field, as JSON text.
    var json: String
    /// What stands in a query behind `name=`, once for each element; nil: it has no such form.
    var texts: [String]?
    /// The top field with its tag, as often as it stands there.
    var bytes: [UInt8]

    /// All that are tried of a request, for its top fields in turn.
    static func all(of request: MessageSchema) -> [(field: FieldSchema, value: FieldValue)] {
        request.fields.flatMap { field in values(of: field, depth: 0).map { (field, $0) } }
    }

    // MARK: Wire format

    static func varint(_ value: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    static func tagged(_ field: FieldSchema, _ type: UInt64, _ content: [UInt8]) -> [UInt8] {
        let isDelimited = type == 2
        return varint(UInt64(field.number) << 3 | type) + (isDelimited ? varint(UInt64(content.count)) : []) + content
    }

    // MARK: Values

    private struct Plain {
        var name: String
        var json: String
        var text: String?
        var type: UInt64
        var content: [UInt8]
    }

    private static func values(of field: FieldSchema, depth: Int) -> [FieldValue] {
        if field.isMap { return maps(of: field) }
        let values = plain(field, depth)
        func one(_ value: Plain) -> FieldValue {
            let inner = value.name.split(separator: ":", maxSplits: 1).map(String.init)
            // A name such as `pacing:empty` is of a field inside.
            let path = inner.count == 2 ? field.name + "." + inner[0] : field.name
            return FieldValue(
                path: path, name: inner.last ?? "",
                json: field.isRepeated ? "[\(value.json), \(value.json)]" : value.json,
                texts: value.text.map { field.isRepeated ? [$0, $0] : [$0] },
                bytes: Array(
                    repeatElement(tagged(field, value.type, value.content), count: field.isRepeated ? 2 : 1).joined()))
        }
        return values.map(one)
    }

    private static func plain(_ field: FieldSchema, _ depth: Int) -> [Plain] {
        switch field.kind {
        case .string:
            return [
                string("empty", ""), string("letter", "x"), string("signs", "Hällo 🌍 \u{2028}"),
                string("long", String(repeating: "ä", count: 2_000)),
                Plain(name: "NUL", json: #""a\u0000b""#, text: "a%00b", type: 2, content: [0x61, 0, 0x62]),
                Plain(
                    name: "half a pair", json: #""a\ud800""#, text: "a%ED%A0%80", type: 2,
                    content: [0x61, 0xED, 0xA0, 0x80]),
            ]
        case .bytes: return [Plain(name: "bytes", json: #""AP8=""#, text: "AP8%3D", type: 2, content: [0, 255])]
        case .bool:
            return [true, false].map {
                Plain(name: "\($0)", json: "\($0)", text: "\($0)", type: 0, content: [$0 ? 1 : 0])
            }
        case .int32: return [0, 7, -1, Int64(Int32.max), Int64(Int32.min)].map(integer)
        case .int64: return [0, 7, -1, 1 << 53 - 1, -(1 << 53) + 1].map(integer)
        case .uint32, .uint64: return [0, 7].map(integer)
        case .double:
            return [0, 1.5, -90.25, 1e300].map { number in
                let bits = number.bitPattern
                let content = (0..<8).map { UInt8(truncatingIfNeeded: bits >> (UInt64($0) * 8)) }
                return Plain(name: "\(number)", json: "\(number)", text: "\(number)", type: 1, content: content)
            }
        case .enum: return enumeration(field)
        case .message: return message(field, depth)
        default: return []
        }
    }

    private static func string(_ name: String, _ text: String) -> Plain {
        var writer = JSONWriter()
        writer.string(text)
        let escaped = text.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
        return Plain(name: name, json: writer.string, text: escaped, type: 2, content: Array(text.utf8))
    }

    private static func integer(_ number: Int64) -> Plain {
        Plain(
            name: "\(number)", json: "\(number)", text: "\(number)", type: 0,
            content: varint(UInt64(bitPattern: number)))
    }

    private static func enumeration(_ field: FieldSchema) -> [Plain] {
        guard let schema = field.enumSchema else { return [] }
        var values = schema.values.filter { $0.number != 0 }.map { number, name in
            let word = name.hasPrefix(schema.prefix) ? String(name.dropFirst(schema.prefix.count)).lowercased() : name
            return Plain(
                name: word, json: "\"\(word)\"", text: word, type: 0, content: varint(UInt64(number)))
        }
        values.append(Plain(name: "unknown", json: #""no_such""#, text: "no_such", type: 0, content: varint(999_999)))
        return values
    }

    private static func message(_ field: FieldSchema, _ depth: Int) -> [Plain] {
        guard let schema = field.messageSchema, depth < 3 else { return [] }
        switch schema.wellKnown {
        case .timestamp?:
            return [
                Plain(
                    name: "time", json: #""2026-01-31T12:00:00.123Z""#, text: "2026-01-31T12:00:00.123Z", type: 2,
                    content: [0x08] + varint(1_769_860_800) + [0x10] + varint(123_000_000))
            ]
        case .wrapper?:
            guard let inner = schema.field(number: 1) else { return [] }
            return plain(inner, depth).map { value in
                let isDefault = value.content.allSatisfy { $0 == 0 } && value.name != "NUL"
                return Plain(
                    name: value.name, json: value.json, text: value.text, type: 2,
                    content: isDefault ? [] : tagged(inner, value.type, value.content))
            }
        case nil:
            return schema.fields.flatMap { inner in
                values(of: inner, depth: depth + 1).map { value in
                    Plain(
                        name: "\(value.path):\(value.name)", json: "{\"\(inner.name)\": \(value.json)}", text: nil,
                        type: 2, content: value.bytes)
                }
            }
        default: return []
        }
    }

    private static func maps(of field: FieldSchema) -> [FieldValue] {
        guard let entry = field.messageSchema, let key = entry.field(number: 1), let value = entry.field(number: 2),
            key.kind == .string, value.kind == .string
        else { return [] }
        return [
            FieldValue(
                path: field.name, name: "pair", json: #"{"k": "v"}"#, texts: nil,
                bytes: tagged(field, 2, tagged(key, 2, [0x6B]) + tagged(value, 2, [0x76])))
        ]
    }
}
