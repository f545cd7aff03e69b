// One route as an operation of the document.

struct OpenAPIOperation {
    let method: MethodType
    let rule: HTTPRule
    let path: PathTemplate
    /// Of the method's bindings.
    let isFirst: Bool

    static func tag(_ service: ServiceType) -> String {
        let name = service.name
        return name.hasSuffix("Service") ? String(name.dropLast("Service".count)) : name
    }

    /// With the slash at its end, as clients of Django's are used to it.
    var pathText: String {
        var parts: [String] = []
        for (index, segment) in path.segments.enumerated() {
            switch segment {
            case .literal(let text): parts.append(text)
            case .any, .rest:
                guard let variable = path.bindings.first(where: { $0.range.contains(index) }) else { continue }
                if variable.range.lowerBound == index { parts.append("{\(variable.field)}") }
            }
        }
        return "/" + parts.joined(separator: "/") + "/"
    }

    /// The names of parameters that many operations have.
    static let sharedParameters: JSONText = [
        "IdempotencyKey": [
            "name": "Idempotency-Key", "in": "header",
            "description": "The same key and request within 24 hours gets the first answer.",
            "schema": ["type": "string", "pattern": "^[!-~]([ -~]{0,253}[!-~])?$"],
        ],
        "IfMatch": [
            "name": "If-Match", "in": "header",
            "description": "The change is made only while this is the `etag`; else it is ETAG_MISMATCH.",
            "schema": ["type": "string", "pattern": "^(\\*|\"[!#-~]*\")$"],
        ],
    ]

    func json(_ schemas: inout OpenAPISchemas, _ errors: OpenAPIErrors) throws(Failure) -> JSONText {
        let access = try MethodRule(of: method)
        let text = method.comment.text
        let summary = String(text.prefix { $0 != "." && $0 != "\n" && $0 != ":" })
        var operation: [(key: String, value: JSONText)] = [
            ("operationId", .text(method.name + (isFirst ? "" : "_\(rule.verb.lowercased())"))),
            ("tags", [.text(Self.tag(method.service))]), ("summary", .text(summary)),
            ("description", .text(Self.description(text, access))),
        ]
        if access.access.contains(.public) {
            let anybody: [JSONText] = [[:]]
            operation.append(("security", .array(anybody + OpenAPIDocument.credentials.map { [$0: []] })))
        }
        operation.append(("parameters", .array(parameters(&schemas, access))))
        if let body = body(&schemas) { operation.append(("requestBody", body)) }
        var answers: [(key: String, value: JSONText)] = [(String(status), answer(&schemas, access))]
        answers += errors.references
        operation.append(("responses", .object(answers)))
        return .object(operation)
    }

    private static func description(_ text: String, _ access: MethodRule) -> String {
        var who = access.access.map { "\($0)" }.sorted().joined(separator: ", ")
        if !access.scope.isEmpty { who += "; API keys need the scope `\(access.scope)`" }
        return text + (text.isEmpty ? "" : "\n\n") + "For: \(who)."
    }

    // MARK: What is asked

    private var bound: Set<String> { Set(path.variables) }

    private func parameters(_ schemas: inout OpenAPISchemas, _ access: MethodRule) -> [JSONText] {
        var parameters: [JSONText] = []
        for name in path.variables {
            guard let field = method.request.field(named: name) else { continue }
            let schema: JSONText =
                field.kind == .string
                ? ["type": "string", "minLength": 1]
                : ["type": "integer", "format": "int64", "minimum": 1, "maximum": .integer(OpenAPISchemas.largest)]
            parameters.append(
                JSONText.object([("name", .text(name)), ("in", "path"), ("required", true)])
                    .described(field.comment.text).with(("schema", schema)))
        }
        if rule.body != "*" {
            for field in method.request.fields
            where !bound.contains(field.name) && field.name != rule.body && field.mapEntry == nil {
                guard let schema = schemas.parameter(field) else { continue }
                parameters.append(
                    JSONText.object([("name", .text(field.name)), ("in", "query")]).described(field.comment.text)
                        .with(("schema", schema)))
            }
        }
        if access.idempotent { parameters.append(["$ref": "#/components/parameters/IdempotencyKey"]) }
        if let field = method.request.field(named: rule.body), field.message?.field(named: "etag") != nil {
            parameters.append(["$ref": "#/components/parameters/IfMatch"])
        }
        return parameters
    }

