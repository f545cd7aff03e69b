// Whose auth state a bridge may touch: that of the sessions which it holds, at their present epoch (BRIDGE.md). It says who it
// is with the token of its Welcome, since a credential may be that of several bridges; and whether it holds the session
// is asked in the transaction that reads or writes, for it may have lost it a moment ago.

internal import Contract
internal import RPC
internal import Store

extension BridgeService {
    /// Where the calls of an attached bridge have their token.
    package static let tokenKey = "x-bridge-token"

    /// The attached bridge that calls.
    /// - Throws: PERMISSION_DENIED.
    func caller(_ context: CallContext) throws -> BridgeLink {
        guard let credential = try context.principal.bridgeIdentity else {
            throw RPCError.make(.permissionDenied, "Only a bridge may do this.")
        }
        guard let token = context.metadata[Self.tokenKey], let link = engine.link(forToken: token),
            link.credential == credential
        else {
            throw RPCError.make(
                .permissionDenied, "Only an attached bridge may do this, with the token of its Welcome.",
                hint: "The token belongs into the metadata, as \(Self.tokenKey).")
        }
        return link
    }

    /// That a bridge is still attached as it was, and holds a session at this epoch: after a restart it may come back with
    /// what it held at the same epoch, and what the process before it had begun is not its own.
    /// - Throws: SESSION_CONFLICT where its time is over; NOT_FOUND, the same for what is not there and for what was
    ///   never its own.
    func requireHolder(_ link: BridgeLink, sessionID: Int64, epoch: Int64, in db: Database) throws {
        guard let session = try db.sessions.get(sessionID) else { throw Tenancy.notFound }
        let bridgeID = link.bridgeID
        if session.holderID == bridgeID, session.epoch == epoch, engine.link(forToken: link.token) === link { return }
        guard
            try session.holderID == bridgeID
                || db.leases.bridge(sessionID: sessionID, epoch: epoch) == bridgeID
        else { throw Tenancy.notFound }
        throw RPCError.make(
            .sessionConflict, "The session is not carried by this bridge at this epoch any more.",
            hint: "Stop carrying it; what is to be done is said on the stream.")
    }
}

extension SecretBox.Place {
    static func authState(session: Int64, key: String) -> SecretBox.Place {
        SecretBox.Place(table: "auth_state", row: session, column: key)
    }
}
