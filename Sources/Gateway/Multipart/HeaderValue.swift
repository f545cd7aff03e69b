// A header field's value with parameters: `form-data; name="file"; filename="a.jpg"` (RFC 9110, 5.6.6; RFC 6266; RFC 8187).
// Pure.

struct HeaderValue: Equatable {
    /// What stands first, in lower case.
    let word: String
    /// By names in lower case. Those with `*` are as they came.
    let parameters: [String: String]

    /// Nil for what can be read in two ways: a parameter that stands twice, a quote without an end.
    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard let word = Self.until(UInt8(ascii: ";"), &rest) else { return nil }
        self.word = Self.trimmed(word).lowercased()
        var parameters: [String: String] = [:]
        while !rest.isEmpty {
            Self.skipBlanks(&rest)
            if rest.isEmpty { break }
            guard let name = Self.token(&rest), rest.popFirst() == UInt8(ascii: "=") else { return nil }
            let value: String?
            if rest.first == UInt8(ascii: "\"") {
                value = Self.quoted(&rest)
                Self.skipBlanks(&rest)
                guard rest.isEmpty || rest.popFirst() == UInt8(ascii: ";") else { return nil }
            } else {
                value = Self.until(UInt8(ascii: ";"), &rest).map { Self.trimmed($0) }
            }
            guard let value, parameters.updateValue(value, forKey: name.lowercased()) == nil else { return nil }
        }
        self.parameters = parameters
    }

    /// What a file is called, without folders; nil where nothing is said. `filename*` is meant for those who can read it.
    var fileName: String? {
        let given = parameters["filename*"].flatMap(Self.extended) ?? parameters["filename"]
        return given.map { name in
            String(name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? "")
        }
    }

    /// `UTF-8''na%C3%AFve.txt`.
    private static func extended(_ text: String) -> String? {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        return RequestTarget.decode(parts[2], plusIsSpace: false)
    }

    /// Without blanks at both ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func skipBlanks(_ rest: inout ArraySlice<UInt8>) {
        while let first = rest.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
    }

    /// All before a byte, which goes too, or all there is.
    private static func until(_ end: UInt8, _ rest: inout ArraySlice<UInt8>) -> String? {
        let text = rest.prefix { $0 != end }
        rest = rest.dropFirst(text.count + 1)
        return String(validating: text, as: UTF8.self)
    }

    private static func token(_ rest: inout ArraySlice<UInt8>) -> String? {
        let text = rest.prefix(while: RequestHead.isToken)
        rest = rest.dropFirst(text.count)
        return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }

    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String? {
        rest.removeFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
            // Of a path of Windows that some clients tell, the backslashes are not escapes.
            case UInt8(ascii: "\\") where rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "\\"):
                bytes.append(rest.removeFirst())
            default: bytes.append(byte)
            }
        }
        return nil
    }
}
