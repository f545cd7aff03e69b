// SessionsService.DisconnectSession: the session is wanted no more. Its bridge is told to let go when that is committed;
// what it was given before it may still answer.

package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func disconnectSession(
        _ request: DisconnectSessionRequest, context: CallContext
    ) async throws -> Session {
        let principal = try context.principal
        let now = clock.now()
        return try await engine.change { [engine] db, aftermath in
            let session = try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db)
            let stopped = try engine.sessions.write(.disconnect, of: session, at: now, in: db, &aftermath)
            try Audit.recordForeign(context, session, stopped, in: db, at: now)
            return Session(stopped ?? session)
        }
    }
}
