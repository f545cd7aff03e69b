import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct CancellationTests {
        /// Handlers that wait for ever and note how that ended.
        private func waiting(_ notes: Notes) -> Handlers {
            @Sendable func wait(_ name: String, _ body: () async throws -> Void) async throws {
                notes.add("\(name) began")
                do {
                    try await body()
                    notes.add("\(name) ended")
                } catch {
                    notes.add("\(name) \(Task.isCancelled ? "cancelled" : "not cancelled")")
                    throw error
                }
            }
            var handlers = Handlers()
            handlers.unary = { value, _ in
                try await wait("unary") { try await Task.sleep(for: .seconds(60)) }
                return value
            }
            handlers.collect = { requests, _ in
                try await wait("collect") { for try await _ in requests {} }
                return ""
            }
            handlers.list = { _, responses, _ in
                try await wait("list") {
                    try await responses.write(StringValue("1"))
                    try await Task.sleep(for: .seconds(60))
                }
            }
            handlers.chat = { requests, _, _ in try await wait("chat") { for try await _ in requests {} } }
            return handlers
        }

        @Test(arguments: [true, false])
        func aPeerThatGoesLeavesNothingBehind(_ rudely: Bool) async throws {
            let notes = Notes()
            let server = try await TestServer(waiting(notes).router())
            let peer = try server.peer()
            try await peer.send(
                .request(1, "Unary", service: "test.Service"),
                .request(3, "Collect", service: "test.Service", flags: 2),
                .request(5, "List", service: "test.Service"), .request(7, "Chat", service: "test.Service", flags: 2))
            for name in ["unary", "collect", "list", "chat"] { #expect(await notes.eventually("\(name) began")) }
            #expect(server.server.counts == .init(connections: 1, streams: 4, runningHandlers: 4))
            // Rudely: with an answer unread, which makes the kernel reset the connection.
            if !rudely { #expect(try await peer.receive()?.text == "1") }
            await peer.close()
            for name in ["unary", "collect", "list", "chat"] { #expect(await notes.eventually("\(name) cancelled")) }
            #expect(await server.eventually { $0 == .init() })
            await server.stop()
        }

        @Test(arguments: Way.allCases)
        func aCancelledCallerGoesOnAtOnce(_ way: Way) async throws {
            let notes = Notes()
            let served = try await Served(waiting(notes).router(), way)
            let call = Task { try await served.client.call() }
            #expect(await notes.eventually("unary began"))
            call.cancel()
            let error = await rpcError { _ = try await call.value }
            #expect(error?.code == .cancelled)
            // The connection is as good as before.
            let chat = try await served.client.chat()
            #expect(await notes.eventually("chat began"))
            try await chat.closeSend()
            #expect(await notes.eventually("chat ended"))
            await served.stop()
            #expect(await served.settles())
        }

        @Test(arguments: Way.allCases)
        func aCancelledReaderDropsItsStream(_ way: Way) async throws {
            let notes = Notes()
            let served = try await Served(waiting(notes).router(), way)
            let stream = try await served.client.list(1)
            let reader = Task {
                for try await item in stream { notes.add("got \(item.value)") }
            }
            #expect(await notes.eventually("got 1"))
            reader.cancel()
            #expect(await rpcError { try await reader.value }?.code == .cancelled)
            await served.stop()
            #expect(await served.settles())
        }

        @Test
        func leavingALoopEarlyDropsTheCallInProcess() async throws {
            let notes = Notes()
            let served = try await Served(waiting(notes).router(), .inProcess)
            for try await _ in try await served.client.list(1) { break }
            #expect(await notes.eventually("list cancelled"))
            #expect(await served.settles())
            await served.stop()
        }

        @Test
        func aCancelledChildTaskOfTheHandlerLosesNoItem() async throws {
            var handlers = Handlers()
            handlers.chat = { requests, responses, _ in
                // A read that is given up, over and over, between items.
                for _ in 0..<50 {
                    let reader = Task { try await requests.makeAsyncIterator().next2() }
                    await Task.yield()
                    reader.cancel()
                    if let item = try? await reader.value { try await responses.write(item) }
                }
                for try await item in requests { try await responses.write(item) }
            }
            let server = try await TestServer(handlers.router())
            let chat = try await server.client().chat()
            for index in 0..<40 { try await chat.send(StringValue("\(index)")) }
            try await chat.closeSend()
            var items: [String] = []
            for try await item in chat.responses { items.append(item.value) }
            #expect(items == (0..<40).map(String.init))
            await server.stop()
        }

        @Test
        func aCallerWhoIsCancelledBeforeTheConnectionStandsSendsNothing() async throws {
            let server = try RawServer(path: temporaryPath())
            let client = RPCClient(transport: ClientConnection(.unix(path: server.path)))
            let call = Task {
                await withTaskCancellationHandler(operation: {}, onCancel: {})
                return try await client.call()
            }
            call.cancel()
            #expect(await rpcError { _ = try await call.value }?.code == .cancelled)
        }
    }
}

extension RequestStream.AsyncIterator {
    fileprivate func next2() async throws -> Element? {
        var copy = self
        return try await copy.next()
    }
}
