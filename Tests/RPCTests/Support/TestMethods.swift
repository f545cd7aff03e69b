// Methods whose handlers a test gives as closures, all on strings.

import Codec
import RPC

enum TestMethods {
    static let unary = Method(service: "test.Service", name: "Unary", kind: .unary)
    static let collect = Method(service: "test.Service", name: "Collect", kind: .clientStreaming)
    static let list = Method(service: "test.Service", name: "List", kind: .serverStreaming)
    static let chat = Method(service: "test.Service", name: "Chat", kind: .bidirectional)
}

struct Handlers: Sendable {
    typealias Requests = RequestStream<StringValue>
    typealias Responses = ResponseWriter<StringValue>

    var unary: @Sendable (String, CallContext) async throws -> String = { value, _ in "echo:\(value)" }
    var collect: @Sendable (Requests, CallContext) async throws -> String = { requests, _ in
        var all: [String] = []
        for try await request in requests { all.append(request.value) }
        return all.joined(separator: ",")
    }
    var list: @Sendable (String, Responses, CallContext) async throws -> Void = { value, responses, _ in
        for index in 0..<(Int(value) ?? 0) { try await responses.write(StringValue("\(index)")) }
    }
    var chat: @Sendable (Requests, Responses, CallContext) async throws -> Void = { requests, responses, _ in
        for try await request in requests { try await responses.write(StringValue("echo:\(request.value)")) }
    }

    func router(_ interceptors: [any ServerInterceptor] = []) -> Router {
        var router = Router(interceptors: interceptors)
        let handlers = self
        router.unary(TestMethods.unary) { (request: StringValue, context) in
            StringValue(try await handlers.unary(request.value, context))
        }
        router.clientStreaming(TestMethods.collect) { (requests: Requests, context) in
            StringValue(try await handlers.collect(requests, context))
        }
        router.serverStreaming(TestMethods.list) { (request: StringValue, responses: Responses, context) in
            try await handlers.list(request.value, responses, context)
        }
        router.bidirectional(TestMethods.chat) { (requests: Requests, responses: Responses, context) in
            try await handlers.chat(requests, responses, context)
        }
        return router
    }
}

extension RPCClient {
    func call(_ text: String = "x", options: CallOptions = .init()) async throws -> String {
        let response: StringValue = try await unary(TestMethods.unary, StringValue(text), options: options)
        return response.value
    }

    func list(_ count: Int, options: CallOptions = .init()) async throws -> ResponseStream<StringValue> {
        try await serverStreaming(TestMethods.list, StringValue("\(count)"), options: options)
    }

    func collect(options: CallOptions = .init()) async throws -> ClientStreamingCall<StringValue, StringValue> {
        try await clientStreaming(TestMethods.collect, options: options)
    }

    func chat(options: CallOptions = .init()) async throws -> BidirectionalCall<StringValue, StringValue> {
        try await bidirectional(TestMethods.chat, options: options)
    }
}

/// What `body` throws, if that is an RPCError.
func rpcError(_ body: () async throws -> Void) async -> RPCError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? RPCError
    }
}
