// What has no RPC shape over HTTP: the bytes of files, which are streams of the binary protocol (Gateway/Media), and the
// pages about the server's health.

struct OpenAPIFiles {
    let files: [ProtoFile]

    typealias Operation = (path: String, verb: String, json: JSONText)

    func operations(_ schemas: inout OpenAPISchemas, _ errors: OpenAPIErrors) throws(Failure) -> [Operation] {
        let methods = files.flatMap(\.services).flatMap(\.methods)
        var operations = Self.health
        guard let upload = methods.first(where: { $0.name == "UploadMedia" && $0.service.name == "MessagesService" }),
            let start = files.flatMap(\.allMessages).first(where: { $0.name == "UploadStart" }),
            let media = files.flatMap(\.allMessages).first(where: { $0.name == "Media" })
        else { return operations }
        operations.append(("/api/v1/media/", "POST", self.upload(upload, start, media, &schemas, errors)))
        operations.append(("/api/v1/media/{id}/content/", "GET", content(errors)))
        return operations
    }

    private func upload(
        _ method: MethodType, _ start: MessageType, _ media: MessageType, _ schemas: inout OpenAPISchemas,
        _ errors: OpenAPIErrors
    ) -> JSONText {
        var parameters: [JSONText] = []
        var fields: [(key: String, value: JSONText)] = []
        for name in ["file_name", "kind", "mime_type", "sha256", "user_id"] {
            guard let field = start.field(named: name), let schema = schemas.parameter(field) else { continue }
            let text = field.comment.text
            parameters.append(
                JSONText.object([("name", .text(name)), ("in", "query")]).described(text).with(("schema", schema)))
            fields.append((name, schema.described(text)))
        }
        fields.append(("file", ["type": "string", "contentMediaType": "application/octet-stream"]))
        parameters.append(["$ref": "#/components/parameters/IdempotencyKey"])
        let envelope = OpenAPIOperation.envelope(schemas.answer(media))
        return [
            "operationId": "UploadMedia", "tags": ["Messages"], "summary": "Uploads a file",
            "description": """
            Uploads a file as the body, or as the part `file` of a form; what is said of it comes before it. What it is \
            is told by its content.

            For: admin, user; API keys need the scope `media:write`.
            """,
            "parameters": .array(parameters),
            "requestBody": [
                "required": true,
                "content": [
                    "application/octet-stream": ["schema": [:]],
                    "multipart/form-data": [
                        "schema": [
                            "type": "object", "properties": .object(fields), "required": ["file"],
                            "additionalProperties": false,
                        ]
                    ],
                ],
            ],
            "responses": .object(
                [
                    (
                        "201",
                        ["description": "It is there.", "content": ["application/json": ["schema": envelope]]]
                    )
                ] + errors.references),
        ]
    }

    private func content(_ errors: OpenAPIErrors) -> JSONText {
        let bytes: JSONText = ["*/*": ["schema": [:]]]
        return [
            "operationId": "DownloadMedia", "tags": ["Messages"], "summary": "The content of a file",
            "description": """
            The content of a file, as an attachment, whole or one range of it.

            For: admin, user; API keys need the scope `media:read`.
            """,
            "parameters": [
                [
                    "name": "id", "in": "path", "required": true,
                    "schema": [
                        "type": "integer", "format": "int64", "minimum": 1, "maximum": .integer(OpenAPISchemas.largest),
                    ],
                ],
                ["name": "Range", "in": "header", "schema": ["type": "string"]],
                ["name": "If-Range", "in": "header", "schema": ["type": "string"]],
                ["name": "If-None-Match", "in": "header", "schema": ["type": "string"]],
            ],
            "responses": .object(
                [
                    ("200", ["description": "All of it.", "content": bytes]),
                    ("206", ["description": "The part that `Range` asks for.", "content": bytes]),
                    ("304", ["description": "It is what `If-None-Match` says."]),
                ] + errors.references + [("416", ["$ref": "#/components/responses/Error400"])]),
        ]
    }

    private static let health: [Operation] = [
        ("/health/live/", "GET", page("Live", "Whether the process is there.", ["200": "It is."])),
        (
            "/health/ready/", "GET",
            page("Ready", "Whether it takes calls.", ["200": "It does.", "503": "It does not, or not yet."])
        ),
    ]

    private static func page(_ id: String, _ text: String, _ answers: KeyValuePairs<String, String>) -> JSONText {
        [
            "operationId": .text(id), "tags": ["System"], "summary": .text(text), "security": [[:]],
            "responses": .object(
                answers.map { status, words in
                    (
                        status,
                        ["description": .text(words), "content": ["application/json": ["schema": ["type": "object"]]]]
                    )
                }),
        ]
    }
}
