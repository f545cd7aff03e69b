import Codec
import Testing

@testable import RPC

private struct Recorder: ServerInterceptor {
    let name: String
    let notes: Notes

    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        notes.add("\(name) before \(context.method.name)")
        do {
            try await next()
            notes.add("\(name) after \(context.method.name)")
        } catch {
            notes.add("\(name) failed \(context.method.name)")
            throw error
        }
    }
}

/// Notes what it sees; may refuse a call, or replace how it ended.
private struct Observer: SynchronousInterceptor {
    let name: String
    let notes: Notes
    var refuses = false
    var replaces = false

    func begin(_ context: CallContext) throws -> Bool {
        notes.add("\(name) begin")
        if refuses { throw RPCError(.permissionDenied, reason: "PERMISSION_DENIED") }
        return true
    }

    func ended(_ context: CallContext, _ error: (any Error)?) throws {
        notes.add("\(name) ended \((error as? RPCError)?.reason ?? "well")")
        if replaces { throw RPCError(.dataLoss, reason: "REPLACED") }
    }
}

private struct Refuser: ServerInterceptor {
    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        throw RPCError(.unauthenticated, reason: "NOT_AUTHENTICATED", message: "who are you?")
    }
}

private struct Closure: ServerInterceptor {
    let body: @Sendable (CallContext, () async throws -> Void) async throws -> Void

    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        try await body(context, next)
    }
}

@Suite(.timeLimit(.minutes(1)))
struct InterceptorTests {
    @Test(arguments: Way.allCases)
    func theyStandAroundAllFourKindsInTheirOrder(_ way: Way) async throws {
        let notes = Notes()
        let router = Handlers().router([Recorder(name: "outer", notes: notes), Recorder(name: "inner", notes: notes)])
        let served = try await Served(router, way)
        _ = try await served.client.call()
        for try await _ in try await served.client.list(1) {}
        _ = try await served.client.collect().finish()
        let chat = try await served.client.chat()
        try await chat.closeSend()
        for try await _ in chat.responses {}
        #expect(await served.settles())
        let expected = ["Unary", "List", "Collect", "Chat"].flatMap { name in
            ["outer before \(name)", "inner before \(name)", "inner after \(name)", "outer after \(name)"]
        }
        #expect(notes.all == expected)
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func aRefusalKeepsTheRequestUnread(_ way: Way) async throws {
        let notes = Notes()
        var handlers = Handlers()
        handlers.unary = { value, _ in
            notes.add("ran")
            return value
        }
        let served = try await Served(handlers.router([Recorder(name: "log", notes: notes), Refuser()]), way)
        // Not even decoded: bytes that are no message are refused for who sent them.
        #expect(
            await rpcError { _ = try await served.client.rawUnary(TestMethods.unary, [0xFF]) }?.code == .unauthenticated
        )
        #expect(await rpcError { for try await _ in try await served.client.list(3) {} }?.code == .unauthenticated)
        #expect(await rpcError { _ = try await served.client.collect().finish() }?.code == .unauthenticated)
        #expect(
            await rpcError { for try await _ in try await served.client.chat().responses {} }?.code == .unauthenticated)
        #expect(!notes.all.contains("ran"))
        #expect(notes.all.filter { $0.contains("failed") }.count == 4)
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func whatTheyFindOutIsKnownToTheHandler(_ way: Way) async throws {
        enum NameKey: CallContextKey { typealias Value = String }
        var handlers = Handlers()
        handlers.unary = { _, context in context[NameKey.self] ?? "nobody" }
        let interceptor = Closure { context, next in
            await Task.yield()
            context[NameKey.self] = "somebody"
            try await next()
            context.responseMetadata["late"] = "yes"
        }
        let served = try await Served(handlers.router([interceptor]), way)
        let seen = Notes()
        let options = CallOptions(onResponseMetadata: { seen.add($0["late"] ?? "no") })
        #expect(try await served.client.call(options: options) == "somebody")
        #expect(seen.all == ["yes"])
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func oneThatForgetsTheCallIsAnInternalError(_ way: Way) async throws {
        let served = try await Served(Handlers().router([Closure { _, _ in }]), way)
        #expect(await rpcError { _ = try await served.client.call() }?.code == .internalError)
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func oneThatRunsTheCallTwiceIsAnInternalError(_ way: Way) async throws {
        let twice = Closure { _, next in
            try await next()
            try await next()
        }
        let served = try await Served(Handlers().router([twice]), way)
        #expect(await rpcError { _ = try await served.client.call() }?.code == .internalError)
        await served.stop()
    }

    @Test(arguments: Way.allCases)
    func thoseThatDoNotWaitKeepTheirPlacesAmongThoseThatDo(_ way: Way) async throws {
        let notes = Notes()
        let router = Handlers().router([
            Observer(name: "1", notes: notes), Recorder(name: "2", notes: notes), Observer(name: "3", notes: notes),
            Observer(name: "4", notes: notes), Recorder(name: "5", notes: notes),
        ])
        let served = try await Served(router, way)
        _ = try await served.client.call()
        #expect(await served.settles())
        #expect(
            notes.all == [
                "1 begin", "2 before Unary", "3 begin", "4 begin", "5 before Unary", "5 after Unary", "4 ended well",
                "3 ended well", "2 after Unary", "1 ended well",
            ])
        await served.stop()
    }

    @Test(arguments: Way.allCases, [false, true])
    func aRefusalInBeginIsSeenByThoseOutsideOfItAlone(_ way: Way, _ amongWaiting: Bool) async throws {
        let notes = Notes()
        let first: [any ServerInterceptor] = amongWaiting ? [Recorder(name: "0", notes: Notes())] : []
        let router = Handlers().router(
            first + [
                Observer(name: "1", notes: notes), Observer(name: "2", notes: notes, refuses: true),
                Observer(name: "3", notes: notes),
            ])
        let served = try await Served(router, way)
        #expect(await rpcError { _ = try await served.client.call() }?.reason == "PERMISSION_DENIED")
        #expect(await served.settles())
        #expect(notes.all == ["1 begin", "2 begin", "1 ended PERMISSION_DENIED"])
        await served.stop()
    }

    @Test(arguments: Way.allCases, [false, true])
    func endingMayReplaceHowTheCallEnded(_ way: Way, _ amongWaiting: Bool) async throws {
        let notes = Notes()
        let first: [any ServerInterceptor] = amongWaiting ? [Recorder(name: "0", notes: Notes())] : []
        let router = Handlers().router(
            first + [Observer(name: "1", notes: notes), Observer(name: "2", notes: notes, replaces: true)])
        let served = try await Served(router, way)
        #expect(await rpcError { _ = try await served.client.call() }?.reason == "REPLACED")
        #expect(await served.settles())
        #expect(notes.all == ["1 begin", "2 begin", "2 ended well", "1 ended REPLACED"])
        await served.stop()
    }
}
