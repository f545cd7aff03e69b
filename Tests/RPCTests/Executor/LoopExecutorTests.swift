// Where handlers run: on the thread of their connection's event loop, before and after they wait.

import Codec
import NIOCore
import NIOPosix
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct LoopExecutorTests {
    @Test
    func handlersStayOnOneLoopWhateverTheyWaitFor() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let loops = group.makeIterator().map { $0 }
        let places = Notes()
        let note: @Sendable () -> Void = {
            places.add(loops.firstIndex { $0.inEventLoop }.map { "\($0)" } ?? "elsewhere")
        }
        var handlers = Handlers()
        handlers.unary = { value, _ in
            note()
            await Task.yield()
            note()
            try await Task.sleep(for: .milliseconds(1))
            note()
            await Task.detached {}.value
            note()
            await withTaskGroup(of: Void.self) { group in group.addTask { note() } }
            note()
            return value
        }
        let interceptor = NotingInterceptor(note: note)
        let server = Server(router: handlers.router([interceptor]), group: group, logger: .quiet)
        let bound = try await server.bind(.unix(path: temporaryPath()))
        for _ in 0..<4 {
            // A connection each, so that both loops are seen.
            let connection = ClientConnection(bound.endpoint)
            _ = try await RPCClient(transport: connection).call("x")
            let seen = places.all.suffix(8)
            #expect(Set(seen).count == 1 && seen.count == 8 && seen.first != "elsewhere", "\(seen)")
            await connection.close()
        }
        await server.drain()
        try await group.shutdownGracefully()
    }

    @Test
    func timersStopTickingWhenNothingIsLeft() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let timers = LoopTimers(loop: loop)
        let fired = Notes()
        let targets = (0..<20).map { Target(name: "\($0)", fired: fired) }
        try await loop.submit {
            let tokens = targets.enumerated().map { timers.add($1, at: .after(.milliseconds(20 + $0))) }
            for token in tokens[10...] { timers.remove(token) }
        }.get()
        for index in 0..<10 { #expect(await fired.eventually("\(index)")) }
        #expect(fired.all.count == 10)
        #expect(try await loop.submit { timers.count }.get() == 0)
        try await group.shutdownGracefully()
    }
}

private struct NotingInterceptor: ServerInterceptor {
    let note: @Sendable () -> Void

    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        note()
        try await next()
        note()
    }
}

private final class Target: TimerTarget, Sendable {
    private let name: String
    private let fired: Notes

    init(name: String, fired: Notes) {
        self.name = name
        self.fired = fired
    }

    func timerFired() { fired.add(name) }
}
