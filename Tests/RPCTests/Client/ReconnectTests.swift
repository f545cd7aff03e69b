// Connections that come and go under a client: pauses between dials, ids that run out, servers that shut down, streams
// with a connection of their own.

import Codec
import Glibc
import NIOCore
import NIOPosix
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct ReconnectTests {
        private func kind(_ error: RPCError?) -> ConnectionFailure.Kind? { (error?.cause as? ConnectionFailure)?.kind }

        private func client(
            _ path: String, configure: (inout ClientConnection.Configuration) -> Void = { _ in }
        ) -> RPCClient {
            var configuration = ClientConnection.Configuration()
            configure(&configuration)
            return RPCClient(transport: ClientConnection(.unix(path: path), configuration: configuration))
        }

        // MARK: Pauses

        @Test
        func aServerThatHangsUpAtOnceIsDialledInPauses() async throws {
            let server = try RawServer(path: temporaryPath())
            let client = client(server.path) {
                $0.backoff = Backoff(base: .milliseconds(200), maximum: .milliseconds(200))
            }
            let dials = Box(0)
            let doorkeeper = Task {
                while !Task.isCancelled {
                    guard let peer = try? await server.accept(within: 100) else { continue }
                    dials.change { $0 += 1 }
                    await peer.close()
                }
            }
            let end = Deadline.after(.seconds(1))
            let answers = Box(0)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        while !end.hasPassed {
                            if await rpcError({ _ = try await client.call() })?.code != .unavailable {
                                answers.change { $0 += 1 }
                            }
                            try? await Task.sleep(for: .milliseconds(5))
                        }
                    }
                }
            }
            doorkeeper.cancel()
            await doorkeeper.value
            #expect(answers.value == 0)
            // Two at once, then one after each pause of 100 to 200 ms; without pauses it is hundreds.
            #expect(dials.value >= 2 && dials.value <= 14, "dialled \(dials.value) times")
        }

        @Test
        func inThePauseCallsThatDoNotWaitFailAtOnceWithWhatIsKnown() async throws {
            let path = temporaryPath()
            let client = client(path) { $0.backoff = Backoff(base: .seconds(30), maximum: .seconds(30)) }
            for _ in 0..<3 {
                let error = await rpcError { _ = try await client.call() }
                #expect(kind(error) == .cannotConnect && error?.message.hasSuffix("No such file or directory") == true)
            }
            // It is there now, but nobody looks before the pause is over.
            let server = try RawServer(path: path)
            #expect(kind(await rpcError { _ = try await client.call() }) == .cannotConnect)
            #expect((try? await server.accept(within: 50)) == nil)
        }

        @Test
        func patienceAndDeadlineEndTheWaitWhicheverIsFirst() async throws {
            let path = temporaryPath()
            let client = client(path) {
                $0.waitForServer = .milliseconds(300)
                $0.backoff = Backoff(base: .seconds(30), maximum: .seconds(30))
            }
            async let patient = rpcError { _ = try await client.call(options: .init(timeout: .seconds(20))) }
            async let hurried = rpcError { _ = try await client.call(options: .init(timeout: .milliseconds(50))) }
            async let stream = rpcError { _ = try await client.list(1) }
            #expect(await hurried?.code == .deadlineExceeded)
            #expect(kind(await patient) == .cannotConnect)
            #expect(kind(await stream) == .cannotConnect)
        }

        @Test
        func aFullQueueIsWaitedForAndNoFailure() async throws {
            // A queue of one, and nobody who takes from it for a while.
            let server = try RawServer(path: temporaryPath(), backlog: 0)
            let early = try RawPeer(unix: server.path)
            let client = client(server.path)
            async let answer = client.call("x")
            try await Task.sleep(for: .milliseconds(200))
            _ = try await server.accept()
            let peer = try await server.accept()
            #expect(try await peer.receive() != nil)
            try await peer.send(.response(1, "at last"))
            #expect(try await answer == "at last")
            await early.close()
        }

        @Test
        func eachAddressOfANameIsTried() async throws {
            let server = Server(router: Handlers().router(), logger: .quiet)
            let bound = try await server.bind(.tcp(host: "127.0.0.1", port: 0))
            guard case .tcp(_, let port) = bound.endpoint else { return }
            let client = RPCClient(transport: ClientConnection(.tcp(host: "localhost", port: port)))
            #expect(try await client.call("x") == "echo:x")
            await server.drain()
        }

        @Test
        func aConnectionOverTCPNoticesAServerThatIsGone() async throws {
            let server = Server(router: Handlers().router(), logger: .quiet)
            let bound = try await server.bind(.tcp(host: "127.0.0.1", port: 0))
            var configuration = ClientConnection.Configuration()
            configuration.deadServerTimeout = .seconds(12)
            let loop = MultiThreadedEventLoopGroup.singleton.next()
            let core = ClientCore(bound.endpoint, configuration, loop: loop)
            let promise = loop.makePromise(of: ClientHandler.self)
            loop.execute {
                ClientDialler(core).connect { promise.completeWith($0.mapError { $0 as any Error }) }
            }
            let handler = try await promise.futureResult.get()
            let tcp = CInt(IPPROTO_TCP)
            let names: [(CInt, CInt)] = [
                (SOL_SOCKET, SO_KEEPALIVE), (tcp, TCP_KEEPIDLE), (tcp, TCP_KEEPINTVL), (tcp, TCP_KEEPCNT),
                (tcp, TCP_USER_TIMEOUT),
            ]
            let options: [CInt] = try await loop.flatSubmit { () -> EventLoopFuture<[CInt]> in
                let socket = handler.channel as? any SocketOptionProvider
                let values: [EventLoopFuture<CInt>] = names.compactMap {
                    socket?.unsafeGetSocketOption(level: .init(rawValue: $0.0), name: .init(rawValue: $0.1))
                }
                return EventLoopFuture.whenAllSucceed(values, on: loop)
            }.get()
            #expect(options == [1, 6, 2, 3, 12_000])
            await server.drain()
        }

        // MARK: Ids

        @Test
        func whenIdsRunOutCallsInFlightGoOnAndNewOnesGetANewConnection() async throws {
            let (lastButOne, last): (UInt32, UInt32) = (.max - 2, .max)
            let server = try RawServer(path: temporaryPath())
            let client = client(server.path) { $0.firstStream = lastButOne }
            async let first = client.call("first")
            let old = try await server.accept()
            #expect(try await old.receive()?.stream == lastButOne)
            async let second = client.call("second")
            #expect(try await old.receive()?.stream == last)
            async let third = client.call("third")
            let new = try await server.accept()
            let request = try #require(try await new.receive())
            #expect(request.stream == lastButOne)
            try await new.send(.response(lastButOne, "third"))
            #expect(try await third == "third")
            try await old.send(.response(last, "second"), .response(lastButOne, "first"))
            #expect(try await second == "second")
            #expect(try await first == "first")
            // Left, and done with.
            #expect(try await old.receive() == nil)
        }

        // MARK: Servers that shut down

        private func refusal(_ stream: UInt32, executed: String?) -> RawFrame {
            let error = RPCError(
                .unavailable, reason: "SHUTTING_DOWN", message: "the server is shutting down",
                metadata: executed.map { ["executed": $0] } ?? [:])
            var response = EnvelopeResponse()
            response.status = try? Status(decoding: StatusCoding.encode(error, domain: "test"), limits: .response)
            return RawFrame(stream: stream, type: 2, flags: 0, data: response.encoded())
        }

        @Test
        func aCallThatWasNotRunGoesToTheNextServerOnce() async throws {
            let server = try RawServer(path: temporaryPath())
            let client = client(server.path)
            async let answer = client.call("x")
            let old = try await server.accept()
            let sent = try #require(try await old.receive())
            try await old.send(refusal(sent.stream, executed: "no"))
            let new = try await server.accept()
            let again = try #require(try await new.receive())
            #expect(try EnvelopeRequest(decoding: again.data).payload == EnvelopeRequest(decoding: sent.data).payload)
            try await new.send(.response(again.stream, "here"))
            #expect(try await answer == "here")
            #expect(try await old.receive() == nil)
            // The second refusal is the caller's.
            async let other = rpcError { _ = try await client.call("y") }
            try await new.send(refusal(try #require(try await new.receive()).stream, executed: "no"))
            let third = try await server.accept()
            try await third.send(refusal(try #require(try await third.receive()).stream, executed: "no"))
            #expect(await other?.reason == "SHUTTING_DOWN")
        }

        @Test(arguments: [nil, "yes"])
        func aCallThatMayHaveRunIsNotSentAgain(_ executed: String?) async throws {
            let server = try RawServer(path: temporaryPath())
            let client = client(server.path)
            async let answer = rpcError { _ = try await client.call("x") }
            let old = try await server.accept()
            try await old.send(refusal(try #require(try await old.receive()).stream, executed: executed))
            #expect(await answer?.reason == "SHUTTING_DOWN")
            // But the next one looks for another server.
            async let next = client.call("y")
            let new = try await server.accept()
            try await new.send(.response(try #require(try await new.receive()).stream, "new"))
            #expect(try await next == "new")
        }

        @Test
        func aServerThatIsReplacedCostsNoCall() async throws {
            let path = temporaryPath()
            let latch = Latch()
            var handlers = Handlers()
            let begun = Latch()
            handlers.unary = { value, _ in
                if value == "slow" {
                    begun.open()
                    try await latch.wait()
                }
                return "old:\(value)"
            }
            let old = Server(router: handlers.router(), logger: .quiet)
            _ = try await old.bind(.unix(path: path))
            let client = client(path) { $0.waitForServer = .seconds(20) }
            async let slow = client.call("slow")
            try await begun.wait()
            #expect(try await client.call("1") == "old:1")
            let draining = Task { await old.drain() }
            while access(path, F_OK) == 0 { try await Task.sleep(for: .milliseconds(5)) }
            async let waiting = client.call("2")
            let new = Server(router: Handlers().router(), logger: .quiet)
            _ = try await new.bind(.unix(path: path))
            // By the old one, where that had it before it refused what comes.
            #expect(["echo:2", "old:2"].contains(try await waiting))
            latch.open()
            #expect(try await slow == "old:slow")
            await draining.value
            await new.drain()
        }

        // MARK: Streams of their own

        @Test
        func aStreamThatIsNotReadHoldsUpNobodyAndLosesNothing() async throws {
            var handlers = Handlers()
            let large = String(repeating: "x", count: 64 << 10)
            let count = 200
            handlers.list = { _, responses, _ in
                for _ in 0..<count { try await responses.write(StringValue(large)) }
            }
            let server = try await TestServer(handlers.router())
            let client = server.client { $0.slowReaderGrace = .milliseconds(1) }
            var stream = try await client.list(0).makeAsyncIterator()
            _ = try await stream.next()
            for index in 0..<50 { #expect(try await client.call("\(index)") == "echo:\(index)") }
            // Far longer than a shared connection would wait.
            try await Task.sleep(for: .milliseconds(300))
            #expect(server.server.counts.streams == 1)
            var items = 1
            while try await stream.next() != nil { items += 1 }
            #expect(items == count)
            #expect(await server.eventually { $0.connections == 1 })
            await server.stop()
        }

        @Test
        func leavingAStreamTellsTheServer() async throws {
            let notes = Notes()
            var handlers = Handlers()
            handlers.list = { _, responses, _ in
                try await responses.write(StringValue("first"))
                do { try await Task.sleep(for: .seconds(60)) } catch { notes.add("left") }
            }
            let server = try await TestServer(handlers.router())
            let client = server.client()
            for try await _ in try await client.list(0) { break }
            #expect(await notes.eventually("left"))
            #expect(await server.eventually { $0.connections == 0 && $0.streams == 0 })
            await server.stop()
        }

        @Test
        func aClosedClientEndsItsStreamsToo() async throws {
            let server = try RawServer(path: temporaryPath())
            let connection = ClientConnection(.unix(path: server.path))
            let stream = try await RPCClient(transport: connection).list(1)
            let peer = try await server.accept()
            #expect(try await peer.receive() != nil)
            await connection.close()
            #expect(kind(await rpcError { for try await _ in stream {} }) == .closed)
            #expect(try await peer.receive() == nil)
        }
    }
}
