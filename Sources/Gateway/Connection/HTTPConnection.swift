// One HTTP connection between its socket and the parser: lets requests through one at a time (RequestGate), refuses what
// is no request, and closes so that the last answer arrives. Its times are HTTPConnection+Times.swift. What stands behind
// it, Hummingbird, sees correct requests only and needs to know none of this.

internal import NIOCore
internal import NIOHTTP1
internal import RPC

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class HTTPConnection: ChannelDuplexHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    enum Answer {
        case none, begun
        /// Begun, and no other will follow.
        case last
        /// Written, though the request is not there in full.
        case written
    }

    /// The client's address, for the log; empty on Unix sockets.
    let address: String
    let door: HTTPDoor
    private(set) var gate: RequestGate
    private(set) var answer = Answer.none
    private(set) var context: ChannelHandlerContext?
    /// Nothing is written any more; what still comes in is not looked at.
    private(set) var isOver = false
    /// Whether the socket is being read: while it is not, it is not the client who is late.
    private(set) var isReading = false
    /// Came in and has not passed the gate.
    private var held = ByteBuffer()
    private var isInputOver = false
    /// Everything was written, and the client was told that no more will be.
    private var isOutputOver = false
    /// The next request is looked at in the next tick.
    private var goesOn = false
    /// Somebody behind wanted to read while the gate was shut.
    private var owesRead = false
    /// The answer under way, or the next one, is the last.
    var mustEnd = false
    var times = Times()

    var limits: HTTPLimits { door.limits }

    init(door: HTTPDoor, address: String) {
        self.door = door
        self.address = address
        gate = RequestGate(door.limits)
    }

    /// Between two requests.
    var isIdle: Bool { gate.phase == .head && !gate.hasBegun && answer == .none }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        expect(within: limits.headTime)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stopTimers()
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        isOver = true
        stopTimers()
        context.fireChannelInactive()
    }

    // MARK: In

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        var bytes = unwrapInboundIn(data)
        if held.readableBytes == 0 { held = bytes } else { held.writeBuffer(&bytes) }
        advance()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        timeReading(false)
        context.fireChannelReadComplete()
        if isOver { context.read() }
    }

    func read(context: ChannelHandlerContext) {
        // What waits for its turn waits in the kernel.
        guard held.readableBytes == 0 || gate.phase != .complete || isOver else {
            owesRead = true
            return
        }
        isReading = true
        timeReading(true)
        context.read()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent {
            isInputOver = true
            return inputEnded()
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// Whoever ends without the goodbye of TLS has ended as others do on a plain socket: what they have asked in full is
    /// answered. Those behind would take the error for the end of the connection.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if !ServerTLS.isMissingGoodbye(error) { context.fireErrorCaught(error) }
    }

    /// Lets pass what may.
    private func advance() {
        guard let context, !isOver, held.readableBytes > 0 else { return }
        let isNew = gate.head == nil
        let count: Int
        do throws(RequestGate.Refusal) {
            count = try passable()
        } catch {
            return refuse(error)
        }
        timeRequest()
        guard count > 0, let bytes = held.readSlice(length: count) else { return }
        // Nothing of a buffer that is read in full needs to be kept.
        if held.readableBytes == 0 { held = ByteBuffer() }
        if isNew, gate.head?.expectsContinue == true, gate.phase != .complete, gate.bodyBytes == 0 {
            write("HTTP/1.1 100 Continue\r\n\r\n")
        }
        context.fireChannelRead(wrapInboundOut(bytes))
        endRequest()
    }

    private func passable() throws(RequestGate.Refusal) -> Int {
        let result = held.withUnsafeReadableBytes { bytes in
            Result { () throws(RequestGate.Refusal) in try gate.pass(bytes) }
        }
        return try result.get()
    }

    /// The client sends no more. It may still be there for the answers to what it has asked in full, and those behind the
    /// gate learn of the end when all of that has passed.
    private func inputEnded() {
        guard isInputOver, !goesOn, let context else { return }
        if isOver {
            if isOutputOver { context.close(promise: nil) }
            return
        }
        if gate.phase == .complete, held.readableBytes > 0 { return }
        context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        if gate.phase != .complete { finish() }
    }

    // MARK: Out

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isOver else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        times.queued += unwrapOutboundIn(data).readableBytes
        context.write(data, promise: promise)
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        watchStall()
    }

    /// Who stands behind and closes has written all it had; what of that is on the way still arrives.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .input { return context.close(mode: mode, promise: promise) }
        finish()
        if mode == .all { context.channel.closeFuture.cascade(to: promise) } else { promise?.succeed() }
    }

    private func write(_ text: String) {
        guard let context else { return }
        write(context: context, data: wrapOutboundOut(.byteBuffer(ByteBuffer(string: text))), promise: nil)
        flush(context: context)
    }

    /// The head of an answer is about to be written: whether it is the last on this connection, as its client is told.
    func answerBegins(_ head: HTTPResponseHead) -> Bool {
        guard answer == .none else { return answer == .last }
        let isLast =
            mustEnd || head.headers[canonicalForm: "connection"].contains("close") || gate.head?.keepsAlive != true
            || door.isDraining && held.readableBytes == 0 || !isRestWorthReading
        answer = isLast ? .last : .begun
        return isLast
    }

    /// A request that is answered before it came in full is read to its end only where little is left of it.
    private var isRestWorthReading: Bool {
        switch gate.phase {
        case .complete: true
        case .body(let rest): rest <= 64 << 10
        case .head, .chunks: false
        }
    }

    /// An answer was written in full.
    func answerEnded() {
        if answer == .last || isInputOver && gate.phase != .complete { return finish() }
        answer = .written
        endRequest()
    }

    /// Goes on to the next request where this one is there in full and answered.
    private func endRequest() {
        guard answer == .written, gate.phase == .complete else { return }
        answer = .none
        gate.answered()
        expect(within: door.isDraining ? limits.drainGrace : limits.idleTime)
        // Not within the write of the answer, else a thousand requests that were sent at once would nest as deeply.
        goesOn = true
        context?.eventLoop.execute { [self] in
            goesOn = false
            guard let context else { return }
            if held.readableBytes > 0 {
                advance()
                context.fireChannelReadComplete()
            }
            if owesRead {
                owesRead = false
                read(context: context)
            }
            inputEnded()
        }
    }

    // MARK: Ends

    func refuse(_ refusal: RequestGate.Refusal) {
        switch refusal {
        case .malformed(let reason): refuse("400 Bad Request", .malformed, reason)
        case .headTooLarge: refuse("400 Bad Request", .headBytes, "a head of more than \(limits.headBytes) bytes")
        case .tooManyFields: refuse("400 Bad Request", .headFields, "more than \(limits.headFields) fields")
        }
    }

    /// Says no to what is no request, in as few words as possible, and ends.
    func refuse(_ status: String, _ kind: HTTPRefusals.Kind, _ reason: String) {
        guard let context, !isOver else { return }
        door.refusals.note(kind, status: status, reason: reason, peer: address)
        if answer == .none { write("HTTP/1.1 \(status)\r\nConnection: close\r\nContent-Length: 0\r\n\r\n") }
        finish()
        // Whoever waits for more of a body need not wait any longer.
        context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }

    /// Sends what was written, however long that takes a client who reads, says that there is no more, and reads on for
    /// a while, so that the client gets it all: closing a socket with unread input would take back what is on the way.
    func finish() {
        guard let context, !isOver else { return }
        flush(context: context)
        isOver = true
        held = ByteBuffer()
        times.deadline = nil
        // An empty write is done when all before it are; closing the output, of a socket whose input is over, would not
        // wait for them.
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.whenComplete { [self] _ in
            isOutputOver = true
            if isInputOver { return cut() }
            self.context?.close(mode: .output, promise: nil)
            expect(within: limits.linger)
        }
        context.writeAndFlush(wrapOutboundOut(.byteBuffer(ByteBuffer())), promise: written)
        context.read()
    }

    func cut() { context?.close(promise: nil) }
}
