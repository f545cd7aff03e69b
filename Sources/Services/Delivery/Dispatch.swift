// Hands out messages of sessions that one bridge carries, in one job: what is to be sent is marked as dispatched, and
// only after that is committed do the frames leave. Everything is checked again here, against the rows: memory may be
// behind, the database is not.

internal import Codec
package import Contract
package import Store

package struct Dispatch: Sendable {
    /// A session whose turn it is.
    package struct Turn: Sendable, Hashable {
        package var sessionID: Int64
        package var epoch: Int64
        /// At most so many of its messages.
        package var limit: Int
        /// Nothing stands in a lane, as a look has found since the session came to send as it likes, or came here.
        package var lanesAreEmpty: Bool

        package init(sessionID: Int64, epoch: Int64, limit: Int, lanesAreEmpty: Bool = false) {
            self.sessionID = sessionID
            self.epoch = epoch
            self.limit = limit
            self.lanesAreEmpty = lanesAreEmpty
        }
    }

    /// What came of it.
    package struct Outcome: Sendable {
        package var sessionID: Int64
        package var sends: [Send] = []
        /// There may be more that could go out now.
        package var more = false
        /// When something of it may be tried again that may not yet.
        package var nextTryAt: Instant?
        /// Why the whole session rests for longer than its usual gaps, where it does.
        package var rest: HoldReason?
        /// How it stands after this look, where it sends carefully.
        package var pace: PaceSeen?
        /// Its quiet hours cannot be known, in words.
        package var lostZone: String?
        /// It sends as it likes, and nothing stands in a lane of it.
        package var lanesAreEmpty = false

        /// Nothing of a session could be handed out, for what is kept of it cannot be read or written.
        static func setAside(_ turn: Turn, at now: Instant) -> Outcome {
            var outcome = Outcome(sessionID: turn.sessionID)
            outcome.nextTryAt = now + RowCare.sessionWait
            return outcome
        }
    }

    let reporter: FactApplier.Reporter
    let messages: MessageBook
    let commandDeadline: Duration
    /// For messages with a file.
    let mediaDeadline: Duration
    let now: Instant
    let time: PaceTime

    package init(
        reporter: FactApplier.Reporter, messages: MessageBook, commandDeadline: Duration,
        mediaDeadline: Duration? = nil, now: Instant, time: PaceTime? = nil
    ) {
        self.reporter = reporter
        self.messages = messages
        self.commandDeadline = commandDeadline
        self.mediaDeadline = mediaDeadline ?? commandDeadline
        self.now = now
        self.time = time ?? PaceTime(now: now)
    }

    /// Takes what can go out of one session.
    package func run(_ turn: Turn, in db: Database, _ care: RowCare = RowCare()) throws -> Outcome {
        var outcome = Outcome(sessionID: turn.sessionID)
        guard let session = try db.sessions.get(turn.sessionID), session.isWanted, session.epoch == turn.epoch,
            session.holderID == reporter.bridgeID, session.status == .connected
        else { return outcome }
        if Pacing(session) == .careful { return try runCarefully(turn, of: session, in: db, care) }
        // It may have sent carefully a moment ago. What stands in a lane is no candidate, and older than many that are.
        if !turn.lanesAreEmpty {
            outcome.lanesAreEmpty = try db.messages.leaveLanes(of: session.id, limit: 250) == 0
        }
        let marked = care.marked
        // Beyond the limit, because some will be found waiting behind others.
        let look = max(2 * turn.limit, 16)
        let candidates = try candidates(of: session, limit: look, in: db, care)
        outcome.more = candidates.count == look || !(turn.lanesAreEmpty || outcome.lanesAreEmpty)
        for candidate in candidates {
            guard outcome.sends.count < turn.limit else {
                outcome.more = true
                break
            }
            let taken = try care.alone(.message(candidate.id), at: now, in: db) {
                try take(candidate, of: session, in: db)
            }
            switch taken ?? .waits {
            case .send(let send): outcome.sends.append(send)
            case .waits: break
            // Whoever stood behind it was no candidate when they were read.
            case .ended: outcome.more = true
            }
        }
        // Others stand where those stood that were set aside.
        if care.marked > marked { outcome.more = true }
        if !outcome.more { outcome.nextTryAt = try db.messages.earliestNextTry(sessionID: session.id) }
        return outcome
    }

    /// Messages that could go out now, but for those that cannot be read.
    func candidates(
        of session: SessionRecord, limit: Int, in db: Database, _ care: RowCare
    ) throws -> [MessageRecord] {
        guard care.isolates else { return try db.messages.candidates(sessionID: session.id, at: now, limit: limit) }
        let ids = try db.messages.candidateIDs(sessionID: session.id, at: now, limit: limit)
        return try read(ids, in: db, care)
    }

    /// Of these, those that can be read.
    func read(_ ids: [Int64], in db: Database, _ care: RowCare) throws -> [MessageRecord] {
        try ids.compactMap { id in
            try care.alone(.message(id), at: now, in: db) { try db.messages.get(id) } ?? nil
        }
    }

    /// What became of one candidate.
    enum Taken {
        case send(Send)
        /// Behind another of its line.
        case waits
        /// Expired, or out of attempts: the next in line may go.
        case ended
    }

    /// Why one does not go.
    enum Obstacle {
        case behindAnother
        /// What became of it is to be found out first.
        case waits
        case ended
    }

    private var party: MessageBook.Party {
        MessageBook.Party(bridge: reporter.name, repeatsAreSafe: reporter.repeatsAreSafe)
    }

    /// Whether something stands in a candidate's way, whatever the pace; what had to be written of it is.
    func obstacle(
        to message: MessageRecord, of session: SessionRecord, in db: Database
    ) throws -> Obstacle? {
        if let end = message.expiresAt, end <= now {
            try messages.write(.expire, of: message.id, by: party, at: now, in: db)
            return .ended
        }
        if isMeantForAnotherAccount(message, than: session) {
            try messages.write(.sessionEnded(.sessionLoggedOut), of: message.id, by: party, at: now, in: db)
            return .ended
        }
        if let doubt = message.doubt,
            !doubt.allowsRepeat(afterLink: session.linkEpoch, repeatsAreSafe: reporter.repeatsAreSafe)
        {
            try messages.write(.linkEnded, of: message.id, by: party, at: now, in: db)
            return .waits
        }
        if let failure = try unsendable(message, of: session, in: db) {
            try messages.write(.unsendable(failure), of: message.id, by: party, at: now, in: db)
            return .ended
        }
        let first = try db.messages.firstInLine(
            sessionID: session.id, recipient: message.recipient, countingUnknown: reporter.repeatsAreSafe)
        guard first == nil || first == message.id else {
            try db.messages.putInLine(message.id)
            return .behindAnother
        }
        return nil
    }

    /// Hands out a candidate, if it may go.
    func take(_ message: MessageRecord, of session: SessionRecord, in db: Database) throws -> Taken {
        if let obstacle = try obstacle(to: message, of: session, in: db) {
            switch obstacle {
            case .behindAnother, .waits: return .waits
            case .ended: return .ended
            }
        }
        let limit = message.kind == .media ? mediaDeadline : commandDeadline
        let deadline = now + limit
        let written = try messages.write(.handOut, of: message.id, by: party, at: now, in: db) { record in
            guard record.status == .dispatched else { return }
            record.epoch = session.epoch
            record.bridgeID = reporter.bridgeID
            record.commandDeadline = deadline
        }
        guard let handed = written?.after, handed.status == .dispatched,
            let command = CommandID(messageID: handed.id, attempt: handed.attempts)
        else { return .ended }
        let found = handed.replyToID == 0 ? nil : try db.messages.get(handed.replyToID)
        // The account that is linked now has never heard of what the one before sent or got.
        let quoted = found.flatMap { $0.isOfFormerAccount(of: session) ? nil : $0 }
        let send = Send.with { send in
            send.commandId = command.rawValue
            send.sessionId = session.id
            send.epoch = session.epoch
            send.attempt = handed.attempts
            send.clientMessageId = handed.clientMessageID
            send.timeoutMs = limit.wholeMilliseconds
            send.recipient = handed.recipient
            send.quoted = quoted?.providerMessageID ?? ""
            // Before its bridge has said so WhatsApp knows it by no id.
            if !send.quoted.isEmpty { send.quotedMessage = quoted.map { MessageRef($0) } }
            send.kind = Send.OneOfKind(handed)
        }
        guard handed.kind.isAboutAnother else { return .send(send) }
        return .send(try aboutTarget(send, handed, of: session, in: db))
    }

    /// Whether it was accepted for the account to which the session was linked before, and nobody asked again since.
    private func isMeantForAnotherAccount(_ message: MessageRecord, than session: SessionRecord) -> Bool {
        guard let since = session.accountSince, message.createdAt <= since else { return false }
        return message.askedAt.map { $0 <= since } ?? true
    }
}
