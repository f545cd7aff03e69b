// What a bridge reports of messages: answers to sends, and acks. Of sessions that are deleted since:
// FactApplier+Orphans.swift.

internal import Codec
internal import Contract
internal import Store

extension FactApplier {
    mutating func apply(_ result: Result) throws {
        if let command = CommandID(rawValue: result.commandId), command.messageID == nil {
            // No send: somebody waits for it, or does not any more.
            guard try standing(sessionID: result.sessionId, epoch: result.epoch)?.standing.mayAnswer == true else {
                return refuse(nil)
            }
            return aftermath.answers.append(.result(result))
        }
        guard let command = CommandID(rawValue: result.commandId), let id = command.messageID else {
            return aftermath.drop(.unknownMessage)
        }
        guard let (session, standing) = try standing(sessionID: result.sessionId, epoch: result.epoch) else {
            return try applyToOrphan(result, id)
        }
        guard standing.mayProve else { return refuse(standing) }
        guard let message = try db.messages.get(id), message.sessionID == result.sessionId,
            message.direction == .outbound, command.attempt <= message.attempts
        else { return aftermath.drop(.unknownMessage) }
        // What decides nothing must not end the wait for an answer either: then nobody would ever ask again.
        if message.status != .dispatched || message.attempts != command.attempt {
            aftermath.settled.append(command.rawValue)
        }
        switch result.outcome {
        case .submitted(let submitted):
            aftermath.settled.append(command.rawValue)
            let isNews = try succeed(
                message, providerID: submitted.providerMessageId, .submitted,
                renames: command.attempt == message.attempts)
            try takeState(submitted, of: id)
            try touch(session)
            if isNews { try take(.success, of: session) }
        case .error(let error):
            // Of an earlier attempt, or an epoch that is over: what it says of the present one is nothing.
            guard standing.mayAnswer, message.epoch == result.epoch, message.bridgeID == reporter.bridgeID,
                message.attempts == command.attempt
            else { return refuse(standing.mayAnswer ? .former : standing) }
            aftermath.settled.append(command.rawValue)
            let failure = try failure(error, of: session)
            let isCold = try failure.neverLeft && db.messages.isCold(id)
            let written = try messages.write(.refused(failure), of: id, by: party, at: now, in: db)
            if let written {
                if let sign = PacingBook.Sign(failure) { try take(sign, of: session) }
                try PacingBook.giveBack(written.before, isCold: isCold, at: time, in: db)
            }
            try note(written)
        case .done, nil: aftermath.drop(.malformed)
        }
    }

    /// What the engine knows already of how far a message got: of what it gives no ack for.
    mutating func takeState(_ submitted: Submitted, of id: Int64) throws {
        guard let status = Self.reached(submitted.state), let message = try db.messages.get(id) else { return }
        try succeed(message, providerID: "", .acknowledged(status))
    }

    /// nil for what is no success.
    static func reached(_ state: AckState) -> MessageStatus? {
        switch state {
        case .server: .sent
        case .delivered: .delivered
        case .read: .read
        case .played: .played
        case .error, .unspecified, .unrecognized: nil
        }
    }

    mutating func apply(_ ack: Ack) throws {
        guard let (session, standing) = try standing(sessionID: ack.sessionId, epoch: ack.epoch) else {
            return try applyToOrphan(ack)
        }
        guard standing.mayProve else { return refuse(.stranger) }
        let providerID = ack.providerMessageId
        guard !providerID.isEmpty, providerID.utf8.count <= 128 else { return aftermath.drop(.malformed) }
        guard let message = try outbound(providerID, sessionID: ack.sessionId) else {
            earlyAcks.add(.init(key: .init(sessionID: ack.sessionId, providerMessageID: providerID), ack: ack))
            return aftermath.drop(.unknownMessage)
        }
        try apply(ack, to: message, of: session, standing)
    }

    private mutating func apply(
        _ ack: Ack, to message: MessageRecord, of session: SessionRecord, _ standing: Standing
    ) throws {
        let status: MessageStatus
        switch ack.state {
        case .server: status = .sent
        case .delivered: status = .delivered
        case .read: status = .read
        case .played: status = .played
        case .error:
            guard standing.mayAnswer else { return refuse(standing) }
            let reason: Reason = ack.engineCode == "463" ? .recipientColdRestricted : .engineError
            let failure = SendFailure(
                reason: reason, engineCode: ack.engineCode.cut(128), text: "WhatsApp reported an error.",
                notBefore: try restrictionEnd(reason, of: session))
            let written = try messages.write(.rejected(failure), of: message.id, by: party, at: now, in: db)
            if written != nil, let sign = PacingBook.Sign(failure) { try take(sign, of: session) }
            return try note(written)
        case .unspecified, .unrecognized: return aftermath.drop(.malformed)
        }
        let moment = moment(ack.at, notBefore: message.createdAt)
        try succeed(message, providerID: ack.providerMessageId, .acknowledged(status), moment)
    }

