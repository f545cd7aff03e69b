// Names with several addresses, and dials that fail: each address is tried with a connection of its own, and a dial that
// came to nothing counts once, with its own reason.

import Codec
import Glibc
import NIOCore
import NIOPosix
import Testing

@testable import RPC

/// What a name stands for, in place of the system's resolver.
private struct Addresses: Resolver, Sendable {
    var v4: [String] = []
    var v6: [String] = []

    func initiateAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> { addresses(v4, port) }
    func initiateAAAAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> { addresses(v6, port) }
    func cancelQueries() {}

    private func addresses(_ texts: [String], _ port: Int) -> EventLoopFuture<[SocketAddress]> {
        MultiThreadedEventLoopGroup.singleton.next().makeCompletedFuture {
            try texts.map { try SocketAddress(ipAddress: $0, port: port) }
        }
    }
}

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct AddressTests {
        private func port(_ endpoint: Endpoint) -> Int {
            if case .tcp(_, let port) = endpoint { port } else { 0 }
        }

        /// The first address refuses: IPv6 is asked first, then IPv4 in the order given.
        @Test(arguments: [
            Addresses(v4: ["127.0.0.1"], v6: ["::1"]), Addresses(v4: ["127.0.0.2", "127.0.0.1"]),
            Addresses(v4: ["127.0.0.3", "127.0.0.2", "127.0.0.1"], v6: ["::1"]),
        ])
        fileprivate func theAddressThatAnswersIsTakenWhereOthersRefuse(_ addresses: Addresses) async throws {
            let server = Server(router: Handlers().router(), logger: .quiet)
            let bound = try await server.bind(.tcp(host: "127.0.0.1", port: 0))
            var configuration = ClientConnection.Configuration()
            configuration.resolver = addresses
            let client = RPCClient(
                transport: ClientConnection(
                    .tcp(host: "name.test", port: port(bound.endpoint)), configuration: configuration))
            for index in 0..<3 { #expect(try await client.call("\(index)") == "echo:\(index)") }
            var items: [String] = []
            for try await item in try await client.list(3) { items.append(item.value) }
            #expect(items == ["0", "1", "2"])
            await server.drain(timeout: .milliseconds(100))
        }

        @Test
        func overTLSToo() async throws {
            let server = try await TLSServer()
            let client = server.client(host: "localhost") {
                $0.resolver = Addresses(v4: ["127.0.0.2", "127.0.0.1"], v6: ["::1"])
            }
            #expect(try await client.call("x") == "echo:x")
            await server.stop()
        }

        /// One core has the count of the pauses, so it is asked.
        @Test(arguments: [Endpoint.tcp(host: "127.0.0.1", port: 1), .tls(host: "127.0.0.1", port: 1)])
        func aDialThatFailsCountsOnce(_ endpoint: Endpoint) async throws {
            var configuration = ClientConnection.Configuration()
            configuration.backoff = Backoff(base: .milliseconds(200), maximum: .seconds(100))
            let connection = ClientConnection(endpoint, configuration: configuration)
            let client = RPCClient(transport: connection)
            for round in 0..<3 {
                let error = await rpcError { _ = try await client.call() }
                #expect(error?.message == "cannot connect to \(endpoint): Connection refused")
                let core = connection.core
                let pause = try await core.loop.submit { core.redial.notBefore - .now() }.get()
                #expect(pause <= .milliseconds(200 << Int64(round)), "\(pause) after \(round + 1)")
                try await Task.sleep(for: .nanoseconds(pause.nanoseconds + 1_000_000))
            }
        }

        @Test(arguments: [Endpoint.tcp(host: "127.0.0.1", port: 1), .tls(host: "127.0.0.1", port: 1)])
        func inThePauseItsOwnReasonIsTold(_ endpoint: Endpoint) async throws {
            var configuration = ClientConnection.Configuration()
            configuration.backoff = Backoff(base: .seconds(30), maximum: .seconds(30))
            let client = RPCClient(transport: ClientConnection(endpoint, configuration: configuration))
            for _ in 0..<3 {
                let error = await rpcError { _ = try await client.call() }
                #expect(error?.message == "cannot connect to \(endpoint): Connection refused")
                try await Task.sleep(for: .milliseconds(20))
            }
        }

        /// A stream that its server did not run goes out once more, and stands before one that has waited for longer.
        @Test
        func patienceIsEachCallsOwn() async throws {
            let server = try RawServer(path: temporaryPath())
            var configuration = ClientConnection.Configuration()
            configuration.waitForServer = .seconds(4)
            // One dial before the first of them gives up, and none between the first and the second.
            configuration.backoff = Backoff(base: .milliseconds(3600), maximum: .seconds(30))
            let client = RPCClient(
                transport: ClientConnection(.unix(path: server.path), configuration: configuration))
            let notes = Notes()
            let again = Task {
                let error = await rpcError {
                    for try await item in try await client.list(1) { notes.add(item.value) }
                }
                notes.add("again")
                return error
            }
            let peer = try await server.accept()
            let request = try #require(try await peer.receive())
            // The server lives: what it says after that is no reason to dial at once.
            try await peer.send(.data(request.stream, "item"))
            #expect(await notes.eventually("item"))
            unlink(server.path)
            let first = Task {
                let error = await rpcError { for try await _ in try await client.list(2) {} }
                notes.add("first")
                return error
            }
            try await Task.sleep(for: .seconds(1))
            let refusal = StatusCoding.encode(StreamRefusal.shuttingDown.error, domain: "test")
            var response = EnvelopeResponse()
            response.status = try Status(decoding: refusal, limits: .response)
            try await peer.send(RawFrame(stream: request.stream, type: 2, flags: 0, data: response.encoded()))
            #expect(await first.value?.message.hasSuffix("No such file or directory") == true)
            #expect(await again.value?.reason == "SHUTTING_DOWN")
            #expect(notes.all == ["item", "first", "again"])
        }

        /// A refusal that is the caller's own turns the others' connection away too, which lives on for what runs on it.
        @Test
        func whoWaitsForADialIsNotForgottenWhenAServerTurnsItsCallersAway() async throws {
            let server = try RawServer(path: temporaryPath())
            var configuration = ClientConnection.Configuration()
            configuration.waitForServer = .seconds(2)
            configuration.backoff = Backoff(base: .seconds(30), maximum: .seconds(30))
            let client = RPCClient(
                transport: ClientConnection(.unix(path: server.path), configuration: configuration))
            async let running = client.call("runs on")
            let peer = try await server.accept()
            let unary = try #require(try await peer.receive())
            let upload = try await client.collect()
            let collect = try #require(try await peer.receive())
            unlink(server.path)
            let waiting = Task { await rpcError { for try await _ in try await client.list(1) {} } }
            // Its dial has failed, and the next is half a minute away.
            try await Task.sleep(for: .milliseconds(500))
            var response = EnvelopeResponse()
            response.status = try Status(
                decoding: StatusCoding.encode(StreamRefusal.shuttingDown.error, domain: "test"), limits: .response)
            try await peer.send(RawFrame(stream: collect.stream, type: 2, flags: 0, data: response.encoded()))
            #expect(await rpcError { _ = try await upload.finish() }?.reason == "SHUTTING_DOWN")
            #expect(await waiting.value?.message.hasSuffix("No such file or directory") == true)
            try await peer.send(.response(unary.stream, "done"))
            #expect(try await running == "done")
        }

        /// A call that waits for room on a connection may have waited for longer than those that wait for a dial.
        @Test
        func patienceIsItsOwnWhereTheConnectionIsLostThatItWaitedFor() async throws {
            let server = try RawServer(path: temporaryPath())
            var configuration = ClientConnection.Configuration()
            configuration.waitForServer = .seconds(2)
            configuration.backoff = Backoff(base: .seconds(30), maximum: .seconds(30))
            let client = RPCClient(
                transport: ClientConnection(.unix(path: server.path), configuration: configuration))
            let notes = Notes()
            let large = String(repeating: "x", count: 1 << 20)
            async let first = client.call()
            let peer = try await server.accept()
            try await peer.send(.response(try #require(try await peer.receive()).stream, "here"))
            #expect(try await first == "here")
            let sent = (0..<4).map { _ in Task { await rpcError { _ = try await client.call(large) } } }
            try await Task.sleep(for: .milliseconds(200))
            let early = Task {
                let error = await rpcError { _ = try await client.call() }
                notes.add("early")
                return error
            }
            try await Task.sleep(for: .seconds(1))
            unlink(server.path)
            let late = Task {
                let error = await rpcError { for try await _ in try await client.list(1) {} }
                notes.add("late")
                return error
            }
            try await Task.sleep(for: .milliseconds(100))
            await peer.close()
            #expect(await early.value?.message.hasSuffix("No such file or directory") == true)
            try await Task.sleep(for: .milliseconds(50))
            #expect(notes.all == ["early"])
            #expect(await late.value?.message.hasSuffix("No such file or directory") == true)
            for call in sent { #expect(await call.value?.code == .unavailable) }
        }
    }
}
