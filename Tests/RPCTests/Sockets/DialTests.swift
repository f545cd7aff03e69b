// How a client comes to its connection, loses it and comes to the next.

import Codec
import Glibc
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct DialTests {
        private func kind(_ error: RPCError?) -> ConnectionFailure.Kind? { (error?.cause as? ConnectionFailure)?.kind }

        @Test(arguments: [Endpoint.unix(path: "/tmp/sb-rpc-nobody.sock"), .tcp(host: "127.0.0.1", port: 1)])
        func withoutAServerCallsAreUnavailableAtOnce(_ endpoint: Endpoint) async {
            let client = RPCClient(transport: ClientConnection(endpoint))
            let error = await rpcError { _ = try await client.call() }
            #expect(error?.code == .unavailable && error?.reason == "UNAVAILABLE")
            #expect(kind(error) == .cannotConnect)
            let reasons = ["No such file or directory", "Connection refused"]
            #expect(
                reasons.contains { error?.message == "cannot connect to \(endpoint): \($0)" }, "\(error?.message ?? "")"
            )
        }

        @Test
        func callsMayWaitForTheServerToCome() async throws {
            let path = temporaryPath()
            var configuration = ClientConnection.Configuration()
            configuration.waitForServer = .seconds(20)
            let client = RPCClient(transport: ClientConnection(.unix(path: path), configuration: configuration))
            async let answer = client.call("x")
            async let impatient = rpcError { _ = try await client.call(options: .init(timeout: .milliseconds(50))) }
            // The deadline counts while there is no connection too.
            #expect(await impatient?.code == .deadlineExceeded)
            let server = Server(router: Handlers().router(), logger: .quiet)
            _ = try await server.bind(.unix(path: path))
            #expect(try await answer == "echo:x")
            await server.drain()
        }

        @Test
        func aLostConnectionFailsWhatWasInFlightAndTheNextCallDialsAgain() async throws {
            let server = try RawServer(path: temporaryPath())
            var configuration = ClientConnection.Configuration()
            configuration.streamsShareConnection = true
            let client = RPCClient(
                transport: ClientConnection(.unix(path: server.path), configuration: configuration))
            async let first = rpcError { _ = try await client.call("first") }
            let stream = try await client.list(1)
            let peer = try await server.accept()
            #expect(try await peer.receive() != nil)
            #expect(try await peer.receive() != nil)
            await peer.close()
            let error = await first
            #expect(error?.code == .unavailable && kind(error) == .lost)
            #expect(kind(await rpcError { for try await _ in stream {} }) == .lost)
            // Nothing is repeated: the next connection sees the next call alone, and ids begin anew.
            async let second = client.call("second")
            let next = try await server.accept()
            let request = try #require(try await next.receive())
            #expect(request.stream == 1)
            #expect(try EnvelopeRequest(decoding: request.data).payload == StringValue("second").encoded())
            try await next.send(.response(1, "answer"))
            #expect(try await second == "answer")
        }

        @Test
        func aServerThatComesBackIsFoundAgain() async throws {
            let path = temporaryPath()
            let client = RPCClient(transport: ClientConnection(.unix(path: path)))
            for round in 0..<3 {
                let server = Server(router: Handlers().router(), logger: .quiet)
                _ = try await server.bind(.unix(path: path))
                #expect(try await client.call("\(round)") == "echo:\(round)")
                await server.drain()
            }
            #expect(await rpcError { _ = try await client.call() }?.code == .unavailable)
        }

        @Test
        func callsAtTheSameTimeShareOneConnection() async throws {
            let server = try await TestServer(Handlers().router())
            let client = server.client()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<50 { group.addTask { _ = try await client.call() } }
                try await group.waitForAll()
            }
            #expect(server.server.counts.connections == 1)
            await server.stop()
        }

        @Test
        func aServerOfSomebodyElseIsRefusedBeforeAnythingIsSent() async throws {
            let server = try RawServer(path: temporaryPath())
            var configuration = ClientConnection.Configuration()
            configuration.allowedServerUIDs = [getuid() + 1]
            let wary = RPCClient(transport: ClientConnection(.unix(path: server.path), configuration: configuration))
            let error = await rpcError { _ = try await wary.call() }
            #expect(error?.code == .unavailable && kind(error) == .foreignServer)
            let peer = try await server.accept()
            #expect(try await peer.receive() == nil)
            configuration.allowedServerUIDs = [getuid()]
            let trusting = RPCClient(
                transport: ClientConnection(.unix(path: server.path), configuration: configuration))
            async let answer = trusting.call()
            let next = try await server.accept()
            #expect(try await next.receive() != nil)
            try await next.send(.response(1, "yes"))
            #expect(try await answer == "yes")
        }

        @Test
        func aClosedClientFailsItsCalls() async throws {
            let server = try RawServer(path: temporaryPath())
            let connection = ClientConnection(.unix(path: server.path))
            let client = RPCClient(transport: connection)
            async let pending = rpcError { _ = try await client.call() }
            let peer = try await server.accept()
            #expect(try await peer.receive() != nil)
            await connection.close()
            #expect(kind(await pending) == .closed)
            #expect(kind(await rpcError { _ = try await client.call() }) == .closed)
            #expect(try await peer.receive() == nil)
        }

        @Test
        func aClientThatNobodyHoldsHangsUp() async throws {
            let server = try await TestServer(Handlers().router())
            do {
                let client = server.client()
                #expect(try await client.call("x") == "echo:x")
            }
            #expect(await server.eventually { $0.connections == 0 })
            await server.stop()
        }

        @Test(arguments: [[UInt8]("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), [255, 255, 255, 255, 0, 0, 0, 1, 2, 0]])
        func whatIsNoServerEndsTheConnectionAndNoMore(_ bytes: [UInt8]) async throws {
            let server = try RawServer(path: temporaryPath())
            let client = RPCClient(transport: ClientConnection(.unix(path: server.path)))
            async let answer = rpcError { _ = try await client.call() }
            let peer = try await server.accept()
            _ = try await peer.receive()
            try await peer.send(bytes: bytes)
            #expect(await answer?.code == .unavailable)
        }

        @Test
        func responsesThatCannotBeReadFailTheirCallAlone() async throws {
            let server = try RawServer(path: temporaryPath())
            var configuration = ClientConnection.Configuration()
            configuration.streamsShareConnection = true
            let client = RPCClient(
                transport: ClientConnection(.unix(path: server.path), configuration: configuration))
            async let first = rpcError { _ = try await client.call("1") }
            let peer = try await server.accept()
            _ = try await peer.receive()
            try await peer.send(RawFrame(stream: 1, type: 2, flags: 0, data: [0xFF]))
            #expect(await first?.code == .internalError)
            async let second = client.call("2")
            _ = try await peer.receive()
            try await peer.send(.response(3, "fine"))
            #expect(try await second == "fine")
        }
    }
}