    /// The message went out, as far as `input` says.
    /// - Parameter renames: the id is that of the present attempt. An engine that chooses ids gives each attempt its own, and
    ///   acks come for the last one.
    /// - Returns: whether that was news.
    @discardableResult
    mutating func succeed(
        _ message: MessageRecord, providerID: String, _ input: MessageInput, _ moment: Instant? = nil,
        renames: Bool = false
    ) throws -> Bool {
        var name = ""
        if renames ? message.providerMessageID != providerID : message.providerMessageID.isEmpty,
            !providerID.isEmpty, providerID.utf8.count <= 128,
            try db.messages.get(
                sessionID: message.sessionID, providerMessageID: providerID, direction: .outbound) == nil
        {
            name = providerID
        }
        let written = try messages.write(input, of: message.id, by: party, at: now, moment: moment, in: db) {
            if !name.isEmpty { $0.providerMessageID = name }
        }
        if let written {
            try note(written)
        } else if !name.isEmpty || fillsIn(message, input) {
            // No news of its status, but of its id or of when it got somewhere.
            try db.messages.apply(message.id, at: now) { record in
                if !name.isEmpty { record.providerMessageID = name }
                if case .acknowledged(let status) = input,
                    let reached = MessageRecord.Status(rawValue: status.rawValue), message.attempts > 0
                {
                    record.note(reached, at: moment ?? now)
                }
            }
        }
        guard !name.isEmpty else { return written != nil }
        for ack in earlyAcks.take(.init(sessionID: message.sessionID, providerMessageID: name)) {
            guard let present = try db.messages.get(message.id),
                let (session, standing) = try standing(sessionID: ack.sessionId, epoch: ack.epoch)
            else { continue }
            try apply(ack, to: present, of: session, standing)
        }
        return written != nil
    }

    /// Whether an ack that came out of order says when the message got somewhere, and that is not known yet.
    private func fillsIn(_ message: MessageRecord, _ input: MessageInput) -> Bool {
        guard case .acknowledged(let status) = input, MessageLifecycle.rank(Self.status(message)) != nil else {
            return false
        }
        switch status {
        case .sent: return message.sentAt == nil
        case .delivered: return message.deliveredAt == nil
        case .read: return message.readAt == nil
        case .played: return message.playedAt == nil
        default: return false
        }
    }

    private static func status(_ message: MessageRecord) -> MessageStatus {
        MessageStatus(rawValue: message.status.rawValue)
    }

    /// The message that the provider knows by this id: by the id that it was given, or, before that is known here, by
    /// ours, which engines that let us choose use as theirs.
    func outbound(_ providerID: String, sessionID: Int64) throws -> MessageRecord? {
        if let message = try db.messages.get(
            sessionID: sessionID, providerMessageID: providerID, direction: .outbound)
        {
            return message
        }
        guard reporter.repeatsAreSafe, let message = try db.messages.get(clientMessageID: providerID),
            message.sessionID == sessionID, message.direction == .outbound
        else { return nil }
        return message
    }

    private func failure(_ error: CommandError, of session: SessionRecord) throws -> SendFailure {
        let reason = Reason(word: error.reason) ?? .engineError
        return SendFailure(
            reason: reason, engineCode: error.engineCode.cut(128), text: error.text.cut(1024),
            notBegun: error.notBegun, notBefore: try restrictionEnd(reason, of: session))
    }

    /// When it makes sense to try again what a restriction of the account stands against, where WhatsApp has said so.
    private func restrictionEnd(_ reason: Reason, of session: SessionRecord) throws -> Instant? {
        guard reason == .recipientColdRestricted else { return nil }
        return try PacingBook.restrictedUntil(session.id, at: time, in: db)
    }

    private mutating func note(_ written: MessageBook.Written?) throws {
        guard let written else { return }
        if written.freesAnother { aftermath.ready.insert(written.after.sessionID) }
        if written.after.status == .unknown { aftermath.unknown.insert(written.after.sessionID) }
    }
}
