// One account, one session: a number that is linked twice gets every message twice, and each link throws the other out. The
// session that was linked first keeps it; whoever comes second hears which one that is, unless it is somebody else's.

internal import Contract
internal import RPC
internal import Store

/// What WhatsApp knows an account by.
package struct LinkedAccount: Sendable, Hashable {
    /// `+` and digits, or what the bridge said where that is no number; "" where it is not known.
    package let phone: String
    package let lid: String

    package init(phone: String, lid: String) {
        self.phone = Contact.stored(phone)
        self.lid = Contact.key(lid)
    }

    /// Whose it is already, in words for the owner of `session`; nil where it is nobody else's. Whoever has it keeps it: a
    /// session that is linked as this account is not asked again, whatever others say of themselves by now.
    func takenFrom(_ session: SessionRecord, in db: Database) throws -> String? {
        let newPhone = session.isLinked && session.phoneNumber == phone ? "" : phone
        let newLid = session.isLinked && session.lid == lid ? "" : lid
        let other =
            try db.sessions.linked(asPhone: newPhone, lid: newLid, besides: session.id)
            ?? underItsOtherName(newPhone, newLid, than: session, ofOwner: false, in: db)
        guard let other else { return nil }
        guard other.userID == session.userID else {
            return "This number is linked by a session of another user already."
        }
        return Self.words(other)
    }

    /// The same before anybody has shown that the number is theirs: whether others have it is none of the caller's business.
    func takenFromOwner(of session: SessionRecord, in db: Database) throws -> String? {
        let other =
            try db.sessions.linked(asPhone: phone, lid: lid, besides: session.id, of: session.userID)
            ?? underItsOtherName(phone, lid, than: session, ofOwner: true, in: db)
        return other.map(Self.words)
    }

    /// The session that knows this account by its number alone where this one knows it by WhatsApp's own id alone, or the
    /// other way round. That the two names are one account's is known from messages that came under both; what sessions
    /// say of themselves is better known than that, for a number may have had another account once.
    private func underItsOtherName(
        _ newPhone: String, _ newLid: String, than session: SessionRecord, ofOwner: Bool, in db: Database
    ) throws -> SessionRecord? {
        let hasPhone = !phone.isEmpty || session.isLinked && !session.phoneNumber.isEmpty
        let hasLid = !lid.isEmpty || session.isLinked && !session.lid.isEmpty
        let name = newPhone.isEmpty ? newLid : newPhone
        guard hasPhone != hasLid, !name.isEmpty else { return nil }
        let userID = ofOwner ? session.userID : 0
        guard let other = try db.messages.names(of: name, userID: session.userID).first(where: { $0 != name }) else {
            return nil
        }
        return try db.sessions.linked(onlyAs: other, besides: session.id, of: userID)
    }

    private static func words(_ other: SessionRecord) -> String {
        "This number is linked by the session \(other.name) already."
    }
}
