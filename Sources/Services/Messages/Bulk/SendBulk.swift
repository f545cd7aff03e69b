// MessagesService.SendBulk: many texts over one stream, accepted in order, a portion of them in each write job. Each item is
// a send like any other, with its own idempotency key, so however the stream ends the client may begin again and nothing is
// sent twice. Invariant: an item is answered after its transaction is committed and synced, and never out of order.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func sendBulk(
        _ requests: RequestStream<SendBulkRequest>, responses: ResponseWriter<SendBulkResponse>, context: CallContext
    ) async throws {
        _ = try context.principal
        guard context.metadata.values(for: "idempotency-key").isEmpty else {
            throw RPCError.validation("idempotency_key", "belongs to an item and cannot be given for all of them")
        }
        let limits = BulkLimits()
        let inbox = BulkInbox(limits: limits)
        let intake = BulkIntake(service: self, limits: limits, inbox: inbox, responses: responses, context: context)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await inbox.fill(from: requests)
                return false
            }
            group.addTask {
                await context.drain.wait()
                // What was answered is safe; the rest goes over another stream.
                if context.drain.isSet { throw RPCError.make(.shuttingDown, "The server is going down.") }
                return false
            }
            group.addTask {
                try await intake.run()
                return true
            }
            defer { group.cancelAll() }
            while let isDone = try await group.next() { if isDone { return } }
        }
    }
}

/// The work of one stream.
struct BulkIntake: Sendable {
    let service: MessagesService
    let limits: BulkLimits
    let inbox: BulkInbox
    let responses: ResponseWriter<SendBulkResponse>
    let context: CallContext

    /// Until the client has sent all and everything is answered.
    func run() async throws {
        try await responses.write(
            .with {
                $0.credit = Int32(clamping: limits.window)
                $0.windowBytes = Int32(clamping: limits.windowBytes)
            })
        var waiting: [BulkSend] = []
        while true {
            // Here and nowhere else: what was accepted is answered.
            try Task.checkCancellation()
            if waiting.isEmpty {
                let inbox = inbox
                let items = try await service.clock.within(limits.silence, "Nothing came for \(limits.silence).") {
                    try await inbox.take()
                }
                guard let items else { return }
                waiting = items.map(prepare)
            } else {
                waiting += inbox.takeAtOnce().map(prepare)
            }
            let portion = Array(waiting.prefix(limits.portion))
            let done = try await accept(portion)
            waiting.removeFirst(done.answers.count)
            for (send, answer) in zip(portion, done.answers) {
                inbox.answer(send.item)
                try await responses.write(answer)
            }
            if let wait = done.wait { try await sleep(wait) }
        }
    }

    /// Everything that needs no database.
    private func prepare(_ item: BulkInbox.Item) -> BulkSend {
        do {
            guard let request = item.request else { throw RPCError.validation("text", "is required") }
            let draft = try MessagesService.draft(request)
            let idempotent = try IdempotentCall(
                request, field: \.idempotencyKey, context: context, secret: service.secret)
            guard let idempotent else {
                throw RPCError.validation("idempotency_key", "is required: a stream may be cut at any time")
            }
            return BulkSend(item: item, draft: .success((draft, idempotent)), clientID: service.clientIDs.next())
        } catch {
            let refusal = (error as? RPCError) ?? RPCError.make(.internal, "The item could not be read.")
            return BulkSend(item: item, draft: .failure(refusal), clientID: "")
        }
    }

    /// One write job. What comes behind an item that waits for its minute stays unanswered.
    private func accept(
        _ portion: [BulkSend]
    ) async throws -> (answers: [SendBulkResponse], wait: Duration?) {
        let now = service.clock.now()
        let monotonic = service.clock.monotonic()
        let minutes = portion.map { _ in MinuteLimit(service.limits, at: monotonic) }
        let done: [BulkDone]
        do {
            done = try await service.store.write { [context, delivery = service.delivery] db in
                // A job may be run again: then nothing of what its first run took counts.
                for minute in minutes { minute.giveBack() }
                var done: [BulkDone] = []
                for (send, minute) in zip(portion, minutes) {
                    switch send.draft {
                    case .failure(let refusal): done.append(BulkDone(outcome: .refused(refusal), hadItsTurn: false))
                    case .success(let (draft, idempotent)):
                        let outcome = try MessagesService.decide(
                            draft, context, idempotent, send.clientID, minute, at: now, in: db)
                        let hadItsTurn = MessagesService.handOut(outcome, by: delivery, in: db)
                        done.append(BulkDone(outcome: outcome, hadItsTurn: hadItsTurn))
                        if case .overMinute = outcome { return done }
                    }
                }
                return done
            }
        } catch {
            for minute in minutes { minute.giveBack() }
            throw error
        }
        var answers: [SendBulkResponse] = []
        for (send, one) in zip(portion, done) {
            switch one.outcome {
            case .accepted(let record, _, _):
                FaultPoint.hit(.accepted)
                _ = service.delivery.messageAccepted(sessionID: record.sessionID, hadItsTurn: one.hadItsTurn)
                answers.append(answer(send, record))
            case .repeated(let record): answers.append(answer(send, record))
            case .refused(let refusal): answers.append(answer(send, refusal))
            case .overQuota(let quota): answers.append(answer(send, DailyQuota.refusal(quota, at: now)))
            case .overMinute(_, let wait): return (answers, wait)
            }
        }
        return (answers, nil)
    }

    private func answer(_ send: BulkSend, _ record: MessageRecord) -> SendBulkResponse {
        .with {
            $0.credit = 1
            $0.item = send.item.number
            $0.messageId = record.id
            $0.status = MessageStatus(rawValue: record.status.rawValue)
        }
    }

    private func answer(_ send: BulkSend, _ refusal: RPCError) -> SendBulkResponse {
        .with {
            $0.credit = 1
            $0.item = send.item.number
            $0.refusal = BulkRefusal(refusal)
        }
    }

    /// Says that the next item waits, and waits: for its turn, or as long as one may be left without a word.
    private func sleep(_ wait: Duration) async throws {
        let until = service.clock.now() + wait
        try await responses.write(.with { $0.waitsUntil = until.timestamp })
        try await service.clock.sleep(for: min(wait, limits.heartbeat))
    }
}

/// An item on its way into the outbox.
struct BulkSend: Sendable {
    let item: BulkInbox.Item
    let draft: Swift.Result<(MessageDraft, IdempotentCall), RPCError>
    let clientID: String
}

/// What became of an item in a write job.
struct BulkDone: Sendable {
    let outcome: MessagesService.SendOutcome
    let hadItsTurn: Bool
}

extension BulkRefusal {
    /// What SendText would have been refused with.
    init(_ error: RPCError) {
        self.init()
        reason = error.reason
        message = error.message
        violations = error.violations.map { violation in
            .with {
                $0.field = violation.field
                $0.description = violation.description
            }
        }
        retryAfter = error.retryAfter.map { wait in
            .with {
                let (seconds, rest) = wait.components
                $0.seconds = seconds
                $0.nanos = Int32(clamping: rest / 1_000_000_000)
            }
        }
    }
}
