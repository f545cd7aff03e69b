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
        do {
            _ = try await calls.unary(CallHead(method: route.method), payload: ByteBuffer(bytes: bytes))
        } catch let error as RPCError {
            let fields = error.violations.map { ErrorEnvelope.clientName($0.field, route.bodyFieldName) }
            return .refused(reason: error.reason, fields: Set(fields))
        }
        #expect(http.methods.callCount == before + 1)
        return .taken(http.methods.request(route.method) ?? "")
    }

    private func byHTTP(
        _ route: CallRoute, _ connection: RawConnection, _ path: String, _ body: String?
    ) async throws -> Outcome {
        let before = http.methods.callCount
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

    /// A request over HTTP and the bytes that say the same; nil where the field has no place in the request.
    private func requests(
        _ route: CallRoute, _ field: FieldSchema, _ value: FieldValue
    ) -> (path: String, body: String?, bytes: [UInt8])? {
        var bytes: [UInt8] = []
        var segments = route.route.segments.map { if case .literal(let word) = $0 { word } else { "17" } }
        for variable in route.variables {
            if variable.path.name == field.name { return nil }
            let isText = variable.path.field.kind == .string
            if isText { segments[variable.segments.lowerBound] = "x" }
            bytes += FieldValue.tagged(variable.path.field, isText ? 2 : 0, isText ? [0x78] : [17])
        }
        var path = "/" + segments.joined(separator: "/")
        switch route.body {
        case .whole: return (path, "{\"\(field.name)\": \(value.json)}", bytes + value.bytes)
        case .field(let body) where body.name == field.name:
            guard let mask = route.request.field(named: "update_mask") else { return nil }
            // What a body of one field changes.
            let changed = value.path.split(separator: ".").dropFirst()
            guard !changed.isEmpty else { return nil }
            path += "?update_mask=" + changed.joined(separator: ".")
            let name = Array(changed.joined(separator: ".").utf8)
            return (
                path, value.json,
                bytes + value.bytes + FieldValue.tagged(mask, 2, [0x0A] + FieldValue.varint(UInt64(name.count)) + name)
            )
        default:
            guard let texts = value.texts, route.parameters[field.name] != nil else { return nil }
            path += "?" + texts.map { "\(field.name)=\($0)" }.joined(separator: "&")
            return (path, route.route.body.isEmpty ? nil : "{}", bytes + value.bytes)
        }
    }

    @Test func everyFieldOfEveryMethodIsJudgedAlike() async throws {
        var tried: Set<String> = []
        var refused = 0
        var methods: Set<String> = []
        let connection = try http.connect()
        for route in try RouteTable(Routes.all).routes where route.method.kind == .unary && route.route.verb != "PUT" {
            for (field, value) in FieldValue.all(of: route.request) {
                guard let request = requests(route, field, value) else { continue }
                let rest = try await byHTTP(route, connection, request.path, request.body)
                let rpc = try await byRPC(route, request.bytes)
                #expect(
                    rest == rpc,
                    "\(route.route.verb) \(route.route.template) \(value.path) = \(value.name): HTTP \(rest), RPC \(rpc)"
                )
                tried.insert(route.methodPath + "." + value.path)
                methods.insert(route.methodPath)
                if case .refused = rpc { refused += 1 }
            }
        }
        // That it looked: a schema that is read wrong has no fields to differ.
        #expect(methods.count > 40, "\(methods.count) methods")
        #expect(tried.count > 200, "\(tried.count) fields")
        #expect(refused > 200, "\(refused) refusals")
        await http.end()
    }
}
