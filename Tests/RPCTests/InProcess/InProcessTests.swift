// What is special about calls that never leave the process; what they share with the others is in Call/.

import Codec
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct InProcessTests {
    @Test
    func theCallerIsWhoTheTransportSays() async throws {
        var handlers = Handlers()
        handlers.unary = { _, context in
            "\(context.peer.transport.rawValue) \(context.peer.address) \(context.peer.uid ?? 0)"
        }
        var transport = InProcessTransport(router: handlers.router())
        transport.peer.address = "192.0.2.1:80"
        #expect(try await RPCClient(transport: transport).call() == "in-process 192.0.2.1:80 0")
    }

    @Test
    func aHandlerWaitsForAReaderThatIsSlow() async throws {
        let notes = Notes()
        var handlers = Handlers()
        handlers.list = { _, responses, _ in
            for index in 0..<200 {
                try await responses.write(StringValue("\(index)"))
                notes.add("\(index)")
            }
        }
        let client = RPCClient(transport: InProcessTransport(router: handlers.router()))
        let stream = try await client.list(0)
        #expect(await notes.eventually("63"))
        try await Task.sleep(for: .milliseconds(50))
        #expect(notes.all.count == 64)
        var items: [String] = []
        for try await item in stream { items.append(item.value) }
        #expect(items == (0..<200).map(String.init))
    }

    @Test
    func aSenderWaitsForAHandlerThatIsSlow() async throws {
        let latch = Latch()
        let notes = Notes()
        var handlers = Handlers()
        handlers.collect = { requests, _ in
            try await latch.wait()
            var count = 0
            for try await _ in requests { count += 1 }
            return "\(count)"
        }
        let client = RPCClient(transport: InProcessTransport(router: handlers.router()))
        let call = try await client.collect()
        let sender = Task {
            for index in 0..<200 {
                try await call.send(StringValue("x"))
                notes.add("\(index)")
            }
        }
        #expect(await notes.eventually("63"))
        try await Task.sleep(for: .milliseconds(50))
        #expect(notes.all.count == 64)
        latch.open()
        try await sender.value
        #expect(try await call.finish().value == "200")
    }

    @Test
    func whoWaitsLearnsThatTheOtherEndIsGone() async throws {
        let notes = Notes()
        var handlers = Handlers()
        handlers.list = { _, responses, _ in
            do {
                while true { try await responses.write(StringValue("x")) }
            } catch {
                notes.add("writer \((error as? RPCError)?.code.name ?? "\(error)")")
                throw error
            }
        }
        handlers.collect = { requests, _ in throw RPCError(.aborted, reason: "CONFLICT") }
        let client = RPCClient(transport: InProcessTransport(router: handlers.router()))
        let stream = try await client.list(0)
        try await Task.sleep(for: .milliseconds(20))
        stream.cancel()
        #expect(await notes.eventually("writer CANCELLED"))
        #expect(await rpcError { for try await _ in stream {} }?.code == .cancelled)
        let call = try await client.collect()
        let error = await rpcError { while true { try await call.send(StringValue("x")) } }
        #expect(error?.reason == "CONFLICT")
        #expect(await rpcError { _ = try await call.finish() }?.reason == "CONFLICT")
    }

    @Test
    func theLimitsHoldHereToo() async throws {
        let latch = Latch()
        let notes = Notes()
        var handlers = Handlers()
        handlers.unary = { value, _ in
            notes.add("began")
            try await latch.wait()
            return value
        }
        var configuration = Server.Configuration()
        configuration.limits.runningHandlers = 1
        configuration.limits.metadataPairs = 2
        let client = RPCClient(transport: InProcessTransport(router: handlers.router(), configuration: configuration))
        let many: Metadata = ["a": "1", "b": "2", "c": "3"]
        #expect(
            await rpcError { _ = try await client.call(options: .init(metadata: many)) }?.reason == "METADATA_TOO_LARGE"
        )
        let first = Task { try await client.call("x") }
        #expect(await notes.eventually("began"))
        #expect(await rpcError { _ = try await client.call() }?.reason == "OVERLOADED")
        latch.open()
        #expect(try await first.value == "x")
    }

    @Test
    func aCauseStaysOnTheServersSide() async throws {
        var handlers = Handlers()
        handlers.unary = { _, _ in throw RPCError(.aborted, cause: PlainError(description: "secret")) }
        let client = RPCClient(transport: InProcessTransport(router: handlers.router()))
        let error = await rpcError { _ = try await client.call() }
        #expect(error?.code == .aborted && error?.cause == nil)
    }
}
