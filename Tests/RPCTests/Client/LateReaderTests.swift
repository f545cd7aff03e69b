// Servers that close while items they have sent still wait for their readers: what came before the end is handed over,
// on a shared connection and on one of its own, and the end comes after it.

import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct LateReaderTests {
        private func kind(_ error: RPCError?) -> ConnectionFailure.Kind? { (error?.cause as? ConnectionFailure)?.kind }

        private func client(
            _ server: RawServer, shared: Bool, grace: Duration = .seconds(60)
        ) -> RPCClient {
            var configuration = ClientConnection.Configuration()
            configuration.streamsShareConnection = shared
            configuration.slowReaderGrace = grace
            return RPCClient(transport: ClientConnection(.unix(path: server.path), configuration: configuration))
        }

        private func items(_ stream: UInt32, _ range: Range<Int>) -> [UInt8] {
            range.flatMap { RawFrame.data(stream, "\($0)").bytes }
        }

        /// The peer has closed, and the client has had time to see it.
        private func close(_ peer: RawPeer) async throws {
            await peer.close()
            try await Task.sleep(for: .milliseconds(200))
        }

        @Test(arguments: [true, false])
        func aReaderThatIsBehindGetsAllThatCameBeforeTheClose(_ shared: Bool) async throws {
            let server = try RawServer(path: temporaryPath())
            let client = client(server, shared: shared)
            let stream = try await client.list(0)
            let peer = try await server.accept()
            let request = try #require(try await peer.receive())
            try await peer.send(bytes: items(request.stream, 0..<500) + RawFrame.end(request.stream).bytes)
            try await close(peer)
            var seen: [String] = []
            for try await item in stream {
                seen.append(item.value)
                if seen.count % 100 == 0 { try await Task.sleep(for: .milliseconds(5)) }
            }
            #expect(seen == (0..<500).map(String.init))
        }

        @Test(arguments: [true, false])
        func whereTheEndIsMissingTheLossComesAfterTheItems(_ shared: Bool) async throws {
            let server = try RawServer(path: temporaryPath())
            let client = client(server, shared: shared)
            let call = try await client.chat()
            let peer = try await server.accept()
            let request = try #require(try await peer.receive())
            try await peer.send(bytes: items(request.stream, 0..<300))
            try await close(peer)
            // Nobody takes what is sent now, and nobody waits for that.
            #expect(kind(await rpcError { try await call.send(StringValue("x")) }) == .lost)
            var seen = 0
            let error = await rpcError { for try await _ in call.responses { seen += 1 } }
            #expect(kind(error) == .lost)
            #expect(seen == 300)
        }

        @Test
        func aSenderThatWaitsForRoomLearnsOfTheLossThoughNobodyReads() async throws {
            let server = try RawServer(path: temporaryPath())
            let call = try await client(server, shared: false).chat()
            let peer = try await server.accept()
            let request = try #require(try await peer.receive())
            try await peer.send(bytes: items(request.stream, 0..<100))
            let text = String(repeating: "x", count: 64 << 10)
            let sent = Box(0)
            let sender = Task {
                await rpcError {
                    while true {
                        try await call.send(StringValue(text))
                        sent.change { $0 += 1 }
                    }
                }
            }
            var before = -1
            while sent.value != before || before == 0 {
                before = sent.value
                try await Task.sleep(for: .milliseconds(100))
            }
            await peer.close()
            #expect(kind(await sender.value) == .lost)
        }

        @Test
        func answersBehindAFullStreamComeTooAndNewCallsGoElsewhere() async throws {
            let server = try RawServer(path: temporaryPath())
            let client = client(server, shared: true)
            let stream = try await client.list(0)
            let peer = try await server.accept()
            let list = try #require(try await peer.receive())
            async let answered = client.call("a")
            let unary = try #require(try await peer.receive())
            async let lost = rpcError { _ = try await client.call("b") }
            _ = try await peer.receive()
            let upload = try await client.collect()
            let collect = try #require(try await peer.receive())
            try await peer.send(
                bytes: items(list.stream, 0..<100) + RawFrame.response(unary.stream, "here").bytes
                    + RawFrame.response(collect.stream, "enough").bytes + RawFrame.end(list.stream).bytes)
            try await close(peer)
            // Its answer has come, though nobody has looked at it yet.
            try await upload.send(StringValue("too late"))
            async let new = client.call("c")
            let next = try await server.accept()
            try await next.send(.response(try #require(try await next.receive()).stream, "new"))
            #expect(try await new == "new")
            var count = 0
            for try await _ in stream { count += 1 }
            #expect(count == 100)
            #expect(try await answered == "here")
            #expect(try await upload.finish().value == "enough")
            #expect(kind(await lost) == .lost)
        }

        @Test
        func aReaderThatDoesNotComeHoldsUpNobodyForLonger() async throws {
            let server = try RawServer(path: temporaryPath())
            let client = client(server, shared: true, grace: .milliseconds(300))
            let stream = try await client.list(0)
            let peer = try await server.accept()
            let list = try #require(try await peer.receive())
            async let answered = client.call("a")
            let unary = try #require(try await peer.receive())
            try await peer.send(bytes: items(list.stream, 0..<100) + RawFrame.response(unary.stream, "here").bytes)
            await peer.close()
            #expect(try await answered == "here")
            var count = 0
            #expect(await rpcError { for try await _ in stream { count += 1 } }?.reason == "STREAM_OVERFLOW")
            #expect(count == 64)
        }

        /// Not one grace for each item.
        @Test
        func aReaderThatComesSlowlyHoldsUpNobodyForLongerEither() async throws {
            let server = try RawServer(path: temporaryPath())
            let client = client(server, shared: true, grace: .milliseconds(600))
            let stream = try await client.list(0)
            let peer = try await server.accept()
            let list = try #require(try await peer.receive())
            try await peer.send(bytes: items(list.stream, 0..<200))
            try await close(peer)
            let error = await rpcError {
                for try await _ in stream { try await Task.sleep(for: .milliseconds(50)) }
            }
            #expect(error?.reason == "STREAM_OVERFLOW")
        }

        @Test
        func aClosedClientWaitsForNoReader() async throws {
            let server = try RawServer(path: temporaryPath())
            var configuration = ClientConnection.Configuration()
            configuration.streamsShareConnection = true
            configuration.slowReaderGrace = .seconds(60)
            let connection = ClientConnection(.unix(path: server.path), configuration: configuration)
            let client = RPCClient(transport: connection)
            let stream = try await client.list(0)
            let peer = try await server.accept()
            let list = try #require(try await peer.receive())
            async let pending = rpcError { _ = try await client.call("a") }
            _ = try await peer.receive()
            try await peer.send(bytes: items(list.stream, 0..<100))
            try await close(peer)
            await connection.close()
            #expect(kind(await pending) == .closed)
            #expect(kind(await rpcError { for try await _ in stream {} }) == .closed)
        }
    }
}
