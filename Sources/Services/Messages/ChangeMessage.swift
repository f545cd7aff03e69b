// What people do to messages: find, ask whether it may be, change, in one write job; then delivery is told. The lifecycle
// decides what a wish comes to; a wish that changes nothing is answered with the message as it is.

internal import Contract
internal import RPC
internal import Store

extension MessagesService {
    /// - Parameter refusal: why not, given the message, its session (nil: deleted) and the time; nil where it may be.
    func change(
        _ id: Int64, _ input: MessageInput, _ context: CallContext,
        unless refusal: @escaping @Sendable (MessageRecord, SessionRecord?, Instant, Database) throws -> RPCError?
    ) async throws -> Message {
        let principal = try context.principal
        let now = clock.now()
        let (record, wasChanged) = try await store.write { [book] db -> (MessageRecord, Bool) in
            let message = try Self.visible(id, in: db, to: principal)
            let session = message.sessionID == 0 ? nil : try db.sessions.get(message.sessionID)
            if let refusal = try refusal(message, session, now, db) { throw refusal }
            let party = MessageBook.Party(
                bridge: "", repeatsAreSafe: try session.map { try Self.repeatsAreSafe($0, in: db) } ?? false)
            let end = try Self.end(of: message, in: db)
            let written = try book.write(input, of: id, by: party, at: now, in: db) { record in
                guard record.status == .pending else { return }
                // A new time to live is none beyond what WhatsApp takes.
                if let end { record.expiresAt = min(record.expiresAt ?? end, end) }
                guard let session, session.status != .connected else { return }
                record.holdReason = HoldReason.sessionNotConnected.rawValue
            }
            if let written {
                try Audit.recordForeign(context, message, written.after, in: db, at: now)
            }
            return (written?.after ?? message, written != nil)
        }
        if wasChanged, record.sessionID != 0 { delivery.messageAccepted(sessionID: record.sessionID) }
        return Message(record)
    }

    /// Until when WhatsApp takes what a message does to another; nil: for ever.
    private static func end(of message: MessageRecord, in db: Database) throws -> Instant? {
        guard message.kind.isAboutAnother else { return nil }
        return try db.messages.get(MessageBody.target(of: message)).flatMap { TargetRules.end(message.kind, of: $0) }
    }

    /// Whether whoever carries a session, or carried it last, makes a repeat the same message.
    static func repeatsAreSafe(_ session: SessionRecord, in db: Database) throws -> Bool {
        let bridge = session.holderID != 0 ? session.holderID : session.lastHolderID
        return try bridge != 0 && db.bridges.get(bridge)?.repeatsAreSafe ?? false
    }

    static func word(_ message: MessageRecord) -> String { MessageStatus(rawValue: message.status.rawValue).word }
}
