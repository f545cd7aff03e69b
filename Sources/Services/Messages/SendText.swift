// MessagesService.SendText: validate, decide, and in one write job the message, its event and the answer to a repeat.
// When this answers, all of it is committed and synced (SAFETY.md 1); delivery is told afterwards and finds it anyway.
//
// This is the hottest path of the house: everything that needs no database is done before the job, which runs on the one
// writer's thread.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func sendText(_ request: SendTextRequest, context: CallContext) async throws -> Message {
        let principal = try context.principal
        let draft = try TextDraft(request)
        let idempotent = try IdempotentCall(request, field: \.idempotencyKey, context: context, secret: secret)
        // Who is over their limit may still ask for an answer that they were given before.
        let limited = context.rateLimitRefusal
        if let limited, idempotent == nil { throw limited }
        let clientID = clientIDs.next()
        let now = clock.now()
        // No savepoint: every refusal is known before the first row is written, and is handed out instead of thrown.
        let outcome = try await store.write(savepoint: .none) { db -> Outcome in
            let plan: Plan
            let quota: UsageRepository.Acceptance
            do {
                if let id = try idempotent?.answer(.message, in: db, at: now) {
                    return .repeated(try Self.firstAnswer(id, in: db))
                }
                if let limited { return .refused(limited) }
                plan = try Self.plan(draft, request, principal, at: now, in: db)
                // Last, because it counts: what is refused uses nothing up.
                quota = try DailyQuota.accept(ofUser: plan.session.userID, at: now, in: db)
            } catch let refusal as RPCError {
                return .refused(refusal)
            }
            guard quota.isAccepted else { return .overQuota(quota) }
            let record = try Self.accept(draft, plan, clientID: clientID, at: now, in: db)
            try idempotent?.remember(.message, id: record.id, in: db, at: now)
            try Audit.recordForeign(context, .message(record), in: db, at: now)
            return .accepted(record, quota)
        }
        switch outcome {
        case .accepted(let record, let quota):
            DailyQuota.tell(quota, at: now, to: context)
            delivery.messageAccepted(sessionID: record.sessionID)
            return Message(record)
        case .repeated(let record):
            context.isRepeat = true
            return Message(record)
        case .refused(let refusal): throw refusal
        case .overQuota(let quota):
            DailyQuota.tell(quota, at: now, to: context)
            throw DailyQuota.refusal(quota, at: now)
        }
    }

    private enum Outcome: Sendable {
        case accepted(MessageRecord, UsageRepository.Acceptance)
        case repeated(MessageRecord)
        case refused(RPCError)
        case overQuota(UsageRepository.Acceptance)
    }

    /// What was found out about a message before any of it is written.
    private struct Plan {
        let session: SessionRecord
        let times: TextDraft.Times
        /// "" where nothing holds it.
        let holdReason: String
    }

    /// Reads only.
    private static func plan(
        _ draft: TextDraft, _ request: SendTextRequest, _ principal: Principal, at now: Instant, in db: Database
    ) throws -> Plan {
        let session = try SessionResolver.existing(
            session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
            in: db)
        let hold = try Acceptance.hold(for: session, queue: draft.queue)
        let times = try draft.times(at: now)
        if draft.replyToID != 0 {
            guard let quoted = try db.messages.get(draft.replyToID), quoted.sessionID == session.id else {
                throw RPCError.validation("reply_to_id", "is no message of this session")
            }
        }
        // A scheduled message waits for its time and for nothing else.
        let holdReason = times.scheduledAt == nil ? hold?.rawValue ?? "" : ""
        return Plan(session: session, times: times, holdReason: holdReason)
    }

    /// Puts a message into the outbox, with its first event.
    private static func accept(
        _ draft: TextDraft, _ plan: Plan, clientID: String, at now: Instant, in db: Database
    ) throws -> MessageRecord {
        let status: MessageStatus = plan.times.scheduledAt == nil ? .pending : .scheduled
        var record = MessageRecord(
            userID: plan.session.userID, sessionID: plan.session.id, status: status == .pending ? .pending : .scheduled,
            recipient: draft.recipient.text, clientMessageID: clientID, replyToID: draft.replyToID,
            holdReason: plan.holdReason, scheduledAt: plan.times.scheduledAt, expiresAt: plan.times.expiresAt,
            createdAt: now, content: draft.text)
        record.id = try db.messages.insert(record)
        let entry = TimelineEntry.with { entry in
            entry.at = now.timestamp
            entry.to = status
            entry.cause = "accepted"
            entry.detail = plan.holdReason
        }
        try EventLog.append(
            db, entry, messageID: record.id, userID: record.userID, sessionID: record.sessionID, at: now)
        return record
    }

    /// What the first call with this key was answered, made again from what does not change and from the first event.
    private static func firstAnswer(_ id: Int64, in db: Database) throws -> MessageRecord {
        // Messages are not deleted one by one; should one be, its key answers nothing any more.
        guard let record = try db.messages.get(id) else { throw Tenancy.notFound }
        let first = try db.events.timeline(ofMessage: id, limit: 1).first
        return record.asAccepted(first.flatMap(EventLog.entry))
    }
}
