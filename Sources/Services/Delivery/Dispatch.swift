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

        package init(sessionID: Int64, epoch: Int64, limit: Int) {
            self.sessionID = sessionID
            self.epoch = epoch
            self.limit = limit
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
    }

    let reporter: FactApplier.Reporter
    let messages: MessageBook
    let commandDeadline: Duration
    let now: Instant

    package init(reporter: FactApplier.Reporter, messages: MessageBook, commandDeadline: Duration, now: Instant) {
        self.reporter = reporter
        self.messages = messages
        self.commandDeadline = commandDeadline
        self.now = now
    }

    /// Takes what can go out of one session.
    package func run(_ turn: Turn, in db: Database) throws -> Outcome {
        var outcome = Outcome(sessionID: turn.sessionID)
        guard let session = try db.sessions.get(turn.sessionID), session.isWanted, session.epoch == turn.epoch,
            session.holderID == reporter.bridgeID, session.status == .connected
        else { return outcome }
        // Beyond the limit, because some will be found waiting behind others.
        let look = max(2 * turn.limit, 16)
        let candidates = try db.messages.candidates(sessionID: session.id, at: now, limit: look)
        outcome.more = candidates.count == look
        for candidate in candidates {
            guard outcome.sends.count < turn.limit else {
                outcome.more = true
                break
            }
            switch try take(candidate, of: session, in: db) {
            case .send(let send): outcome.sends.append(send)
            case .waits: break
            // Whoever stood behind it was no candidate when they were read.
            case .ended: outcome.more = true
            }
        }
        if !outcome.more { outcome.nextTryAt = try db.messages.earliestNextTry(sessionID: session.id) }
        return outcome
    }

    /// What became of one candidate.
    private enum Taken {
        case send(Send)
        /// Behind another of its line.
        case waits
        /// Expired, or out of attempts: the next in line may go.
        case ended
    }

    private func take(_ message: MessageRecord, of session: SessionRecord, in db: Database) throws -> Taken {
        let party = MessageBook.Party(
            bridge: reporter.name, takesOurIDs: DeliveryConfiguration.enginesTakingOurIDs.contains(reporter.engine))
        if let end = message.expiresAt, end <= now {
            try messages.write(.expire, of: message.id, by: party, at: now, in: db)
            return .ended
        }
        if try isMeantForAnotherAccount(message, than: session, in: db) {
            try messages.write(.sessionEnded(.sessionLoggedOut), of: message.id, by: party, at: now, in: db)
            return .ended
        }
        if try mayHaveGone(message, throughAnEndedLinkOf: session, in: db) {
            try messages.write(.linkEnded, of: message.id, by: party, at: now, in: db)
            return .waits
        }
        let first = try db.messages.firstInLine(
            sessionID: session.id, recipient: message.recipient, countingUnknown: party.takesOurIDs)
        guard first == nil || first == message.id else {
            try db.messages.putInLine(message.id)
            return .waits
        }
        let deadline = now + commandDeadline
        let written = try messages.write(.handOut, of: message.id, by: party, at: now, in: db) { record in
            guard record.status == .dispatched else { return }
            record.epoch = session.epoch
            record.bridgeID = reporter.bridgeID
            record.commandDeadline = deadline
        }
        guard let handed = written?.after, handed.status == .dispatched,
            let command = CommandID(messageID: handed.id, attempt: handed.attempts)
        else { return .ended }
        let quoted = handed.replyToID == 0 ? nil : try db.messages.get(handed.replyToID)
        let send = Send.with { send in
            send.commandId = command.rawValue
            send.sessionId = session.id
            send.epoch = session.epoch
            send.attempt = handed.attempts
            send.clientMessageId = handed.clientMessageID
            send.timeoutMs = commandDeadline.wholeMilliseconds
            send.recipient = handed.recipient
            send.quoted = quoted?.providerMessageID ?? ""
            switch handed.kind {
            case .text: send.kind = .text(.with { $0.body = handed.content })
            }
        }
        return .send(send)
    }

    /// Whether it was accepted for the account to which the session was linked before, and nobody asked again since.
    private func isMeantForAnotherAccount(
        _ message: MessageRecord, than session: SessionRecord, in db: Database
    ) throws -> Bool {
        guard let since = session.accountSince, message.createdAt <= since else { return false }
        let wishes = [MessageCause.retriedByUser.rawValue, MessageCause.resolvedResend.rawValue]
        return try !db.events.timeline(ofMessage: message.id).contains { event in
            event.at > since && EventLog.entry(of: event).map { wishes.contains($0.cause) } ?? false
        }
    }

    /// Whether this would repeat, by itself, a message that was lost on a link that is over. Its timeline knows what it
    /// waits for since it was last given out.
    private func mayHaveGone(
        _ message: MessageRecord, throughAnEndedLinkOf session: SessionRecord, in db: Database
    ) throws -> Bool {
        guard message.attempts > 0, message.epoch <= session.linkEpoch else { return false }
        let causes = try db.events.timeline(ofMessage: message.id).compactMap { EventLog.entry(of: $0)?.cause }
        return causes.last { $0 != MessageCause.held.rawValue } == MessageCause.sameIDIsSafe.rawValue
    }
}
