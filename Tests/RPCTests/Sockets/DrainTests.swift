import Codec
import Dispatch
import NIOCore
import NIOPosix
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct DrainTests {
        @Test
        func whatRunsIsFinishedAndWhatIsNewIsRefused() async throws {
            let latch = Latch()
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, context in
                notes.add("began \(value)")
                try await latch.wait()
                return "done \(value)"
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", StringValue("one").encoded(), service: "test.Service"))
            #expect(await notes.eventually("began one"))
            let drained = Task { await server.server.drain(timeout: .seconds(20)) }
            // Refusals begin when the connection has heard of it.
            var stream: UInt32 = 3
            var refusal = try await ask(peer, stream)
            while refusal == nil {
                stream += 2
                refusal = try await ask(peer, stream)
            }
            #expect(refusal?.code == 14 && refusal?.reason == "SHUTTING_DOWN")
            #expect(refusal?.detail(ErrorInfo.self)?.metadata["executed"] == "no")
            #expect(notes.all.filter { $0 == "began new" }.count == Int(stream - 3) / 2)
            latch.open()
            var answers: [String] = []
            while let frame = try await peer.receive() { answers.append(frame.text ?? "") }
            #expect(answers.contains("done one"))
            await drained.value
            #expect(server.server.counts == .init())
            #expect(throws: RawPeerError.self) { try server.peer() }
        }

        /// A loop that is stuck in a handler must not keep the others from refusing.
        @Test
        func everyLoopHearsOfTheDrainThoughOneIsBusy() async throws {
            var handlers = Handlers()
            handlers.unary = { value, _ in value }
            let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
            let server = Server(router: handlers.router(), group: group, logger: .quiet)
            let path = temporaryPath()
            _ = try await server.bind(.unix(path: path), name: "test")
            let peers = try (0..<4).map { _ in try RawPeer(unix: path) }
            for peer in peers { #expect(try await ask(peer, 1)?.type == 2) }
            let gate = DispatchSemaphore(value: 0)
            try #require(server.core.loops.first).loop.execute { gate.wait() }
            let drained = Task { await server.drain(timeout: .milliseconds(100)) }
            var refused = false
            var stream: UInt32 = 3
            while !refused, stream < 100 {
                for peer in peers where !refused {
                    try await peer.send(.request(stream, "Unary", StringValue("x").encoded(), service: "test.Service"))
                    refused = (try? await peer.receive(within: 100))?.reason == "SHUTTING_DOWN"
                }
                stream += 2
            }
            gate.signal()
            #expect(refused)
            await drained.value
            for peer in peers { await peer.close() }
            try await group.shutdownGracefully()
        }

        /// Its sender could not know: a closed door would leave it guessing whether the call ran.
        @Test
        func whatWasOnItsWayWhenNothingRanIsRefusedInWords() async throws {
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                notes.add(value)
                return value
            }
            let server = try await TestServer(handlers.router()) {
                $0.limits.drainGrace = .seconds(5)
                $0.limits.linger = .seconds(5)
            }
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", StringValue("old").encoded(), service: "test.Service"))
            #expect(try await peer.receive()?.type == 2)
            let drained = Task { await server.server.drain() }
            // Set when every connection knows, and nothing runs.
            await server.server.core.allEnded.wait()
            try await Task.sleep(for: .milliseconds(300))
            try await peer.send(.request(3, "Unary", StringValue("new").encoded(), service: "test.Service"))
            #expect(try await peer.receive()?.reason == "SHUTTING_DOWN")
            #expect(notes.all == ["old"])
            await peer.close()
            await drained.value
        }

        /// The handler may have asked a server that refused; that it did not run itself is not for it to say.
        @Test
        func aHandlerCannotSayThatItsCallDidNotRun() async throws {
            var handlers = Handlers()
            handlers.unary = { _, _ in throw StreamRefusal.shuttingDown.error }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", StringValue("x").encoded(), service: "test.Service"))
            let answer = try await peer.receive()
            #expect(answer?.reason == "SHUTTING_DOWN")
            #expect(try #require(answer?.detail(ErrorInfo.self)).metadata["executed"] == nil)
            await peer.close()
            await server.stop()
        }

        /// Asks something new; `nil` where it was taken.
        private func ask(_ peer: RawPeer, _ stream: UInt32) async throws -> RawFrame? {
            try await peer.send(.request(stream, "Unary", StringValue("new").encoded(), service: "test.Service"))
            return try? await peer.receive(within: 100)
        }

        @Test
        func longStreamsAreToldAndMayEndThemselves() async throws {
            var handlers = Handlers()
            handlers.list = { _, responses, context in
                try await responses.write(StringValue("watching"))
                await context.drain.wait()
                try await responses.write(StringValue("goodbye"))
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "List", service: "test.Service"))
            #expect(try await peer.receive()?.text == "watching")
            let start = ContinuousClock.now
            let drained = Task { await server.server.drain() }
            #expect(try await peer.receive()?.text == "goodbye")
            #expect(try await peer.receive() == .end(1))
            #expect(try await peer.receive() == nil)
            await peer.close()
            await drained.value
            #expect(ContinuousClock.now - start < .seconds(2))
        }

        @Test
        func longStreamsThatDoNotListenAreCutAfterTwoSeconds() async throws {
            let notes = Notes()
            var handlers = Handlers()
            handlers.chat = { requests, responses, _ in
                try await responses.write(StringValue("on"))
                do {
                    for try await _ in requests {}
                } catch {
                    notes.add(Task.isCancelled ? "cancelled" : "not cancelled")
                }
            }
            handlers.list = { _, responses, _ in
                try await responses.write(StringValue("on"))
                try await Task.sleep(for: .seconds(3))
                try await responses.write(StringValue("finished"))
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Chat", service: "test.Service", flags: 2))
            #expect(try await peer.receive()?.text == "on")
            // A stream with a deadline cannot go on for ever, and is finished.
            try await peer.send(.request(3, "List", service: "test.Service", timeout: 10_000_000_000))
            #expect(try await peer.receive()?.text == "on")
            let start = ContinuousClock.now
            let drained = Task { await server.server.drain() }
            let cut = try #require(try await peer.receive())
            #expect(cut.stream == 1 && cut.code == 14 && cut.reason == "SHUTTING_DOWN")
            // It ran: nobody may take this for a refusal.
            #expect(cut.detail(ErrorInfo.self)?.metadata["executed"] == nil)
            #expect(ContinuousClock.now - start > .milliseconds(1900))
            #expect(await notes.eventually("cancelled"))
            #expect(try await peer.receive()?.text == "finished")
            #expect(try await peer.receive() == .end(3))
            #expect(try await peer.receive() == nil)
            await peer.close()
            await drained.value
        }

        @Test
        func theTimeoutEndsWhatDoesNotEnd() async throws {
            let latch = Latch()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                await Task.detached { try? await latch.wait() }.value
                return value
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", service: "test.Service"))
            #expect(await server.eventually { $0.runningHandlers == 1 })
            let drained = Task { await server.server.drain(timeout: .milliseconds(200)) }
            #expect(try await peer.receive()?.reason == "SHUTTING_DOWN")
            #expect(try await peer.receive() == nil)
            await peer.close()
            await drained.value
            latch.open()
            #expect(await server.eventually { $0 == .init() })
        }

        @Test
        func noAnswerIsCutOffByTheClose() async throws {
            // Answers that the peer has not taken, and requests that the server has not read: a plain close would make
            // the kernel throw the answers away.
            let text = String(repeating: "x", count: 100_000)
            var handlers = Handlers()
            let notes = Notes()
            handlers.unary = { value, _ in
                notes.add(value)
                return text
            }
            let server = try await TestServer(handlers.router()) { $0.limits.linger = .seconds(10) }
            let peer = try server.peer()
            let requests = (0..<50).map {
                RawFrame.request(UInt32(2 * $0 + 1), "Unary", StringValue("\($0)").encoded(), service: "test.Service")
            }
            try await peer.send(bytes: requests.flatMap(\.bytes))
            try await peer.send(bytes: [0, 0, 0, 40, 0, 0])
            #expect(await notes.eventually("49"))
            let drained = Task { await server.server.drain(timeout: .seconds(20)) }
            var count = 0
            while let frame = try await peer.receive() {
                if frame.text?.utf8.count == 100_000 { count += 1 }
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(count == 50)
            await peer.close()
            await drained.value
        }

        @Test
        func inProcessCallsAreDrainedToo() async throws {
            let latch = Latch()
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                notes.add("began")
                try await latch.wait()
                return value
            }
            let served = try await Served(handlers.router(), .inProcess)
            let call = Task { try await served.client.call("x") }
            #expect(await notes.eventually("began"))
            let drained = Task { await served.server.drain(timeout: .seconds(20)) }
            var refusal: RPCError?
            while refusal == nil {
                refusal = await rpcError {
                    _ = try await served.client.call(options: .init(timeout: .milliseconds(20)))
                }
                if refusal?.code == .deadlineExceeded { refusal = nil }
            }
            #expect(refusal?.reason == "SHUTTING_DOWN")
            latch.open()
            #expect(try await call.value == "x")
            await drained.value
        }
    }
}
