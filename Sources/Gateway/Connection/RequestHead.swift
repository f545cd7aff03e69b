// One request's head, judged before any parser acts on it (RFC 9112). Where the RFC lets a server be generous, this one
// is not: whatever two parsers could read in two ways is refused, since that is how requests are smuggled past a proxy.
// Pure: bytes in, verdict out.

/// What the framing of a connection needs to know of a request.
struct RequestHead: Equatable {
    enum Body: Equatable {
        case none
        case length(Int)
        case chunked
    }

    let body: Body
    /// Whether another request may come after this one.
    let keepsAlive: Bool
    /// Whether the client waits for a word before it sends the body.
    let expectsContinue: Bool

    /// Why a head is refused; words for the log.
    struct Malformed: Error, Equatable {
        let reason: String

        static let tooManyFields = Malformed("too many fields")

        init(_ reason: String) { self.reason = reason }
    }

    /// - Parameter text: all bytes of the head, from the request line to the empty line, each line ended by CR LF.
    init(_ text: some Collection<UInt8>, maximumFields: Int) throws(Malformed) {
        var lines = Lines(text)
        guard let first = lines.next() else { throw Malformed("no request line") }
        let isOne = try Self.checkRequestLine(first)
        var fields = Fields()
        while let line = lines.next(), !line.isEmpty {
            guard fields.count < maximumFields else { throw Malformed.tooManyFields }
            try fields.add(line)
        }
        body = try fields.body(isOne)
        // A proxy that speaks HTTP/1.0 need not know of connections that stay.
        // Who offers another protocol gets his answer in this one; the parser reads nothing more behind such a request.
        keepsAlive = isOne && fields.connection.isDisjoint(with: ["close", "upgrade"]) && !fields.offersUpgrade
        expectsContinue = isOne && fields.expectsContinue
        guard !isOne || fields.hosts == 1 else { throw Malformed("not one Host") }
    }

    /// True for HTTP/1.1, false for HTTP/1.0.
    private static func checkRequestLine(_ line: some Collection<UInt8>) throws(Malformed) -> Bool {
        let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw Malformed("no request line") }
        guard (1...20).contains(parts[0].count), parts[0].allSatisfy(isToken) else { throw Malformed("no method") }
        guard !parts[0].elementsEqual("CONNECT".utf8) else { throw Malformed("a tunnel") }
        // Only the form that is meant for an origin server: a proxy's form names a second host.
        guard parts[1].first == UInt8(ascii: "/") || parts[1].elementsEqual([UInt8(ascii: "*")]) else {
            throw Malformed("no path")
        }
        guard parts[1].allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw Malformed("no path") }
        if parts[2].elementsEqual("HTTP/1.1".utf8) { return true }
        guard parts[2].elementsEqual("HTTP/1.0".utf8) else { throw Malformed("no version of ours") }
        return false
    }

    /// RFC 9110, 5.6.2.
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

/// The fields that decide where a request ends.
private struct Fields {
    private(set) var count = 0
    private(set) var hosts = 0
    private(set) var connection: Set<String> = []
    private(set) var offersUpgrade = false
    private(set) var expectsContinue = false
    private var lengths: [String] = []
    private var encodings: [String] = []

    mutating func add(_ line: some Collection<UInt8>) throws(RequestHead.Malformed) {
        count += 1
        // A line that begins with a blank would go on with the line before it; a blank before the colon is neither.
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(RequestHead.isToken)
        else { throw RequestHead.Malformed("a field without a name") }
        let value = line[line.index(after: colon)...]
        guard value.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
            throw RequestHead.Malformed("a control character in a field")
        }
        // Names of other lengths are none of those that matter here.
        switch line.distance(from: line.startIndex, to: colon) {
        case 4 where Self.name(line[..<colon], is: "host"): hosts += 1
        case 6 where Self.name(line[..<colon], is: "expect"): expectsContinue = Self.text(value) == "100-continue"
        case 7 where Self.name(line[..<colon], is: "upgrade"): offersUpgrade = true
        case 10 where Self.name(line[..<colon], is: "connection"): addConnection(value)
        // The parser behind takes it for the same.
        case 16 where Self.name(line[..<colon], is: "proxy-connection"): addConnection(value)
        case 14 where Self.name(line[..<colon], is: "content-length"): lengths.append(Self.text(value))
        case 17 where Self.name(line[..<colon], is: "transfer-encoding"): encodings.append(Self.text(value))
        default: break
        }
    }

    private mutating func addConnection(_ value: some Collection<UInt8>) {
        for word in Self.text(value).split(separator: ",") {
            connection.insert(String(word.filter { $0 != " " && $0 != "\t" }))
        }
    }

    func body(_ isOne: Bool) throws(RequestHead.Malformed) -> RequestHead.Body {
        if !encodings.isEmpty {
            guard lengths.isEmpty else { throw RequestHead.Malformed("both a length and an encoding") }
            guard isOne, encodings == ["chunked"] else { throw RequestHead.Malformed("an encoding of no use") }
            return .chunked
        }
        guard let length = lengths.first else { return .none }
        guard lengths.count == 1 else { throw RequestHead.Malformed("two lengths") }
        // 18 digits are no number that overflows.
        guard (1...18).contains(length.utf8.count), length.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(length)
        else { throw RequestHead.Malformed("a length that is no number") }
        return number == 0 ? .none : .length(number)
    }

    private static func name(_ name: some Collection<UInt8>, is other: StaticString) -> Bool {
        other.withUTF8Buffer { other in name.elementsEqual(other) { $0 | 0x20 == $1 || $0 == $1 } }
    }

    /// In lower case, without blanks at both ends.
    private static func text(_ value: some Collection<UInt8>) -> String {
        var bytes = value.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Lines ended by CR LF, without it.
private struct Lines<Text: Collection<UInt8>> {
    private var rest: Text.SubSequence

    init(_ text: Text) { rest = text[...] }

    mutating func next() -> Text.SubSequence? {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        let line = rest[..<end]
        rest = rest[rest.index(after: end)...]
        return line.dropLast()
    }
}
