// One call that this side has made, from its caller's first word to its end: answer, error, deadline, cancellation, lost
// connection, whichever is first. Whoever waits for it (for the answer, an item, room) waits with a LoopWaiter, so that
// nobody is woken twice and nobody is forgotten.

internal import NIOConcurrencyHelpers
internal import NIOCore

/// Confined to its core's loop but for the response metadata: `@unchecked` because the compiler cannot see that.
final class ClientCall: ClientStream, TimerTarget, @unchecked Sendable {
    let head: CallHead
    private let core: ClientCore
    /// Kept until the call is over: it may have to be sent once more.
    private(set) var payload: ByteBuffer?
    /// Until when it waits for a connection.
    var giveUp = Deadline.never
    /// What the server refused to run it with, before it was sent again.
    private var refusal: RPCError?

    /// Who waits for the answer of a unary call, and for the sending of any other.
    var unary: LoopWaiter<RawResponse>?
    var opening: LoopWaiter<Void>?

    private var handler: ClientHandler?
    private var stream: UInt32 = 0
    private var timer: LoopTimers.Token?
    private var inbound: InboundBuffer
    private var reader: LoopWaiter<ByteBuffer?>?
    private var hasClosedSend: Bool
    private let received = NIOLockedValueBox(Metadata())

    private enum Ending {
        case well
        case failed(RPCError)
    }

    private var ending: Ending?

    init(_ head: CallHead, _ payload: ByteBuffer?, _ core: ClientCore) {
        self.head = head
        self.core = core
        self.payload = payload
        hasClosedSend = !head.method.kind.clientStreams
        inbound = InboundBuffer(
            itemLimit: core.configuration.bufferedItems, byteLimit: core.configuration.bufferedBytes)
    }

    var isOver: Bool { ending != nil }
    var responseMetadata: Metadata { received.withLockedValue { $0 } }

    // MARK: The request

    func requestHead(timeout: Int64) -> RequestHead {
        RequestHead(
            service: head.method.service, method: head.method.name, timeoutNanoseconds: timeout,
            metadata: head.metadata)
    }

    var requestFlags: FrameFlags {
        switch head.method.kind {
        case .unary: []
        case .serverStreaming: .remoteClosed
        case .clientStreaming, .bidirectional: .remoteOpen
        }
    }

    func startTimer() {
        guard !head.deadline.isNever else { return }
        timer = core.timers.add(self, at: head.deadline)
    }

    func timerFired() {
        timer = nil
        abandon(.deadlinePassed)
    }

    func sent(on handler: ClientHandler, stream: UInt32) {
        self.handler = handler
        self.stream = stream
        opening?.resume(with: .success(()))
        opening = nil
    }

