// What is wrong with a request that somebody typed: the field, the place in the text, and what may have been meant.
internal import Codec
internal import RPC

enum RequestFault {
    /// - Parameter text: the JSON that was refused.
    static func failure(_ error: JSONDecodingError, in text: [UInt8], of schema: MessageSchema) -> Failure {
        var failure = Failure(.usage, "MALFORMED_REQUEST", "the request is no \(schema.name): \(error.message)")
        if !error.field.isEmpty {
            failure.violations = [.init(field: error.field, description: error.message)]
            failure.message = "the request is no \(schema.name)"
        }
        failure.excerpt = excerpt(text, at: error.offset)
        if error.reason == .unknownField {
            let known = fields(ofMessageAt: error.field, in: schema)
            failure.hint =
                known.isEmpty ? "it has no fields" : "fields there: \(known.sorted().joined(separator: ", "))"
        }
        return failure
    }

    /// The line of the text, and a caret under the byte; what is far from it is left out.
    static func excerpt(_ text: [UInt8], at offset: Int) -> [String] {
        guard !text.isEmpty else { return [] }
        let place = min(max(offset, 0), text.count)
        let isBreak: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
        let start = max(text[..<place].lastIndex(where: isBreak).map { $0 + 1 } ?? 0, place - 60)
        let end = min(text[place...].firstIndex(where: isBreak) ?? text.count, place + 20)
        let before = DisplayText.visible(String(decoding: text[start..<place], as: UTF8.self))
        let after = DisplayText.visible(String(decoding: text[place..<end], as: UTF8.self))
        return [before + after, String(repeating: " ", count: DisplayText.width(of: before)) + "^"]
    }

    /// The names of the fields beside the one that is not known.
    private static func fields(ofMessageAt path: String, in schema: MessageSchema) -> [String] {
        var schema = schema
        for part in path.split(separator: ".").dropLast() {
            let name = String(part.prefix { $0 != "[" })
            guard let field = schema.field(named: name) ?? schema.field(jsonName: name),
                let inner = field.isMap ? field.messageSchema?.field(number: 2)?.messageSchema : field.messageSchema
            else { return [] }
            schema = inner
        }
        return schema.fields.map(\.name)
    }
}
