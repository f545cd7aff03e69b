// Streams over HTTP at once: few for one caller, not all handlers for all of them, and each place given back.
import Codec
import Contract
import RPC
import Synchronization
import Testing

@testable import Services

/// Stands in for authentication: the credentials are the user's id.
private struct NamesItsUser: ServerInterceptor {
    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        let user = context.metadata["authorization"].flatMap { Int64($0) }
        context[PrincipalKey.self] = Principal(kind: .user, userID: user, role: .user)
        try await next()
    }
}

@Suite(.timeLimit(.minutes(1))) struct StreamLimitTests {
    private let limits = StreamLimits(perCaller: 2, inAll: 3)

    private func client(_ user: Int64, over transport: Peer.Transport = .http) -> EventsClient {
        var router = Router(interceptors: [NamesItsUser(), StreamLimitInterceptor(limits: limits)])
        router.serverStreaming(EventsMethods.watch) {
            (_: WatchEventsRequest, responses: ResponseWriter<Event>, _: CallContext) async throws in
            try await responses.write(.with { $0.cursor = "c" })
            try await Task.sleep(for: .seconds(600))
        }
        let calls = InProcessTransport(router: router, peer: Peer(transport: transport))
        return EventsClient(RPCClient(transport: calls, metadata: ["authorization": "\(user)"]))
    }

    /// A stream of which the first event has come, so that it certainly goes on; nil where it was refused, with why.
    private func watch(_ client: EventsClient) async throws -> Swift.Result<Task<Void, any Error>, RPCError> {
        let (first, opened) = AsyncStream<RPCError?>.makeStream()
        let task = Task {
            do {
                for try await _ in try await client.watch(WatchEventsRequest()) { opened.yield(nil) }
            } catch let error as RPCError {
                opened.yield(error)
            }
        }
        for await refusal in first { return refusal.map { .failure($0) } ?? .success(task) }
        throw CancellationError()
    }

    private func until(_ condition: () -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while !condition() {
            try #require(ContinuousClock.now < end)
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    @Test func oneCallerHasFewAndAllTogetherDoNotHaveAll() async throws {
        let first = try await watch(client(1)).get()
        let second = try await watch(client(1)).get()
        guard case .failure(let third) = try await watch(client(1)) else {
            Issue.record("a third was let in")
            return
        }
        #expect(third.reason == "TOO_MANY_STREAMS")
        let other = try await watch(client(2)).get()
        #expect(limits.count == 3)
        guard case .failure(let full) = try await watch(client(3)) else {
            Issue.record("a fourth was let in")
            return
        }
        #expect(full.reason == "OVERLOADED")
        #expect(limits.refused == ["streams_per_caller": 1, "streams": 1])
        // A place is given back by whoever leaves.
        first.cancel()
        try await until { limits.count == 2 }
        let again = try await watch(client(1)).get()
        for stream in [second, other, again] { stream.cancel() }
        try await until { limits.count == 0 }
    }

    @Test func theBinaryProtocolIsHeldElsewhere() async throws {
        var streams: [Task<Void, any Error>] = []
        for _ in 0..<5 { streams.append(try await watch(client(1, over: .tcp)).get()) }
        #expect(limits.count == 0)
        for stream in streams { stream.cancel() }
    }
}
