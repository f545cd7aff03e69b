// Path, query and body into the bytes of a request message. The body passes the one JSON reader, the texts of path and
// query pass the same reader's rules for single values, and the message is packed once, so that a value is judged here as
// it is over RPC. What is wrong is said of the field as the client sent it.

internal import Codec
internal import Contract
internal import RPC

enum RequestTranscoder {
    /// The request of a call.
    /// - Parameters:
    ///   - body: may be empty, which is an object without members.
    ///   - extra: what comes from elsewhere, such as headers; goes before the query.
    /// - Throws: NOT_FOUND for an id that is none, VALIDATION_ERROR and MALFORMED_REQUEST.
    static func bytes(
        _ route: CallRoute, _ target: RequestTarget, body: [UInt8], extra: [MessageParts.Texts] = []
    ) throws(RPCError) -> [UInt8] {
        var parts = MessageParts(texts: try variables(route, target) + extra)
        let query = try self.query(route, target, replacing: Set(extra.map(\.path.name)))
        parts.texts += query
        switch route.body {
        case .none: try refuseBody(body)
        case .whole: parts.body = body.isEmpty ? nil : body
        case .field(let field):
            parts.body = body.isEmpty ? Array("{}".utf8) : body
            parts.bodyField = field
            if let mask = try mask(route, field, body, query) { parts.texts.append(mask) }
        }
        do throws(JSONDecodingError) {
            return try route.request.bytes(
                from: parts, options: route.dialect == .house ? .house : .canonical)
        } catch {
            throw refusal(error)
        }
    }

    /// Numbers in a path are ids: whole, above zero, without sign or leading zero. Anything else is the name of nothing.
    private static func variables(
        _ route: CallRoute, _ target: RequestTarget
    ) throws(RPCError) -> [MessageParts.Texts] {
        var texts: [MessageParts.Texts] = []
        for variable in route.variables {
            let range = variable.segments.clamped(to: 0..<target.segments.count)
            let text = target.segments[range].joined(separator: "/")
            switch variable.path.field.kind {
            case .string: break
            default:
                guard let id = Int64(text), id > 0, id < 1 << 53, String(id) == text else {
                    throw RPCError.nothingThere
                }
            }
            texts.append(MessageParts.Texts(variable.path, [text]))
        }
        return texts
    }

    private static func query(
        _ route: CallRoute, _ target: RequestTarget, replacing: Set<String>
    ) throws(RPCError) -> [MessageParts.Texts] {
        var texts: [MessageParts.Texts] = []
        for pair in target.query {
            guard let path = route.parameters[pair.name] else { throw unknown(pair.name, route) }
            if replacing.contains(path.name) { continue }
            if let index = texts.firstIndex(where: { $0.path.name == path.name }) {
                texts[index].values.append(pair.value)
            } else {
                texts.append(MessageParts.Texts(path, [pair.value]))
            }
        }
        return texts
    }

    /// Names are others' text: only plain ones are repeated.
    private static func unknown(_ name: String, _ route: CallRoute) -> RPCError {
        guard route.request.field(named: name) ?? route.request.field(jsonName: name) != nil else {
            let isPlain = name.utf8.count <= 64 && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            return .invalid(isPlain && !name.isEmpty ? name : "…", "is no parameter of this request")
        }
        if case .none = route.body { return .invalid(name, "is given by the path") }
        return .invalid(name, "belongs into the body")
    }

    private static func refuseBody(_ body: [UInt8]) throws(RPCError) {
        let content = body.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard content.isEmpty || content == Array("{}".utf8) else {
            throw RPCError.refusal(.malformedRequest, "This request takes no body.")
        }
    }

    /// What `update_mask` is; nil where the client has said it or there is none.
    private static func mask(
        _ route: CallRoute, _ field: FieldSchema, _ body: [UInt8], _ query: [MessageParts.Texts]
    ) throws(RPCError) -> MessageParts.Texts? {
        guard let path = route.mask else { return nil }
        let isSaid = query.contains { $0.path.name == path.name }
        let replaces = route.route.verb == "PUT" && !isSaid
        var paths: [String] = []
        if let schema = field.messageSchema, !body.isEmpty || replaces {
            // What is no JSON, or none that can be taken, the reader of messages refuses, which knows the field.
            guard let value = body.isEmpty ? .object([]) : try? JSONValue(parsing: body) else { return nil }
            paths =
                try replaces
                ? UpdateMask.replacing(with: value, as: schema) : UpdateMask.paths(of: value, as: schema)
        }
        if isSaid { return nil }
        return MessageParts.Texts(path, [paths.joined(separator: ",")])
    }

    /// What the JSON reader found wrong, as the client is told it.
    static func refusal(_ error: JSONDecodingError) -> RPCError {
        switch error.reason {
        case .syntax, .invalidText:
            return .refusal(
                .malformedRequest, "The body is no valid JSON: \(error.message) (at byte \(error.offset)).")
        default: break
        }
        if error.field.isEmpty { return .refusal(.malformedRequest, "The body is not accepted: \(error.message).") }
        var refusal = RPCError.refusal(.validationError, "\(error.field): \(error.message).")
        refusal.violations = [RPCError.FieldViolation(field: error.field, description: error.message)]
        return refusal
    }
}
