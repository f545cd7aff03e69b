// What a bridge says of messages whose session is deleted, and its leases with it. Whom a message was given to, and at which
// epoch, its own row still knows: how far it got is believed of nobody else, and is all that is believed.

internal import Contract
internal import Store

extension FactApplier {
    mutating func applyToOrphan(_ result: Result, _ id: Int64) throws {
        guard case .submitted(let submitted) = result.outcome, let message = try db.messages.get(id),
            isOurs(message, result.epoch)
        else { return refuse(nil) }
        aftermath.settled.append(result.commandId)
        try succeed(message, providerID: submitted.providerMessageId, .submitted)
        try takeState(submitted, of: id)
    }

    mutating func applyToOrphan(_ ack: Ack) throws {
        guard let status = Self.reached(ack.state), let message = try orphan(ack) else { return refuse(nil) }
        let moment = moment(ack.at, notBefore: message.createdAt)
        try succeed(message, providerID: ack.providerMessageId, .acknowledged(status), moment)
    }

    /// As `outbound`, where there is no session to look in.
    private func orphan(_ ack: Ack) throws -> MessageRecord? {
        let providerID = ack.providerMessageId
        guard !providerID.isEmpty, providerID.utf8.count <= 128, ack.epoch > 0 else { return nil }
        if let message = try db.messages.orphan(
            providerMessageID: providerID, bridgeID: reporter.bridgeID, epoch: ack.epoch)
        {
            return message
        }
        guard reporter.repeatsAreSafe, let message = try db.messages.get(clientMessageID: providerID),
            isOurs(message, ack.epoch)
        else { return nil }
        return message
    }

    /// Whether the reporter was given this message at this epoch, for a session that is deleted since.
    private func isOurs(_ message: MessageRecord, _ epoch: Int64) -> Bool {
        message.sessionID == 0 && message.direction == .outbound && message.bridgeID == reporter.bridgeID
            && message.epoch == epoch && epoch > 0
    }
}
