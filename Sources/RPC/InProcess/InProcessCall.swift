// One call in process, seen from both ends: the handler reads and writes it as it would a ttrpc stream, the caller too.
// Two pipes, a task for the handler, and one ending that is decided once: by the handler, the deadline, the caller or a
// server that shuts down.

internal import Codec
internal import NIOCore
internal import Synchronization

final class InProcessCall: IncomingCall, ClientStream {
    let context: CallContext
    private let core: ServerCore
    private let route: Route
    private let requests: Pipe
    private let responses: Pipe

    private struct State {
        /// Or why there is none, which the handler is to fail with.
        var payload: Result<ByteBuffer, RPCError>?
        var task: Task<Void, Never>?
        var timer: SharedTimers.Token?
        var ending: Result<Void, RPCError>?
        var hasReturned = false
        var hasClosedSend: Bool
    }

    private let state: Mutex<State>

    init(_ context: CallContext, _ route: Route, payload: Result<ByteBuffer, RPCError>?, _ core: ServerCore) {
        self.context = context
        self.route = route
        self.core = core
        let limits = core.configuration.limits
        requests = Pipe(itemLimit: limits.bufferedItems, byteLimit: limits.bufferedBytes)
        responses = Pipe(itemLimit: limits.bufferedItems, byteLimit: limits.bufferedBytes)
        let streams = route.method.kind.clientStreams
        state = Mutex(State(payload: streams ? nil : payload ?? .success(ByteBuffer()), hasClosedSend: !streams))
        if !streams { requests.end() }
    }

    /// Runs the handler, at once up to where it first waits.
    func start() {
        core.inProcess.opened(self)
        let task = Task.immediate { await self.run() }
        let mustCancel = state.withLock { state in
            guard !state.hasReturned else { return false }
            state.task = task
            if state.ending == nil, !context.deadline.isNever {
                state.timer = SharedTimers.shared.add(at: context.deadline) { [weak self] in
                    self?.abandon(.deadlinePassed)
                }
            }
            return state.ending != nil
        }
        if mustCancel { task.cancel() }
    }

    private func run() async {
        let result: Result<any ProtoMessage, any Error>
        do {
            result = .success(try await core.router.chain.run(self, route))
        } catch {
            result = .failure(error)
        }
        state.withLock { state in
            state.hasReturned = true
            state.task = nil
        }
        settle(result)
        core.inProcess.returned()
        core.checkIdle()
    }

    private func settle(_ result: Result<any ProtoMessage, any Error>) {
        switch result {
        case .success(let message):
            let response = route.method.kind.serverStreams ? nil : MessageBytes.buffer(message)
            if let size = response?.readableBytes, size > core.frameLimit {
                over(.failure(StreamRefusal.frameTooLarge(length: size, limit: core.frameLimit).error))
                return
            }
            over(.success(()), with: response)
        case .failure(let error):
            var error = core.configuration.outcome(of: error, context, core.logger)
            // What would not cross a socket does not cross here.
            error.cause = nil
            over(.failure(error))
        }
    }

    /// Ends the call before its handler has: the caller learns it now, the handler is cancelled.
    func abandon(_ error: RPCError) {
        var error = error
        error.requestID = context.requestID
        guard over(.failure(error), isEarly: true) else { return }
        state.withLock { $0.task }?.cancel()
    }

    /// Decides how the call ended; false where that was decided before. `response` comes after the decision: whoever has
    /// it may ask for the metadata that belongs to the ending.
    @discardableResult
    private func over(_ ending: Result<Void, RPCError>, with response: ByteBuffer? = nil, isEarly: Bool = false) -> Bool
    {
        let timer: SharedTimers.Token?? = state.withLock { state in
            guard state.ending == nil else { return nil }
            state.ending = ending
            state.payload = nil
            defer { state.timer = nil }
            return .some(state.timer)
        }
        guard let timer else { return false }
        if let token = timer { SharedTimers.shared.remove(token) }
        switch ending {
        case .success:
            if let response { try? responses.push(response) }
            responses.end()
            requests.discard(.callOver)
        case .failure(let error):
            if isEarly { responses.discard(error) } else { responses.fail(error) }
            requests.discard(error)
        }
        core.inProcess.answered(self)
        core.checkIdle()
        return true
    }

    // MARK: The handler's end

    func takePayload() throws -> ByteBuffer {
        try state.withLock { state in
            if case .failure(let error) = state.ending { throw error }
            guard let payload = state.payload else { throw RPCError.requestTakenTwice }
            state.payload = nil
            return try payload.get()
        }
    }

    func next() async throws -> ByteBuffer? { try await requests.next() }

    func ready() async throws { try await responses.ready() }

    func send(size: Int, _ fill: (UnsafeMutableRawPointer) -> Void) throws {
        guard size <= core.frameLimit else {
            throw StreamRefusal.frameTooLarge(length: size, limit: core.frameLimit).error
        }
        try responses.push(ByteBuffer(size: size, filledBy: fill))
    }

    // MARK: The caller's end

    /// There as soon as the response is.
    var responseMetadata: Metadata {
        state.withLock { $0.ending != nil } ? context.answeredMetadata : [:]
    }

    func receive() async throws -> ByteBuffer? {
        try await cancelling { try await responses.next() }
    }

    func send(_ item: ByteBuffer) async throws {
        let size = item.readableBytes
        guard size <= core.frameLimit else {
            throw StreamRefusal.frameTooLarge(length: size, limit: core.frameLimit).error
        }
        let ending = try state.withLock { state in
            if state.hasClosedSend, state.ending == nil { throw RPCError.sendClosed }
            return state.ending
        }
        // An answer that came early makes what is still sent superfluous, and no error.
        if case .success = ending, route.method.kind == .clientStreaming { return }
        do {
            try await cancelling {
                try await requests.ready()
                try requests.push(item)
            }
        } catch {
            if case .success = state.withLock({ $0.ending }), route.method.kind == .clientStreaming { return }
            throw error
        }
    }

    func closeSend() async throws {
        state.withLock { $0.hasClosedSend = true }
        requests.end()
    }

    func cancel() {
        abandon(RPCError(.cancelled, reason: "CANCELLED", message: "the call was cancelled"))
    }

    private func cancelling<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as CancellationError {
            cancel()
            throw RPCError(.cancelled, reason: "CANCELLED", message: "the call was cancelled", cause: error)
        }
    }
}
