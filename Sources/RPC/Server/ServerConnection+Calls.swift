// Opening calls and answering them. Everything that is written on a stream goes through here, and only while the stream is
// open: what a handler gives back after its deadline, or after its caller has gone, is dropped.

internal import Codec
internal import NIOCore

extension ServerConnection {
    // MARK: Opening

    /// A Request on a fresh stream: reads the envelope and finds the handler.
    /// - Returns: the call, to be run; nil where there is none, which has been answered.
    func open(_ stream: UInt32, _ data: ByteBuffer) -> ServerCall? {
        do {
            let call = try data.withUnsafeReadableBytes { try admit($0, data, stream) }
            state.open(stream: stream, kind: call.route.method.kind, call: call)
            loop.counts.addStreams(1)
            loop.counts.addHandlers(1)
            return call
        } catch {
            let error = (error as? EnvelopeError)?.refusal ?? Server.Configuration.mapError(error)
            core.refused.add(error)
            answer(stream, error)
            return nil
        }
    }

    /// - Parameter bytes: those of `data`.
    private func admit(_ bytes: UnsafeRawBufferPointer, _ data: ByteBuffer, _ stream: UInt32) throws -> ServerCall {
        let envelope = try RequestEnvelope.read(bytes, limits: core.metadataLimits)
        let route = try route(
            service: UnsafeRawBufferPointer(rebasing: bytes[envelope.service]),
            method: UnsafeRawBufferPointer(rebasing: bytes[envelope.method]))
        let now = NIODeadline.now()
        let deadline = core.timeouts.deadline(
            timeoutNanoseconds: envelope.timeoutNanoseconds, kind: route.method.kind, now: now)
        if deadline.hasPassed(at: now) { throw RPCError.deadlinePassed }
        let limit = core.configuration.limits.runningHandlers
        guard core.runningHandlers < limit else { throw RPCError.overloaded(limit) }
        let context = CallContext(
            method: route.method, metadata: envelope.metadata, deadline: deadline, received: now, surroundings,
            stranger: isKnown ? nil : self)
        let payload = data.getSlice(at: data.readerIndex + envelope.payload.lowerBound, length: envelope.payload.count)
        return ServerCall(context, route, stream: stream, payload: payload ?? ByteBuffer(), on: self)
    }

    private func route(service: UnsafeRawBufferPointer, method: UnsafeRawBufferPointer) throws -> Route {
        switch core.table.lookup(service: service, method: method) {
        case .route(let route): return route
        case .unknownService: throw RPCError.unknownMethod("service", service)
        case .unknownMethod: throw RPCError.unknownMethod("method", method)
        }
    }

    // MARK: Answering

    /// The handler is done; its answer is written if anybody still wants it, now or when there is room.
    func handlerReturned(_ call: ServerCall, _ response: any ProtoMessage) {
        handlerIsDone()
        // Answered or abandoned before.
        guard !call.isOver else { return }
        if output.isHeldUp {
            output.heldAnswers.append((call, .success(response)))
        } else {
            finish(call, response)
        }
    }

    func handlerFailed(_ call: ServerCall, _ error: any Error) {
        handlerIsDone()
        // An error that ended a call which was answered or abandoned before is still worth its line.
        guard !call.isOver else { return logLate(error, call) }
        if output.isHeldUp {
            output.heldAnswers.append((call, .failure(error)))
        } else {
            finish(call, failedWith: error)
        }
    }

    private func handlerIsDone() {
        loop.counts.addHandlers(-1)
        core.checkIdle()
    }

    func finish(_ call: ServerCall, _ outcome: Result<any ProtoMessage, any Error>) {
        switch outcome {
        case .success(let response): finish(call, response)
        case .failure(let error): finish(call, failedWith: error)
        }
    }

    private func finish(_ call: ServerCall, _ response: any ProtoMessage) {
        guard !call.isOver, end(call, RPCError.callOverBoxed) else { return }
        guard call.route.method.kind.serverStreams else { return respond(call, response) }
        startOutput()
        FrameWriter.writeEnd(stream: call.stream, into: &output.buffer)
        wrote()
    }

