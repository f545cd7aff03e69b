// What all connections together may hold of unfinished requests: past it they take turns, and nobody waits for ever.

import Codec
import NIOCore
import NIOPosix
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct ParsingBudgetTests {
        private func call(_ text: String) -> RawFrame {
            .request(1, "Unary", StringValue(text).encoded(), service: "test.Service")
        }

        private let large = String(repeating: "x", count: 2_000_000)

        @Test
        func unfinishedFramesTakeTurnsAndAllAreFinished() async throws {
            // Half of it is set aside for decoding.
            let server = try await TestServer(Handlers().router()) { $0.limits.parsingBytes = 1 << 20 }
            let peers = try (0..<8).map { _ in try server.peer() }
            let bytes = call(large).bytes
            let early = Array(bytes.dropLast(100_000))
            let late = Array(bytes.suffix(100_000))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for peer in peers { group.addTask { try await peer.send(bytes: early) } }
                #expect(await server.eventually { $0.parsingBytes > 512 << 10 })
                // Others do not notice.
                let other = try server.peer()
                for stream in [1, 3, 5] as [UInt32] {
                    try await other.send(
                        .request(stream, "Unary", StringValue("small").encoded(), service: "test.Service"))
                    #expect(try await other.receive()?.text == "echo:small")
                }
                // All together they would send 15 MB; one per loop goes on, the others hold what one read brought.
                var highest = 0
                for _ in 0..<100 {
                    highest = max(highest, server.server.counts.parsingBytes)
                    try await Task.sleep(for: .milliseconds(2))
                }
                #expect(highest < 8 << 20, "\(highest) bytes were held")
                #expect((server.server.refused["parsing_bytes"] ?? 0) >= 4)
                for peer in peers {
                    group.addTask {
                        try await peer.send(bytes: late)
                        #expect(try await peer.receive()?.text?.utf8.count == 2_000_005)
                    }
                }
                try await group.waitForAll()
                await other.close()
            }
            #expect(server.server.counts.parsingBytes == 0)
            await server.stop()
        }

        @Test
        func whoNeverFinishesFallsToTheClockAndTheRoomIsFreeAgain() async throws {
            let server = try await TestServer(Handlers().router()) {
                $0.limits.parsingBytes = 1 << 20
                $0.limits.frameTime = .seconds(1)
                $0.limits.frameBytesPerSecond = 1 << 30
            }
            let peers = try (0..<6).map { _ in try server.peer() }
            let bytes = Array(call(large).bytes.dropLast(1))
            await withTaskGroup(of: Void.self) { group in
                for peer in peers { group.addTask { try? await peer.send(bytes: bytes) } }
                #expect(await server.eventually { $0.parsingBytes > 512 << 10 })
                #expect(await server.eventually { $0.connections == 0 })
            }
            #expect(server.server.refused["frame_time"] == 6)
            #expect(server.server.counts.parsingBytes == 0)
            let peer = try server.peer()
            try await peer.send(call(large))
            #expect(try await peer.receive()?.text?.utf8.count == 2_000_005)
            await server.stop()
        }

        @Test
        func peersThatLeaveGiveBackWhatWasHeldForThem() async throws {
            let server = try await TestServer(Handlers().router())
            let peer = try server.peer()
            try await peer.send(bytes: Array(call(large).bytes.dropLast(1)))
            #expect(await server.eventually { $0.parsingBytes > 1_900_000 })
            await peer.close()
            #expect(await server.eventually { $0 == .init() })
            await server.stop()
        }

        /// Stands before a connection and notes what is held when its end has been read.
        private final class Probe: ChannelInboundHandler, Sendable {
            typealias InboundIn = ByteBuffer
            private let core: ServerCore
            let held = Box(-1)

            init(_ core: ServerCore) { self.core = core }

            func channelInactive(context: ChannelHandlerContext) {
                let held = core.parsing.held
                self.held.change { $0 = held }
                context.fireChannelInactive()
            }
        }

        /// At the end of a connection the event loop reads all that the kernel still has, whether we asked for it or not.
        @Test
        func whatTheEndOfAConnectionBringsPastTheBudgetIsCountedAndGone() async throws {
            var configuration = Server.Configuration()
            configuration.limits.parsingBytes = 1 << 20
            configuration.limits.firstFrame = .seconds(60)
            configuration.limits.linger = .milliseconds(100)
            let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
            let server = Server(router: Handlers().router(), configuration: configuration, group: group, logger: .quiet)
            let path = temporaryPath()
            _ = try await server.bind(.unix(path: path), name: "test")
            func eventually(_ condition: () -> Bool) async throws -> Bool {
                for _ in 0..<4000 {
                    if condition() { return true }
                    try await Task.sleep(for: .milliseconds(5))
                }
                return false
            }
            let bytes = call(large).bytes
            let first = try RawPeer(unix: path)
            try await first.send(bytes: Array(bytes.prefix(1_000_000)))
            #expect(try await eventually { server.counts.parsingBytes == 999_424 })
            let loop = try #require(server.core.loops.first)
            let known = try await loop.loop.submit { Set(loop.connections.keys) }.get()
            let second = try RawPeer(unix: path)
            try await second.send(bytes: Array(bytes.prefix(8_192)))
            #expect(try await eventually { server.refused["parsing_bytes"] == 1 })
            let before = server.counts.parsingBytes
            let probe = Probe(server.core)
            try await loop.loop.submit {
                guard let (_, connection) = loop.connections.first(where: { !known.contains($0.key) }) else { return }
                try connection.context?.pipeline.syncOperations.addHandler(probe, position: .before(connection))
            }.get()
            try await second.send(bytes: Array(bytes[8_192..<108_192]))
            await second.close()
            #expect(try await eventually { server.counts.connections == 1 })
            #expect(probe.held.value >= before + 96_000, "\(probe.held.value) of \(before) and 100000")
            #expect(server.counts.parsingBytes == 999_424)
            await first.close()
            #expect(try await eventually { server.counts == .init() })
            await server.drain(timeout: .milliseconds(100))
            try await group.shutdownGracefully()
        }

        /// Keeps calls from their handlers.
        private struct Gate: ServerInterceptor {
            let latch: Latch
            func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
                try await latch.wait()
                try await next()
            }
        }

        @Test(arguments: [true, false])
        func requestsThatWaitForTheirHandlersCountToo(_ staysTillTheEnd: Bool) async throws {
            let latch = Latch()
            let server = try await TestServer(Handlers().router([Gate(latch: latch)]))
            let peer = try server.peer()
            try await peer.send(call(String(repeating: "x", count: 100_000)))
            #expect(await server.eventually { $0.runningHandlers == 1 })
            #expect(await server.eventually { (98_000...100_010).contains($0.parsingBytes) })
            if staysTillTheEnd {
                latch.open()
                #expect(try await peer.receive()?.text?.utf8.count == 100_005)
            }
            await peer.close()
            #expect(await server.eventually { $0 == .init() })
            await server.stop()
        }
    }
}