    private func body(_ schemas: inout OpenAPISchemas) -> JSONText? {
        let schema: JSONText
        switch rule.body {
        case "": return nil
        case "*":
            let without = bound.intersection(method.request.fields.map(\.name))
            schema = schemas.request(method.request, null: .absent, without: without)
        default:
            guard let message = method.request.field(named: rule.body)?.message else { return nil }
            let change = schemas.request(message, null: .clears)
            schema = rule.verb == "PUT" ? ["allOf": [change, ["required": .texts(Self.replaced(message))]]] : change
        }
        return [
            "required": .bool(rule.verb == "PUT" || needsBody), "content": ["application/json": ["schema": schema]],
        ]
    }

    /// Whether there is a field that a body has to give.
    private var needsBody: Bool {
        rule.body == "*" && method.request.fields.contains { !bound.contains($0.name) && FieldRule(of: $0).isRequired }
    }

    /// What PUT has to bring (Gateway/Transcoding/UpdateMask.swift).
    private static func replaced(_ message: MessageType) -> [String] {
        let kept: Set<String> = ["id", "created_at", "updated_at", "etag"]
        return message.fields.map(\.name).filter { !kept.contains($0) }
    }

    // MARK: What is answered

    /// One of a stream. What they look like together is not for OpenAPI 3.1 to say.
    private static let event: JSONText = [
        "type": "object", "description": "One event; `data` is a JSON object, `id` is its cursor.",
        "properties": [
            "event": ["type": "string"], "id": ["type": "string"], "data": ["type": "string"],
        ],
    ]

    /// As CallRoute has it.
    private var status: Int { method.name.hasPrefix("Create") || method.name.hasPrefix("Send") ? 201 : 200 }

    private func answer(_ schemas: inout OpenAPISchemas, _ access: MethodRule) -> JSONText {
        let text = access.success.isEmpty ? "It went well." : access.success
        if method.serverStreaming {
            let item = schemas.answer(method.response)
            return [
                "description": "Events, until the client goes.",
                "content": [
                    "text/event-stream": ["schema": Self.event], "application/x-ndjson": ["schema": item],
                ],
            ]
        }
        var data: JSONText
        if method.response.fullName == "switchboard.v1.QrCode" {
            data = schemas.answer(method.response)
            return [
                "description": .text(text),
                "content": [
                    "application/json": ["schema": Self.envelope(data)],
                    "image/png": ["schema": ["type": "string", "contentMediaType": "image/png"]],
                    "image/svg+xml": ["schema": ["type": "string"]], "text/plain": ["schema": ["type": "string"]],
                ],
            ]
        }
        if rule.verb == "DELETE" || method.response.fields.isEmpty {
            data = ["type": "null"]
        } else {
            data = list(&schemas) ?? schemas.answer(method.response)
        }
        return ["description": .text(text), "content": ["application/json": ["schema": Self.envelope(data)]]]
    }

    static func envelope(_ data: JSONText) -> JSONText {
        [
            "type": "object",
            "properties": ["success": ["const": true], "message": ["type": "string"], "data": data],
            "required": ["success", "message", "data"],
        ]
    }

    /// As ListShape has it (Gateway/Routing/CallRoute.swift).
    private func list(_ schemas: inout OpenAPISchemas) -> JSONText? {
        guard method.name.hasPrefix("List"), let results = method.response.fields.first(where: { $0.number == 1 }),
            results.isRepeated, let element = results.message
        else { return nil }
        var properties: [(key: String, value: JSONText)] = [
            ("results", ["type": "array", "items": schemas.answer(element)])
        ]
        if method.response.field(named: "total_size") != nil {
            properties.append(
                (
                    "count",
                    ["type": ["integer", "null"], "description": "Of all, where a page was asked for by number."]
                ))
        }
        if method.request.field(named: "page") != nil { properties.append(("page", ["type": ["integer", "null"]])) }
        if method.request.field(named: "page_size") != nil { properties.append(("page_size", ["type": "integer"])) }
        if method.response.field(named: "next_page_token") != nil {
            properties.append(
                (
                    "next_page_token",
                    ["type": "string", "description": "`page_token` of the next page; empty on the last."]
                ))
        }
        return [
            "type": "object", "properties": .object(properties), "required": .texts(properties.map(\.key)),
        ]
    }
}
