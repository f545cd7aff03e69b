// The same values by both doors: for every field of every method that has a path, what the handler is given and what is
// refused, with its reason and its field, is the same over HTTP and over the binary protocol. Made of the schema, so that
// a field that is added is tried.
import Codec
import Contract
import NIOCore
import RPC
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5))) struct ParityTests {
    /// What became of a value.
    private enum Outcome: Equatable, CustomStringConvertible {
        case taken(String)
        case refused(reason: String, fields: Set<String>)

        var description: String {
            switch self {
            case .taken(let request): "taken as \(request.prefix(300))"
            case .refused(let reason, let fields): "\(reason) \(fields.sorted())"
            }
        }
    }

    private let http: ScriptedGateway
    private let calls: InProcessTransport

    init() async throws {
        http = try await ScriptedGateway()
        calls = InProcessTransport(server: http.rpc)
    }

    private func byRPC(_ route: CallRoute, _ bytes: [UInt8]) async throws -> Outcome {
        let before = http.methods.callCount
        let head = CallHead(method: route.method)
        do {
            if route.method.kind == .unary {
                _ = try await calls.unary(head, payload: ByteBuffer(bytes: bytes))
            } else {
                let call = try await calls.open(head, payload: ByteBuffer(bytes: bytes))
                while try await call.receive() != nil {}
            }
        } catch let error as RPCError {
            let fields = error.violations.map { ErrorEnvelope.clientName($0.field, route.bodyFieldName) }
            return .refused(reason: error.reason, fields: Set(fields))
        }
        #expect(http.methods.callCount == before + 1)
        return .taken(http.methods.request(route.method) ?? "")
    }

    private func byHTTP(
        _ route: CallRoute, _ shared: RawConnection, _ path: String, _ body: String?
    ) async throws -> Outcome {
        let before = http.methods.callCount
        // A stream's end is not at the same place as that of an answer.
        let connection = route.method.kind == .unary ? shared : try http.connect()
        var head = "\(route.route.verb) \(path) HTTP/1.1\r\nHost: x\r\n"
        if let body { head += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n" }
        try connection.send(head + "\r\n" + (body ?? ""))
        let text = try await connection.receive(until: "}")
        let answer = try #require(HTTPAnswer(text))
        guard answer.status >= 400 else {
            #expect(http.methods.callCount == before + 1)
            return .taken(http.methods.request(route.method) ?? "")
        }
        let fields = answer.json["errors"].keys.filter { $0 != "non_field_errors" }
        return .refused(reason: answer.code, fields: Set(fields))
    }

    /// A request over HTTP and the bytes that say the same; nil where the value has no place in the request.
    private func requests(
        _ route: CallRoute, _ field: FieldSchema, _ value: FieldValue
    ) -> (path: String, body: String?, bytes: [UInt8])? {
        var bytes: [UInt8] = []
        var segments = route.route.segments.map { if case .literal(let word) = $0 { word } else { "17" } }
        var isInPath = false
        for variable in route.variables {
            if variable.path.name == field.name {
                // A segment without a letter is no segment: another route, or none.
                guard let text = value.texts?.first, !text.isEmpty else { return nil }
                segments[variable.segments.lowerBound] = text
                bytes += value.bytes
                isInPath = true
                continue
            }
            let isText = variable.path.field.kind == .string
            if isText { segments[variable.segments.lowerBound] = "x" }
            bytes += FieldValue.tagged(variable.path.field, isText ? 2 : 0, isText ? [0x78] : [17])
        }
        let path = "/" + segments.joined(separator: "/")
        if isInPath {
            if case .field(let body) = route.body, route.route.verb == "PUT" {
                return replacement(route, body, path, bytes, nil)
            }
            // A change of nothing.
            if case .field(let body) = route.body { bytes += FieldValue.tagged(body, 2, []) }
            if let mask = route.mask?.field { bytes += FieldValue.tagged(mask, 2, []) }
            return (path, route.route.emptyBody, bytes)
        }
        switch route.body {
        case .whole: return (path, "{\"\(field.name)\": \(value.json)}", bytes + value.bytes)
        case .field(let body) where body.name == field.name:
            return route.route.verb == "PUT"
                ? replacement(route, body, path, bytes, value) : change(route, path, bytes, value)
        default:
            // The mask of a PUT says that it is a change.
            guard let texts = value.texts, route.parameters[field.name] != nil, route.route.verb != "PUT" else {
                return nil
            }
            let query = texts.map { "\(field.name)=\($0)" }.joined(separator: "&")
            return (path + "?" + query, route.route.emptyBody, bytes + value.bytes)
        }
    }

    /// A body of one field, and the mask that says so.
    private func change(
        _ route: CallRoute, _ path: String, _ bytes: [UInt8], _ value: FieldValue
    ) -> (path: String, body: String?, bytes: [UInt8])? {
        guard let mask = route.request.field(named: "update_mask") else { return nil }
        let changed = value.path.split(separator: ".").dropFirst().joined(separator: ".")
        guard !changed.isEmpty else { return nil }
        return (
            path + "?update_mask=" + changed, value.json, bytes + value.bytes + Self.bytes(of: mask, [changed])
        )
    }

    /// A body of all that can be set, nothing of it, but for the value: PUT finds the mask itself.
    private func replacement(
        _ route: CallRoute, _ body: FieldSchema, _ path: String, _ bytes: [UInt8], _ value: FieldValue?
    ) -> (path: String, body: String?, bytes: [UInt8])? {
        guard let mask = route.request.field(named: "update_mask"), let schema = body.messageSchema else { return nil }
        let changed = value?.path.split(separator: ".").dropFirst().first.map(String.init)
        let replaced = schema.fields.filter { !["id", "created_at", "updated_at", "etag"].contains($0.name) }
        var members = replaced.filter { $0.name != changed }.map { "\"\($0.name)\": \(Self.nothing($0))" }
        if let value { members.append(String(value.json.dropFirst().dropLast())) }
        // Without a value the message is there all the same, and empty.
        let message = value?.bytes ?? FieldValue.tagged(body, 2, [])
        return (
            path, "{" + members.joined(separator: ", ") + "}",
            bytes + message + Self.bytes(of: mask, replaced.map(\.name))
        )
    }

    private static func nothing(_ field: FieldSchema) -> String {
        if field.isRepeated { return field.isMap ? "{}" : "[]" }
        switch field.kind {
        case .string, .bytes: return "\"\""
        case .bool: return "false"
        case .message, .enum: return "null"
        default: return "0"
        }
    }

    private static func bytes(of mask: FieldSchema, _ paths: [String]) -> [UInt8] {
        let names = paths.flatMap { path -> [UInt8] in
            [0x0A] + FieldValue.varint(UInt64(path.utf8.count)) + Array(path.utf8)
        }
        return FieldValue.tagged(mask, 2, names)
    }

    /// What a path says that names nothing: refused before there is a request. By RPC the handler is asked.
    private static func refusedInPath(_ value: FieldValue) -> String? {
        if let number = Int64(value.name) { return number < 1 ? "NOT_FOUND" : nil }
        return ["NUL", "half a pair"].contains(value.name) ? "MALFORMED_REQUEST" : nil
    }

    /// Whose request is a message: the bytes of a file are none, and have tests of their own.
    private static func takesOneRequest(_ method: RPC.Method) -> Bool {
        method.kind == .unary || method == EventsMethods.watch
    }

    @Test func everyFieldOfEveryMethodIsJudgedAlike() async throws {
        var tried: Set<String> = []
        var refused = 0
        var methods: Set<String> = []
        var verbs: Set<String> = []
        var inPaths = 0
        let connection = try http.connect()
        for route in try RouteTable(Routes.all).routes where Self.takesOneRequest(route.method) {
            for (field, value) in FieldValue.all(of: route.request) {
                guard let request = requests(route, field, value) else { continue }
                let rest = try await byHTTP(route, connection, request.path, request.body)
                let isInPath = route.variables.contains { $0.path.name == field.name }
                if isInPath, let reason = Self.refusedInPath(value) {
                    #expect(rest == .refused(reason: reason, fields: []), "\(request.path): HTTP \(rest)")
                    inPaths += 1
                    continue
                }
                let rpc = try await byRPC(route, request.bytes)
                #expect(
                    rest == rpc,
                    "\(route.route.verb) \(route.route.template) \(value.path) = \(value.name): HTTP \(rest), RPC \(rpc)"
                )
                tried.insert(route.methodPath + "." + value.path)
                methods.insert(route.methodPath)
                verbs.insert(route.route.verb)
                if isInPath { inPaths += 1 }
                if case .refused = rpc { refused += 1 }
            }
        }
        // That it looked: a schema that is read wrong has no fields to differ.
        #expect(methods.count > 40, "\(methods.count) methods")
        #expect(tried.count > 200, "\(tried.count) fields")
        #expect(verbs == ["DELETE", "GET", "PATCH", "POST", "PUT"])
        #expect(inPaths > 100, "\(inPaths) values in paths")
        #expect(methods.contains(EventsMethods.watch.path))
        #expect(refused > 200, "\(refused) refusals")
        await http.end()
    }
}
