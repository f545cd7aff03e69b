// The things that the audit log speaks of, each named in one way. Of a message only its state is told: texts and numbers
// are in the messages and nowhere else.

internal import Codec
internal import Contract
internal import RPC
internal import Store

extension Audit.Target {
    static func user(_ user: UserRecord) -> Audit.Target { Audit.Target("user", id: user.id, name: user.username) }

    static func key(_ key: KeyRecord) -> Audit.Target { Audit.Target("api_key", id: key.id, name: key.prefix) }

    /// - Parameter user: nil where they are gone.
    static func signIn(_ id: Int64, of user: UserRecord?) -> Audit.Target {
        Audit.Target("sign_in", id: id, name: user?.username ?? "")
    }

    static func session(_ session: SessionRecord) -> Audit.Target {
        Audit.Target("session", id: session.id, name: session.name, ownerID: session.userID)
    }

    static func message(_ message: MessageRecord) -> Audit.Target {
        Audit.Target("message", id: message.id, ownerID: message.userID)
    }
}

extension Audit {
    /// What somebody did to another's session; nothing where it changed nothing.
    static func recordForeign(
        _ context: CallContext, _ before: SessionRecord, _ after: SessionRecord?, in db: Database, at now: Instant
    ) throws {
        guard let after else { return }
        try recordForeign(
            context, .session(before), before: Session(before), after: Session(after), in: db, at: now)
    }

    /// What somebody did to another's message.
    static func recordForeign(
        _ context: CallContext, _ before: MessageRecord, _ after: MessageRecord, in db: Database, at now: Instant
    ) throws {
        func state(_ message: MessageRecord) -> Message {
            .with { $0.status = MessageStatus(rawValue: message.status.rawValue) }
        }
        try recordForeign(context, .message(before), before: state(before), after: state(after), in: db, at: now)
    }
}
