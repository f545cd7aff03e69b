// The client's end of one connection: a thin NIO handler that moves bytes between the socket and the pure parts
// (FrameDecoder, ClientConnectionState) and keeps the calls that were sent. Requests of one tick leave in one write.

internal import NIOCore

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class ClientHandler: ChannelDuplexHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    private let core: ClientCore
    private var context: ChannelHandlerContext?
    private var state: ClientConnectionState<ClientCall>
    private var decoder = FrameDecoder(maximumLength: FrameWriter.maximumLength)
    private var output = ByteBuffer()
    private var needsFlush = false
    private var isHeldUp = false
    private var isRetired = false
    /// Carries one stream: nobody else waits while that one is not read.
    private var isAlone = false
    /// Something came from the server.
    private(set) var hasHeard = false
    /// The core counts on it. Before that its end is the end of an attempt to connect, which the dialler tells of.
    var isInUse = false
    /// Why the connection is gone, while what came over it still waits for its readers.
    private(set) var loss: RPCError?
    /// Then: how long its readers have in all, where other calls wait for them.
    private var lateUntil: NIODeadline?
    /// A frame whose stream is full, and with it the reading of the connection.
    private var stalled: (frame: (FrameHeader, ByteBuffer), call: ClientCall, patience: Scheduled<Void>?)?
    private var readIsHeld = false
    private var hasEnded = false
    /// Items whose senders wait for room.
    private var blocked = CircularBuffer<(call: ClientCall, item: ByteBuffer, waiter: LoopWaiter<Void>)>()

    init(_ core: ClientCore) {
        self.core = core
        state = ClientConnectionState(firstStream: core.configuration.firstStream)
    }

    /// While it is connected.
    var channel: (any Channel)? { context?.channel }
    var isActive: Bool { context != nil && !hasEnded }
    var hasIDs: Bool { state.hasIDs }
    /// False while calls should wait to be sent.
    var canTake: Bool { isActive && !isHeldUp && state.hasIDs }

    // MARK: Sending

    func send(_ call: ClientCall) {
        let timeout = call.head.deadline.remainingNanoseconds(at: .now()) ?? 0
        if timeout < 0 || !call.head.deadline.isNever && timeout == 0 { return call.end(.deadlinePassed) }
        let head = call.requestHead(timeout: timeout)
        let payload = call.payload
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
        guard loss == nil, state.isOpen(stream: stream) else { return }
        FrameWriter.writeData(stream: stream, item, into: &output)
        wrote()
    }

    func sendEnd(stream: UInt32) {
        guard loss == nil, state.isOpen(stream: stream) else { return }
        FrameWriter.writeEnd(stream: stream, into: &output)
        wrote()
    }

    /// Drops a call on this side; what the server still sends for it is thrown away.
    func drop(_ call: ClientCall, stream: UInt32) {
        state.drop(stream: stream)
        if stalled?.call === call { goOn() }
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
        // Taken out first: writing can call back, and who is called back may write.
        var buffer = output
        output = ByteBuffer()
        context.write(wrapOutboundOut(buffer), promise: nil)
        context.flush()
        guard output.storageCapacity == 0, buffer.storageCapacity <= 256 << 10 else { return }
        buffer.clear()
        output = buffer
    }

    // MARK: Ending

    /// No new calls; closes when those that were sent are over.
    func retire() {
        isRetired = true
        closeIfDone()
    }

    /// This call, and no other.
    func carryAlone(_ call: ClientCall) {
        isAlone = true
        send(call)
        retire()
    }

    private func closeIfDone() {
        if isRetired, state.openStreams == 0 { close() }
    }

    func close(_ error: RPCError? = nil) {
        let context = context
        end(error ?? lostError, byServer: false)
        context?.close(promise: nil)
    }

    private func end(_ error: RPCError, byServer: Bool) {
        guard !hasEnded else { return }
        if byServer, stalled != nil { return outlive(error) }
        hasEnded = true
        stalled?.patience?.cancel()
        stalled = nil
        flush()
        context = nil
        for call in state.closed() { call.end(error) }
        while let entry = blocked.popFirst() { entry.call.retry(entry.item, entry.waiter) }
        if isInUse { core.lost(self, inSilence: byServer && !hasHeard) }
    }

    /// The connection is gone, but not all that came over it was handed over: it ends for its calls when that is done.
    private func outlive(_ error: RPCError) {
        guard loss == nil else { return }
        loss = error
        lateUntil = graceFromNow
        context = nil
        let senders = blocked
        blocked.removeAll()
        for sender in senders { sender.call.retry(sender.item, sender.waiter) }
        core.leave(self)
        core.sendWaiting()
    }

    private var lostError: RPCError {
        ConnectionFailure(
            kind: .lost, endpoint: core.endpoint,
            description: "the connection to \(core.endpoint) was lost before the answer came"
        ).error
    }

    // MARK: NIO

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { end(lostError, byServer: true) }

    func channelInactive(context: ChannelHandlerContext) {
        end(lostError, byServer: true)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // With TLS 1.3 a server says no to a client's certificate when the client thinks that all is well.
        if let refusal = TLSWords.refusal(error) {
            end(
                ConnectionFailure(
                    kind: .refused, endpoint: core.endpoint, description: "\(core.endpoint) refused: \(refusal)"
                ).error, byServer: true)
        }
        context.close(promise: nil)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isHeldUp = !context.channel.isWritable
        if !isHeldUp {
            core.sendWaiting()
            while !isHeldUp, let next = blocked.popFirst() { next.call.retry(next.item, next.waiter) }
        }
        context.fireChannelWritabilityChanged()
    }

    func read(context: ChannelHandlerContext) {
        if stalled != nil { readIsHeld = true } else { context.read() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        decoder.append(unwrapInboundIn(data))
        workOff()
    }

    private func workOff() {
        while !hasEnded, stalled == nil, let event = decoder.next() {
            switch event {
            case .frame(let header, let data):
                heard()
                received(header, data)
            case .tooLarge(let header):
                heard()
                carryOut(state.tooLarge(header, limit: FrameWriter.maximumLength), header, ByteBuffer())
            // Nothing that follows can be read: there is no server of ours behind this.
            case .senseless:
                let context = context
                end(lostError, byServer: true)
                context?.close(promise: nil)
            }
        }
        // Of what waits for a slow reader each frame would copy all that is behind it.
        if stalled == nil { decoder.settle() }
        if let loss, stalled == nil { end(loss, byServer: true) } else { closeIfDone() }
    }

    private func heard() {
        guard !hasHeard else { return }
        hasHeard = true
        core.heard()
    }

    private func received(_ header: FrameHeader, _ data: ByteBuffer) {
        // Asked before the state is told, so that a frame that must wait has not been taken. What ends a stream is taken
        // at once: it brings one item at most.
        let isMore = header.type == .data && header.flags.isDisjoint(with: .end)
        if isMore, let call = state.call(header.stream), !call.hasRoom(for: data) { return stall(header, data, call) }
        carryOut(state.frame(header), header, data)
    }

    private func carryOut(
        _ action: ClientConnectionState<ClientCall>.Action, _ header: FrameHeader, _ data: ByteBuffer
    ) {
        switch action {
        case .ignore: break
        case .item(let call): call.deliver(data)
        case .end(let call, let hasItem):
            if hasItem { call.deliver(data) }
            call.finish()
        case .response(let call): call.response(data)
        case .fail(let call, let violation): call.fail(violation.error)
        }
    }

    // MARK: Slow readers

    private var graceFromNow: NIODeadline {
        .now() + .nanoseconds(core.configuration.slowReaderGrace.clampedNanoseconds)
    }

    /// ttrpc has no flow control but that of the socket: reading stops until the stream has room or, where other calls
    /// would wait with it, until its reader has had time enough.
    private func stall(_ header: FrameHeader, _ data: ByteBuffer, _ call: ClientCall) {
        if isAlone {
            stalled = ((header, data), call, nil)
            return
        }
        let patience = core.loop.assumeIsolated().scheduleTask(deadline: lateUntil ?? graceFromNow) { [weak self] in
            guard let self, let stalled = self.stalled else { return }
            self.state.drop(stream: stalled.frame.0.stream)
            stalled.call.fail(ClientConnectionState<ClientCall>.Violation.overflow.error)
            self.goOn()
        }
        stalled = ((header, data), call, patience)
    }

    /// A call has read an item, or wants none any more.
    func hasRoom(_ call: ClientCall) {
        if let stalled, stalled.call === call, call.hasRoom(for: stalled.frame.1) { goOn() }
    }

    private func goOn() {
        guard let (frame, _, patience) = stalled else { return }
        patience?.cancel()
        stalled = nil
        received(frame.0, frame.1)
        workOff()
        if stalled == nil, readIsHeld, let context {
            readIsHeld = false
            context.read()
        }
    }
}
