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
        func whoTakesNothingOfItsAnswersIsCutAfterTheStall() async throws {
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { _, _ in
                notes.add("")
                return String(repeating: "x", count: 100_000)
            }
            let server = try await TestServer(handlers.router()) { $0.limits.writeStall = .milliseconds(300) }
            let peer = try server.peer()
            // Less than the watermark, so that nothing was held up before the drain.
            let requests = (0..<8).map { RawFrame.request(UInt32(2 * $0 + 1), "Unary", service: "test.Service") }
            try await peer.send(bytes: requests.flatMap(\.bytes))
            #expect(await server.eventually { notes.all.count == 8 && $0.streams == 0 })
            await server.server.drain(timeout: .seconds(10))
            #expect(server.server.counts == .init())
            #expect(server.server.refused["write_stall"] == 1)
            await peer.close()
        }

        /// Not read, because the peer was behind with its answers: it is looked for before the door shuts.
        @Test
        func whatTheKernelStillHasIsRefusedInWords() async throws {
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                notes.add(value)
                return String(repeating: "x", count: 300_000)
            }
            let server = try await TestServer(handlers.router()) { $0.limits.linger = .seconds(10) }
            let peer = try server.peer()
            let requests = (0..<5).map { RawFrame.request(UInt32(2 * $0 + 1), "Unary", service: "test.Service") }
            try await peer.send(bytes: requests.flatMap(\.bytes))
            #expect(await server.eventually { notes.all.count == 5 && $0.streams == 0 })
            try await peer.send(.request(11, "Unary", StringValue("new").encoded(), service: "test.Service"))
            let drained = Task { await server.server.drain(timeout: .seconds(20)) }
            await server.server.core.allEnded.wait()
            // Longer than connections are listened to when there is nothing on them.
            try await Task.sleep(for: .milliseconds(500))
            for _ in 0..<5 { #expect(try await peer.receive()?.text?.utf8.count == 300_000) }
            #expect(try await peer.receive()?.reason == "SHUTTING_DOWN")
            #expect(try await peer.receive() == nil)
            #expect(!notes.all.contains("new"))
            await peer.close()
            await drained.value
        }

        @Test
        func nothingIsRunOnAConnectionThatIsBeingClosed() async throws {
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                notes.add(value)
                return value
            }
            let server = try await TestServer(handlers.router()) {
                $0.limits.idle = .milliseconds(100)
                $0.limits.linger = .seconds(10)
            }
            let peer = try server.peer()
            #expect(try await peer.receive() == nil)
            try await peer.send(.request(1, "Unary", StringValue("late").encoded(), service: "test.Service"))
            try await Task.sleep(for: .milliseconds(200))
            #expect(notes.all.isEmpty)
            await peer.close()
            await server.stop()
        }

        @Test
        func callsInProcessEndWithTheTimeout() async throws {
            let latch = Latch()
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                notes.add("began")
                await Task.detached { try? await latch.wait() }.value
                return value
            }
            let served = try await Served(handlers.router(), .inProcess)
            let call = Task { await rpcError { _ = try await served.client.call("x") } }
            #expect(await notes.eventually("began"))
            await served.server.drain(timeout: .milliseconds(200))
            #expect(await call.value?.reason == "SHUTTING_DOWN")
            latch.open()
            #expect(await served.settles())
        }

        @Test
        func aConnectionThatComesAfterTheOthersWereShutIsShutToo() async throws {
            let server = try await TestServer(Handlers().router())
            await server.stop()
            let peer = try await lateConnection(server.server.core)
            #expect(try await peer.receive() == nil)
            #expect(await server.eventually { $0.connections == 0 })
            await peer.close()
        }

        @Test
        func aConnectionThatComesWhileTheOthersAreToldIsToldToo() async throws {
            let server = try await TestServer(Handlers().router())
            server.server.core.drain.set()
            let peer = try await lateConnection(server.server.core)
            try await peer.send(.request(1, "Unary", service: "test.Service"))
            #expect(try await peer.receive()?.reason == "SHUTTING_DOWN")
            await peer.close()
            #expect(await server.eventually { $0.connections == 0 })
        }

        /// One that was accepted before the drain and comes to its loop after.
        private func lateConnection(_ core: ServerCore) async throws -> RawPeer {
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
            return RawPeer(descriptor: ends[1])
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
