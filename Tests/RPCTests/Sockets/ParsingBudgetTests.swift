// What all connections together may hold of unfinished requests: past it they take turns, and nobody waits for ever.

import Codec
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
