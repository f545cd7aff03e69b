// The client's end of one connection: a thin NIO handler that moves bytes between the socket and the pure parts
// (FrameDecoder, ClientConnectionState) and keeps the calls that were sent. Requests of one tick leave in one write.

internal import NIOCore

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class ClientHandler: ChannelInboundHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let core: ClientCore
    private var context: ChannelHandlerContext?
    private var state = ClientConnectionState<ClientCall>()
    private var decoder = FrameDecoder(maximumLength: FrameWriter.maximumLength)
    private var output = ByteBuffer()
    private var needsFlush = false
    private var isHeldUp = false
    private var isRetired = false
    private var hasEnded = false
    /// Items whose senders wait for room.
    private var blocked = CircularBuffer<(call: ClientCall, item: ByteBuffer, waiter: LoopWaiter<Void>)>()

    init(_ core: ClientCore) { self.core = core }

    var isActive: Bool { context != nil && !hasEnded }
    var hasIDs: Bool { state.hasIDs }
    /// False while calls should wait to be sent.
    var canTake: Bool { isActive && !isHeldUp && state.hasIDs }

    // MARK: Sending

    func send(_ call: ClientCall) {
        let timeout = call.head.deadline.remainingNanoseconds(at: .now()) ?? 0
        if timeout < 0 || !call.head.deadline.isNever && timeout == 0 { return call.end(.deadlinePassed) }
        let head = call.requestHead(timeout: timeout)
        let payload = call.takePayload()
        let size = FrameWriter.requestSize(head, payload: payload?.readableBytes ?? 0)
        guard size <= FrameWriter.maximumLength else {
            return call.end(StreamRefusal.frameTooLarge(length: size, limit: FrameWriter.maximumLength).error)
        }
        guard let stream = state.open(kind: call.head.method.kind, call: call) else {
            return call.end(ConnectionFailure(kind: .lost, endpoint: core.endpoint, description: "no ids left").error)
        }
        FrameWriter.writeRequest(
            stream: stream, flags: call.requestFlags, head, payload: payload, into: &output)
        wrote()
        call.sent(on: self, stream: stream)
    }

    func send(_ item: ByteBuffer, stream: UInt32) {
        guard state.isOpen(stream: stream) else { return }
        FrameWriter.writeData(stream: stream, item, into: &output)
        wrote()
    }

    func sendEnd(stream: UInt32) {
        guard state.isOpen(stream: stream) else { return }
        FrameWriter.writeEnd(stream: stream, into: &output)
        wrote()
    }

    /// Drops a call on this side; what the server still sends for it is thrown away.
    func drop(_ call: ClientCall, stream: UInt32) {
        state.drop(stream: stream)
        for entry in blocked where entry.call === call { call.retry(entry.item, entry.waiter) }
        blocked.removeAll { $0.call === call }
        closeIfDone()
    }

    func waitForRoom(_ call: ClientCall, _ item: ByteBuffer, _ waiter: LoopWaiter<Void>) {
        blocked.append((call, item, waiter))
    }

    var isWritable: Bool { !isHeldUp }

    private func wrote() {
        if output.readableBytes >= ConnectionOutput.flushSize { return flush() }
        guard !needsFlush else { return }
        needsFlush = true
        core.loop.execute { self.flush() }
    }

    private func flush() {
        needsFlush = false
        guard output.readableBytes > 0, let context else { return }
        context.write(wrapOutboundOut(output), promise: nil)
        context.flush()
        if output.storageCapacity > 256 << 10 { output = ByteBuffer() } else { output.clear() }
    }

    // MARK: Ending

    /// No new calls; closes when those that were sent are over.
    func retire() {
        isRetired = true
        closeIfDone()
    }

    private func closeIfDone() {
        if isRetired, state.openStreams == 0 { close() }
    }

    func close(_ error: RPCError? = nil) {
        let context = context
        end(error ?? lostError)
        context?.close(promise: nil)
    }

    private func end(_ error: RPCError) {
        guard !hasEnded else { return }
        hasEnded = true
        flush()
        context = nil
        for call in state.closed() { call.end(error) }
        while let entry = blocked.popFirst() { entry.call.retry(entry.item, entry.waiter) }
        core.lost(self)
    }

    private var lostError: RPCError {
        ConnectionFailure(
            kind: .lost, endpoint: core.endpoint,
            description: "the connection to \(core.endpoint) was lost before the answer came"
        ).error
    }

    // MARK: NIO

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { end(lostError) }

    func channelInactive(context: ChannelHandlerContext) {
        end(lostError)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isHeldUp = !context.channel.isWritable
        if !isHeldUp {
            core.sendWaiting()
            while !isHeldUp, let next = blocked.popFirst() { next.call.retry(next.item, next.waiter) }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        decoder.append(unwrapInboundIn(data))
        while !hasEnded, let event = decoder.next() {
            switch event {
            case .frame(let header, let data): carryOut(state.frame(header), header.stream, data)
            case .tooLarge(let header):
                carryOut(state.tooLarge(header, limit: FrameWriter.maximumLength), header.stream, ByteBuffer())
            // Nothing that follows can be read: there is no server of ours behind this.
            case .senseless: close()
            }
        }
        decoder.settle()
        closeIfDone()
    }

    private func carryOut(_ action: ClientConnectionState<ClientCall>.Action, _ stream: UInt32, _ data: ByteBuffer) {
        switch action {
        case .ignore: break
        case .item(let call):
            if !call.deliver(data) {
                state.drop(stream: stream)
                call.fail(ClientConnectionState<ClientCall>.Violation.overflow.error)
            }
        case .end(let call, let hasItem):
            if hasItem, !call.deliver(data) {
                call.fail(ClientConnectionState<ClientCall>.Violation.overflow.error)
            } else {
                call.finish()
            }
        case .response(let call): call.response(data)
        case .fail(let call, let violation): call.fail(violation.error)
        }
    }
}
