// How long a client may take: for a head, for a body, between requests, and to read what was written for it. One alarm
// a connection, set again only where it would ring too late, so that a quick request costs no timer.

internal import NIOCore

/// A body that took too long; whoever waits for it is told.
struct LateBody: Error {}

extension HTTPConnection {
    struct Times {
        /// When something must have happened.
        var deadline: NIODeadline?
        var alarm: (at: NIODeadline, task: Scheduled<Void>)?
        /// Whether the deadline is that of a head of which something has come.
        var isInHead = false
        /// When the body that is read began to be awaited: later by each time in which nobody read.
        var bodyBegan: NIODeadline?
        /// Since when nobody reads the body.
        var unread: NIODeadline?
        /// Bytes that were ever written to the socket's queue.
        var queued = 0
        var stall: (task: RepeatedTask, taken: Int, since: NIODeadline)?
    }

    func stopTimers() {
        times.alarm?.task.cancel()
        times.alarm = nil
        times.stall?.task.cancel()
        times.stall = nil
    }

    func expect(within time: Duration) { expect(at: .now() + TimeAmount(time)) }

    private func expect(at deadline: NIODeadline) {
        times.deadline = deadline
        guard let context else { return }
        if let alarm = times.alarm {
            // One that rings too early looks again.
            if alarm.at <= deadline { return }
            alarm.task.cancel()
        }
        let task = context.eventLoop.scheduleTask(deadline: deadline) { [self] in
            times.alarm = nil
            ring()
        }
        times.alarm = (deadline, task)
    }

    private func ring() {
        guard let deadline = times.deadline else { return }
        if NIODeadline.now() < deadline { return expect(at: deadline) }
        times.deadline = nil
        if isOver { return cut() }
        switch gate.phase {
        case .complete: return
        case .head:
            guard gate.hasBegun else { return finish() }
            refuse("408 Request Timeout", .headTime, "the head took too long")
        case .body, .chunks:
            // Nobody reads: then it is not the client who is late.
            if !isReading { return expect(within: .seconds(1)) }
            guard answer == .none else { return finish() }
            mustEnd = true
            context?.fireErrorCaught(LateBody())
        }
    }

    /// Something of a request has come: what is expected next?
    func timeRequest() {
        switch gate.phase {
        case .complete:
            times.deadline = nil
            times.bodyBegan = nil
            times.unread = nil
            times.isInHead = false
        case .head:
            // From its first byte on; more bytes give no more time.
            guard !times.isInHead else { return }
            times.isInHead = true
            expect(within: limits.headTime)
        case .body, .chunks:
            times.isInHead = false
            let began = times.bodyBegan ?? .now()
            times.bodyBegan = began
            expect(at: began + TimeAmount(limits.bodyTime) + .seconds(Int64(gate.bodyBytes >> 16)))
        }
    }

    /// Of a body that is streamed, a server that is slow must not make a client late.
    func timeReading(_ isReading: Bool) {
        guard let began = times.bodyBegan else { return }
        if !isReading {
            times.unread = .now()
        } else if let unread = times.unread {
            times.unread = nil
            times.bodyBegan = began + (.now() - unread)
            if let deadline = times.deadline { times.deadline = deadline + (.now() - unread) }
        }
    }

    /// The server shuts down: what has no request yet is not waited for.
    func beginDrain() {
        guard !isOver, gate.phase == .head, answer == .none else { return }
        expect(within: gate.hasBegun ? limits.linger : limits.drainGrace)
    }

    // MARK: Slow readers

    /// Watches what could not be written at once, until it is, or until nothing of it was taken for too long.
    func watchStall() {
        guard times.stall == nil, !isOver, let context, let waiting = waitingBytes, waiting > 0 else { return }
        let step = TimeAmount(limits.writeStall / 4)
        let task = context.eventLoop.scheduleRepeatedTask(initialDelay: step, delay: step) {
            [self] _ in lookForStall()
        }
        times.stall = (task, times.queued - waiting, .now())
    }

    private func lookForStall() {
        guard var stall = times.stall, let waiting = waitingBytes, waiting > 0 else {
            times.stall?.task.cancel()
            times.stall = nil
            return
        }
        let taken = times.queued - waiting
        if taken > stall.taken {
            stall.taken = taken
            stall.since = .now()
            times.stall = stall
        } else if NIODeadline.now() - stall.since >= TimeAmount(limits.writeStall) {
            door.refusals.note(.writeStall, status: "cut", reason: "the client does not read", peer: address)
            cut()
        }
    }

    private var waitingBytes: Int? {
        guard let options = context?.channel.syncOptions else { return nil }
        return try? options.getOption(.bufferedWritableBytes)
    }
}
