import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct DeadlineTests {
        /// Runs until it is told to stop, whatever becomes of its task.
        private func stubborn(_ latch: Latch) async { await Task.detached { try? await latch.wait() }.value }

        @Test(arguments: Way.allCases)
        func theCallerIsAnsweredOnTimeByAHandlerThatDoesNotListen(_ way: Way) async throws {
            let latch = Latch()
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                guard value == "slow" else { return value }
                await stubborn(latch)
                notes.add(Task.isCancelled ? "was cancelled" : "was not cancelled")
                return "late"
            }
            let served = try await Served(handlers.router(), way)
            let start = ContinuousClock.now
            let error = await rpcError {
                _ = try await served.client.call("slow", options: .init(timeout: .milliseconds(50)))
            }
            let took = ContinuousClock.now - start
            #expect(error?.code == .deadlineExceeded)
            #expect(took >= .milliseconds(45) && took < .milliseconds(1000), "\(took)")
            // The server's clock says the same; its handler still runs.
            #expect(await served.eventually { $0.streams == 0 && $0.runningHandlers == 1 })
            latch.open()
            #expect(await notes.eventually("was cancelled"))
            #expect(try await served.client.call("next") == "next")
            #expect(await served.settles())
            await served.stop()
        }

        @Test
        func theServerAnswersBySocketWithoutTheClientsClock() async throws {
            let latch = Latch()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                await stubborn(latch)
                return "late"
            }
            handlers.chat = { _, responses, _ in
                try await responses.write(StringValue("first"))
                await stubborn(latch)
                // The stream is gone; whoever writes on learns it.
                try await responses.write(StringValue("late"))
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", service: "test.Service", timeout: 50_000_000))
            let unary = try #require(try await peer.receive())
            #expect(unary.stream == 1 && unary.code == 4 && unary.reason == "DEADLINE_EXCEEDED")
            try await peer.send(.request(3, "Chat", service: "test.Service", flags: 2, timeout: 50_000_000))
            #expect(try await peer.receive()?.text == "first")
            #expect(try await peer.receive()?.code == 4)
            latch.open()
            // What the handlers come back with is dropped.
            #expect(try await peer.isSilent(for: 100))
            #expect(await server.eventually { $0.runningHandlers == 0 && $0.streams == 0 })
            await server.stop()
        }

        @Test(arguments: [Int64(-1), Int64.min])
        func aNegativeTimeoutIsExpiredAndNothingRuns(_ timeout: Int64) async throws {
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                notes.add("ran")
                return value
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", service: "test.Service", timeout: timeout))
            #expect(try await peer.receive()?.reason == "DEADLINE_EXCEEDED")
            #expect(notes.all.isEmpty)
            await server.stop()
        }

        @Test
        func unaryCallsHaveADefaultAndStreamsHaveNone() async throws {
            var handlers = Handlers()
            handlers.unary = { _, _ in
                try await Task.sleep(for: .seconds(60))
                return ""
            }
            handlers.list = { _, responses, context in
                try await responses.write(StringValue("\(context.deadline.isNever)"))
            }
            let server = try await TestServer(handlers.router()) { $0.defaultUnaryTimeout = .milliseconds(50) }
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", service: "test.Service"))
            #expect(try await peer.receive()?.code == 4)
            try await peer.send(.request(3, "List", service: "test.Service"))
            #expect(try await peer.receive()?.text == "true")
            await server.stop()
        }

        @Test
        func theClientsTimeoutTravelsOnStreamsToo() async throws {
            var handlers = Handlers()
            handlers.list = { _, responses, context in
                let left = context.deadline.remaining ?? .zero
                try await responses.write(StringValue("\(left > .seconds(50) && left <= .seconds(60))"))
            }
            let server = try await TestServer(handlers.router())
            for try await item in try await server.client().list(0, options: .init(timeout: .seconds(60))) {
                #expect(item.value == "true")
            }
            await server.stop()
        }

        @Test
        func theClientsClockEndsAStreamWhoseServerIsSilent() async throws {
            let server = try RawServer(path: temporaryPath())
            let client = RPCClient(transport: ClientConnection(.unix(path: server.path)))
            let stream = try await client.list(1, options: .init(timeout: .milliseconds(50)))
            let error = await rpcError { for try await _ in stream {} }
            #expect(error?.code == .deadlineExceeded)
        }

        @Test
        func anExpiredDeadlineFailsWithoutAFrame() async throws {
            let server = try RawServer(path: temporaryPath())
            let client = RPCClient(transport: ClientConnection(.unix(path: server.path)))
            let error = await rpcError { _ = try await client.call(options: .init(timeout: .milliseconds(-1))) }
            #expect(error?.code == .deadlineExceeded)
            await #expect(throws: RawPeerError.self) { try await server.accept(within: 50) }
        }
    }
}
