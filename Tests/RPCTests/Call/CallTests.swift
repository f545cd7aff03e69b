// What a call is, whatever carries it: the four kinds, errors, metadata, interceptors. Over sockets and in process alike.

import Codec
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct CallTests {
    @Test(arguments: Way.allCases)
    func allFourKindsWork(_ way: Way) async throws {
        let served = try await Served(Handlers().router(), way)
        #expect(try await served.client.call("hello") == "echo:hello")
        var items: [String] = []
        for try await item in try await served.client.list(1000) { items.append(item.value) }
        #expect(items == (0..<1000).map(String.init))
        let collecting = try await served.client.collect()
        for index in 0..<50 { try await collecting.send(StringValue("\(index)")) }
        #expect(try await collecting.finish().value == (0..<50).map(String.init).joined(separator: ","))
        let chat = try await served.client.chat()
        var responses = chat.responses.makeAsyncIterator()
        for text in ["a", "", "c"] {
            try await chat.send(StringValue(text))
            #expect(try await responses.next()?.value == "echo:\(text)")
        }
        try await chat.closeSend()
        #expect(try await responses.next() == nil)
        #expect(await served.settles())
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func manyCallsAtOnceGetTheirOwnAnswers(_ way: Way) async throws {
        var handlers = Handlers()
        handlers.unary = { value, _ in
            if Int(value).map({ $0 % 3 == 0 }) == true { await Task.yield() }
            return "echo:\(value)"
        }
        let served = try await Served(handlers.router(), way)
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for index in 0..<500 {
                group.addTask { (index, try await served.client.call("\(index)")) }
            }
            for try await (index, answer) in group { #expect(answer == "echo:\(index)") }
        }
        #expect(await served.settles())
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func statusAndDetailsReachTheCaller(_ way: Way) async throws {
        var handlers = Handlers()
        handlers.unary = { _, _ in
            throw RPCError(
                .failedPrecondition, reason: "SESSION_NOT_CONNECTED", message: "no session",
                violations: [.init(field: "session", description: "is not linked")], hint: "link it",
                metadata: ["session": "default"], retryAfter: .seconds(3), cause: PlainError(description: "secret"))
        }
        handlers.list = { _, responses, _ in
            try await responses.write(StringValue("one"))
            throw RPCError(.aborted, reason: "CONFLICT", message: "after one")
        }
        let served = try await Served(handlers.router(), way)
        let error = try #require(await rpcError { _ = try await served.client.call() })
        #expect(error.code == .failedPrecondition && error.reason == "SESSION_NOT_CONNECTED")
        #expect(error.message == "no session" && error.hint == "link it" && error.metadata == ["session": "default"])
        #expect(error.violations == [.init(field: "session", description: "is not linked")])
        #expect(error.retryAfter == .seconds(3) && error.requestID != nil && error.cause == nil)
        var items = try await served.client.list(0).makeAsyncIterator()
        #expect(try await items.next()?.value == "one")
        let late = await rpcError { _ = try await items.next() }
        #expect(late?.code == .aborted && late?.reason == "CONFLICT")
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func whatIsNoStatusGoesOutAsInternalWithoutItsText(_ way: Way) async throws {
        var handlers = Handlers()
        handlers.unary = { _, _ in throw PlainError(description: "password is 1234") }
        let served = try await Served(handlers.router(), way)
        let error = try #require(await rpcError { _ = try await served.client.call() })
        #expect(error.code == .internalError && error.reason == "INTERNAL")
        #expect(!"\(error)\(error.details)".contains("1234"))
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func theErrorMapperDecidesWhatIsSeen(_ way: Way) async throws {
        var handlers = Handlers()
        handlers.unary = { _, _ in throw PlainError(description: "disk full") }
        let served = try await Served(handlers.router(), way) { configuration in
            configuration.errorMapper = { error in
                error is PlainError
                    ? RPCError(.resourceExhausted, reason: "STORAGE_FULL", cause: error)
                    : Server.Configuration.mapError(error)
            }
        }
        #expect(await rpcError { _ = try await served.client.call() }?.reason == "STORAGE_FULL")
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func unknownMethodsAreUnimplemented(_ way: Way) async throws {
        let served = try await Served(Handlers().router(), way)
        for method in [
            Method(service: "test.Service", name: "Nope", kind: .unary),
            Method(service: "Nope", name: "Unary", kind: .unary),
        ] {
            let error = await rpcError { _ = try await served.client.rawUnary(method, []) }
            #expect(error?.code == .unimplemented && error?.reason == "UNKNOWN_METHOD")
        }
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func malformedRequestsAreTheCallersMistake(_ way: Way) async throws {
        let served = try await Served(Handlers().router(), way)
        let unary = await rpcError { _ = try await served.client.rawUnary(TestMethods.unary, [0xFF]) }
        #expect(unary?.code == .invalidArgument && unary?.reason == "MALFORMED_REQUEST")
        let stream = try await served.client.rawStream(TestMethods.chat)
        try await stream.send([0x0A, 0x01, 0xFF])
        let item = await rpcError { _ = try await stream.receive() }
        #expect(item?.code == .invalidArgument && item?.reason == "MALFORMED_REQUEST")
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func metadataGoesBothWays(_ way: Way) async throws {
        var handlers = Handlers()
        handlers.unary = { key, context in
            context.responseMetadata["ratelimit-remaining"] = "7"
            return context.metadata.values(for: key).joined(separator: "|")
        }
        let served = try await Served(handlers.router(), way)
        var client = served.client
        client.metadata = ["authorization": "ApiKey x", "tag": "client"]
        let seen = Notes()
        let options = CallOptions(metadata: ["Tag": "call", "x-request-id": "req-7"]) { metadata in
            seen.add(metadata["ratelimit-remaining"] ?? "")
            seen.add(metadata["x-request-id"] ?? "")
        }
        #expect(try await client.call("TAG", options: options) == "call")
        #expect(try await client.call("authorization") == "ApiKey x")
        #expect(seen.all == ["7", "req-7"])
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func messagesOfAnySizeUpToTheFrameCross(_ way: Way) async throws {
        var handlers = Handlers()
        handlers.unary = { value, _ in value }
        handlers.chat = { requests, responses, _ in
            for try await request in requests { try await responses.write(request) }
        }
        let served = try await Served(handlers.router(), way)
        for size in [0, 1, 100, 65_536, 1 << 20, 4_000_000] {
            let text = String(repeating: "x", count: size)
            #expect(try await served.client.call(text).utf8.count == size)
            let chat = try await served.client.chat()
            try await chat.send(StringValue(text))
            var responses = chat.responses.makeAsyncIterator()
            #expect(try await responses.next()?.value.utf8.count == size)
        }
        let tooLarge = StringValue(String(repeating: "x", count: 4 << 20))
        let error = await rpcError { let _: StringValue = try await served.client.unary(TestMethods.unary, tooLarge) }
        #expect(error?.code == .resourceExhausted && error?.reason == "FRAME_TOO_LARGE")
        #expect(try await served.client.call("still here") == "still here")
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func anAnswerThatComesEarlyIsTheAnswer(_ way: Way) async throws {
        var handlers = Handlers()
        let answered = Latch()
        handlers.collect = { requests, _ in
            var iterator = requests.makeAsyncIterator()
            return "first:\(try await iterator.next()?.value ?? "")"
        }
        let served = try await Served(handlers.router(), way)
        let call = try await served.client.collect()
        try await call.send(StringValue("a"))
        #expect(await served.settles())
        answered.open()
        for _ in 0..<200 { try await call.send(StringValue("late")) }
        #expect(try await call.finish().value == "first:a")
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func nothingCanBeSentAfterTheRequestsWereClosed(_ way: Way) async throws {
        let served = try await Served(Handlers().router(), way)
        let hold = try await served.client.chat()
        try await hold.closeSend()
        #expect(await rpcError { try await hold.send(StringValue("late")) } != nil)
        await served.stop()
    }
}
