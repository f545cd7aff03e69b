// What people do to messages: find, ask whether it may be, change, in one write job; then delivery is told. The lifecycle
// decides what a wish comes to; a wish that changes nothing is answered with the message as it is.

internal import Contract
internal import RPC
internal import Store

extension MessagesService {
    /// - Parameter refusal: why not, given the message, its session (nil: deleted) and the time; nil where it may be.
    func change(
        _ id: Int64, _ input: MessageInput, _ context: CallContext,
        unless refusal: @escaping @Sendable (MessageRecord, SessionRecord?, Instant) -> RPCError?
    ) async throws -> Message {
        let principal = try context.principal
        let now = clock.now()
        let (record, wasChanged) = try await store.write { [book] db -> (MessageRecord, Bool) in
            let message = try Self.visible(id, in: db, to: principal)
            let session = message.sessionID == 0 ? nil : try db.sessions.get(message.sessionID)
            if let refusal = refusal(message, session, now) { throw refusal }
            let party = MessageBook.Party(
                bridge: "", takesOurIDs: DeliveryConfiguration.enginesTakingOurIDs.contains(session?.engine ?? ""))
            let written = try book.write(input, of: id, by: party, at: now, in: db) { record in
                guard record.status == .pending, let session, session.status != .connected else { return }
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

    static func word(_ message: MessageRecord) -> String { MessageStatus(rawValue: message.status.rawValue).word }
}
