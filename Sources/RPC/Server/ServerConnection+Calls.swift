// Opening calls and answering them. Everything that is written on a stream goes through here, and only while the stream is
// open: what a handler gives back after its deadline, or after its caller has gone, is dropped.

internal import Codec
internal import NIOCore

extension ServerConnection {
    // MARK: Opening

    /// A Request on a fresh stream: reads the envelope, finds the handler, runs it.
    func open(_ stream: UInt32, _ data: ByteBuffer) {
        switch admit(stream, data) {
        case .failure(let error):
            core.refused.add(error)
            answer(stream, error)
        case .success(let call):
            state.open(stream: stream, kind: call.route.method.kind, call: call)
            loop.counts.addStreams(1)
            loop.counts.addHandlers(1)
            call.start()
        }
    }

    private func admit(_ stream: UInt32, _ data: ByteBuffer) -> Result<ServerCall, RPCError> {
        data.withUnsafeReadableBytes { bytes in
            do throws(EnvelopeError) {
                let envelope = try RequestEnvelope.read(bytes, limits: core.metadataLimits)
                return route(envelope, bytes).flatMap { admit($0, envelope, stream, data) }
            } catch {
                return .failure(error.refusal)
            }
        }
    }

    private func admit(
        _ route: Route, _ envelope: RequestEnvelope, _ stream: UInt32, _ data: ByteBuffer
    ) -> Result<ServerCall, RPCError> {
        let now = NIODeadline.now()
        let deadline = core.configuration.deadline(
            timeoutNanoseconds: envelope.timeoutNanoseconds, kind: route.method.kind, now: now)
        if deadline.hasPassed(at: now) { return .failure(.deadlinePassed) }
        let limit = core.configuration.limits.runningHandlers
        guard core.runningHandlers < limit else { return .failure(.overloaded(limit)) }
        let context = CallContext(
            method: route.method, metadata: envelope.metadata, deadline: deadline, peer: peer, drain: core.drain,
            stranger: isKnown ? nil : self)
        let payload = data.getSlice(at: data.readerIndex + envelope.payload.lowerBound, length: envelope.payload.count)
        return .success(ServerCall(context, route, stream: stream, payload: payload ?? ByteBuffer(), on: self))
    }

    private func route(_ envelope: RequestEnvelope, _ bytes: UnsafeRawBufferPointer) -> Result<Route, RPCError> {
        let service = UnsafeRawBufferPointer(rebasing: bytes[envelope.service])
        let method = UnsafeRawBufferPointer(rebasing: bytes[envelope.method])
        switch core.table.lookup(service: service, method: method) {
        case .route(let route): return .success(route)
        case .unknownService: return .failure(.unknownMethod("service", service))
        case .unknownMethod: return .failure(.unknownMethod("method", method))
        }
    }

    // MARK: Answering

    /// The handler is done; its answer is written if anybody still wants it, now or when there is room.
    func handlerReturned(_ call: ServerCall, _ outcome: Result<(any ProtoMessage)?, any Error>) {
        loop.counts.addHandlers(-1)
        core.checkIdle()
        guard !call.isOver else {
            // Answered or abandoned before; an error that ended like this is still worth its line.
            if case .failure(let error) = outcome { logLate(error, call) }
            return
        }
        if output.isHeldUp {
            output.heldAnswers.append((call, outcome))
        } else {
            finish(call, outcome)
        }
    }

    func finish(_ call: ServerCall, _ outcome: Result<(any ProtoMessage)?, any Error>) {
        guard !call.isOver, end(call, .callOver) else { return }
        switch outcome {
        case .success(let message?): respond(call, message)
        case .success(nil):
            startOutput()
            FrameWriter.writeEnd(stream: call.stream, into: &output.buffer)
            wrote()
        case .failure(let error): fail(call, error)
        }
    }

    /// Ends a call before its handler has: the caller is answered now, the handler cancelled.
    func cut(_ call: ServerCall, _ error: RPCError) {
        guard end(call, error) else { return }
        answer(call.stream, error, call.context)
    }

    private func end(_ call: ServerCall, _ error: RPCError) -> Bool {
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
