// MessagesService.SetPresence: that something is being typed or recorded. Nothing is kept of it, but where somebody does it
// in another's name.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func setPresence(_ request: SetPresenceRequest, context: CallContext) async throws -> SetPresenceResponse {
        let principal = try context.principal
        let recipient = try Self.presenceRecipient(request)
        let (session, isStranger) = try await store.read { db in
            let session = try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                as: SessionRecord.self, in: db)
            return (session, try Self.isStranger(recipient, to: session, in: db))
        }
        guard let engine else {
            throw RPCError.make(.sessionNotConnected, "The session \(session.name) is not connected.")
        }
        // An engine may look a number up before it shows anything there, and says so where nobody has it: as many strangers may
        // be asked for in this way as in the other.
        if isStranger, session.status == .connected,
            let wait = engine.numbers.mustWait(session.id, at: clock.monotonic())
        {
            throw RPCError.make(
                .sessionRateLimited,
                "The session shows \(NumberChecks.perMinute) strangers a minute at most that something is typed.",
                hint: "CheckNumber counts as well.", retryAfter: wait)
        }
        if principal.userID != session.userID {
            let now = clock.now()
            try await store.write { db in
                try Audit.recordForeign(context, .session(session), note: "presence shown", in: db, at: now)
            }
        }
        try await engine.ask("presence", of: session) { number, epoch, milliseconds in
            .presence(
                .with {
                    $0.commandId = number
                    $0.sessionId = session.id
                    $0.epoch = epoch
                    $0.timeoutMs = milliseconds
                    $0.recipient = recipient
                    $0.presence = request.presence
                })
        }
        return SetPresenceResponse()
    }

    /// A number that has not written to the account, as far as anybody knows.
    private static func isStranger(_ recipient: String, to session: SessionRecord, in db: Database) throws -> Bool {
        let contact = Contact.key(recipient)
        guard contact.hasPrefix("+") else { return false }
        guard let wroteAt = try db.pacing.wroteAt(contact, to: session.id) else { return true }
        return session.accountSince.map { wroteAt <= $0 } ?? false
    }

    /// - Throws: VALIDATION_ERROR naming every field that is wrong.
    private static func presenceRecipient(_ request: SetPresenceRequest) throws -> String {
        var checks = FieldChecks()
        var recipient = ""
        do throws(RecipientError) {
            let parsed = try Recipient(parsing: request.recipient)
            recipient = parsed.text
            checks.require(!parsed.isChannel, "recipient", "is a channel, where nobody sees who types")
        } catch {
            checks.require(false, "recipient", error.description)
        }
        switch request.presence {
        case .unspecified: checks.require(false, "presence", "is required")
        case .unrecognized: checks.require(false, "presence", "is not known")
        case .typing, .recording, .paused: break
        }
        try checks.finish()
        return recipient
    }
}
