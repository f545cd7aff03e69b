// The life of a session (BRIDGE.md): where it is and what happened in, where it goes out; pure. Every change of a
// session's status is decided here and nowhere else.
// Invariants, held by property tests: every status that waits has a deadline or somebody who will end it; a session
// that is wanted comes back by itself; one that is not wanted never starts by itself.

package import Contract

package struct SessionLifecycle: Sendable {
    package var limits: Limits

    /// How long a session may wait where it waits for something.
    package struct Limits: Sendable, Hashable {
        package var starting: Duration = .seconds(60)
        /// From the first QR code, however often it rotates.
        package var qrPending: Duration = .seconds(180)
        package var authenticated: Duration = .seconds(60)
        /// For the bridge that carries it to bring it back.
        package var disconnected: Duration = .seconds(300)
        /// Where nobody said until when.
        package var restricted: Duration = .seconds(24 * 3600)
        /// A restriction that is to last longer is believed for so long.
        package var longestRestriction: Duration = .seconds(30 * 86_400)

        /// Who was away no longer than this has missed nothing: WhatsApp tells it by itself.
        package var briefAbsence: Duration = .seconds(60)

        package init() {}
    }

    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// What the lifecycle needs to know of a session.
    package struct Snapshot: Sendable, Hashable {
        package var status: SessionStatus
        package var reason: String
        /// Somebody wants it to run.
        package var isWanted: Bool
        /// It has credentials: no scan is needed.
        package var isLinked: Bool
        /// A bridge holds its lease, attached or not.
        package var isHeld: Bool

        package init(status: SessionStatus, reason: String = "", isWanted: Bool, isLinked: Bool, isHeld: Bool) {
            self.status = status
            self.reason = reason
            self.isWanted = isWanted
            self.isLinked = isLinked
            self.isHeld = isHeld
        }
    }

    /// Where a session goes; nil where it stays as it is.
    package func change(_ session: Snapshot, on input: SessionInput) -> SessionChange? {
        switch input {
        case .initialise: initialise(session)
        case .disconnect: disconnect(session)
        case .restart: restart(session)
        case .logout: logout(session)
        case .noBridge: noBridge(session)
        case .assigned: session.isWanted ? start(session) : nil
        case .reported(let status, let reason, let until):
            session.isWanted && session.isHeld ? reported(session, status, reason, until) : nil
        case .displaced:
            session.isWanted && session.isHeld
                ? timedOut(session, Word.displaced, "A bridge that carried it before may have connected once more.")
                : nil
        case .pairingAsked: pairingAsked(session)
        case .pairingCode: pairing(session)
        case .numberTaken(let words): session.isWanted && session.isHeld ? taken(session, words) : nil
        case .bridgeLost:
            session.isWanted && session.isHeld
                && !(session.status == .disconnected && session.reason == Word.bridgeLost)
                ? SessionChange(.disconnected, Word.bridgeLost, of: session) : nil
        case .bridgeReturned(let lastReport):
            session.isWanted && session.isHeld ? returned(session, lastReport) : nil
        case .deadline: deadline(session)
        }
    }

    private func initialise(_ session: Snapshot) -> SessionChange? {
        if session.isWanted {
            // It is on its way back already, unless nobody was there to take it up, or the bridge that holds it says that
            // it let it fall. Where the bridge itself is gone, the lease decides.
            guard session.status == .disconnected, !session.isHeld || session.reason != Word.bridgeLost else {
                return nil
            }
        }
        return restart(session)
    }

    /// From the beginning, at a new epoch, whoever carries it.
    private func restart(_ session: Snapshot) -> SessionChange {
        var wanted = session
        wanted.isWanted = true
        var change = start(wanted)
        change.lastError = ""
        change.release = session.isHeld ? .restart : nil
        return change
    }

    /// The link is over. What was never linked and does not run has none.
    private func logout(_ session: Snapshot) -> SessionChange? {
        guard session.isLinked || session.isWanted || session.isHeld else { return nil }
        var change = SessionChange(.loggedOut, Word.requested, of: session)
        change.isWanted = false
        change.isLinked = false
        change.release = session.isHeld ? .logout : nil
        change.lastError = ""
        return change
    }

    private func disconnect(_ session: Snapshot) -> SessionChange? {
        guard session.isWanted else { return nil }
        var change = SessionChange(.disconnected, Word.requested, of: session)
        change.isWanted = false
        change.release = session.isHeld ? .disconnect : nil
        return change
    }

    private func noBridge(_ session: Snapshot) -> SessionChange? {
        guard session.isWanted, session.reason != Word.noBridge else { return nil }
        switch session.status {
        case .starting: break
        // Whatever took it from its bridge is over: what it waits for now is another one.
        case .disconnected where !session.isHeld: break
        default: return nil
        }
        var change = SessionChange(session.status, Word.noBridge, of: session)
        change.deadline = .unchanged
        return change
    }

    private func start(_ session: Snapshot) -> SessionChange {
        var change = SessionChange(.starting, "", of: session)
        change.deadline = .after(limits.starting)
        return change
    }

    private func reported(
        _ session: Snapshot, _ status: SessionStatus, _ said: String, _ until: Duration?
    ) -> SessionChange? {
        let reason = Word.reported(said)
        guard status != session.status || reason != session.reason else { return nil }
        var change = SessionChange(status, reason, of: session)
        // The same state for another reason buys no time; what waited for its bridge begins to count when that is back.
        let entered = status != session.status || session.reason == Word.bridgeLost
        switch status {
        case .starting: change.deadline = entered ? .after(limits.starting) : .unchanged
        case .qrPending: change.deadline = entered ? .after(limits.qrPending) : .unchanged
        case .authenticated:
            change.isLinked = true
            change.deadline = entered ? .after(limits.authenticated) : .unchanged
        case .connected:
            change.isLinked = true
            change.lastError = ""
        case .disconnected: change.deadline = entered ? .after(limits.disconnected) : .unchanged
        case .restricted:
            change.deadline =
                until.map { .after(min($0, limits.longestRestriction)) }
                ?? (entered ? .after(limits.restricted) : .unchanged)
        case .loggedOut:
            change.isLinked = false
            change.isWanted = false
            change.release = .logout
        case .conflict:
            change.isWanted = false
            change.release = .conflict
        case .failed:
            change.isWanted = false
            change.release = .failed
            change.lastError = reason
        default: return nil
        }
        return change
    }

    /// Each code that somebody asks for has its time.
    private func pairingAsked(_ session: Snapshot) -> SessionChange? {
        guard session.isWanted, session.isHeld, !session.isLinked, session.status == .qrPending else { return nil }
        var change = SessionChange(.qrPending, session.reason, of: session)
        change.deadline = .after(limits.qrPending)
        return change
    }

    /// What a bridge shows by itself buys no time.
    private func pairing(_ session: Snapshot) -> SessionChange? {
        guard Self.showsCodes(session), session.status == .starting || session.reason != Word.pairingCode else {
            return nil
        }
        var change = SessionChange(.qrPending, Word.pairingCode, of: session)
        change.deadline = session.status == .starting ? .after(limits.qrPending) : .unchanged
        return change
    }

    /// Whether a code that its bridge shows may link it.
    package static func showsCodes(_ session: Snapshot) -> Bool {
        session.isWanted && session.isHeld && !session.isLinked
            && (session.status == .starting || session.status == .qrPending)
    }

    /// The new link is ended; the one that was there first stays.
    private func taken(_ session: Snapshot, _ words: String) -> SessionChange {
        var change = SessionChange(.failed, Word.numberAlreadyLinked, of: session)
        change.isWanted = false
        change.isLinked = false
        change.release = .logout
        change.lastError = words
        return change
    }

    private func returned(_ session: Snapshot, _ lastReport: SessionStatus?) -> SessionChange? {
        let status = lastReport ?? .starting
        return reported(session, status, "", nil)
    }

    private func deadline(_ session: Snapshot) -> SessionChange? {
        guard session.isWanted else { return nil }
        switch session.status {
        case .starting where !session.isHeld:
            // Whoever wants it has been told. A bridge that comes later takes it up.
            return SessionChange(.disconnected, Word.noBridge, of: session)
        case .starting: return timedOut(session, Word.startTimeout, "The bridge did not start it in time.")
        case .authenticated:
            return timedOut(session, Word.authenticationTimeout, "It was scanned, but did not connect in time.")
        case .qrPending:
            return givenUp(session, Word.qrTimeout, "Nobody scanned the QR code in time.")
        case .disconnected where session.isHeld && session.reason != Word.bridgeLost:
            return timedOut(session, Word.reconnectTimeout, "Its bridge did not bring it back in time.")
        case .restricted: return timedOut(session, Word.restrictionOver, "")
        default: return nil
        }
    }

    /// Taken from its bridge, to be handed out anew; given up where there is nothing to come back to.
    private func timedOut(_ session: Snapshot, _ reason: String, _ text: String) -> SessionChange {
        guard session.isLinked else { return givenUp(session, reason, text) }
        var change = SessionChange(.disconnected, reason, of: session)
        change.release = .moved
        change.lastError = text.isEmpty ? nil : text
        return change
    }

    private func givenUp(_ session: Snapshot, _ reason: String, _ text: String) -> SessionChange {
        var change = SessionChange(.failed, reason, of: session)
        change.isWanted = false
        change.release = session.isHeld ? .disconnect : nil
        change.lastError = text
        return change
    }
}
