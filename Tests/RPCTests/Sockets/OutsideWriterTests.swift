// Items written by tasks that are not on the loop of their connection: they keep their place before the loop's own items
// and before the end of the call, however busy the loop is.

import Codec
import Dispatch
import NIOCore
import NIOPosix
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct OutsideWriterTests {
        enum Ending: CaseIterable { case well, failed }

        /// The loop is stopped while an item is written elsewhere and the handler is woken: behind another handler that
        /// was woken before, so that the loop comes to both handlers first.
        @Test(arguments: [true, false], Ending.allCases)
        func whatWasWrittenBeforeTheEndIsThereBeforeTheEnd(writesMore: Bool, ending: Ending) async throws {
            let (first, second) = (Latch(), Latch())
            var handlers = Handlers()
            handlers.list = { value, responses, _ in
                if value == "other" { return try await first.wait() }
                try await responses.write(StringValue("begun"))
                try await second.wait()
                if writesMore { try await responses.write(StringValue("inside")) }
                if ending == .failed { throw RPCError(.aborted, reason: "CONFLICT") }
            }
            let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
            let server = Server(router: handlers.router(), group: group, logger: .quiet)
            let path = temporaryPath()
            _ = try await server.bind(.unix(path: path), name: "test")
            let peer = try RawPeer(unix: path)
            try await peer.send(.request(1, "List", StringValue("other").encoded(), service: "test.Service"))
            try await peer.send(.request(3, "List", service: "test.Service"))
            #expect(try await peer.receive()?.text == "begun")
            let loop = try #require(server.core.loops.first)
            let call = try await loop.loop.submit {
                loop.connections.values.first?.state.openCalls.first { $0.stream == 3 }?.call
            }.get()
            let (stopped, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            loop.loop.execute {
                stopped.signal()
                goOn.wait()
            }
            await Task.detached { Self.wait(stopped) }.value
            first.open()
            // As a ResponseWriter does when there is room.
            try StringValue("outside").pack { size, write in try call?.send(size: size, write) }
            second.open()
            goOn.signal()
            var texts: [String] = []
            while let frame = try await peer.receive() {
                guard frame.stream == 3 else { continue }
                if frame.type == 2 || frame == .end(3) { break }
                texts.append(frame.text ?? "")
            }
            #expect(texts == (writesMore ? ["outside", "inside"] : ["outside"]))
            await peer.close()
            await server.drain(timeout: .milliseconds(100))
            try await group.shutdownGracefully()
        }

        private static func wait(_ semaphore: DispatchSemaphore) { semaphore.wait() }

        @Test
        func manyTasksWriteAndAllArrivesInTheirOrders() async throws {
            var handlers = Handlers()
            handlers.list = { _, responses, _ in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 0..<8 {
                        group.addTask(executorPreference: globalConcurrentExecutor) {
                            for index in 0..<200 { try await responses.write(StringValue("\(writer) \(index)")) }
                        }
                    }
                    try await group.waitForAll()
                }
                try await responses.write(StringValue("last"))
            }
            let server = try await TestServer(handlers.router())
            var seen = [Int](repeating: 0, count: 8)
            var last = ""
            for try await item in try await server.client().list(0) {
                last = item.value
                let words = item.value.split(separator: " ").compactMap { Int($0) }
                guard words.count == 2 else { continue }
                #expect(words[1] == seen[words[0]])
                seen[words[0]] += 1
            }
            #expect(seen == [Int](repeating: 200, count: 8))
            #expect(last == "last")
            await server.stop()
        }
    }
}
