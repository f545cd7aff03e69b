// One accepted connection: a thin NIO handler that moves bytes between the socket and the pure parts (FrameDecoder,
// ServerConnectionState) and keeps the calls. Replies made while a read is being worked off go out in one write when the
// read is done, later ones in one per tick. How calls are opened and answered: ServerConnection+Calls.swift; pressure
// and the way out: ServerConnection+Output.swift, +Closing.swift.

internal import Logging
internal import NIOCore

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class ServerConnection: ChannelDuplexHandler, Flushable, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    let core: ServerCore
    let loop: LoopContext
    let peer: Peer
    var state: ServerConnectionState<ServerCall>
    var channel: (any Channel)?

    private var decoder: FrameDecoder
    /// A frame whose stream was full: tried once more in the next tick, when its handler has had its turn.
    private var deferred: (stream: UInt32, data: ByteBuffer, action: ServerConnectionState<ServerCall>.DataAction)?
    private(set) var isReading = false
    var isFinishing = false
    private let lease: ConnectionLease

    var output = ConnectionOutput()
    var context: ChannelHandlerContext?

    init(_ core: ServerCore, loop: LoopContext, peer: Peer, lease: ConnectionLease) {
        self.core = core
        self.loop = loop
        self.peer = peer
        self.lease = lease
        state = ServerConnectionState(streamLimit: core.configuration.limits.streamsPerConnection)
        decoder = FrameDecoder(maximumLength: core.frameLimit)
    }

    // MARK: NIO

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        channel = context.channel
    }

    func channelActive(context: ChannelHandlerContext) {
        loop.connections[ObjectIdentifier(self)] = self
        if core.drain.isSet { beginDrain() }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isReading = true
        decoder.append(unwrapInboundIn(data))
        workOff()
    }

    /// Takes out and carries out all complete frames.
    private func workOff() {
        while context != nil, deferred == nil, let event = decoder.next() {
            switch event {
            case .frame(let header, let data): received(header, data)
            case .tooLarge(let header): carryOut(state.tooLarge(header, limit: core.frameLimit), header.stream)
            case .senseless(let header):
                carryOut(state.tooLarge(header, limit: core.frameLimit), header.stream)
                state.beginClose()
                closeSoon(after: .seconds(1))
            }
        }
        decoder.settle()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        flushOutput()
        if state.mayClose { finish() }
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        // A peer that takes no answers gets to ask nothing more.
        if output.isHeldUp || deferred != nil { output.readIsHeld = true } else { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        writabilityChanged(context.channel.isWritable)
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        gone()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { gone() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        core.logger.debug("connection failed", metadata: ["listener": "\(peer.listener)", "error": "\(error)"])
        context.close(promise: nil)
    }

    private func gone() {
        guard context != nil else { return }
        context = nil
        channel = nil
        loop.connections[ObjectIdentifier(self)] = nil
        let calls = state.closed()
        loop.counts.addStreams(-calls.count)
        for call in calls { call.end(.callerGone) }
        dropOutput()
        lease.release()
        core.checkIdle()
    }

    // MARK: Frames

    private func received(_ header: FrameHeader, _ data: ByteBuffer) {
        switch header.type {
        case .request:
            switch state.request(stream: header.stream) {
            case .start: open(header.stream, data)
            case .refuse(let refusal): answer(header.stream, refusal.error)
            }
        case .data:
            let action = state.data(stream: header.stream, flags: header.flags, length: data.readableBytes)
            carryOut(action, header.stream, data)
        // Responses from a client and types that we do not know mean nothing here.
        default: break
        }
    }

    private func carryOut(
        _ action: ServerConnectionState<ServerCall>.DataAction, _ stream: UInt32, _ data: ByteBuffer = ByteBuffer()
    ) {
        switch action {
        case .ignore: break
        case .refuse(let refusal): answer(stream, refusal.error)
        case .deliver(let call, let hasItem, let ends, let complaint):
            guard call.deliver(hasItem ? data : nil, end: ends) else { return wait(for: call, stream, data, action) }
            if let complaint { answer(stream, complaint.error) }
        case .abort(let call, let refusal):
            let error = refusal.error
            call.end(error)
            streamEnded()
            answer(stream, error, call.context)
        }
    }

    /// A stream is full. What came in one read may be more than it holds though its handler is quick, so the handler gets
    /// one turn; if that makes no room, it does not read, and loses the stream. The others wait for a tick, no longer.
    private func wait(
        for call: ServerCall, _ stream: UInt32, _ data: ByteBuffer,
        _ action: ServerConnectionState<ServerCall>.DataAction
    ) {
        guard deferred == nil, !call.isOver else { return cut(call, StreamRefusal.overflow.error) }
        deferred = (stream, data, action)
        loop.loop.assumeIsolated().execute { [self] in
            guard let (stream, data, action) = deferred else { return }
            if context != nil { carryOut(action, stream, data) }
            deferred = nil
            workOff()
            resumeReading()
        }
    }

    func resumeReading() {
        guard output.readIsHeld, !output.isHeldUp, deferred == nil, let context else { return }
        output.readIsHeld = false
        context.read()
    }
}
