// Which of a bridge's sessions have something to do, and how much the bridge will take.

internal import Codec
internal import Contract
internal import RPC
internal import Store
internal import Synchronization

extension BridgeLink {
    /// What the stream's dispatcher is to do next.
    enum Work: Sendable {
        /// Look at messages of unknown outcome of these sessions.
        case reconcile([Reconcile.Part])
        /// Hand out messages; credit for all of them is set aside.
        case dispatch([Dispatch.Turn])
        /// Nothing can be done now. `starved`: for want of credit alone.
        case nothing(starved: Bool)
    }

    func takeWork(at now: Instant) -> Work {
        state.withLock { state in
            guard state.isWelcomed, !state.isDraining, !state.isFinishing else { return .nothing(starved: false) }
            if state.isCaughtUp, !state.unreconciled.isEmpty {
                return .reconcile(Self.unreconciled(&state, upTo: configuration.reconcileBatch))
            }
            guard !state.ready.isEmpty else { return .nothing(starved: false) }
            let reserved = state.credit.reserve(configuration.dispatchBatch)
            guard reserved > 0 else { return .nothing(starved: true) }
            let turns = Self.turns(&state, reserved, now)
            if turns.isEmpty {
                state.credit.giveBack(reserved)
                return .nothing(starved: false)
            }
            state.credit.giveBack(reserved - turns.reduce(0) { $0 + $1.limit })
            return .dispatch(turns)
        }
    }

    private static func unreconciled(_ state: inout State, upTo limit: Int) -> [Reconcile.Part] {
        var parts: [Reconcile.Part] = []
        while parts.count < limit, let session = state.unreconciled.popFirst() {
            guard let carried = state.carried[session] else { continue }
            state.carried[session]?.needsReconcile = false
            parts.append(Reconcile.Part(sessionID: session, epoch: carried.epoch))
        }
        return parts
    }

    private static func turns(_ state: inout State, _ reserved: Int, _ now: Instant) -> [Dispatch.Turn] {
        var sessions: [(id: Int64, carried: Carried)] = []
        for id in state.ready.take(reserved) {
            // Not carried or not connected: it is marked again when it is.
            guard let carried = state.carried[id], carried.isConnected else {
                state.ready.finish(id, more: false)
                continue
            }
            sessions.append((id, carried))
        }
        guard !sessions.isEmpty else { return [] }
        let (share, rest) = reserved.quotientAndRemainder(dividingBy: sessions.count)
        return sessions.enumerated().compactMap { index, session in
            let wanted = share + (index < rest ? 1 : 0)
            switch session.carried.pacing.allowance(wanted: wanted, at: now) {
            case .messages(let limit):
                return Dispatch.Turn(sessionID: session.id, epoch: session.carried.epoch, limit: limit)
            case .none:
                state.ready.finish(session.id, more: false)
                return nil
            }
        }
    }

    /// A job that handed out messages is committed, or failed and handed out nothing.
    func handedOut(_ turns: [Dispatch.Turn], _ outcomes: [Dispatch.Outcome], deadline: Duration) {
        let reserved = turns.reduce(0) { $0 + $1.limit }
        let sends = outcomes.flatMap(\.sends)
        state.withLock { state in
            state.credit.giveBack(reserved - sends.count)
            for send in sends { state.commands.set(send.commandId, at: deadline) }
            for outcome in outcomes { state.ready.finish(outcome.sessionID, more: outcome.more) }
        }
        push(sends.map { send in .with { $0.frame = .send(send) } })
    }

    /// A job failed: those sessions have to be looked at again.
    func putBack(_ turns: [Dispatch.Turn]) {
        state.withLock { state in
            state.credit.giveBack(turns.reduce(0) { $0 + $1.limit })
            for turn in turns { state.ready.finish(turn.sessionID, more: true) }
        }
    }

    /// There may be something to hand out for a session.
    func markReady(_ sessionID: Int64) {
        let isCarried = state.withLock { state in
            guard state.carried[sessionID]?.isConnected == true else { return false }
            state.ready.mark(sessionID)
            return true
        }
        if isCarried { workWaiting.notify() }
    }

    /// Messages of a session are of unknown outcome.
    func markUnknown(_ sessionID: Int64) {
        let isCarried = state.withLock { state in
            guard let carried = state.carried[sessionID] else { return false }
            state.carried[sessionID]?.needsReconcile = true
            if carried.isConnected { state.unreconciled.insert(sessionID) }
            return carried.isConnected
        }
        if isCarried { workWaiting.notify() }
    }

    /// Commands that were answered.
    func settle(_ commands: [Int64]) {
        let isNews = state.withLock { state in
            var settled = 0
            for command in commands where state.commands[command] != nil {
                state.commands.remove(command)
                settled += 1
            }
            state.credit.settle(settled)
            return settled > 0
        }
        if isNews { workWaiting.notify() }
    }

    /// Commands whose deadline has passed. They are waited for until they are settled.
    func overdue(at now: Duration) -> [Int64] {
        state.withLock { state in
            let overdue = state.commands.takeDue(at: now)
            for command in overdue { state.commands.set(command, at: now) }
            return overdue
        }
    }

    func nextCommandDeadline() -> Duration? { state.withLock { $0.commands.earliest } }

    /// A session is as this row says.
    func learn(_ session: SessionRecord) {
        let isReady = state.withLock { state in
            guard session.holderID == state.bridgeID, session.isWanted else {
                state.carried[session.id] = nil
                state.unreconciled.remove(session.id)
                state.ready.forget(session.id)
                return false
            }
            let isConnected = session.status == .connected
            let before = state.carried[session.id]
            // Another epoch is another life: whatever was in flight belongs to the one before.
            let isNew = before?.epoch != session.epoch
            let needsReconcile = isNew || before?.needsReconcile == true
            state.carried[session.id] = Carried(
                epoch: session.epoch, isConnected: isConnected, needsReconcile: needsReconcile,
                pacing: Pacing(
                    profile: PacingProfile(rawValue: session.pacing.rawValue), engine: session.engine))
            if isConnected, needsReconcile {
                state.unreconciled.insert(session.id)
            } else {
                state.unreconciled.remove(session.id)
            }
            guard isConnected, isNew || before?.isConnected != true else { return false }
            state.ready.mark(session.id)
            return true
        }
        if isReady { workWaiting.notify() }
    }
}
