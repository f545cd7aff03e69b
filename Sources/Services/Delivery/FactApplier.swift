// Writes what a bridge reports, inside one job: each fact is checked against the lease rows of the same transaction, so a
// bridge can speak only for sessions that it holds, at their present epoch (docs/BRIDGE.md 6). Two exceptions, for
// whoever held the session at that epoch: a late success, because it proves that a message went out, and a message that
// came in, because nobody will be given it again.
// What each kind of fact means: FactApplier+Messages.swift, +Incoming, +Sessions.

internal import Codec
internal import Contract
package import Store

package struct FactApplier {
    /// Whose facts these are.
    package struct Reporter: Sendable, Hashable {
        package var bridgeID: Int64
        package var name: String
        /// What it said in its Hello: whether a repeat is the same message, and the kinds of message that it can send.
        package var repeatsAreSafe: Bool
        package var kinds: [String]

        package init(bridgeID: Int64, name: String, repeatsAreSafe: Bool, kinds: [String] = ["text"]) {
            self.bridgeID = bridgeID
            self.name = name
            self.repeatsAreSafe = repeatsAreSafe
            self.kinds = kinds
        }
    }

    /// What a bridge is to a session at the epoch that it names.
    enum Standing {
        /// It holds it.
        case holder
        /// It was the last to hold it, and was told to let go; what it was given before is still its to answer.
        case released
        /// It held it at an epoch that is over.
        case former
        case stranger

        /// Whether it may answer for messages that it was given at this epoch.
        var mayAnswer: Bool { self == .holder || self == .released }
        /// Whether it is believed when it says that a message went out, or came in.
        var mayProve: Bool { self != .stranger }
    }

    let reporter: Reporter
    let messages: MessageBook
    let sessions: SessionBook
    let time: PaceTime
    let db: Database
    /// Acks that came before the provider's id was known; to be given to the next job.
    package var earlyAcks: EarlyAcks
    package var aftermath = Aftermath()
    private var known: [Int64: SessionRecord] = [:]

    package init(
        reporter: Reporter, messages: MessageBook, sessions: SessionBook, earlyAcks: EarlyAcks, time: PaceTime,
        db: Database
    ) {
        self.reporter = reporter
        self.messages = messages
        self.sessions = sessions
        self.earlyAcks = earlyAcks
        self.time = time
        self.db = db
    }

    var now: Instant { time.now }

    var party: MessageBook.Party { .init(bridge: reporter.name, repeatsAreSafe: reporter.repeatsAreSafe) }

    /// Writes what one fact says.
    mutating func apply(_ frame: BridgeFrame) throws {
        switch frame.frame {
        case .result(let result): try apply(result)
        case .ack(let ack): try apply(ack)
        case .incoming(let incoming): try apply(incoming)
        case .sessionState(let state): try apply(state)
        case .qrCode(let code): try apply(code)
        case .restriction(let restriction): try apply(restriction)
        case .pairingCode(let code): try apply(code)
        case .hello, .heartbeat, .credit, nil: break
        }
    }

    /// The session that a fact is about and what the bridge is to it; nil where there is none.
    mutating func standing(
        sessionID: Int64, epoch: Int64
    ) throws -> (session: SessionRecord, standing: Standing)? {
        guard let session = try aftermath.sessions[sessionID] ?? known[sessionID] ?? db.sessions.get(sessionID) else {
            return nil
        }
        known[sessionID] = session
        if epoch == session.epoch, epoch > 0 {
            if session.holderID == reporter.bridgeID { return (session, .holder) }
            if session.holderID == 0, session.lastHolderID == reporter.bridgeID { return (session, .released) }
            return (session, .stranger)
        }
        let held = try db.leases.bridge(sessionID: sessionID, epoch: epoch) == reporter.bridgeID
        return (session, held ? .former : .stranger)
    }

    /// Notes that a session is alive; to the minute, for it is not worth a write each time.
    mutating func touch(_ session: SessionRecord) throws {
        if let last = session.lastActiveAt, now - last < .seconds(60) { return }
        let moment = now
        let after = try db.sessions.apply(session.id, at: session.updatedAt) { $0.lastActiveAt = moment }
        known[session.id] = after
        if aftermath.sessions[session.id] != nil { aftermath.sessions[session.id] = after }
    }

    /// Takes what an attempt says of the engine into the session's pace. Who rests from now on says so.
    mutating func take(_ sign: PacingBook.Sign, of session: SessionRecord) throws {
        guard try PacingBook.note(sign, of: session, at: time, in: db) else { return }
        let after = try sessions.rest(session.id, at: now, in: db, &aftermath)
        known[session.id] = after
    }

    /// Counts a fact that is not believed.
    mutating func refuse(_ standing: Standing?) {
        aftermath.drop(standing == .former ? .oldEpoch : .notHeld)
    }

    /// A time that the bridge gave, held to what can be true.
    func moment(_ timestamp: Timestamp?, notBefore first: Instant) -> Instant {
        guard let timestamp, let moment = Instant(timestamp) else { return now }
        return min(max(moment, first), now)
    }
}

extension String {
    /// At most so many bytes, cut between characters: what comes from a bridge is kept short.
    func cut(_ bytes: Int) -> String {
        guard utf8.count > bytes else { return self }
        var end = utf8.index(startIndex, offsetBy: bytes)
        while end > startIndex, end.samePosition(in: self) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
