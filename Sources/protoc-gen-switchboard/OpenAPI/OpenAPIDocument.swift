// The OpenAPI document (3.1) of the routes that the contract's methods have: what is asked and answered, by whom, and what
// can go wrong, from the same descriptors that the gateway serves them by (Gateway/Routing/CallRoute.swift).

struct OpenAPIDocument {
    let files: [ProtoFile]
    /// Of the contract's package, without what comes before it.
    static let version = "1"

    /// OpenAPI.generated.swift: the document as the gateway serves it.
    func generate(for target: SwiftTarget) throws(Failure) -> OutputFile {
        let quotes = "\"\"\""
        let content = [
            OutputFile.header(ofAll: target.directory),
            "/// The OpenAPI document of the HTTP routes (docs/REST.md), as JSON.",
            "package enum OpenAPI {", "    package static let document: StaticString = ##\(quotes)",
            try text() + "\(quotes)##", "}", "",
        ].joined(separator: "\n")
        return OutputFile(name: "\(target.directory)/OpenAPI.generated.swift", content: content)
    }

    func text() throws(Failure) -> String {
        var schemas = OpenAPISchemas()
        let errors = try OpenAPIErrors(files)
        var paths: [(key: String, value: [(key: String, value: JSONText)])] = []
        func add(_ path: String, _ verb: String, _ operation: JSONText) {
            let index = paths.firstIndex { $0.key == path } ?? paths.endIndex
            if index == paths.endIndex { paths.append((path, [])) }
            paths[index].value.append((verb.lowercased(), operation))
        }
        var tags: [JSONText] = []
        for service in files.flatMap(\.services) {
            var isServed = false
            for method in service.methods where !method.clientStreaming {
                for (index, rule) in try HTTPRule.bindings(of: method).enumerated() {
                    let path = try rule.checked(for: method)
                    let operation = OpenAPIOperation(method: method, rule: rule, path: path, isFirst: index == 0)
                    add(operation.pathText, rule.verb, try operation.json(&schemas, errors))
                    isServed = true
                }
            }
            if isServed {
                tags.append(
                    JSONText.object([("name", .text(OpenAPIOperation.tag(service)))]).described(service.comment.text))
            }
        }
        for (path, verb, operation) in try OpenAPIFiles(files: files).operations(&schemas, errors) {
            add(path, verb, operation)
        }
        var components = schemas.components.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
        components.append(("Error", OpenAPIErrors.schema))
        let document: JSONText = [
            "openapi": "3.1.0",
            "info": [
                "title": "Switchboard", "version": .text(Self.version), "description": .text(Self.about),
            ],
            "servers": [["url": "/"]],
            "security": .array(Self.credentials.map { [$0: []] }),
            "tags": .array(tags),
            "paths": .object(paths.map { ($0.key, .object($0.value)) }),
            "components": [
                "schemas": .object(components), "responses": errors.components,
                "parameters": OpenAPIOperation.sharedParameters, "securitySchemes": Self.schemes,
            ],
        ]
        return document.written() + "\n"
    }

    static let credentials = ["bearer", "apiKey"]

    private static let schemes: JSONText = [
        "bearer": ["type": "http", "scheme": "bearer", "description": "An access token, from `/api/v1/auth/login/`."],
        "apiKey": [
            "type": "apiKey", "in": "header", "name": "X-API-Key",
            "description": "An API key; `Authorization: ApiKey …` is the same.",
        ],
    ]

    private static let about = """
        The HTTP interface of Switchboard, a back end for WhatsApp gateways. Answers have an envelope: `success`, `message` \
        and `data`; of what went wrong `error_code` is for programs. Every path is served with and without the slash at its \
        end. Numbers are below 2^53, times are in UTC, `null` stands for what is absent. Credentials go into one header. How \
        long the caller waits may stand in the header `Connect-Timeout-Ms`, in milliseconds.
        """
}

extension SwiftTarget {
    /// Whether it is the contract, which has reasons for what goes wrong; not what tests and benchmarks have.
    func hasDocument(_ files: [ProtoFile]) -> Bool {
        files.contains { file in file.enums.contains { $0.fullName == "switchboard.v1.Reason" } }
    }
}
