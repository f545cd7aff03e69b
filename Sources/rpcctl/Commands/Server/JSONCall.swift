// A call whose messages are JSON here and bytes on the wire. One function for each kind of method.
internal import Codec
internal import Contract
internal import RPC
internal import Synchronization

struct JSONCall: Sendable {
    let entry: MethodEntry
    let rpcd: Rpcd
    let output: Output

    func unary(_ request: [UInt8]) async throws {
        let answer = try await rpcd.client.rawUnary(entry.method, try bytes(request), options: rpcd.unary)
        try output.document(try json(answer))
    }

    func serverStreaming(_ request: [UInt8]) async throws {
        try await printAll(
            try await rpcd.client.rawStream(entry.method, request: try bytes(request), options: rpcd.stream))
    }

    func clientStreaming(_ requests: AsyncThrowingStream<[UInt8], any Error>) async throws {
        let call = try await rpcd.client.rawStream(entry.method, options: rpcd.stream)
        let sender = send(requests, over: call)
        defer { sender.task.cancel() }
        do {
            guard let answer = try await call.receive() else {
                throw RPCError(.internalError, message: "there was no answer")
            }
            try output.document(try json(answer))
        } catch {
            throw sender.failure ?? error
        }
    }

    func bidirectional(_ requests: AsyncThrowingStream<[UInt8], any Error>) async throws {
        let call = try await rpcd.client.rawStream(entry.method, options: rpcd.stream)
        let sender = send(requests, over: call)
        defer { sender.task.cancel() }
        do {
            try await printAll(call)
        } catch {
            throw sender.failure ?? error
        }
    }

    private func printAll(_ call: RawCall) async throws {
        while let answer = try await call.receive() { try output.console.print(try json(answer)) }
    }

    /// Sends in a task that nobody waits for: it may hang in a read from stdin when the answers are all there.
    private func send(_ requests: AsyncThrowingStream<[UInt8], any Error>, over call: RawCall) -> Sender {
        let sender = Sender()
        sender.start {
            do {
                for try await request in requests { try await call.send(try bytes(request)) }
                try await call.closeSend()
            } catch {
                // What ended the call is told by its answer; what is wrong with the input is told by nobody else.
                guard !(error is RPCError), !(error is CancellationError) else { return }
                sender.fail(error)
                call.cancel()
            }
        }
        return sender
    }

    private func bytes(_ json: [UInt8]) throws -> [UInt8] {
        do {
            return try entry.request.bytes(fromJSON: json, options: Self.decoding)
        } catch {
            throw RequestFault.failure(error, in: json, of: entry.request)
        }
    }

    private func json(_ bytes: [UInt8]) throws -> String {
        do {
            return try entry.response.json(fromBytes: bytes, options: Self.encoding)
        } catch {
            throw Failure(.failed, "INTERNAL", "the answer is no \(entry.response.name): \(error)")
        }
    }

    private static let registry = TypeRegistry { DescriptorSet.messages[$0] }
    private static let encoding = JSONEncodingOptions(types: registry)
    private static let decoding: JSONDecodingOptions = {
        var options = JSONDecodingOptions.house
        options.types = registry
        return options
    }()
}

/// The sending half of a call, and what went wrong in it.
private final class Sender: Sendable {
    private struct State {
        var task: Task<Void, Never>?
        var failure: (any Error)?
    }

    private let state = Mutex(State())

    var task: Task<Void, Never> { state.withLock { $0.task } ?? Task {} }
    var failure: (any Error)? { state.withLock { $0.failure } }

    func start(_ body: @escaping @Sendable () async -> Void) {
        let task = Task { await body() }
        state.withLock { $0.task = task }
    }

    func fail(_ error: any Error) { state.withLock { $0.failure = error } }
}
