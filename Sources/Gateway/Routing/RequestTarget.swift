// What stands after the verb of a request: a path in segments and the query's pairs. Split first and percent-decoded
// once after, so that an escaped slash is part of a segment. Segments that would mean another place (`.`, `..`), NUL and
// what is no UTF-8 are refused. A NUL in a value of the query is refused where the value is read, with its field's name.

internal import Contract
internal import RPC

/// A request's path and query.
struct RequestTarget: Sendable, Hashable {
    struct Pair: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// Decoded; a slash at the end is no segment of its own.
    let segments: [String]
    /// Decoded, in the order of the text.
    let query: [Pair]

    init(segments: [String], query: [Pair]) {
        self.segments = segments
        self.query = query
    }

    /// - Throws: MALFORMED_REQUEST.
    init(_ text: String) throws(RPCError) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, path.utf8.first == UInt8(ascii: "/") else { throw Self.malformed("path") }
        var raw = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if raw.last?.isEmpty == true { raw.removeLast() }
        var segments: [String] = []
        for segment in raw {
            guard let decoded = Self.decode(segment, plusIsSpace: false), decoded != ".", decoded != ".." else {
                throw Self.malformed("path")
            }
            segments.append(decoded)
        }
        self.segments = segments
        query = parts.count == 2 ? try Self.pairs(parts[1]) : []
    }

    private static func pairs(_ text: Substring) throws(RPCError) -> [Pair] {
        var pairs: [Pair] = []
        for part in text.split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = sides.first.flatMap({ decode($0, plusIsSpace: true) }),
                let value = sides.count == 2 ? decode(sides[1], plusIsSpace: true, admitsNUL: true) : ""
            else { throw malformed("query") }
            pairs.append(Pair(name: name, value: value))
        }
        return pairs
    }

    /// Nil for an escape that is none, NUL unless it is admitted, and what is no UTF-8.
    static func decode(_ text: Substring, plusIsSpace: Bool, admitsNUL: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return bytes.contains(0) && !admitsNUL ? nil : String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): letter - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func malformed(_ part: String) -> RPCError {
        .refusal(.malformedRequest, "The \(part) of the URL is malformed.")
    }
}
