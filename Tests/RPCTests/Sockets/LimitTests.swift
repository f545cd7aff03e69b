// The limits on connections and frames: each strikes whom it is for, tells them where it can, is counted, and leaves all
// others alone.

import Codec
import Glibc
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct LimitTests {
        /// Believes whoever says that they are known.
        private struct Believer: ServerInterceptor {
            func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
                if context.metadata["known"] == "yes" { context.callerIsKnown() }
                try await next()
            }
        }

        private static let known = [("known", "yes")]

        private func server(_ configure: (inout Server.Configuration) -> Void) async throws -> TestServer {
            try await TestServer(Handlers().router([Believer()])) {
                $0.trustsPeer = { _ in false }
                configure(&$0)
            }
        }

        private func call(
            _ stream: UInt32, _ text: String = "x", metadata: [(String, String)] = []
        ) -> RawFrame {
            .request(stream, "Unary", StringValue(text).encoded(), service: "test.Service", metadata: metadata)
        }

        private func text(_ count: Int) -> String { String(repeating: "x", count: count) }

        /// As much of a frame of `length` as `count` bytes.
        private func part(_ count: Int, of length: Int) -> [UInt8] {
            let frame = RawFrame(stream: 1, type: 1, flags: 0, data: [UInt8](repeating: 0, count: length))
            return Array(frame.bytes.prefix(count))
        }

        // MARK: Frames

        @Test
        func strangersHaveSmallFramesUntilACallSaysWhoTheyAre() async throws {
            let server = try await server { _ in }
            let peer = try server.peer()
            try await peer.send(call(1, text(262_145)))
            let refusal = try #require(try await peer.receive())
            #expect(refusal.stream == 1 && refusal.code == 8 && refusal.reason == "FRAME_TOO_LARGE")
            try await peer.send(call(3, text(262_000)))
            #expect(try await peer.receive()?.text?.utf8.count == 262_005)
            try await peer.send(call(5, metadata: Self.known))
            #expect(try await peer.receive()?.text == "echo:x")
            try await peer.send(call(7, text(4_100_000)))
            #expect(try await peer.receive()?.text?.utf8.count == 4_100_005)
            // Of another connection nothing is known.
            let other = try server.peer()
            try await other.send(call(1, text(262_145)))
            #expect(try await other.receive()?.reason == "FRAME_TOO_LARGE")
            #expect(server.server.refused["frame_bytes"] == 2)
            await server.stop()
        }

        @Test
        func peersThatTheTransportKnowsHaveLargeFramesAtOnce() async throws {
            let server = try await server { $0.trustsPeer = { $0.uid == getuid() && $0.listener == "test" } }
            let peer = try server.peer()
            try await peer.send(call(1, text(1_000_000)))
            #expect(try await peer.receive()?.text?.utf8.count == 1_000_005)
            await server.stop()
        }

        @Test(arguments: [5, 12, 900])
        func aFrameThatIsNotThereInTimeEndsItsConnection(_ bytes: Int) async throws {
            let server = try await server {
                $0.limits.frameTime = .milliseconds(200)
                $0.limits.frameBytesPerSecond = 1 << 30
            }
            let peer = try server.peer()
            let other = try server.peer()
            try await peer.send(call(1), call(3))
            for _ in 0..<2 { #expect(try await peer.receive()?.text == "echo:x") }
            try await peer.send(bytes: part(bytes, of: 1000))
            try await other.send(call(1, "before"))
            #expect(try await other.receive()?.text == "echo:before")
            #expect(try await peer.receive() == nil)
            #expect(server.server.refused["frame_time"] == 1)
            try await other.send(call(3, "after"))
            #expect(try await other.receive()?.text == "echo:after")
            await server.stop()
        }

        @Test
        func aFrameThatIsBeingSkippedMustEndInTimeToo() async throws {
            let server = try await server {
                $0.limits.frameTime = .milliseconds(200)
                $0.limits.frameBytesPerSecond = 1 << 30
            }
            let peer = try server.peer()
            try await peer.send(bytes: part(1000, of: 5 << 20))
            #expect(try await peer.receive()?.reason == "FRAME_TOO_LARGE")
            #expect(try await peer.receive() == nil)
            #expect(server.server.refused["frame_time"] == 1)
            await server.stop()
        }

        @Test
        func aLongFrameHasLonger() async throws {
            let server = try await server {
                $0.limits.frameTime = .milliseconds(100)
                $0.limits.frameBytesPerSecond = 1000
            }
            let peer = try server.peer()
            // Ten seconds for its ten thousand bytes; it takes one and a half.
            let bytes = call(1, text(10_000)).bytes
            for piece in stride(from: 0, to: bytes.count, by: 1000) {
                try await peer.send(bytes: Array(bytes[piece..<min(piece + 1000, bytes.count)]))
                try await Task.sleep(for: .milliseconds(140))
            }
            #expect(try await peer.receive()?.text?.utf8.count == 10_005)
            #expect(server.server.refused["frame_time"] == 0)
            await server.stop()
        }

        // MARK: Connections

        @Test(arguments: [0, 5])
        func aConnectionThatSaysNothingWholeIsClosed(_ bytes: Int) async throws {
            let server = try await server { $0.limits.firstFrame = .milliseconds(200) }
            let spoken = try server.peer()
            try await spoken.send(call(1))
            #expect(try await spoken.receive()?.text == "echo:x")
            let silent = try server.peer()
            try await silent.send(bytes: part(bytes, of: 100))
            #expect(try await silent.receive() == nil)
            #expect(server.server.refused["first_frame"] == 1)
            try await spoken.send(call(3))
            #expect(try await spoken.receive()?.text == "echo:x")
            await server.stop()
        }

        @Test
        func aConnectionThatIsNotUsedIsClosedAndOneWithAnOpenStreamIsNot() async throws {
            let server = try await server { $0.limits.idle = .milliseconds(200) }
            let idle = try server.peer()
            let streaming = try server.peer()
            try await streaming.send(.request(1, "Chat", service: "test.Service", flags: 2))
            try await idle.send(call(1))
            #expect(try await idle.receive()?.text == "echo:x")
            #expect(try await idle.receive() == nil)
            #expect(server.server.refused["idle"] == 1)
            #expect(try await streaming.isSilent(for: 500))
            try await streaming.send(.data(1, "still"))
            #expect(try await streaming.receive() == .data(1, "echo:still"))
            #expect(server.server.refused["idle"] == 1)
            await server.stop()
        }

        @Test
        func strangersFromOneAddressAreLimited() async throws {
            let server = try await server { $0.limits.connectionsPerAddress = 2 }
            guard case .tcp(_, let port) = try await server.server.bind(.tcp(host: "127.0.0.1", port: 0)).endpoint
            else { return }
            let first = try RawPeer(port: port)
            let second = try RawPeer(port: port)
            #expect(await server.eventually { $0.connections == 2 })
            let third = try RawPeer(port: port)
            let refusal = try #require(try await third.receive())
            #expect(refusal.stream == 1 && refusal.code == 8 && refusal.reason == "TOO_MANY_CONNECTIONS")
            #expect(try await third.receive() == nil)
            #expect(server.server.refused["connections_per_address"] == 1)
            // Peers on Unix sockets have no address to count by.
            let unix = try server.peer()
            try await unix.send(call(1))
            #expect(try await unix.receive()?.text == "echo:x")
            // Who is known counts no more.
            try await first.send(call(1, metadata: Self.known))
            #expect(try await first.receive()?.text == "echo:x")
            let fourth = try RawPeer(port: port)
            try await fourth.send(call(1))
            #expect(try await fourth.receive()?.text == "echo:x")
            // Nor does who is gone.
            await second.close()
            #expect(await server.eventually { $0.connections == 3 })
            let fifth = try RawPeer(port: port)
            try await fifth.send(call(1))
            #expect(try await fifth.receive()?.text == "echo:x")
            await server.stop()
        }

        @Test
        func theRefusalOfAConnectionReachesAClient() async throws {
            let server = try await server { $0.limits.connections = 0 }
            let error = await rpcError { _ = try await server.client().call() }
            #expect(error?.reason == "TOO_MANY_CONNECTIONS")
            await server.stop()
        }

        @Test
        func descriptorsAreKeptInReserve() async throws {
            let server = try await server { $0.limits.reservedDescriptors = .max }
            let peer = try server.peer()
            #expect(try await peer.receive() == nil)
            #expect(server.server.refused["descriptors"] == 1)
            await server.stop()
        }

        @Test
        func theKernelIsToldWhenAPeerIsGone() async throws {
            let socket = try ListeningSocket.open(ListenerConfiguration(.tcp(host: "127.0.0.1", port: 0)))
            guard case .tcp(_, let port) = socket.bound else { return }
            let notes = Notes()
            let listener = Listener(socket, name: "tcp", tcpTimeout: .seconds(30), logger: .quiet) { descriptor, _ in
                func option(_ level: CInt, _ name: CInt) -> CInt {
                    var value: CInt = -1
                    var size = socklen_t(MemoryLayout<CInt>.size)
                    getsockopt(descriptor, level, name, &value, &size)
                    return value
                }
                let tcp = CInt(IPPROTO_TCP)
                let options = [
                    option(SOL_SOCKET, SO_KEEPALIVE), option(tcp, TCP_KEEPIDLE), option(tcp, TCP_KEEPINTVL),
                    option(tcp, TCP_KEEPCNT), option(tcp, TCP_USER_TIMEOUT),
                ]
                notes.add(options.map(String.init).joined(separator: " "))
                SocketCalls.close(descriptor)
            }
            let peer = try RawPeer(port: port)
            #expect(await notes.eventually("1 15 5 3 30000"))
            await peer.close()
            listener.stop()
        }
    }
}
