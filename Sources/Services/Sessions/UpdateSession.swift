// SessionsService.UpdateSession: the fields that the mask names, and no others.

internal import Codec
package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func updateSession(_ request: UpdateSessionRequest, context: CallContext) async throws -> Session {
        let principal = try context.principal
        guard request.id != 0 else { throw RPCError.validation("id", "is required") }
        let update = try SessionUpdateMask(request)
        let now = clock.now()
        return try await engine.change { [engine] db, aftermath in
            let session = try SessionResolver.existing(
                session: "", sessionID: request.id, userID: 0, principal: principal, idField: "id", in: db)
            if let name = update.name, name != session.name,
                try db.sessions.get(userID: session.userID, name: name) != nil
            {
                throw RPCError.make(.alreadyExists, "There is a session named \(name) already.")
            }
            var after = session
            update.apply(to: &after)
            guard after != session else { return try Session(session, withPaceAt: now, in: db) }
            let updated = try engine.sessions.change(
                session.id, type: "session.updated", at: now, in: db, &aftermath
            ) { update.apply(to: &$0) }
            switch (Pacing(session), Pacing(after)) {
            // Nothing waits for its turn any more: the dispatcher empties the lanes, in portions.
            case (.careful, .fast): try db.messages.endRestriction(of: session.id, at: now)
            case (.fast, .careful): try PacingBook.begin(updated, at: engine.paceTime(), in: db)
            default: break
            }
            aftermath.ready.insert(session.id)
            try Audit.recordForeign(context, session, updated, in: db, at: now)
            return try Session(updated, withPaceAt: now, in: db)
        }
    }
}

/// What an UpdateSession changes.
private struct SessionUpdateMask: Sendable {
    private(set) var name: String?
    private var pacing: SessionRecord.Pacing?
    private var quietHours: String?

    /// - Throws: VALIDATION_ERROR for an empty mask, for a path that cannot be changed, and for a value that cannot be.
    init(_ request: UpdateSessionRequest) throws {
        let paths = request.updateMask?.paths ?? []
        guard !paths.isEmpty else { throw RPCError.validation("update_mask", "names nothing to change") }
        let session = request.session ?? Session()
        for path in paths {
            switch path {
            case "name": try setName(session)
            case "settings":
                try setPacing(session)
                try setQuietHours(session)
            case "settings.pacing": try setPacing(session)
            case "settings.quiet_hours": try setQuietHours(session)
            case "*":
                try setName(session)
                try setPacing(session)
                try setQuietHours(session)
            default: throw RPCError.validation("update_mask", "names \(path.prefix(64)), which cannot be changed")
            }
        }
    }

    private mutating func setName(_ session: Session) throws {
        guard SessionResolver.isName(session.name) else { throw SessionsService.badName("session.name") }
        name = session.name
    }

    private mutating func setPacing(_ session: Session) throws {
        pacing = try SessionsService.pacing(session.settings?.pacing ?? .unspecified, "session.settings.pacing")
    }

    private mutating func setQuietHours(_ session: Session) throws {
        quietHours = try SessionsService.quietHours(session.settings?.quietHours ?? "", "session.settings.quiet_hours")
    }

    func apply(to session: inout SessionRecord) {
        if let name { session.name = name }
        if let pacing { session.pacing = pacing }
        if let quietHours { session.quietHours = quietHours }
    }
}
