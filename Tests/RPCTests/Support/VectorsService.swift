// The service that the transcripts were recorded with, in our own words: what each method does is listed in the README
// beside them. Where a Go handler can do what a Swift one cannot (a nil message), the differences are in
// Transcripts/Differences.swift.

import Codec
import RPC

struct PlainError: Error, CustomStringConvertible { let description: String }

enum VectorsService {
    static let name = "vectors.v1.Vectors"

    /// What the recorded service sleeps 150 ms (100 in a stream) for: longer here, so that a busy machine still gets the
    /// frames of a transcript in while the handler sleeps.
    private static let sleep = Duration.milliseconds(500)

    static func method(_ name: String, _ kind: CallKind) -> Method {
        Method(service: Self.name, name: name, kind: kind)
    }

    static func router(interceptors: [any ServerInterceptor] = []) -> Router {
        var router = Router(interceptors: interceptors)
        addUnary(&router)
        addClientStreams(&router)
        addServerStreams(&router)
        addBidirectional(&router)
        return router
    }

    private static func unary(
        _ router: inout Router, _ name: String,
        _ handler: @escaping @Sendable (String, CallContext) async throws -> String
    ) {
        router.unary(method(name, .unary)) { (request: StringValue, context) in
            StringValue(try await handler(request.value, context))
        }
    }

    private static func addUnary(_ router: inout Router) {
        unary(&router, "Unary") { value, _ in "echo:\(value)" }
        router.unary(method("UnaryEmpty", .unary)) { (_: Empty, _) in Empty() }
        unary(&router, "UnaryNotFound") { value, _ in throw RPCError(.notFound, message: "no such item: \(value)") }
        unary(&router, "UnaryNoMessage") { _, _ in throw RPCError(.aborted) }
        unary(&router, "UnaryDetails") { value, _ in
            let detail = RPCError.Detail(
                typeURL: "type.googleapis.com/google.protobuf.StringValue", value: StringValue(value).encoded())
            throw RPCError(.failedPrecondition, message: "see details", details: [detail])
        }
        unary(&router, "UnaryPlainError") { value, _ in throw PlainError(description: "plain error: \(value)") }
        unary(&router, "UnaryWait") { value, _ in
            try await Task.sleep(for: .seconds(5))
            return value
        }
        unary(&router, "UnarySleep") { value, _ in
            // Whatever its context says: the sleep is in a task that nobody cancels.
            await Task.detached { try? await Task.sleep(for: sleep) }.value
            return "slept:\(value)"
        }
        unary(&router, "UnaryMetadata") { value, context in
            let keys = Set(context.metadata.map(\.key)).sorted()
            let seen = keys.map { "\($0)=\(context.metadata.values(for: $0).joined(separator: "|"))" }
            guard !value.isEmpty else { return seen.joined(separator: ";") }
            let found = context.metadata.values(for: value)
            return (seen + ["get(\(value))=\(found.joined(separator: "|")),\(!found.isEmpty)"]).joined(separator: ";")
        }
        unary(&router, "UnaryDeadline") { _, context in "deadline:\(context.deadline.isNever ? "no" : "yes")" }
        unary(&router, "UnarySize") { value, _ in
            // Response: tag, length, StringValue: tag, length, text.
            letters(total: Int(value) ?? 0, around: { FieldMath.field(FieldMath.field($0)) })
        }
        unary(&router, "UnaryLength") { value, _ in "length:\(value.utf8.count)" }
    }

    private static func addClientStreams(_ router: inout Router) {
        func stream(
            _ name: String, _ handler: @escaping @Sendable (RequestStream<StringValue>) async throws -> String
        ) {
            router.clientStreaming(method(name, .clientStreaming)) { (requests: RequestStream<StringValue>, _) in
                StringValue(try await handler(requests))
            }
        }
        stream("ClientStream") { requests in
            var items: [String] = []
            for try await item in requests { items.append(item.value) }
            return "\(items.count):\(items.joined(separator: ","))"
        }
        stream("ClientStreamLength") { requests in
            var (count, bytes) = (0, 0)
            for try await item in requests { (count, bytes) = (count + 1, bytes + item.value.utf8.count) }
            return "items:\(count) bytes:\(bytes)"
        }
        stream("ClientStreamFirst") { requests in
            var iterator = requests.makeAsyncIterator()
            return "first:\(try await iterator.next()?.value ?? "none")"
        }
        stream("ClientStreamFail") { requests in
            var iterator = requests.makeAsyncIterator()
            let item = try await iterator.next()?.value ?? "none"
            throw RPCError(.invalidArgument, message: "bad item: \(item)")
        }
        stream("ClientStreamStall") { requests in
            // Until the stream ends: items must pile up however slowly a busy machine brings them.
            try await Task.sleep(for: .seconds(60))
            var count = 0
            for try await _ in requests { count += 1 }
            return "\(count)"
        }
        router.clientStreaming(method("ClientStreamNil", .clientStreaming)) {
            (requests: RequestStream<StringValue>, _) in
            for try await _ in requests {}
            return Empty()
        }
    }

