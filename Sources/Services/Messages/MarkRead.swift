// MessagesService.MarkRead: the receipt for a message that came in. Nothing is queued: the engine sends it now, and what is
// noted here is that it did.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func markRead(_ request: MarkReadRequest, context: CallContext) async throws -> Message {
        let principal = try context.principal
        let (message, found) = try await store.read { db -> (MessageRecord, SessionRecord?) in
            let message = try Self.visible(request.id, in: db, to: principal)
            return (message, message.sessionID == 0 ? nil : try db.sessions.get(message.sessionID))
        }
        guard message.direction == .inbound else {
            throw RPCError.validation("id", "is no message that came in")
        }
        if let found, message.isOfFormerAccount(of: found) {
            throw RPCError.validation("id", "came in for the account that the session was linked to before")
        }
        guard let session = found, let engine else {
            throw RPCError.make(.sessionNotConnected, "The session that the message came in through is gone.")
        }
        if message.status == .delivered {
            try await engine.ask("mark_read", of: session) { number, epoch, milliseconds in
                .markRead(
                    .with {
                        $0.commandId = number
                        $0.sessionId = message.sessionID
                        $0.epoch = epoch
                        $0.timeoutMs = milliseconds
                        $0.chat = message.chat
                        $0.message = MessageRef(message)
                    })
            }
        }
        return try await noteRead(message.id, context)
    }

    /// Handling it twice changes nothing.
    private func noteRead(_ id: Int64, _ context: CallContext) async throws -> Message {
        let now = clock.now()
        let after = try await store.write { db -> MessageRecord in
            let before = try Self.visible(id, in: db, to: try context.principal)
            guard before.status == .delivered else { return before }
            let after = try db.messages.apply(
                id, at: now,
                event: { before, after in
                    EventLog.record(
                        .with {
                            $0.at = now.timestamp
                            $0.from = MessageStatus(rawValue: before.status.rawValue)
                            $0.to = .read
                            $0.cause = "marked_read"
                        }, messageID: id, userID: after.userID, sessionID: after.sessionID, at: now)
                }
            ) { record in
                record.status = .read
                record.readAt = now
            }
            guard let after else { return before }
            try Audit.recordForeign(context, before, after, in: db, at: now)
            return after
        }
        return Message(after)
    }
}
