// The way out of a connection: one buffer that frames are collected in, and what happens when the peer does not take it.
// Past the high watermark writers wait, answers wait in their calls, and reading pauses; a peer that takes nothing for
// 10 s is cut. So what a connection can make the server hold is bounded by its streams.

internal import Codec
internal import Logging
internal import NIOCore

/// What waits to be written on one connection.
struct ConnectionOutput {
    typealias Answer = (call: ServerCall, outcome: Result<any ProtoMessage, any Error>)

    /// Frames since the last flush; borrowed from the loop while there are any.
    var buffer = ByteBuffer()
    var needsFlush = false
    /// True while the channel has more than the watermark.
    var isHeldUp = false
    var readIsHeld = false
    var heldAnswers: [Answer] = []
    var waiters = CircularBuffer<(call: ServerCall, waiter: LoopWaiter<Void>)>()
    /// Bytes handed to the channel so far.
    var handedOver = 0
    var isWatchingForStall = false

    /// Collected output is handed on when there is this much of it.
    static let flushSize = 128 << 10
}

extension ServerConnection {
    /// False while writers should wait.
    var isWritable: Bool { !output.isHeldUp && context != nil }

    func startOutput() {
        if output.buffer.storageCapacity == 0 { output.buffer = loop.borrowBuffer() }
    }

    /// After frames were added to the buffer: sees that they leave with their neighbours.
    func wrote() {
        if output.buffer.readableBytes >= ConnectionOutput.flushSize { return flushOutput() }
        guard !isReading, !output.needsFlush else { return }
        output.needsFlush = true
        loop.flushLater(self)
    }

    func flushOutput() {
        output.needsFlush = false
        guard output.buffer.readableBytes > 0, let context else { return }
        // Taken out first: writing can call back, and who is called back may write.
        var buffer = output.buffer
        output.buffer = ByteBuffer()
        output.handedOver += buffer.readableBytes
        context.write(wrapOutboundOut(buffer), promise: nil)
        context.flush()
        loop.giveBack(&buffer)
        if state.mayClose, !isReading { finish() }
    }

    func writabilityChanged(_ isWritable: Bool) {
        output.isHeldUp = !isWritable
        guard isWritable else { return watchForStall() }
        let answers = output.heldAnswers
        output.heldAnswers = []
        for (index, answer) in answers.enumerated() {
            if output.isHeldUp {
                output.heldAnswers = Array(answers[index...]) + output.heldAnswers
                break
            }
            finish(answer.call, answer.outcome)
        }
        var count = output.waiters.count
        while count > 0, !output.isHeldUp, let next = output.waiters.popFirst() {
            next.call.resume(next.waiter)
            count -= 1
        }
        resumeReading()
    }

    func waitForRoom(_ call: ServerCall, _ waiter: LoopWaiter<Void>) {
        if call.isOver || isWritable { return call.resume(waiter) }
        output.waiters.append((call, waiter))
    }

    /// Those who wait to write on a call that has ended learn of it.
    func wakeWriters(of call: ServerCall) {
        guard !output.waiters.isEmpty else { return }
        for entry in output.waiters where entry.call === call { call.resume(entry.waiter) }
        output.waiters.removeAll { $0.call === call }
    }

    func dropOutput() {
        let waiters = output.waiters
        output.waiters.removeAll()
        for entry in waiters { entry.call.resume(entry.waiter) }
        output.heldAnswers = []
        output.buffer = ByteBuffer()
    }

    // MARK: Stalls

    func watchForStall() {
        guard !output.isWatchingForStall else { return }
        output.isWatchingForStall = true
        checkLater(taken: taken())
    }

    private func checkLater(taken before: Int) {
        let patience = TimeAmount.nanoseconds(core.configuration.limits.writeStall.clampedNanoseconds)
        loop.loop.assumeIsolated().scheduleTask(in: patience) { [weak self] in
            guard let self, let context = self.context else { return }
            guard self.output.isHeldUp || self.isFinishing else {
                self.output.isWatchingForStall = false
                return
            }
            let taken = self.taken()
            if taken <= before {
                self.core.refused.add(.writeStall)
                self.core.logger.info("connection cut: the peer takes nothing", metadata: ["peer": "\(self.peer)"])
                context.close(promise: nil)
            } else {
                self.checkLater(taken: taken)
            }
        }
    }

    /// Bytes that the kernel has taken.
    private func taken() -> Int {
        let waiting = try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)
        return output.handedOver - (waiting ?? 0)
    }
}
