// SessionsService.DeleteSession. In steps, because a session may have a million messages and every other write would wait
// for all of them: it is logged out, what waits fails, its messages are taken out of it in portions, and last the row
// goes. A crash in between leaves a session that is logged out and can be deleted again.

package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func deleteSession(
        _ request: DeleteSessionRequest, context: CallContext
    ) async throws -> DeleteSessionResponse {
        let principal = try context.principal
        guard request.id != 0 || !request.session.isEmpty else {
            throw RPCError.validation("id", "is required, or session")
        }
        let now = clock.now()
        let id = try await engine.change { [engine] db, aftermath in
            let session = try SessionResolver.existing(
                session: request.session, sessionID: request.id, userID: request.userId, principal: principal,
                idField: "id", in: db)
            let ended = try engine.sessions.write(.logout, of: session, at: now, in: db, &aftermath)
            try Audit.recordForeign(context, session, ended, in: db, at: now)
            return session.id
        }
        try await engine.failWaiting(of: id, .sessionDeleted)
        while try await store.write({ db in try db.messages.detach(sessionID: id) }) > 0 {}
        while try await store.write({ db in try db.pacing.forgetContacts(of: id) }) > 0 {}
        while try await store.write({ db in try db.deliveries.empty(ofSession: id) }) > 0 {}
        try await store.write { [engine] db in
            // Gone already where two delete it at once: then it is as both want it.
            guard let session = try db.sessions.get(id) else { return }
            try engine.delete(session, at: now, in: db)
            try Audit.recordForeign(context, .session(session), before: Session(session), in: db, at: now)
        }
        return DeleteSessionResponse()
    }
}
