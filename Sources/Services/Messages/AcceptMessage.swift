// The one way into the outbox, for every kind of message: decide, and in one write job the message, its event and the answer
// to a repeat. When this answers, all of it is committed and synced (SAFETY.md 1). Delivery hands it out in the same job where
// it can; else it is told afterwards, and finds it anyway. Each kind's own method makes the draft and calls this.
//
// This is the hottest path of the house: everything that needs no database is done before the job, which runs on the one
// writer's thread.

internal import Codec
internal import Contract
internal import RPC
internal import Store

extension MessagesService {
    func accept(
        _ draft: MessageDraft, _ request: some SendRequest, _ context: CallContext
    ) async throws -> Message {
        let idempotent = try IdempotentCall(request, field: \.idempotencyKey, context: context, secret: secret)
        let clientID = clientIDs.next()
        let now = clock.now()
        let minute = MinuteLimit(limits, at: clock.monotonic())
        let outcome: SendOutcome
        let hadItsTurn: Bool
        do {
            // No savepoint: every refusal is known before the first row is written, and is handed out instead of thrown.
            (outcome, hadItsTurn) = try await store.write(savepoint: .none) { [delivery] db in
                let outcome = try Self.decide(draft, context, idempotent, clientID, minute, at: now, in: db)
                return (outcome, Self.handOut(outcome, by: delivery, in: db))
            }
        } catch {
            minute.giveBack()
            throw error
        }
        switch outcome {
        case .accepted(let record, let quota, let state):
            FaultPoint.hit(.accepted)
            if let state { RateLimitMetadata.tell(state, to: context) }
            DailyQuota.tell(quota, at: now, to: context)
            let pace = delivery.messageAccepted(sessionID: record.sessionID, hadItsTurn: hadItsTurn)
            PacingMetadata.tell(pace, at: now, to: context)
            return Message(record)
        case .repeated(let record): return Message(record)
        case .refused(let refusal): throw refusal
        case .overMinute(let state, let wait):
            RateLimitMetadata.tell(state, to: context)
            throw MinuteLimit.refusal(state, after: wait)
        case .overQuota(let quota):
            DailyQuota.tell(quota, at: now, to: context)
            throw DailyQuota.refusal(quota, at: now)
        }
    }

    /// What becomes of a send.
    enum SendOutcome: Sendable {
        case accepted(MessageRecord, UsageRepository.Acceptance, RateLimit?)
        case repeated(MessageRecord)
        case refused(RPCError)
        case overMinute(RateLimit, after: Duration)
        case overQuota(UsageRepository.Acceptance)
    }

    /// Hands out what was accepted and may go at once, in the same job; whether that was possible.
    static func handOut(_ outcome: SendOutcome, by delivery: any DeliverySignal, in db: Database) -> Bool {
        guard case .accepted(let record, _, _) = outcome, record.status == .pending, record.holdReason.isEmpty
        else { return false }
        return delivery.handOut(sessionID: record.sessionID, in: db)
    }

    /// The write job: what becomes of the message, and the message.
    static func decide(
        _ draft: MessageDraft, _ context: CallContext, _ idempotent: IdempotentCall?, _ clientID: String,
        _ minute: MinuteLimit, at now: Instant, in db: Database
    ) throws -> SendOutcome {
        let principal = try context.principal
        let plan: MessagePlan
        do {
            if let id = try idempotent?.answer(.message, in: db, at: now) {
                return .repeated(try firstAnswer(id, in: db))
            }
            plan = try MessagePlan(draft, principal, at: now, in: db)
        } catch let refusal as RPCError {
            return .refused(refusal)
        }
        // Last, because they count: what is refused uses nothing up.
        let owner = plan.session.userID
        let allowance = try DailyQuota.allowance(ofUser: owner, at: now, in: db)
        let state: RateLimit?
        switch minute.take(owner: owner, limit: allowance.perMinute, by: principal) {
        case .granted(let left): state = left
        case .refused(let left, let wait): return .overMinute(left, after: wait)
        }
        let quota = DailyQuota.accept(ofUser: owner, within: allowance, at: now, in: db)
        guard quota.isAccepted else {
            minute.giveBack()
            return .overQuota(quota)
        }
        let record = try accept(draft, plan, clientID: clientID, at: now, in: db)
        try idempotent?.remember(.message, id: record.id, in: db, at: now)
        try Audit.recordForeign(context, .message(record), in: db, at: now)
        return .accepted(record, quota, state)
    }

    /// Puts a message into the outbox, with its first event.
    private static func accept(
        _ draft: MessageDraft, _ plan: MessagePlan, clientID: String, at now: Instant, in db: Database
    ) throws -> MessageRecord {
        let status: MessageStatus = plan.times.scheduledAt == nil ? .pending : .scheduled
        var record = MessageRecord(
            userID: plan.session.userID, sessionID: plan.session.id, kind: draft.kind,
            status: status == .pending ? .pending : .scheduled, recipient: plan.recipient, clientMessageID: clientID,
            replyToID: draft.replyToID, holdReason: plan.holdReason, scheduledAt: plan.times.scheduledAt,
            expiresAt: plan.times.expiresAt, createdAt: now, content: plan.content, body: plan.body)
        record.id = try db.messages.insert(record)
        if draft.mediaID != 0 { try db.media.use(draft.mediaID, byMessage: record.id) }
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
    static func firstAnswer(_ id: Int64, in db: Database) throws -> MessageRecord {
        // Messages are not deleted one by one; should one be, its key answers nothing any more.
        guard let record = try db.messages.get(id) else { throw Tenancy.notFound }
        let first = try db.events.first(ofMessage: id)
        return record.asAccepted(first.flatMap(EventLog.entry))
    }
}
