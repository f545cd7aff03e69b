// Peers that break the rules: what they do costs them their stream or their connection, and nobody else anything.

import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct HostileTests {
        private func expectAlive(_ server: TestServer) async throws {
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", StringValue("alive").encoded()))
            #expect(try await peer.receive()?.text == "echo:alive")
            await peer.close()
            #expect(await server.eventually { $0 == .init() })
        }

        @Test
        func randomFramesNeverHurtTheServer() async throws {
            let server = try await TestServer()
            var random = SplitMix(seed: 7)
            let methods = [
                "Unary", "UnaryEmpty", "ClientStream", "ServerStream", "Bidi", "BidiTail", "ServerStreamFail", "Nope",
            ]
            for _ in 0..<40 {
                let peer = try server.peer()
                var bytes: [UInt8] = []
                for _ in 0..<200 {
                    let stream = UInt32(random.next() % 30)
                    let flags = UInt8(truncatingIfNeeded: random.next() % 8)
                    switch random.next() % 8 {
                    case 0...2:
                        let method = methods[Int(random.next() % UInt64(methods.count))]
                        bytes += RawFrame.request(stream, method, StringValue("3").encoded(), flags: flags).bytes
                    case 3...5: bytes += RawFrame.data(stream, "x", flags: flags).bytes
                    case 6:
                        let junk = (0..<Int(random.next() % 40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                        bytes +=
                            RawFrame(stream: stream, type: UInt8(random.next() % 5), flags: flags, data: junk).bytes
                    default: bytes += RawFrame(stream: stream, type: 1, flags: flags, data: []).bytes
                    }
                }
                if random.next() % 4 == 0 { bytes.removeLast(Int(random.next() % 9) + 1) }
                try? await peer.send(bytes: bytes)
                _ = try? await peer.receive(within: 20)
                await peer.close()
            }
            try await expectAlive(server)
            await server.stop()
        }

        @Test
        func randomBytesNeverHurtTheServer() async throws {
            let server = try await TestServer()
            var random = SplitMix(seed: 11)
            for _ in 0..<60 {
                let peer = try server.peer()
                try? await peer.send(bytes: (0..<500).map { _ in UInt8(truncatingIfNeeded: random.next()) })
                await peer.close()
            }
            try await expectAlive(server)
            await server.stop()
        }

        @Test
        func aBrowserIsHungUpOn() async throws {
            let server = try await TestServer()
            let peer = try server.peer()
            try await peer.send(bytes: Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
            #expect(try await peer.receive() == nil)
            await peer.close()
            try await expectAlive(server)
            await server.stop()
        }

        @Test
        func aSenselessHeaderLetsCallsInFlightFinish() async throws {
            let server = try await TestServer()
            let peer = try server.peer()
            try await peer.send(.request(1, "UnarySleep", StringValue("x").encoded()))
            try await peer.send(bytes: [1, 0, 0, 0, 0, 0, 0, 3, 1, 0])
            let refusal = try #require(try await peer.receive())
            #expect(refusal.stream == 3 && refusal.reason == "FRAME_TOO_LARGE")
            #expect(try await peer.receive()?.text == "slept:x")
            #expect(try await peer.receive() == nil)
            await peer.close()
            await server.stop()
        }

        @Test
        func aSenselessHeaderWaitsForNobodyMoreThanASecond() async throws {
            let server = try await TestServer()
            let peer = try server.peer()
            try await peer.send(.request(1, "UnaryWait"), .request(3, "Bidi", flags: 2))
            #expect(await server.eventually { $0.runningHandlers == 2 })
            let start = ContinuousClock.now
            try await peer.send(bytes: [255, 0, 0, 0, 0, 0, 0, 9, 9, 0])
            #expect(try await peer.receive() == nil)
            #expect(ContinuousClock.now - start < .seconds(4))
            #expect(await server.eventually { $0 == .init() })
            await peer.close()
            await server.stop()
        }

        @Test
        func streamsOfAConnectionAreLimited() async throws {
            let server = try await TestServer { $0.limits.streamsPerConnection = 3 }
            let peer = try server.peer()
            for stream in [1, 3, 5] as [UInt32] { try await peer.send(.request(stream, "Bidi", flags: 2)) }
            try await peer.send(.request(7, "Unary"))
            let refusal = try #require(try await peer.receive())
            #expect(refusal.stream == 7 && refusal.code == 8 && refusal.reason == "TOO_MANY_STREAMS")
            try await peer.send(.end(3))
            #expect(try await peer.receive() == .end(3))
            try await peer.send(.request(9, "Unary", StringValue("x").encoded()))
            #expect(try await peer.receive()?.text == "echo:x")
            await peer.close()
            await server.stop()
        }

        @Test
        func runningHandlersAreLimitedThroughoutTheServer() async throws {
            let latch = Latch()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                if value == "wait" { await Task.detached { try? await latch.wait() }.value }
                return value
            }
            let server = try await TestServer(handlers.router()) { $0.limits.runningHandlers = 2 }
            let wait = StringValue("wait").encoded()
            let one = try server.peer()
            let two = try server.peer()
            try await one.send(.request(1, "Unary", wait, service: "test.Service", timeout: 50_000_000))
            try await two.send(.request(1, "Unary", wait, service: "test.Service"))
            #expect(await server.eventually { $0.runningHandlers == 2 })
            try await one.send(.request(3, "Unary", service: "test.Service"))
            var answers: [UInt32: RawFrame] = [:]
            for _ in 0..<2 {
                let frame = try #require(try await one.receive())
                answers[frame.stream] = frame
            }
            #expect(answers[3]?.reason == "OVERLOADED")
            // The deadline answered the caller, but the handler still runs, and counts.
            #expect(answers[1]?.reason == "DEADLINE_EXCEEDED")
            try await two.send(.request(3, "Unary", service: "test.Service"))
            #expect(try await two.receive()?.reason == "OVERLOADED")
            latch.open()
            #expect(try await two.receive()?.text == "wait")
            #expect(await server.eventually { $0.runningHandlers == 0 })
            try await one.send(.request(5, "Unary", StringValue("x").encoded(), service: "test.Service"))
            #expect(try await one.receive()?.text == "x")
            await server.stop()
        }

        @Test
        func metadataIsLimited() async throws {
            let server = try await TestServer()
            let peer = try server.peer()
            let pairs = (0..<65).map { ("k\($0)", "v") }
            try await peer.send(.request(1, "Unary", metadata: pairs))
            #expect(try await peer.receive()?.reason == "METADATA_TOO_LARGE")
            try await peer.send(.request(3, "Unary", metadata: [("k", String(repeating: "v", count: 8192))]))
            let refusal = try #require(try await peer.receive())
            #expect(refusal.code == 3 && refusal.reason == "METADATA_TOO_LARGE")
            try await peer.send(.request(5, "Unary", StringValue("x").encoded(), metadata: Array(pairs.dropLast())))
            #expect(try await peer.receive()?.text == "echo:x")
            await peer.close()
            await server.stop()
        }

        @Test
        func aLongMethodNameIsNotSentBackInFull() async throws {
            let server = try await TestServer()
            let peer = try server.peer()
            try await peer.send(.request(1, String(repeating: "m", count: 100_000)))
            let refusal = try #require(try await peer.receive())
            #expect(refusal.code == 12 && refusal.data.count < 1000)
            await peer.close()
            await server.stop()
        }

        @Test
        func aSmallFrameLimitIsKept() async throws {
            let server = try await TestServer { $0.limits.frameBytes = 1000 }
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", StringValue(String(repeating: "x", count: 2000)).encoded()))
            #expect(try await peer.receive()?.reason == "FRAME_TOO_LARGE")
            try await peer.send(.request(3, "Unary", StringValue("x").encoded()))
            #expect(try await peer.receive()?.text == "echo:x")
            try await peer.send(.request(5, "UnarySize", StringValue("2000").encoded()))
            #expect(try await peer.receive()?.reason == "FRAME_TOO_LARGE")
            await peer.close()
            await server.stop()
        }

        @Test
        func anErrorThatFitsNoFrameIsShortened() async throws {
            var handlers = Handlers()
            handlers.unary = { _, _ in
                throw RPCError(.aborted, reason: "CONFLICT", message: String(repeating: "x", count: 5 << 20))
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", service: "test.Service"))
            let answer = try #require(try await peer.receive())
            #expect(answer.code == 10 && answer.reason == "CONFLICT" && answer.data.count < 1000)
            await server.stop()
        }

        @Test
        func responseMetadataIsSentOnlyWhenAskedFor() async throws {
            var handlers = Handlers()
            handlers.unary = { value, context in
                context.responseMetadata["k"] = "v"
                if value == "fail" { throw RPCError(.aborted) }
                return value
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Unary", service: "test.Service"))
            #expect(try await peer.receive()?.response?.metadata.isEmpty == true)
            let asked = [("X-Response-Metadata", "1"), ("x-request-id", "r1")]
            try await peer.send(.request(3, "Unary", service: "test.Service", metadata: asked))
            let answer = try #require(try await peer.receive()?.response)
            #expect(answer.metadata.map { [$0.key, $0.value] } == [["k", "v"], ["x-request-id", "r1"]])
            try await peer.send(
                .request(5, "Unary", StringValue("fail").encoded(), service: "test.Service", metadata: asked))
            let failed = try #require(try await peer.receive())
            #expect(failed.response?.metadata.map(\.key) == ["k", "x-request-id"])
            #expect(failed.detail(RequestInfo.self)?.requestId == "r1")
            await peer.close()
            await server.stop()
        }
    }
}
