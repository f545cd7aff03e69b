// The answers of a call that did not go well: one for each HTTP status, which says the words that travel with it.

struct OpenAPIErrors {
    /// By status.
    private let words: [Int: [String]]

    /// What is no answer to a request that was made by this document.
    private static let unmet: Set<Int> = [405, 499, 501]

    init(_ files: [ProtoFile]) throws(Failure) {
        var words: [Int: [String]] = [:]
        for type in files.flatMap(\.allEnums) {
            for value in type.values {
                guard let rule = try ReasonRule(of: value, in: type) else { continue }
                words[rule.http, default: []].append(String(value.name.dropFirst(type.commonPrefix.count)))
            }
        }
        self.words = words
    }

    private var statuses: [Int] { words.keys.filter { !Self.unmet.contains($0) }.sorted() }

    /// For one operation.
    var references: [(key: String, value: JSONText)] {
        statuses.map { (String($0), ["$ref": .text("#/components/responses/Error\($0)")]) }
    }

    /// What they refer to.
    var components: JSONText {
        .object(
            statuses.map { status in
                let list = (words[status] ?? []).map { "`\($0)`" }.joined(separator: ", ")
                var answer: JSONText = [
                    "description": .text("`error_code` is one of \(list)."),
                    "content": ["application/json": ["schema": OpenAPISchemas.reference("Error")]],
                ]
                if [429, 503].contains(status) {
                    answer = answer.with(
                        (
                            "headers",
                            [
                                "Retry-After": [
                                    "description": "Seconds, where it is known when to try again.",
                                    "schema": ["type": "integer"],
                                ]
                            ]
                        ))
                }
                return ("Error\(status)", answer)
            })
    }

    /// The envelope of them all.
    static let schema: JSONText = [
        "type": "object",
        "properties": [
            "success": ["const": false],
            "message": ["type": "string", "description": "For people."],
            "errors": [
                "type": "object",
                "description": "What is wrong, by the field concerned; `non_field_errors` for the rest.",
                "additionalProperties": ["type": "array", "items": ["type": "string"]],
            ],
            "error_code": ["type": "string", "description": "What programs go by."],
            "request_id": ["type": "string", "description": "Names the request in the server's log."],
            "retry_after_ms": ["type": ["integer", "null"], "minimum": 0],
        ],
        "required": ["success", "message", "errors", "error_code", "request_id", "retry_after_ms"],
    ]
}
