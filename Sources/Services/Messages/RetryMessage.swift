// MessagesService.RetryMessage: what waits for its next try goes at once, what failed or expired goes back into the queue
// under the same id, with a full set of attempts. What may have gone out is tried again only where the same id makes it
// the same message: at a bridge that says so, within the link through which it was given out.

package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func retryMessage(_ request: RetryMessageRequest, context: CallContext) async throws -> Message {
        try await change(request.id, .retry, context) { message, session, now, db in
            switch message.status {
            case .pending: try Self.refusal(message, session, at: now, in: db)
            case .failed, .expired:
                try Self.refusal(message, session) ?? session.flatMap { try Self.doubt(message, $0, in: db) }
                    ?? Self.lateness(message, at: now, in: db) ?? Self.lostFile(message, in: db)
            case .unknown:
                RPCError.make(
                    .conflict, "What became of the message is being found out.",
                    hint: "ResolveMessage settles it, where somebody knows.")
            default:
                RPCError.make(
                    .conflict, "The message is \(Self.word(message)): there is nothing to try again.",
                    metadata: ["status": Self.word(message)])
            }
        }
    }

    /// WhatsApp itself said until when: asking sooner costs the account. What it says now counts, not what it said when the
    /// message was held.
    private static func refusal(
        _ message: MessageRecord, _ session: SessionRecord?, at now: Instant, in db: Database
    ) throws -> RPCError? {
        let shown = HoldReason.recipientColdRestricted.rawValue
        var holds = ShownHolds(in: db, at: now)
        guard let session, try message.holdReason == shown || holds.show(message).holdReason == shown,
            let end = try ShownHolds.restrictionEnd(of: session.id, at: now, in: db)
        else { return nil }
        return RPCError.make(
            .recipientColdRestricted, "WhatsApp lets this account write to no stranger until then.",
            retryAfter: end - now)
    }

    /// Another try could be a second message.
    private static func doubt(
        _ message: MessageRecord, _ session: SessionRecord, in db: Database
    ) throws -> RPCError? {
        if let doubt = message.doubt, doubt.attempt != 0 {
            let repeatsAreSafe = try repeatsAreSafe(session, in: db)
            if doubt.allowsRepeat(afterLink: session.linkEpoch, repeatsAreSafe: repeatsAreSafe) { return nil }
        } else {
            guard message.failedWithOutcomeUnknown else { return nil }
            if try message.epoch > session.linkEpoch && Reconcile.isSafe(message, in: db) { return nil }
        }
        return RPCError.make(
            .conflict, "The message may have gone out: sent again, it could arrive twice.",
            hint: "ResolveMessage with RESEND sends it all the same.")
    }

    /// What WhatsApp takes for a while only, such as an edit, may be too late by now.
    static func lateness(_ message: MessageRecord, at now: Instant, in db: Database) throws -> RPCError? {
        guard message.kind.isAboutAnother else { return nil }
        guard let target = try db.messages.get(MessageBody.target(of: message)) else {
            return RPCError.make(.conflict, "The message that it is about is gone.")
        }
        do {
            _ = try TargetRules.check(message.kind, target, field: "id", at: now)
            return nil
        } catch {
            return RPCError.make(.conflict, "The message that it is about cannot be changed so any more.", cause: error)
        }
    }

    /// What has gone out, or was given up, keeps no file any more.
    static func lostFile(_ message: MessageRecord, in db: Database) throws -> RPCError? {
        guard message.kind == .media, try db.media.usedFile(byMessage: message.id) == nil else { return nil }
        return RPCError.make(
            .mediaExpired, "The file that the message was sent with is gone.", hint: "Upload it, and send it anew.")
    }

    /// Why a message cannot go back into the queue.
    static func refusal(_ message: MessageRecord, _ session: SessionRecord?) -> RPCError? {
        guard message.direction == .outbound, let session else {
            return RPCError.make(.conflict, "The session that the message belonged to is gone.")
        }
        guard !MessageBody.isDeleted(message) else {
            return RPCError.make(.conflict, "The message was deleted for everyone.")
        }
        guard message.attempts < MessageLifecycle.mostAttempts else {
            return RPCError.make(.conflict, "The message was tried \(message.attempts) times: that is enough.")
        }
        do {
            _ = try Acceptance.hold(for: session, queue: .unspecified)
            return nil
        } catch {
            return ServiceErrors.map(error)
        }
    }
}
