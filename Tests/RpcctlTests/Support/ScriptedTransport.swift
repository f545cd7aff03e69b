// A server made of closures: what it answers, item by item, and what it was asked. So that a test can play every end that
// a call can have, a lost connection included.
import Codec
import Contract
import NIOCore
import RPC
import Synchronization

@testable import rpcctl

/// What a scripted server does next.
enum Step: Sendable {
    case item([UInt8])
    case fail(RPCError)
    /// Says nothing until the deadline, then it has passed.
    case hang

    static func item(_ message: some ProtoMessage) -> Step { .item(message.encoded()) }
}

final class ScriptedTransport: ClientTransport {
    typealias Script = @Sendable (CallHead, [UInt8]) throws -> [Step]

    struct Asked: Sendable {
        let method: String
        let request: [UInt8]
        let head: CallHead
    }

    private let scripts: [String: Script]
    private let log = Mutex<[Asked]>([])

    init(_ scripts: [String: Script]) { self.scripts = scripts }

    var asked: [Asked] { log.withLock { $0 } }

    /// The requests that one method was sent.
    func requests<M: ProtoMessage>(_: M.Type, to method: Method) throws -> [M] {
        try asked.filter { $0.method == method.path }.map { try M(decoding: $0.request) }
    }

    func unary(_ head: CallHead, payload: ByteBuffer) async throws -> RawResponse {
        let stream = try open(head, Array(buffer: payload))
        guard let item = try await stream.receive() else { throw RPCError(.internalError, message: "no answer") }
        return RawResponse(payload: item)
    }

    func open(_ head: CallHead, payload: ByteBuffer?) async throws -> any ClientStream {
        try open(head, payload.map { Array(buffer: $0) } ?? [])
    }

    private func open(_ head: CallHead, _ request: [UInt8]) throws -> ScriptedStream {
        log.withLock { $0.append(Asked(method: head.method.path, request: request, head: head)) }
        guard let script = scripts[head.method.path] else {
            throw RPCError(.unimplemented, reason: "UNKNOWN_METHOD", message: "\(head.method.path)?", requestID: "r1")
        }
        return ScriptedStream(try script(head, request), deadline: head.deadline, echo: head.method.kind.clientStreams)
    }

    func close() async {}
}

final class ScriptedStream: ClientStream {
    private struct State {
        var steps: [Step]
        var sent: [[UInt8]] = []
        var isClosed = false
        var isCancelled = false
    }

    private let state: Mutex<State>
    private let deadline: Deadline
    /// Holds its steps back until the requests are all there.
    private let echo: Bool

    init(_ steps: [Step], deadline: Deadline, echo: Bool) {
        state = Mutex(State(steps: steps))
        self.deadline = deadline
        self.echo = echo
    }

    var responseMetadata: Metadata { [:] }

    func send(_ item: ByteBuffer) async throws { state.withLock { $0.sent.append(Array(buffer: item)) } }
    func closeSend() async throws { state.withLock { $0.isClosed = true } }
    func cancel() { state.withLock { $0.isCancelled = true } }

    func receive() async throws -> ByteBuffer? {
        while echo, !state.withLock({ $0.isClosed }) {
            if state.withLock({ $0.isCancelled }) { throw RPCError(.cancelled, reason: "CANCELLED") }
            try await Task.sleep(for: .milliseconds(1))
        }
        let step = state.withLock { $0.steps.isEmpty ? nil : $0.steps.removeFirst() }
        switch step {
        case nil: return nil
        case .item(let bytes): return ByteBuffer(bytes: bytes)
        case .fail(let error): throw error
        case .hang:
            try await Task.sleep(for: deadline.remaining ?? .seconds(3600))
            throw RPCError(.deadlineExceeded, reason: "DEADLINE_EXCEEDED", message: "the deadline has passed")
        }
    }
}