    private func finish(_ call: ServerCall, failedWith error: any Error) {
        guard !call.isOver, end(call, RPCError.callOverBoxed) else { return }
        fail(call, error)
    }

    /// Ends a call before its handler has: the caller is answered now, the handler cancelled.
    func cut(_ call: ServerCall, _ error: RPCError) {
        guard end(call, error) else { return }
        answer(call.stream, error, call.context)
    }

    private func end(_ call: ServerCall, _ error: any Error) -> Bool {
        call.writeOutbox()
        guard state.finish(stream: call.stream) else { return false }
        call.end(error)
        streamEnded()
        return true
    }

    func streamEnded() {
        loop.counts.addStreams(-1)
        core.checkIdle()
    }

    private func respond(_ call: ServerCall, _ message: any ProtoMessage) {
        let metadata = responseMetadata(call.context)
        startOutput()
        let tooLarge: RPCError? = message.pack { size, fill in
            let length = FrameWriter.responseSize(payload: size, metadata: metadata)
            guard length <= core.frameLimit else {
                return StreamRefusal.frameTooLarge(length: length, limit: core.frameLimit).error
            }
            FrameWriter.writeResponse(
                stream: call.stream, size: size, metadata: metadata, into: &output.buffer, fill)
            return nil
        }
        if let tooLarge { return fail(call, tooLarge) }
        wrote()
    }

    private func fail(_ call: ServerCall, _ error: any Error) {
        let error = core.configuration.outcome(of: error, call.context, core.logger)
        write(call.stream, error, responseMetadata(call.context))
    }

    /// Answers a stream that has no call, or no longer.
    func answer(_ stream: UInt32, _ error: RPCError, _ context: CallContext? = nil) {
        var error = error
        if let context { error.requestID = context.requestID }
        write(stream, error, context.map(responseMetadata) ?? [:])
    }

    private func write(_ stream: UInt32, _ error: RPCError, _ metadata: Metadata) {
        var status = StatusCoding.encode(error, domain: core.configuration.errorDomain)
        var metadata = metadata
        if FrameWriter.statusSize(status, metadata: metadata) > core.frameLimit {
            let short = RPCError(error.code, reason: error.reason, message: "the error does not fit into a frame")
            status = StatusCoding.encode(short, domain: core.configuration.errorDomain)
            metadata = [:]
        }
        startOutput()
        FrameWriter.writeStatus(stream: stream, status, metadata: metadata, into: &output.buffer)
        wrote()
    }

    private func responseMetadata(_ context: CallContext) -> Metadata {
        guard !context.metadata.isEmpty, context.metadata[ResponseMetadata.requestKey] == "1" else { return [:] }
        return context.answeredMetadata
    }

    private func logLate(_ error: any Error, _ call: ServerCall) {
        _ = core.configuration.outcome(of: error, call.context, core.logger)
    }

    // MARK: Items

    func writeItem(_ call: ServerCall, size: Int, _ fill: (UnsafeMutableRawPointer) -> Void) {
        startOutput()
        FrameWriter.writeData(stream: call.stream, size: size, into: &output.buffer, fill)
        wrote()
    }

    func writeItem(_ call: ServerCall, _ item: ByteBuffer) {
        startOutput()
        FrameWriter.writeData(stream: call.stream, item, into: &output.buffer)
        wrote()
    }
}

extension EnvelopeError {
    var refusal: RPCError {
        switch self {
        case .malformed(let why):
            RPCError(.invalidArgument, reason: "MALFORMED_REQUEST", message: "unmarshal request error: \(why)")
        case .metadataTooLarge(let why):
            RPCError(.invalidArgument, reason: "METADATA_TOO_LARGE", message: why)
        }
    }
}

extension RPCError {
    static func overloaded(_ limit: Int) -> RPCError {
        RPCError(.resourceExhausted, reason: "OVERLOADED", message: "\(limit) calls are running; try again later")
    }

    /// - Parameter name: as the peer sent it; cut, since it may be megabytes.
    static func unknownMethod(_ what: String, _ name: UnsafeRawBufferPointer) -> RPCError {
        let shown = String(decoding: name.prefix(256), as: UTF8.self)
        return RPCError(.unimplemented, reason: "UNKNOWN_METHOD", message: "\(what) \(shown)")
    }
}
