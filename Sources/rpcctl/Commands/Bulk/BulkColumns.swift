// Which column of a bulk file says what, and what may stand in it. Whether a recipient is one, and all that depends on the
// session, is the server's to say; what is surely wrong is found here, before anything is sent.
internal import Codec
internal import Contract
internal import RPC

struct BulkColumns {
    private static let own = ["recipient", "message", "key", "scheduled_at"]
    private static let longestText = 64 << 10

    private let header: [String]
    /// The template's; nil where each row has its own message.
    private let variables: Set<String>?

    /// - Parameter failure: what is thrown for a header that is wrong.
    init(
        _ header: [String], _ template: Template?, failure: ([RPCError.FieldViolation]) -> Failure
    ) throws {
        self.header = header
        variables = template.map { Set($0.variables) }
        var faults: [String] = []
        for (index, name) in header.enumerated() where header[..<index].contains(name) {
            faults.append("names the column \(name) twice")
        }
        let needed = ["recipient"] + (template?.variables ?? ["message"])
        for name in needed where !header.contains(name) { faults.append("has no column \(name)") }
        for name in header where !Self.own.contains(name) && !(variables?.contains(name) ?? false) {
            faults.append(
                template == nil
                    ? "names a column \(name), which means nothing without --template"
                    : "names a column \(name), which is no variable of the template")
        }
        if let variables, header.contains("message"), !variables.contains("message") {
            faults.append("names a column message, which the template takes the place of")
        }
        guard faults.isEmpty else {
            throw failure(faults.map { .init(field: "row 1", description: $0) })
        }
    }

    /// Puts the values of a row where they belong.
    func fill(_ request: inout SendTextRequest, _ values: [String], _ complaints: inout [String]) {
        guard values.count == header.count else {
            complaints.append("has \(values.count) values where the header has \(header.count)")
            return
        }
        for (name, value) in zip(header, values) {
            if variables?.contains(name) ?? false { request.variables[name] = value }
            switch name {
            case "recipient":
                request.recipient = value
                if !Self.mayBeRecipient(value) {
                    complaints.append("has no recipient: + and 7 to 15 digits, or a WhatsApp id")
                }
            case "message" where variables == nil:
                request.message = value
                if value.isEmpty { complaints.append("has no message") }
                if value.utf8.count > Self.longestText {
                    complaints.append("has a message of more than \(Self.longestText) bytes")
                }
            case "key" where !value.isEmpty:
                request.idempotencyKey = value
                if value.utf8.count > 255 || !value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
                    complaints.append("has a key that is not 1 to 255 printable ASCII characters")
                }
            case "scheduled_at" where !value.isEmpty:
                request.scheduledAt = Self.time(value)
                if request.scheduledAt == nil {
                    complaints.append("has a scheduled_at that is no time such as 2026-12-24T18:00:00Z")
                }
            default: break
            }
        }
    }

    static func mayBeRecipient(_ text: String) -> Bool {
        if text.contains("@") { return true }
        var digits = text.filter { !" -.()".contains($0) }[...]
        if digits.hasPrefix("+") {
            digits = digits.dropFirst()
        } else if digits.hasPrefix("00") {
            digits = digits.dropFirst(2)
        } else {
            return false
        }
        return (7...15).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// As JSON writes times.
    private static func time(_ text: String) -> Timestamp? {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("scheduled_at")
        writer.string(text)
        writer.endObject()
        return (try? SendTextRequest(json: writer.string))?.scheduledAt
    }
}
