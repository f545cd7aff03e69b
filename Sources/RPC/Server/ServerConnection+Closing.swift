// How a connection ends by our will. Never with close() alone: unread input would make the kernel throw away answers that
// the peer has not taken yet. So: flush, shutdown(SHUT_WR), read to the end for 2 s at most, then close.

internal import NIOCore

extension ServerConnection {
    /// From now on new requests are refused; what runs goes on.
    func beginDrain() { state.beginDrain() }

    /// Whether something has come that was not looked at yet.
    var hasUnreadInput: Bool { context != nil && SocketCalls.unread(lease.descriptor) > 0 }

    /// Ends calls that could go on for ever: streams without a deadline.
    func cutLongStreams() {
        for open in state.openCalls where open.call.context.isLongStream {
            cut(open.call, StreamRefusal.cutShort.error)
        }
    }

    /// Ends all calls.
    func cutAll() {
        for open in state.openCalls { cut(open.call, StreamRefusal.cutShort.error) }
    }

    /// Closes when the calls in flight have their answers, or when `patience` is over.
    func closeSoon(after patience: TimeAmount) {
        loop.loop.assumeIsolated().scheduleTask(in: patience) { [weak self] in self?.finish() }
    }

    /// Says that nothing more comes, and waits a little for the peer to hang up.
    func finish() {
        guard let context, !isFinishing else { return }
        isFinishing = true
        state.beginClose()
        flushOutput()
        // Done when all that was written has left; whoever takes none of it is cut by the watch for stalls.
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.whenComplete { [weak self] _ in self?.linger() }
        context.close(mode: .output, promise: written)
        watchForStall()
        // Reading goes on, held back or not: the end of the input is what closes the channel.
        output.isHeldUp = false
        resumeReading()
    }

    private func linger() {
        let linger = TimeAmount.nanoseconds(core.configuration.limits.linger.clampedNanoseconds)
        loop.loop.assumeIsolated().scheduleTask(in: linger) { [weak self] in
            self?.context?.close(promise: nil)
        }
    }
}
