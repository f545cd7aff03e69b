// SessionsService.GetSession, GetSessionStatus and GetQrCode: one session, as one moment saw it.

package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func getSession(_ request: GetSessionRequest, context: CallContext) async throws -> Session {
        let principal = try context.principal
        guard request.id != 0 || !request.session.isEmpty else {
            throw RPCError.validation("id", "is required, or session")
        }
        return try await store.read { [clock] db in
            let session = try SessionResolver.existing(
                session: request.session, sessionID: request.id, userID: request.userId, principal: principal,
                idField: "id", in: db)
            return try Session(session, withPaceAt: clock.now(), in: db)
        }
    }

    package func getSessionStatus(
        _ request: GetSessionStatusRequest, context: CallContext
    ) async throws -> Session {
        let principal = try context.principal
        return try await store.read { [clock] db in
            let session = try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db)
            return try Session(session, withPaceAt: clock.now(), in: db)
        }
    }

    package func getQrCode(_ request: GetQrCodeRequest, context: CallContext) async throws -> QrCode {
        let principal = try context.principal
        let session = try await store.read { db in
            try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db)
        }
        // Who scans it has the session.
        try await reads.tell(context, .session(session))
        guard let code = QrCode(session, at: clock.now()) else {
            throw RPCError.make(
                .sessionNotConnected, "The session \(session.name) has no QR code to scan just now.",
                hint: session.isLinked
                    ? "It is linked already: no scan is needed."
                    : "InitSession starts a linking; WatchSession tells when a code is there.")
        }
        return code
    }
}
