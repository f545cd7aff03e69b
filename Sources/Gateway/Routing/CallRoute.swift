// One route of the contract, made ready: which fields come from where, and what shape the answer has. All look-ups by
// name happen here, once, at start; what a template names and the request does not have keeps the server from starting.

internal import Codec
internal import Contract
internal import RPC

final class CallRoute: Sendable {
    struct Variable: Sendable {
        let path: FieldPath
        let segments: Range<Int>
    }

    enum Body: Sendable {
        case none
        /// The body is the request.
        case whole
        /// The body is one field of it.
        case field(FieldSchema)
    }

    enum Answer: Sendable {
        case message
        case list(ListShape)
        /// `data: null`.
        case nothing
        case picture
        /// Of a server stream: server-sent events, or a line of JSON for each item.
        case events
    }

    let route: Route
    /// How request and answer are spelled, and what shape the answer has: the house's, with its envelope, or protobuf's own
    /// mapping, where the answer is the message and an error is its google.rpc.Status.
    let dialect: JSONDialect
    /// Verb and template, for the log.
    let label: String
    /// `service/Method`.
    let methodPath: String
    let request: MessageSchema
    let response: MessageSchema
    let variables: [Variable]
    let body: Body
    /// `update_mask`, which is made of the keys that the body has. Nil where the request has none.
    let mask: FieldPath?
    /// Fields of the query by name, in both spellings. What comes from the path is not among them.
    let parameters: [String: FieldPath]
    let answer: Answer
    let status: Int
    /// The envelope's `message`.
    let success: String

    var method: Method { route.method }

    init(_ route: Route, dialect: JSONDialect = .house) throws(RouteError) {
        self.route = route
        self.dialect = dialect
        label = "\(route.verb) \(route.template)"
        methodPath = route.method.path
        guard let entry = DescriptorSet.methods[methodPath] else {
            throw RouteError(description: "\(route.verb) \(route.template): no such method \(methodPath)")
        }
        guard route.responseBody.isEmpty, !route.method.kind.clientStreams else {
            throw RouteError(description: "\(route.verb) \(route.template): not a shape that HTTP has here")
        }
        request = entry.request
        response = entry.response
        variables = try Self.variables(route, entry.request)
        body = try Self.body(route, entry.request)
        mask = Self.mask(entry.request, body)
        parameters = Self.parameters(entry.request, body, bound: Set(variables.map(\.path.name)))
        success = AccessTable.rules[methodPath]?.success ?? ""
        answer = dialect == .house ? Self.answer(route, entry) : Self.plainAnswer(route)
        let creates = route.method.name.hasPrefix("Create") || route.method.name.hasPrefix("Send")
        status = creates && dialect == .house ? 201 : 200
    }

    private static func variables(_ route: Route, _ request: MessageSchema) throws(RouteError) -> [Variable] {
        var variables: [Variable] = []
        for variable in route.variables {
            guard let path = FieldPath(variable.field, in: request), path.name == variable.field,
                !path.field.isRepeated, path.field.kind != .message
            else {
                throw RouteError(description: "\(route.template): the request has no plain field \(variable.field)")
            }
            variables.append(Variable(path: path, segments: variable.segments))
        }
        return variables
    }

    private static func body(_ route: Route, _ request: MessageSchema) throws(RouteError) -> Body {
        switch route.body {
        case "": return .none
        case "*": return .whole
        default:
            guard let field = request.field(named: route.body), field.kind == .message, !field.isRepeated else {
                throw RouteError(description: "\(route.template): the request has no message field \(route.body)")
            }
            return .field(field)
        }
    }

    private static func mask(_ request: MessageSchema, _ body: Body) -> FieldPath? {
        guard case .field = body, let field = request.field(named: "update_mask"),
            field.messageSchema?.wellKnown == .fieldMask
        else { return nil }
        return FieldPath(field)
    }

    private static func parameters(
        _ request: MessageSchema, _ body: Body, bound: Set<String>
    ) -> [String: FieldPath] {
        var taken = bound
        switch body {
        case .whole: return [:]
        case .field(let field): taken.insert(field.name)
        case .none: break
        }
        var parameters: [String: FieldPath] = [:]
        for field in request.fields where !taken.contains(field.name) && !field.isMap {
            parameters[field.name] = FieldPath(field)
            parameters[field.jsonName] = FieldPath(field)
        }
        return parameters
    }

    private static func answer(_ route: Route, _ entry: MethodEntry) -> Answer {
        if route.method.kind == .serverStreaming { return .events }
        if entry.response.name == "switchboard.v1.QrCode" { return .picture }
        if route.verb == "DELETE" || entry.response.fields.isEmpty { return .nothing }
        return ListShape(entry).map { .list($0) } ?? .message
    }

    private static func plainAnswer(_ route: Route) -> Answer {
        route.method.kind == .serverStreaming ? .events : .message
    }
}

/// Where a list and what stands beside it are found in request and response.
struct ListShape: Sendable {
    let results: FieldSchema
    let nextPageToken: FieldSchema?
    let totalSize: FieldSchema?
    let page: FieldSchema?
    let pageSize: FieldSchema?

    /// Nil where the response is no list: its one list stands first, and beside it only what pages need.
    init?(_ entry: MethodEntry) {
        guard let results = entry.response.field(number: 1), results.isRepeated, results.kind == .message,
            entry.method.name.hasPrefix("List")
        else { return nil }
        self.results = results
        nextPageToken = entry.response.field(named: "next_page_token")
        totalSize = entry.response.field(named: "total_size")
        page = entry.request.field(named: "page")
        pageSize = entry.request.field(named: "page_size")
    }
}
