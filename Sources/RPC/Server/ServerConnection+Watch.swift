// What a connection may take its time with: the first frame, every frame, and doing nothing. Nothing of it is measured
// where frames are handled: each loop looks at all its connections once a second and compares what it sees with what it
// saw. So no limit strikes early, and each strikes two looks late at most.

internal import Logging
internal import NIOCore

/// What was seen of a connection when it was last looked at.
struct ConnectionWatch {
    /// When it was accepted, or its handshake was over.
    var begin = NIODeadline.uptimeNanoseconds(0)
    var finishedFrames: UInt64 = 0
    /// Since when the same frame has been coming.
    var frameSince: NIODeadline?
    /// Since when nothing has come while no stream was open.
    var idleSince: NIODeadline?
}

extension ServerConnection {
    /// On the loop, once a second.
    func inspect(at now: NIODeadline) {
        guard context != nil, !isFinishing else { return }
        let limits = core.configuration.limits
        let frames = decoder.finishedFrames
        let isNew = frames != watch.finishedFrames
        watch.finishedFrames = frames
        if frames == 0, now - watch.begin > limits.firstFrame.timeAmount { return cut(.firstFrame) }

        // While we do not read, its frames cannot come: that is the time of `writeStall`.
        if let unfinished = decoder.unfinished, !output.isHeldUp {
            let since = isNew ? now : watch.frameSince ?? now
            watch.frameSince = since
            let time =
                limits.frameTime + .seconds(Double(unfinished.length) / Double(max(1, limits.frameBytesPerSecond)))
            if now - since > time.timeAmount { return cut(.frameTime) }
        } else {
            watch.frameSince = nil
        }

        if state.openStreams == 0, !isNew {
            let since = watch.idleSince ?? now
            watch.idleSince = since
            if now - since > limits.idle.timeAmount {
                core.refused.add(.idle)
                finish()
            }
        } else {
            watch.idleSince = nil
        }
    }

    private func cut(_ limit: ServerLimitName) {
        core.refused.add(limit)
        core.logger.debug("connection cut", metadata: ["limit": "\(limit.rawValue)", "listener": "\(peer.listener)"])
        context?.close(promise: nil)
    }
}

extension ServerCore {
    /// Looks after the connections of `loop` as long as there are any.
    func watch(_ loop: LoopContext) {
        guard !loop.isWatched else { return }
        loop.isWatched = true
        lookLater(loop)
    }

    private func lookLater(_ loop: LoopContext) {
        loop.loop.scheduleTask(in: lookInterval) { [self] in
            guard !loop.connections.isEmpty else {
                loop.isWatched = false
                return
            }
            let now = NIODeadline.now()
            for connection in loop.connections.values { connection.inspect(at: now) }
            loop.parsing.look(isOver: parsing.isOver)
            lookLater(loop)
        }
    }

    /// A second; less where a limit is so short that a second would be long.
    private var lookInterval: TimeAmount {
        let limits = configuration.limits
        let shortest = [limits.firstFrame, limits.frameTime, limits.idle].min()
        let quarter = (shortest?.timeAmount.nanoseconds ?? .max) / 4
        return .nanoseconds(min(max(quarter, 10_000_000), 1_000_000_000))
    }
}

extension Duration {
    fileprivate var timeAmount: TimeAmount { .nanoseconds(clampedNanoseconds) }
}
