// How services write the audit log: one line in the write job that makes the change, so there is no change without its
// entry and no entry without its change. A change of users, keys, passwords is always told of; what people do with their
// own sessions and messages only where somebody else did it, who must have been an admin or the operator.
//
// What is told is taken from the contract's own messages, which hold no secret; and only the fields that differ.

package import Codec
package import RPC
package import Store

package enum Audit {
    /// What something was done to.
    package struct Target: Sendable {
        /// `user`, `api_key`, `sign_in`, `session`, `message`, `signing_key`, `secret_key`, `key_file`, `job`, `backup`, `bridge`,
        /// `template`.
        package var kind: String
        /// 0 = unknown.
        package var id: Int64
        package var name: String
        /// Whose it is; nil = nobody's, so that it is always told of.
        package var ownerID: Int64?

        package init(_ kind: String, id: Int64 = 0, name: String = "", ownerID: Int64? = nil) {
            self.kind = kind
            self.id = id
            self.name = name
            self.ownerID = ownerID
        }
    }

    /// Writes what the caller did. In the write job that does it.
    /// - Parameters:
    ///   - before: as the contract shows it; nil for what was made.
    ///   - after: the same; nil for what was deleted.
    ///   - note: what no field shows, such as that a password was set.
    ///   - user: who did it, where the call has no principal: who signs in.
    package static func record(
        _ context: CallContext, _ target: Target, before: (any ProtoMessage)? = nil, after: (any ProtoMessage)? = nil,
        note: String? = nil, outcome: String = "OK", as user: UserRecord? = nil, in db: Database, at now: Instant
    ) throws {
        var record = AuditRecord(context, target, outcome: outcome, at: now)
        if let user {
            record.who = "user(\(user.id))"
            record.username = user.username
        }
        (record.before, record.after) = try AuditDifference.texts(before: before, after: after, note: note)
        try db.audit.append(record)
    }

    /// The same, where the caller is not the target's owner; else nothing.
    package static func recordForeign(
        _ context: CallContext, _ target: Target, before: (any ProtoMessage)? = nil, after: (any ProtoMessage)? = nil,
        note: String? = nil, in db: Database, at now: Instant
    ) throws {
        if let owner = target.ownerID, try context.principal.userID == owner { return }
        try record(context, target, before: before, after: after, note: note, in: db, at: now)
    }
}

extension Audit {
    /// Writes what somebody at the machine did to the files, while no server ran.
    /// - Parameters:
    ///   - uid: theirs.
    ///   - command: such as `rpcd restore`.
    /// - Returns: the entry's id.
    package static func record(
        uid: UInt32, command: String, _ target: Target, note: String, in db: Database, at now: Instant
    ) throws -> Int64 {
        try db.audit.append(
            AuditRecord(
                at: now, who: "operator(\(uid))", method: command, targetKind: target.kind, targetID: target.id,
                targetName: target.name, after: try AuditDifference.texts(before: nil, after: nil, note: note).after))
    }
}

extension AuditRecord {
    /// Who calls, from where, and what.
    init(_ context: CallContext, _ target: Audit.Target, outcome: String, at now: Instant) {
        let principal = context[PrincipalKey.self]
        let peer = context.peer
        self.init(
            at: now, who: principal.map(Self.who) ?? "", username: principal?.username ?? "",
            keyPrefix: principal?.keyPrefix ?? "", method: context.method.path, targetKind: target.kind,
            targetID: target.id, targetName: target.name, outcome: outcome, transport: peer.transport.rawValue,
            ip: ApiLogRecord.host(peer.address), requestID: context.requestID.cut(128))
    }

    /// The same for all credentials of a user, so that what a user did can be asked for.
    private static func who(_ principal: Principal) -> String {
        if let id = principal.userID { return "user(\(id))" }
        return principal.label
    }
}
