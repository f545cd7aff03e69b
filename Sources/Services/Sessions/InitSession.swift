// SessionsService.InitSession: find or make, and start, in one write job; so two calls that make the same session at the
// same time make one. A bridge is looked for when that is committed.

package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func initSession(_ request: InitSessionRequest, context: CallContext) async throws -> Session {
        let principal = try context.principal
        try SessionResolver.check(session: request.session, sessionID: request.sessionId)
        try Self.checkEngine(request.engine)
        let now = clock.now()
        return try await engine.change { [engine] db, aftermath in
            let (session, isNew) = try Self.findOrMake(request, principal: principal, at: now, in: db)
            guard request.engine.isEmpty || session.engine.isEmpty || session.engine == request.engine else {
                throw RPCError.validation("engine", "is \(session.engine) for this session, and stays it")
            }
            let started = try engine.sessions.write(.initialise, of: session, at: now, in: db, &aftermath) { record in
                if record.engine.isEmpty { record.engine = request.engine }
            }
            if isNew {
                let made = Session(started ?? session)
                try Audit.recordForeign(context, .session(session), after: made, in: db, at: now)
            } else {
                try Audit.recordForeign(context, session, started, in: db, at: now)
            }
            return Session(started ?? session)
        }
    }

    private static func findOrMake(
        _ request: InitSessionRequest, principal: Principal, at now: Instant, in db: Database
    ) throws -> (session: SessionRecord, isNew: Bool) {
        if request.sessionId != 0 {
            let found = try SessionResolver.existing(
                session: "", sessionID: request.sessionId, userID: request.userId, principal: principal, in: db)
            return (found, false)
        }
        let owner = try Tenancy.owner(of: request.userId, principal: principal)
        if let found = try SessionResolver.find(session: request.session, ownerID: owner, in: db) {
            return (found, false)
        }
        guard try db.users.get(owner) != nil else { throw Tenancy.notFound }
        let name = request.session.isEmpty ? SessionResolver.defaultName : request.session
        var session = SessionRecord(userID: owner, name: name, engine: request.engine, createdAt: now)
        session.id = try db.sessions.insert(session)
        try EventLog.append(
            db, type: "session.created", userID: owner, sessionID: session.id, body: Session(session), at: now)
        return (session, true)
    }
}
