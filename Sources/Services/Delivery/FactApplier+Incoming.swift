// What came in: stored as what it is, once, and shown on the message that it is about, where it is about one.

internal import Codec
internal import Contract
internal import Store

extension FactApplier {
    mutating func apply(_ incoming: Incoming) throws {
        // Whoever held the session when it came is believed, for nobody will be given it again: WhatsApp has been told that
        // it was taken. What was told twice, or came to the next holder too, is one message by its id.
        let found = try standing(sessionID: incoming.sessionId, epoch: incoming.epoch)
        guard let (session, standing) = found, standing.mayProve else { return refuse(found?.standing) }
        let providerID = incoming.providerMessageId
        let (phone, lid) = (name(incoming.fromPhone), name(incoming.fromLid))
        let sender = phone.isEmpty ? lid : phone
        guard !providerID.isEmpty, providerID.utf8.count <= 128, !sender.isEmpty else {
            return aftermath.drop(.malformed)
        }
        let target = try message(incoming.target, sessionID: session.id)
        let said = IncomingKind.of(incoming, target: target)
        var record = MessageRecord(
            userID: session.userID, sessionID: session.id, direction: .inbound, kind: said.stored, status: .delivered,
            recipient: IncomingKind.chat(incoming), sender: sender, senderLID: lid, providerMessageID: providerID,
            replyToID: try message(incoming.quoted, sessionID: session.id), createdAt: now, content: said.plainText,
            body: MessageBody.bytes(said))
        record.deliveredAt = moment(incoming.at, notBefore: Instant(microseconds: 0))
        guard let id = try db.messages.insertIfNew(record) else { return }
        record.id = id
        try keepRef(of: incoming, said, id)
        try note(record, incoming, session, standing)
        let entry = TimelineEntry.with { entry in
            entry.at = now.timestamp
            entry.to = .delivered
            entry.cause = "received"
            entry.bridge = reporter.name
        }
        try EventLog.append(
            db, type: "message.received", userID: session.userID, sessionID: session.id, messageID: id, body: entry,
            at: now)
        guard record.kind.isAboutAnother else { return }
        try MessageMarks.apply(record, at: record.deliveredAt ?? now, bridge: reporter.name, now: now, in: db)
    }

    /// Of `media_ref`, in bytes.
    private static let longestRef = 8 << 10

    /// What its engine will need to get the file. Without it there is the provider's id.
    private mutating func keepRef(of incoming: Incoming, _ said: Message.OneOfKind, _ id: Int64) throws {
        guard case .media = said, !incoming.mediaRef.isEmpty else { return }
        guard incoming.mediaRef.count <= Self.longestRef else {
            aftermath.longRefs += 1
            return
        }
        try db.media.keep(ref: incoming.mediaRef, ofMessage: id)
    }

    /// Who an engine names, in the one spelling; "" where nobody can be called that.
    private func name(_ told: String) -> String { told.utf8.count > 128 ? "" : Contact.stored(told) }

    /// What a message says of its session and of who wrote it.
    private mutating func note(
        _ record: MessageRecord, _ incoming: Incoming, _ session: SessionRecord, _ standing: Standing
    ) throws {
        let contacts = Set([record.sender, record.senderLID]).subtracting([""]).sorted()
        // Who wrote in a group did not write to the account, who reacts or deletes has not written, and nobody knows when
        // what has no time was written.
        if record.kind != .reaction, record.kind != .delete, contacts.contains(name(incoming.chat)),
            let at = incoming.at, let sent = Instant(at),
            try PacingBook.noteWriting(of: contacts, to: session, at: min(sent, now), now: now, in: db)
        {
            aftermath.ready.insert(session.id)
        }
        db.usage.count(.messagesReceived, for: UsageKey(userID: session.userID, day: now.day))
        if standing == .holder { try touch(session) }
    }

    /// The message of a session that the provider knows by this id; 0: it is not known here.
    private func message(_ providerID: String, sessionID: Int64) throws -> Int64 {
        guard !providerID.isEmpty, providerID.utf8.count <= 128 else { return 0 }
        // Somebody may answer before the bridge has said that what they answer went out.
        if let message = try outbound(providerID, sessionID: sessionID) { return message.id }
        return try db.messages.get(sessionID: sessionID, providerMessageID: providerID, direction: .inbound)?.id ?? 0
    }
}
