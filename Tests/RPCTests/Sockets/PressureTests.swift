// What happens when one side does not read: bounds, and who pays.

import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct PressureTests {
        private let large = String(repeating: "x", count: 64 << 10)

        @Test
        func aWriterWaitsForAPeerThatDoesNotRead() async throws {
            let notes = Notes()
            let written = Notes()
            var handlers = Handlers()
            let text = large
            handlers.list = { _, responses, _ in
                for _ in 0..<400 {
                    try await responses.write(StringValue(text))
                    written.add("")
                }
                notes.add("all written")
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "List", service: "test.Service"))
            // The socket's own buffer, the watermark and one write more: nowhere near the 25 MiB that are to be sent.
            var before = -1
            while written.all.count != before || before == 0 {
                before = written.all.count
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(before < 60, "\(before) items of 64 KiB were taken from the handler")
            #expect(!notes.all.contains("all written"))
            var count = 0
            while let frame = try await peer.receive(), frame.flags == 0 { count += 1 }
            #expect(count == 400)
            #expect(await notes.eventually("all written"))
            await server.stop()
        }

        @Test
        func answersWaitInTheirCallsAndAllArrive() async throws {
            var handlers = Handlers()
            let text = String(repeating: "x", count: 200_000)
            handlers.unary = { _, _ in text }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            let requests = (0..<100).map { RawFrame.request(UInt32(2 * $0 + 1), "Unary", service: "test.Service") }
            try await peer.send(bytes: requests.flatMap(\.bytes))
            var streams: Set<UInt32> = []
            for _ in 0..<100 {
                let frame = try #require(try await peer.receive())
                #expect(frame.text?.utf8.count == 200_000)
                streams.insert(frame.stream)
            }
            #expect(streams.count == 100)
            await server.stop()
        }

        @Test
        func aPeerThatTakesNothingAtAllIsCut() async throws {
            var handlers = Handlers()
            let text = large
            let notes = Notes()
            handlers.list = { _, responses, _ in
                notes.add("began")
                for _ in 0..<400 { try await responses.write(StringValue(text)) }
            }
            let server = try await TestServer(handlers.router()) { $0.limits.writeStall = .milliseconds(200) }
            let peer = try server.peer()
            try await peer.send(.request(1, "List", service: "test.Service"))
            #expect(await notes.eventually("began"))
            #expect(await server.eventually { $0 == .init() })
            #expect(server.server.refused["write_stall"] == 1)
            await peer.close()
            await server.stop()
        }

        @Test
        func aSlowPeerIsNotCutWhileItTakesSomething() async throws {
            var handlers = Handlers()
            let text = large
            handlers.list = { _, responses, _ in for _ in 0..<60 { try await responses.write(StringValue(text)) } }
            let server = try await TestServer(handlers.router()) { $0.limits.writeStall = .seconds(1) }
            let peer = try server.peer()
            try await peer.send(.request(1, "List", service: "test.Service"))
            var count = 0
            while let frame = try await peer.receive(), frame.flags == 0 {
                count += 1
                // 3 s in all: three times the patience.
                try await Task.sleep(for: .milliseconds(50))
            }
            #expect(count == 60)
            await server.stop()
        }

        @Test
        func streamsOverflowAlone() async throws {
            let latch = Latch()
            let notes = Notes()
            var handlers = Handlers()
            handlers.collect = { requests, _ in
                try? await latch.wait()
                var count = 0
                do {
                    for try await _ in requests { count += 1 }
                } catch {
                    notes.add("\((error as? RPCError)?.reason ?? "\(error)")")
                }
                return "\(count)"
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Collect", service: "test.Service", flags: 2))
            try await peer.send(.request(3, "Chat", service: "test.Service", flags: 2))
            for _ in 0..<64 { try await peer.send(.data(1, "x")) }
            try await peer.send(.data(3, "other"))
            #expect(try await peer.receive() == .data(3, "echo:other"))
            try await peer.send(.data(1, "one too many"))
            let answer = try #require(try await peer.receive())
            #expect(answer.stream == 1 && answer.code == 8 && answer.reason == "STREAM_OVERFLOW")
            try await peer.send(.data(3, "still here"))
            #expect(try await peer.receive() == .data(3, "echo:still here"))
            latch.open()
            #expect(await notes.eventually("STREAM_OVERFLOW"))
            #expect(try await peer.isSilent(for: 50))
            await server.stop()
        }

        @Test
        func bytesOverflowAsItemsDo() async throws {
            let latch = Latch()
            var handlers = Handlers()
            handlers.collect = { requests, _ in
                try await latch.wait()
                return ""
            }
            let server = try await TestServer(handlers.router())
            let peer = try server.peer()
            try await peer.send(.request(1, "Collect", service: "test.Service", flags: 2))
            // One item may be as large as a frame; the next may not come on top of it.
            try await peer.send(.data(1, String(repeating: "x", count: 4_000_000)))
            #expect(try await peer.isSilent(for: 100))
            try await peer.send(.data(1, "x"))
            #expect(try await peer.receive()?.reason == "STREAM_OVERFLOW")
            await server.stop()
        }

        @Test
        func aBurstReachesAHandlerThatReads() async throws {
            let server = try await TestServer(Handlers().router())
            let peer = try server.peer()
            var bytes = RawFrame.request(1, "Collect", service: "test.Service", flags: 2).bytes
            for index in 0..<5000 { bytes += RawFrame.data(1, "\(index)").bytes }
            bytes += RawFrame.end(1).bytes
            try await peer.send(bytes: bytes)
            #expect(try await peer.receive()?.text == (0..<5000).map(String.init).joined(separator: ","))
            await server.stop()
        }

        @Test
        func aClientSenderWaitsForAServerThatDoesNotRead() async throws {
            let server = try RawServer(path: temporaryPath())
            let client = RPCClient(transport: ClientConnection(.unix(path: server.path)))
            let call = try await client.collect()
            let sent = Notes()
            let text = large
            let sender = Task {
                for _ in 0..<400 {
                    try await call.send(StringValue(text))
                    sent.add("")
                }
            }
            var before = -1
            while sent.all.count != before || before == 0 {
                before = sent.all.count
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(before < 60, "\(before) items of 64 KiB were taken from the sender")
            let peer = try await server.accept()
            for _ in 0..<401 { #expect(try await peer.receive() != nil) }
            try await sender.value
            #expect(sent.all.count == 400)
        }

        @Test
        func onASharedConnectionAReaderThatIsTooSlowLosesItsStreamAndNoOther() async throws {
            let notes = Notes()
            var handlers = Handlers()
            handlers.list = { _, responses, _ in
                for _ in 0..<10_000 { try await responses.write(StringValue("x")) }
                notes.add("written")
            }
            let server = try await TestServer(handlers.router())
            let client = server.client {
                $0.streamsShareConnection = true
                $0.slowReaderGrace = .milliseconds(100)
            }
            let slow = try await client.list(0)
            #expect(await notes.eventually("written"))
            // Its answer stands behind ten thousand items: the connection waits a moment for their reader, then goes on.
            #expect(try await client.call("meanwhile") == "echo:meanwhile")
            var count = 0
            let error = await rpcError { for try await _ in slow { count += 1 } }
            #expect(error?.reason == "STREAM_OVERFLOW")
            #expect(count == 64)
            await server.stop()
        }

        @Test(arguments: Way.allCases)
        func aClientReaderThatIsABitSlowLosesNothing(_ way: Way) async throws {
            let served = try await Served(Handlers().router(), way)
            var count = 0
            for try await item in try await served.client.list(2000) {
                #expect(item.value == "\(count)")
                count += 1
                if count % 200 == 0 { try await Task.sleep(for: .milliseconds(20)) }
            }
            #expect(count == 2000)
            await served.stop()
        }
    }
}