    private static func addServerStreams(_ router: inout Router) {
        func stream(
            _ name: String,
            _ handler: @escaping @Sendable (String, ResponseWriter<StringValue>, CallContext) async throws -> Void
        ) {
            router.serverStreaming(method(name, .serverStreaming)) { (request: StringValue, responses, context) in
                try await handler(request.value, responses, context)
            }
        }
        @Sendable func items(_ value: String, _ responses: ResponseWriter<StringValue>) async throws -> Int {
            let count = Int(value) ?? 0
            for index in 0..<count { try await responses.write(StringValue("item-\(index + 1)")) }
            return count
        }
        stream("ServerStream") { value, responses, _ in _ = try await items(value, responses) }
        stream("ServerStreamFail") { value, responses, _ in
            throw RPCError(.aborted, message: "failed after \(try await items(value, responses)) items")
        }
        stream("ServerStreamFinal") { value, responses, _ in
            _ = try await items(value, responses)
            try await responses.write(StringValue("final"))
        }
        router.serverStreaming(method("ServerStreamEmpty", .serverStreaming)) {
            (_: Empty, responses: ResponseWriter<Empty>, _) in
            for _ in 0..<2 { try await responses.write(Empty()) }
        }
        stream("ServerStreamNil") { _, responses, _ in try await responses.write(StringValue("after-nil")) }
        stream("ServerStreamSlow") { _, responses, _ in
            try await responses.write(StringValue("item-1"))
            try await Task.sleep(for: sleep)
            try await responses.write(StringValue("item-2"))
        }
        stream("ServerStreamContext") { _, responses, context in
            let text = "deadline:\(!context.deadline.isNever) metadata:\(Set(context.metadata.map(\.key)).count)"
            try await responses.write(StringValue(text))
        }
        stream("ServerStreamSize") { value, responses, _ in
            let text = letters(total: Int(value) ?? 0, around: FieldMath.field)
            try await responses.write(StringValue(text))
        }
    }

    private static func addBidirectional(_ router: inout Router) {
        func stream(
            _ name: String,
            _ handler:
                @escaping @Sendable (RequestStream<StringValue>, ResponseWriter<StringValue>) async throws -> Void
        ) {
            router.bidirectional(method(name, .bidirectional)) {
                (requests: RequestStream<StringValue>, responses: ResponseWriter<StringValue>, _) in
                try await handler(requests, responses)
            }
        }
        stream("Bidi") { requests, responses in
            for try await item in requests { try await responses.write(StringValue("echo:\(item.value)")) }
        }
        stream("BidiTail") { requests, responses in
            var count = 0
            for try await _ in requests { count += 1 }
            try await responses.write(StringValue("total:\(count)"))
        }
        stream("BidiFirst") { requests, responses in
            try await responses.write(StringValue("welcome"))
            for try await item in requests { try await responses.write(StringValue("echo:\(item.value)")) }
        }
        stream("BidiServerEnds") { requests, responses in
            var iterator = requests.makeAsyncIterator()
            let item = try await iterator.next()?.value ?? "none"
            try await responses.write(StringValue("bye:\(item)"))
        }
        stream("BidiFail") { requests, responses in
            var iterator = requests.makeAsyncIterator()
            let item = try await iterator.next()?.value ?? "none"
            try await responses.write(StringValue("echo:\(item)"))
            throw RPCError(.permissionDenied, message: "not allowed: \(item)")
        }
    }

    /// As many letters as make `around(count)` equal `total`.
    private static func letters(total: Int, around: (Int) -> Int) -> String {
        var count = max(0, total - 20)
        while around(count) < total { count += 1 }
        return String(repeating: "x", count: count)
    }
}

enum FieldMath {
    /// The size of a length-delimited field of `count` bytes with a one-byte tag.
    static func field(_ count: Int) -> Int {
        guard count > 0 else { return 0 }
        var lengthSize = 1
        var rest = count >> 7
        while rest > 0 { (lengthSize, rest) = (lengthSize + 1, rest >> 7) }
        return 1 + lengthSize + count
    }
}
