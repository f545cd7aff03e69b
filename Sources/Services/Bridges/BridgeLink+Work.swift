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

    func takeWork() -> Work {
        state.withLock { state in
            guard state.isWelcomed, !state.isDraining, !state.isFinishing else { return .nothing(starved: false) }
            if state.isCaughtUp, !state.unreconciled.isEmpty {
                return .reconcile(Self.unreconciled(&state, upTo: configuration.reconcileBatch))
            }
            guard !state.ready.isEmpty else { return .nothing(starved: false) }
            let reserved = state.credit.reserve(configuration.dispatchBatch)
            guard reserved > 0 else { return .nothing(starved: true) }
            let turns = Self.turns(&state, reserved)
            if turns.isEmpty {
                state.credit.giveBack(reserved)
                return .nothing(starved: false)
            }
            state.credit.giveBack(reserved - turns.reduce(0) { $0 + $1.limit })
            return .dispatch(turns)
        }
    }

    /// A turn of one session, out of turn, for a message that was accepted just now; nil where it has to wait for its turn,
    /// or for anything else. Credit for it is set aside. To be asked inside a write job, as `isOpen` is.
    func takeTurn(ofSession id: Int64) -> Dispatch.Turn? {
        state.withLock { state in
            guard state.isWelcomed, !state.isDraining, !state.isFinishing, state.failure == nil,
                let carried = state.carried[id], carried.isConnected, !carried.needsReconcile,
                state.credit.room > 0, state.ready.takeAhead(id)
            else { return nil }
            return Dispatch.Turn(
                sessionID: id, epoch: carried.epoch, limit: state.credit.reserve(1),
                lanesAreEmpty: carried.lanesAreEmpty)
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

    private static func turns(_ state: inout State, _ reserved: Int) -> [Dispatch.Turn] {
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
        return sessions.enumerated().map { index, session in
            let wanted = share + (index < rest ? 1 : 0)
            // Who sends carefully sends one at a time.
            return Dispatch.Turn(
                sessionID: session.id, epoch: session.carried.epoch,
                limit: session.carried.pacing == .careful ? min(wanted, 1) : wanted,
                lanesAreEmpty: session.carried.lanesAreEmpty)
        }
    }

    /// A job that handed out messages is committed, or failed and handed out nothing.
    func handedOut(_ turns: [Dispatch.Turn], _ outcomes: [Dispatch.Outcome], at now: Duration) {
        let reserved = turns.reduce(0) { $0 + $1.limit }
        let sends = outcomes.flatMap(\.sends)
        let othersWait = state.withLock { state in
            state.credit.giveBack(reserved - sends.count)
            for send in sends { state.commands.set(send.commandId, at: now + .milliseconds(send.timeoutMs)) }
            for outcome in outcomes {
                state.ready.finish(outcome.sessionID, more: outcome.more)
                // Since that job looked, it may have been told to send at another pace.
                switch state.carried[outcome.sessionID]?.pacing {
                case .careful: if let pace = outcome.pace { state.carried[outcome.sessionID]?.pace = pace }
                case .fast: if outcome.lanesAreEmpty { state.carried[outcome.sessionID]?.lanesAreEmpty = true }
                case nil: break
                }
            }
            return !state.ready.isEmpty
        }
        push(sends.map { send in .with { $0.frame = .send(send) } })
        // The stream's dispatcher may have looked meanwhile, and found this session busy or no credit.
        if othersWait { workWaiting.notify() }
    }

    /// Notes why a session rests, or that it does not; whether that is another reason than before.
    func isNews(_ rest: HoldReason?, of sessionID: Int64) -> Bool {
        state.withLock { state in
            guard let carried = state.carried[sessionID], carried.rest != rest else { return false }
            state.carried[sessionID]?.rest = rest
            return true
        }
    }

    /// A job failed: those sessions have to be looked at again.
    func putBack(_ turns: [Dispatch.Turn]) {
        state.withLock { state in
            state.credit.giveBack(turns.reduce(0) { $0 + $1.limit })
            for turn in turns { state.ready.finish(turn.sessionID, more: true) }
        }
    }

    /// What a turn out of turn was for was undone.
    func giveBack(_ turn: Dispatch.Turn) {
        let othersWait = state.withLock { state in
            state.credit.giveBack(turn.limit)
            state.ready.finish(turn.sessionID, more: false)
            return !state.ready.isEmpty
        }
        if othersWait { workWaiting.notify() }
    }

    /// There may be something to hand out for a session.
    /// - Returns: how it stands, where it sends carefully.
    @discardableResult
    func markReady(_ sessionID: Int64) -> PaceSeen? {
        let (isConnected, pace) = state.withLock { state -> (Bool, PaceSeen?) in
            guard let carried = state.carried[sessionID], carried.isConnected else { return (false, nil) }
            state.ready.mark(sessionID)
            return (true, carried.pace)
        }
        if isConnected { workWaiting.notify() }
        return pace
    }

    /// How a session stands, where it sends carefully.
    func pace(ofSession id: Int64) -> PaceSeen? { state.withLock { $0.carried[id]?.pace } }

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
            let pacing = Pacing(session)
            let wasFast = !isNew && before?.pacing == .fast
            state.carried[session.id] = Carried(
                epoch: session.epoch, isConnected: isConnected, needsReconcile: needsReconcile, pacing: pacing,
                rest: before?.rest, pace: pacing == .careful ? before?.pace : nil,
                lanesAreEmpty: wasFast && pacing == .fast && before?.lanesAreEmpty == true)
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