    /// Runs `body`; where its task is cancelled the call is dropped and the error is one of ours.
    func cancelling<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as CancellationError {
            cancel()
            throw RPCError(.cancelled, reason: "CANCELLED", message: "the call was cancelled", cause: error)
        }
    }

    // MARK: Ends

    /// The server's Response.
    func response(_ data: ByteBuffer) {
        let result: Result<RawResponse, RPCError> = data.withUnsafeReadableBytes { bytes in
            do throws(EnvelopeError) {
                let envelope = try ResponseEnvelope.read(bytes)
                received.withLockedValue { $0 = envelope.metadata }
                let status = envelope.status.map { UnsafeRawBufferPointer(rebasing: bytes[$0]) }
                if let error = status.flatMap(StatusCoding.decode) { return .failure(error) }
                let start = data.readerIndex + envelope.payload.lowerBound
                let payload = data.getSlice(at: start, length: envelope.payload.count) ?? ByteBuffer()
                return .success(RawResponse(payload: payload, metadata: envelope.metadata))
            } catch {
                return .failure(
                    RPCError(
                        .internalError, reason: "INTERNAL", message: "protocol error: the response cannot be read",
                        cause: error))
            }
        }
        switch result {
        case .failure(let error):
            if error.reason == StreamRefusal.shuttingDownReason, leaveServer(error) { return }
            fail(error)
        case .success(let response):
            if head.method.kind == .unary {
                unary?.resume(with: .success(response))
                unary = nil
                over(.well)
            } else {
                deliver(response.payload)
                finish()
            }
        }
    }

    /// The server is going down: new calls look for another. So does this one, once, where the server says that it did
    /// not run it and where all that was sent of it is here.
    /// - Returns: whether it was sent again.
    private func leaveServer(_ error: RPCError) -> Bool {
        if let handler { core.leave(handler) }
        handler = nil
        guard error.metadata[StreamRefusal.executedKey] == "no", refusal == nil, payload != nil else {
            // The connection is no longer one for others to wait for.
            core.sendWaiting()
            return false
        }
        refusal = error
        core.startAgain(self)
        return true
    }

    /// There was no way to a server. Of a call that was refused, the refusal says more than that.
    func neverSent(_ error: RPCError) { fail(refusal ?? error) }

    /// The server has ended the stream well.
    func finish() {
        inbound.end()
        over(.well)
    }

    /// The call is lost; items that came before are still to be had.
    func fail(_ error: RPCError) {
        inbound.fail(error)
        over(.failed(error))
    }

    /// The call is lost from outside, sent or not.
    func end(_ error: RPCError) { fail(error) }

    /// Ended on this side: nobody wants what has come.
    private func abandon(_ error: RPCError) {
        guard ending == nil else { return }
        inbound.discard(error)
        let handler = handler
        over(.failed(error))
        if let handler { handler.drop(self, stream: stream) } else { core.forget(self) }
    }

    private func over(_ how: Ending) {
        guard ending == nil else { return }
        ending = how
        if let timer { core.timers.remove(timer) }
        timer = nil
        handler = nil
        payload = nil
        if let reader {
            self.reader = nil
            hand(to: reader)
        }
        guard case .failed(let error) = how else { return }
        unary?.resume(with: .failure(error))
        unary = nil
        opening?.resume(with: .failure(error))
        opening = nil
    }

    func cancel() {
        core.loop.runNow {
            self.abandon(RPCError(.cancelled, reason: "CANCELLED", message: "the call was cancelled"))
        }
    }

    // MARK: Receiving

    /// True where an item can be handed in, or nobody wants it.
    func hasRoom(for item: ByteBuffer) -> Bool {
        head.method.kind == .unary || isOver || reader?.isDone == false || inbound.hasRoom(for: item.readableBytes)
    }

    /// Hands in an item for which there is room.
    func deliver(_ item: ByteBuffer) {
        if let reader, reader.resume(with: .success(item)) {
            self.reader = nil
        } else {
            inbound.append(item)
        }
    }

    func receive() async throws -> ByteBuffer? {
        try await cancelling {
            try await LoopWaiter.wait(on: core.loop) { waiter in
                if let reader = self.reader, !reader.isDone {
                    waiter.resume(with: .failure(Misuse("two tasks read the responses of one call")))
                } else {
                    self.hand(to: waiter)
                }
            }
        }
    }

    private func hand(to waiter: LoopWaiter<ByteBuffer?>) {
        switch inbound.next() {
        case .item(let item):
            waiter.resume(with: .success(item))
            handler?.hasRoom(self)
        case .end: waiter.resume(with: .success(nil))
        case .failed(let error): waiter.resume(with: .failure(error))
        case .wait: reader = waiter
        }
    }

    // MARK: Sending

    func send(_ item: ByteBuffer) async throws {
        let size = item.readableBytes
        guard size <= FrameWriter.maximumLength else {
            throw StreamRefusal.frameTooLarge(length: size, limit: FrameWriter.maximumLength).error
        }
        try await cancelling {
            try await LoopWaiter<Void>.wait(on: core.loop) { waiter in self.trySending(item, waiter) }
        }
    }

    /// Sends when there is room; `waiter` is resumed when the item has been handed over.
    private func trySending(_ item: ByteBuffer, _ waiter: LoopWaiter<Void>) {
        if waiter.isDone { return }
        if isOver { return resume(waiter) }
        guard !hasClosedSend else {
            waiter.resume(with: .failure(RPCError.sendClosed))
            return
        }
        guard let handler else { return resume(waiter) }
        // Its one answer may have come already, and tells more than that.
        if let loss = handler.loss, head.method.kind != .clientStreaming {
            waiter.resume(with: .failure(loss))
        } else if handler.isWritable {
            handler.send(item, stream: stream)
            waiter.resume(with: .success(()))
        } else {
            handler.waitForRoom(self, item, waiter)
        }
    }

    /// There is room again, or the call is over.
    func retry(_ item: ByteBuffer, _ waiter: LoopWaiter<Void>) { trySending(item, waiter) }

    /// Tells a sender how the call has ended. A client-streaming call may be answered early: then what is still sent is
    /// dropped, and the answer is there to be read.
    private func resume(_ waiter: LoopWaiter<Void>) {
        switch ending {
        case .failed(let error): waiter.resume(with: .failure(error))
        case .well where head.method.kind == .clientStreaming: waiter.resume(with: .success(()))
        case .well, nil: waiter.resume(with: .failure(RPCError.callOver))
        }
    }

    func closeSend() async throws {
        try await cancelling {
            try await LoopWaiter<Void>.wait(on: core.loop) { waiter in
                if !self.hasClosedSend, let handler = self.handler { handler.sendEnd(stream: self.stream) }
                self.hasClosedSend = true
                waiter.resume(with: .success(()))
            }
        }
    }
}

extension RPCError {
    static let sendClosed = RPCError(
        .failedPrecondition, message: "nothing can be sent after the requests were closed")
}
