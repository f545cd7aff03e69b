// One task serves the calls of a read for as long as their handlers do not wait; none of them may notice.

import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct CallRunnerTests {
        /// Sends one request for each text in one piece, so that they come in one read.
        private func send(_ texts: [String], to peer: RawPeer, timeout: Int64 = 0) async throws {
            let frames = texts.enumerated().map { index, text in
                RawFrame.request(
                    UInt32(2 * index + 1), "Unary", StringValue(text).encoded(), service: "test.Service",
                    timeout: timeout)
            }
            try await peer.send(bytes: frames.flatMap(\.bytes))
        }

        @Test
        func aHandlerThatWaitsHoldsUpNoneOfThoseThatCameWithIt() async throws {
            let latch = Latch()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                if value.hasPrefix("wait") { try await latch.wait() }
                return value
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await send(["a", "wait 1", "b", "wait 2", "c"], to: peer)
            var texts: [String?] = []
            for _ in 0..<3 { texts.append(try await peer.receive()?.text) }
            #expect(texts == ["a", "b", "c"])
            latch.open()
            for _ in 0..<2 { texts.append(try await peer.receive()?.text) }
            #expect(Set(texts.suffix(2)) == ["wait 1", "wait 2"])
            await server.stop()
        }

        @Test
        func callsOfOneReadAreServedByOneTask() async throws {
            let tasks = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                withUnsafeCurrentTask { tasks.add("\($0?.hashValue ?? 0)") }
                return value
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await send((0..<8).map { "\($0)" }, to: peer)
            for index in 0..<8 { #expect(try await peer.receive()?.text == "\(index)") }
            // The kernel may hand the piece over in two.
            #expect(Set(tasks.all).count <= 2)
            await server.stop()
        }

        @Test
        func aTaskThatWasCancelledServesNobodyElse() async throws {
            var handlers = Handlers()
            handlers.unary = { value, _ in
                if value == "cancel" { withUnsafeCurrentTask { $0?.cancel() } }
                return "\(value) \(Task.isCancelled)"
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await send(["a", "cancel", "b"], to: peer)
            for expected in ["a false", "cancel true", "b false"] {
                #expect(try await peer.receive()?.text == expected)
            }
            await server.stop()
        }

        @Test
        func aDeadlineCancelsItsOwnCallAlone() async throws {
            let latch = Latch()
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                if value == "late" {
                    try? await Task.sleep(for: .seconds(20))
                    notes.add("late \(Task.isCancelled)")
                } else {
                    try await latch.wait()
                    notes.add("other \(Task.isCancelled)")
                }
                return value
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            let request = { (stream: UInt32, text: String, timeout: Int64) in
                RawFrame.request(
                    stream, "Unary", StringValue(text).encoded(), service: "test.Service", timeout: timeout)
            }
            try await peer.send(bytes: request(1, "late", 50_000_000).bytes + request(3, "other", 0).bytes)
            #expect(try await peer.receive()?.code == 4)
            #expect(await notes.eventually("late true"))
            latch.open()
            #expect(try await peer.receive()?.text == "other")
            #expect(notes.all.contains("other false"))
            await server.stop()
        }
    }
}
