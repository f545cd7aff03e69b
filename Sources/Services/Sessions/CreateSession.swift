// SessionsService.CreateSession: a session is made and not started. May be repeated with its key.

internal import Codec
package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func createSession(_ request: CreateSessionRequest, context: CallContext) async throws -> Session {
        let principal = try context.principal
        let name = request.name.isEmpty ? SessionResolver.defaultName : request.name
        guard SessionResolver.isName(name) else { throw Self.badName("name") }
        try Self.checkEngine(request.engine)
        let pacing = try Self.pacing(request.settings?.pacing ?? .unspecified, "settings.pacing")
        let quiet = try Self.quietHours(request.settings?.quietHours ?? "", "settings.quiet_hours")
        let idempotent = try IdempotentCall(request, field: \.idempotencyKey, context: context, secret: secret)
        let owner = try Tenancy.owner(of: request.userId, principal: principal)
        let now = clock.now()
        return try await store.write { db in
            var session = SessionRecord(
                userID: owner, name: name, engine: request.engine, pacing: pacing, quietHours: quiet, createdAt: now)
            if let id = try idempotent?.answer(.session, in: db, at: now) {
                // As it was made: all that the first answer held is in the request, but for these two.
                guard let made = try db.sessions.get(id) else { throw Tenancy.notFound }
                var first = SessionRecord(
                    userID: owner, name: name, engine: request.engine, pacing: pacing, quietHours: quiet,
                    createdAt: made.createdAt)
                first.id = id
                return Session(first)
            }
            guard try db.users.get(owner) != nil else { throw Tenancy.notFound }
            guard try db.sessions.get(userID: owner, name: name) == nil else {
                throw RPCError.make(
                    .alreadyExists, "There is a session named \(name) already.",
                    hint: "InitSession starts a session whether or not it is there.")
            }
            session.id = try db.sessions.insert(session)
            try EventLog.append(
                db, type: "session.created", userID: owner, sessionID: session.id, body: Session(session), at: now)
            try idempotent?.remember(.session, id: session.id, in: db, at: now)
            try Audit.recordForeign(context, .session(session), after: Session(session), in: db, at: now)
            return Session(session)
        }
    }

    static func badName(_ field: String) -> RPCError {
        RPCError.validation(field, "must be a letter, then up to 63 letters, digits, - or _")
    }

    /// - Throws: VALIDATION_ERROR for what can be no engine's name; empty is none.
    static func checkEngine(_ engine: String) throws {
        guard engine.utf8.count <= 64, engine.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw RPCError.validation("engine", "must be at most 64 printable characters without spaces")
        }
    }

    /// - Throws: VALIDATION_ERROR for what are no quiet hours; empty are none.
    static func quietHours(_ text: String, _ field: String) throws -> String {
        if text.isEmpty { return "" }
        // In any zone: are the times right, and is something named that could be one?
        guard text.utf8.count <= 100, QuietHours(text, zone: { Zones.isName($0) ? Zone(offset: "UTC") : nil }) != nil
        else {
            throw RPCError.validation(
                field, "must be two different times of day and a time zone, such as 22:00-07:00 Europe/Berlin")
        }
        guard let quiet = QuietHours(text, zone: Zones.find) else {
            throw RPCError.validation(
                field,
                "names a time zone that this machine does not know (its zones come with the package tzdata); an offset such "
                    + "as +01:00 always does")
        }
        return quiet.text
    }

    static func pacing(_ profile: PacingProfile, _ field: String) throws -> SessionRecord.Pacing {
        guard let pacing = SessionRecord.Pacing(rawValue: profile.rawValue) else {
            throw RPCError.validation(field, "is not known")
        }
        return pacing
    }
}
