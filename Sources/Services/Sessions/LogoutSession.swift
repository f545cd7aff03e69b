// SessionsService.LogoutSession: the link ends. The bridge that carries the session is told to end it with WhatsApp, too;
// what waits to be sent fails. Logging out what is logged out changes nothing.

package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func logoutSession(_ request: LogoutSessionRequest, context: CallContext) async throws -> Session {
        let principal = try context.principal
        let now = clock.now()
        let session = try await engine.change { [engine] db, aftermath in
            let session = try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db)
            let ended = try engine.sessions.write(.logout, of: session, at: now, in: db, &aftermath)
            try Audit.recordForeign(context, session, ended, in: db, at: now)
            return ended ?? session
        }
        try await engine.failWaiting(of: session.id, .sessionLoggedOut)
        return Session(session)
    }
}
