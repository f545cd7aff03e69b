// The narrow places of a drain: peers that take their answers slowly or never hang up, connections and calls that come
// while it goes on.

import Codec
import Glibc
import NIOCore
import NIOPosix
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct DrainEdgeTests {
        /// `linger` counts from when the last byte has left us, so that it may be short and cut nobody off.
        @Test
        func whoTakesItsAnswersForLongerThanTheLingerGetsAll() async throws {
            var handlers = Handlers()
            let notes = Notes()
            handlers.unary = { _, _ in
                notes.add("")
                return String(repeating: "x", count: 100_000)
            }
            let server = try await TestServer(handlers.router()) { $0.limits.linger = .milliseconds(100) }
            let peer = try server.peer()
            let count = 10
            let requests = (0..<count).map { RawFrame.request(UInt32(2 * $0 + 1), "Unary", service: "test.Service") }
            try await peer.send(bytes: requests.flatMap(\.bytes))
            // Answered, and most of it still here: a Unix socket takes 200 KB.
            #expect(await server.eventually { notes.all.count == count && $0.streams == 0 })
            let drained = Task { await server.server.drain(timeout: .seconds(20)) }
            await server.server.core.shutsAll.wait()
            try await Task.sleep(for: .milliseconds(600))
            for _ in 0..<count {
                #expect(try await peer.receive()?.text?.utf8.count == 100_000)
                try await Task.sleep(for: .milliseconds(30))
            }
            #expect(try await peer.receive() == nil)
            await peer.close()
            await drained.value
        }

        @Test
        func whoDoesNotHangUpIsClosedAfterTheLinger() async throws {
            let server = try await TestServer(Handlers().router()) { $0.limits.linger = .milliseconds(100) }
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", service: "test.Service"))
            #expect(try await peer.receive()?.type == 2)
            await server.server.drain(timeout: .seconds(20))
            #expect(server.server.counts == .init())
            await peer.close()
        }

        @Test
        func aConnectionThatComesAfterTheOthersWereShutIsShutToo() async throws {
            let server = try await TestServer(Handlers().router())
            await server.stop()
            let core = server.server.core
            let loop = try #require(core.loops.first)
            var ends: [CInt] = [0, 0]
            #expect(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &ends) == 0)
            let ours = ends[0]
            let caller = Peer(transport: .unix)
            let lease = try core.admission.admit(ours, caller, isKnown: true).get()
            _ = try await ClientBootstrap(group: loop.loop)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            ServerConnection(core, loop: loop, peer: caller, lease: lease))
                    }
                }
                .withConnectedSocket(ours).get()
            let peer = RawPeer(descriptor: ends[1])
            #expect(try await peer.receive() == nil)
            #expect(await server.eventually { $0.connections == 0 })
            await peer.close()
        }

        /// `others` is asked between the first look at the drain and the last.
        @Test
        func aCallInProcessThatTheDrainOvertakesIsNotRun() {
            let calls = InProcessCalls()
            let drain = DrainSignal()
            let overtaken = calls.takePlace(
                limit: 1,
                others: {
                    drain.set()
                    return 0
                }, drain: drain)
            #expect(overtaken == .closed)
            #expect(calls.handlers == 0)
            let other = DrainSignal()
            #expect(calls.takePlace(limit: 1, others: { 1 }, drain: other) == .allTaken)
            #expect(calls.handlers == 0)
            #expect(calls.takePlace(limit: 1, others: { 0 }, drain: other) == .taken)
            #expect(calls.handlers == 1)
        }
    }
}
