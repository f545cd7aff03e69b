// The one JSON parser: pulls values out of bytes, strictly by RFC 8259, without building anything.
//
// Whoever pulls decides what a value becomes. Refused beside what the RFC refuses: NUL in strings, lone surrogates,
// nesting beyond 64, a byte order mark. Duplicate keys are the puller's to notice. Points into the caller's bytes:
// not to be kept.

struct JSONReader {
    typealias Failure = JSONDecodingError

    enum Kind {
        case object, array, string, number, bool, null
    }

    static let depthLimit = 64
    // A longer number is nobody's measurement, and turning it into a Double would cost.
    static let numberLimit = 1_000

    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    var at: UnsafePointer<UInt8>
    var depth = 0

    init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        end = start + count
        at = start
    }

    var offset: Int { at - start }

    func failure(_ reason: Failure.Reason, _ message: String) -> Failure {
        Failure(reason: reason, message: message, offset: offset)
    }

    mutating func skipSpace() {
        while at < end {
            switch at.pointee {
            case 0x20, 0x0a, 0x0d, 0x09: at += 1
            default: return
            }
        }
    }

    /// What comes next, without taking it.
    mutating func peek() throws(Failure) -> Kind {
        skipSpace()
        guard at < end else { throw failure(.syntax, "the text ends where a value should be") }
        switch at.pointee {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        default: throw failure(.syntax, "not a JSON value")
        }
    }

    mutating func beginObject() throws(Failure) { try open(UInt8(ascii: "{")) }
    mutating func beginArray() throws(Failure) { try open(UInt8(ascii: "[")) }

    private mutating func open(_ bracket: UInt8) throws(Failure) {
        skipSpace()
        guard at < end, at.pointee == bracket else { throw failure(.syntax, "not a JSON value") }
        guard depth < JSONReader.depthLimit else {
            throw failure(.tooDeep, "nested more than \(JSONReader.depthLimit) deep")
        }
        depth += 1
        at += 1
    }

    /// The next key of the object, past its colon; nil at the object's end.
    /// - Parameter isFirst: true before the first key; kept by the caller, one per object.
    mutating func nextKey(_ isFirst: inout Bool) throws(Failure) -> JSONText? {
        guard try nextItem(&isFirst, closing: UInt8(ascii: "}")) else { return nil }
        guard at < end, at.pointee == UInt8(ascii: "\"") else { throw failure(.syntax, "not a key in quotes") }
        let key = try string()
        skipSpace()
        guard at < end, at.pointee == UInt8(ascii: ":") else { throw failure(.syntax, "no colon after the key") }
        at += 1
        return key
    }

    /// Whether the array has another element, which then comes next.
    mutating func nextElement(_ isFirst: inout Bool) throws(Failure) -> Bool {
        try nextItem(&isFirst, closing: UInt8(ascii: "]"))
    }

    private mutating func nextItem(_ isFirst: inout Bool, closing: UInt8) throws(Failure) -> Bool {
        skipSpace()
        guard at < end else { throw failure(.syntax, "the text ends inside of an object or array") }
        if at.pointee == closing {
            at += 1
            depth -= 1
            return false
        }
        if !isFirst {
            guard at.pointee == UInt8(ascii: ",") else { throw failure(.syntax, "no comma between two values") }
            at += 1
            skipSpace()
        }
        isFirst = false
        return true
    }

    mutating func bool() throws(Failure) -> Bool {
        skipSpace()
        if at < end, at.pointee == UInt8(ascii: "t") {
            try word("true")
            return true
        }
        try word("false")
        return false
    }

    mutating func null() throws(Failure) {
        skipSpace()
        try word("null")
    }

    private mutating func word(_ word: StaticString) throws(Failure) {
        guard end - at >= word.utf8CodeUnitCount,
            (0..<word.utf8CodeUnitCount).allSatisfy({ at[$0] == word.utf8Start[$0] })
        else { throw failure(.syntax, "not a JSON value") }
        at += word.utf8CodeUnitCount
    }

    /// Steps over one value, checking its syntax.
    mutating func skip() throws(Failure) {
        switch try peek() {
        case .object:
            try beginObject()
            var isFirst = true
            while try nextKey(&isFirst) != nil { try skip() }
        case .array:
            try beginArray()
            var isFirst = true
            while try nextElement(&isFirst) { try skip() }
        case .string: _ = try string()
        case .number: _ = try number()
        case .bool: _ = try bool()
        case .null: try null()
        }
    }

    /// Nothing but white space may be left.
    mutating func finish() throws(Failure) {
        skipSpace()
        guard at == end else { throw failure(.syntax, "something after the end of the value") }
    }
}
