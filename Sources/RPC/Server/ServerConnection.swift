// One accepted connection: a thin NIO handler that moves bytes between the socket and the pure parts (FrameDecoder,
// ServerConnectionState) and keeps the calls. Replies made while a read is being worked off go out in one write when the
// read is done, later ones in one per tick. How calls are opened and answered: ServerConnection+Calls.swift; pressure
// and the way out: ServerConnection+Output.swift, +Closing.swift.

internal import Logging
internal import NIOCore

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class ServerConnection: ChannelDuplexHandler, Flushable, StrangerConnection, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    let core: ServerCore
    let loop: LoopContext
    let peer: Peer
    let surroundings: CallContext.Surroundings
    @exclusivity(unchecked) var state: ServerConnectionState<ServerCall>
    var channel: (any Channel)?

    @exclusivity(unchecked) var decoder: FrameDecoder
    /// What the sweep goes by (ServerConnection+Watch.swift).
    var watch = ConnectionWatch()
    /// What is held of an incomplete frame (ServerConnection+Memory.swift).
    var memory = ConnectionMemory()
    /// False until the transport, or a call, has said who is at the other end.
    @exclusivity(unchecked) private(set) var isKnown: Bool
    /// A frame whose stream was full: tried once more in the next tick, when its handler has had its turn.
    @exclusivity(unchecked) private var deferred:
        (stream: UInt32, data: ByteBuffer, action: ServerConnectionState<ServerCall>.DataAction)?
    @exclusivity(unchecked) private(set) var isReading = false
    var isFinishing = false
    let lease: ConnectionLease

    @exclusivity(unchecked) var output = ConnectionOutput()
    @exclusivity(unchecked) var context: ChannelHandlerContext?

    init(_ core: ServerCore, loop: LoopContext, peer: Peer, lease: ConnectionLease) {
        self.core = core
        self.loop = loop
        self.peer = peer
        surroundings = CallContext.Surroundings(peer: peer, drain: core.drain)
        self.lease = lease
        state = ServerConnectionState(streamLimit: core.configuration.limits.streamsPerConnection)
        isKnown = core.configuration.trustsPeer(peer)
        if isKnown { lease.callerIsKnown() }
        decoder = FrameDecoder(maximumLength: isKnown ? core.frameLimit : core.strangerFrameLimit)
    }

    /// On the loop, or whenever it comes to it.
    func callerIsKnown() {
        lease.callerIsKnown()
        loop.loop.runNow { [self] in
            isKnown = true
            decoder.maximumLength = core.frameLimit
        }
    }

    // MARK: NIO

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        channel = context.channel
    }

    func channelActive(context: ChannelHandlerContext) {
        loop.connections[ObjectIdentifier(self)] = self
        watch.begin = .now()
        core.watch(loop)
        if core.drain.isSet { beginDrain() }
        if core.shutsAll.isSet { finish() }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isReading = true
        decoder.append(unwrapInboundIn(data))
        workOff()
    }

    /// Takes out and carries out all complete frames, and runs the calls that they open.
    private func workOff() {
        while let call = nextCall() { CallRunner.run(call) }
        decoder.settle()
        chargeWhatIsHeld()
    }

    /// Carries out frames up to one that opens a call; nil when there are no more.
    func nextCall() -> ServerCall? {
        while context != nil, deferred == nil, let event = decoder.next() {
            switch event {
            case .frame(let header, let data):
                if let call = received(header, data) { return call }
            case .tooLarge(let header): tooLarge(header)
            case .senseless(let header):
                tooLarge(header)
                state.beginClose()
                closeSoon(after: .seconds(1))
            }
        }
        return nil
    }

    private func tooLarge(_ header: FrameHeader) {
        carryOut(state.tooLarge(header, limit: decoder.maximumLength), header.stream)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        flushOutput()
        if state.mayClose { finish() }
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        // A peer that takes no answers gets to ask nothing more.
        if mayRead { context.read() } else { output.readIsHeld = true }
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
        releaseMemory()
        loop.counts.addStreams(-calls.count)
        for call in calls { call.end(RPCError.callerGone) }
        dropOutput()
        lease.release()
        core.checkIdle()
    }

    // MARK: Frames

    /// - Returns: a call that is to be run.
    private func received(_ header: FrameHeader, _ data: ByteBuffer) -> ServerCall? {
        switch header.type {
        case .request:
            switch state.request(stream: header.stream) {
            case .start: return open(header.stream, data)
            case .refuse(let refusal): refuse(header.stream, refusal)
            }
        case .data:
            let action = state.data(stream: header.stream, flags: header.flags, length: data.readableBytes)
            carryOut(action, header.stream, data)
        // Responses from a client and types that we do not know mean nothing here.
        default: break
        }
        return nil
    }

    private func carryOut(
        _ action: ServerConnectionState<ServerCall>.DataAction, _ stream: UInt32, _ data: ByteBuffer = ByteBuffer()
    ) {
        switch action {
        case .ignore: break
        case .refuse(let refusal): refuse(stream, refusal)
        case .deliver(let call, let hasItem, let ends, let complaint):
            guard call.deliver(hasItem ? data : nil, end: ends) else { return wait(for: call, stream, data, action) }
            if let complaint { refuse(stream, complaint) }
        case .abort(let call, let refusal):
            let error = refusal.error
            core.refused.add(error)
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
        guard deferred == nil, !call.isOver else {
            let error = StreamRefusal.overflow.error
            core.refused.add(error)
            return cut(call, error)
        }
        deferred = (stream, data, action)
        loop.loop.assumeIsolated().execute { [self] in
            guard let (stream, data, action) = deferred else { return }
            if context != nil { carryOut(action, stream, data) }
            deferred = nil
            workOff()
            resumeReading()
        }
    }

    private func refuse(_ stream: UInt32, _ refusal: StreamRefusal) {
        let error = refusal.error
        core.refused.add(error)
        answer(stream, error)
    }

    /// A peer that takes no answers gets to ask nothing more; nor does one whose stream is full, for a tick, or whose
    /// frame there is no room for.
    private var mayRead: Bool { !output.isHeldUp && deferred == nil && hasRoomForItsFrame() }

    func resumeReading() {
        guard output.readIsHeld, mayRead, let context else { return }
        output.readIsHeld = false
        context.read()
    }
}
