// The head of one part of a form: what it is called, and what it says of a file. Pure.

struct PartHead: Equatable {
    let name: String
    /// Without the folders that some clients tell; nil where the part is no file.
    let fileName: String?
    let contentType: String?
    /// RFC 9530.
    let contentDigest: String?

    private static let maximumFields = 20

    init(name: String, fileName: String? = nil, contentType: String? = nil, contentDigest: String? = nil) {
        self.name = name
        self.fileName = fileName
        self.contentType = contentType
        self.contentDigest = contentDigest
    }

    /// - Parameter bytes: without the empty line.
    init(_ bytes: some Collection<UInt8>) throws(MultipartReader.Malformed) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.malformed("is no UTF-8") }
        var fields: [String: String] = [:]
        for line in try Self.lines(text.utf8) {
            guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
                line[..<colon].utf8.allSatisfy(RequestHead.isToken)
            else { throw Self.malformed("has a line without a name") }
            let value = HeaderValue.trimmed(line[line.utf8.index(after: colon)...])
            let isNew = fields.updateValue(value, forKey: line[..<colon].lowercased()) == nil
            guard isNew else { throw Self.malformed("says something twice") }
        }
        guard fields.count <= Self.maximumFields else { throw Self.malformed("has too many lines") }
        let encoding = fields["content-transfer-encoding"]?.lowercased() ?? "binary"
        guard ["binary", "7bit", "8bit"].contains(encoding) else { throw Self.malformed("has an encoding") }
        guard let disposition = fields["content-disposition"].flatMap(HeaderValue.init),
            disposition.word == "form-data",
            let name = disposition.parameters["name"]
        else { throw Self.malformed("has no Content-Disposition: form-data with a name") }
        self.name = name
        fileName = disposition.fileName
        contentType = fields["content-type"]
        contentDigest = fields["content-digest"]
    }

    /// Each ended by CR LF, which stands nowhere else, nor alone.
    private static func lines(_ text: String.UTF8View) throws(MultipartReader.Malformed) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var isReturn = false
        for byte in text {
            if isReturn {
                guard byte == 0x0A else { throw malformed("has a line without CR LF") }
                isReturn = false
                lines.append(String(decoding: line, as: UTF8.self))
                line = []
            } else if byte == 0x0D {
                isReturn = true
            } else {
                guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else {
                    throw malformed("has a control character")
                }
                line.append(byte)
            }
        }
        guard !isReturn else { throw malformed("has a line without CR LF") }
        if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    private static func malformed(_ what: String) -> MultipartReader.Malformed {
        MultipartReader.Malformed("the head of a part \(what)")
    }
}
