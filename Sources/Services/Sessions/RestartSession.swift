// SessionsService.RestartSession: whoever carries the session lets go, and it is handed out anew at a higher epoch. What
// was under way is found out when it is carried again, as after any break.

package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func restartSession(_ request: RestartSessionRequest, context: CallContext) async throws -> Session {
        let principal = try context.principal
        let now = clock.now()
        return try await engine.change { [engine] db, aftermath in
            let session = try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db)
            let restarted = try engine.sessions.write(.restart, of: session, at: now, in: db, &aftermath)
            // Whatever made the engine fail may be mended: nobody restarts a session to wait.
            try PacingBook.wake(session.id, in: db)
            try Audit.recordForeign(context, session, restarted, in: db, at: now)
            return Session(restarted ?? session)
        }
    }
}
