// Generated from switchboard/v1/sessions.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.SessionsService.
package enum SessionsMethods {
    package static let listSessions = Method(service: "switchboard.v1.SessionsService", name: "ListSessions", kind: .unary)
    package static let getSession = Method(service: "switchboard.v1.SessionsService", name: "GetSession", kind: .unary)
    package static let createSession = Method(service: "switchboard.v1.SessionsService", name: "CreateSession", kind: .unary)
    package static let updateSession = Method(service: "switchboard.v1.SessionsService", name: "UpdateSession", kind: .unary)
    package static let deleteSession = Method(service: "switchboard.v1.SessionsService", name: "DeleteSession", kind: .unary)
    package static let initSession = Method(service: "switchboard.v1.SessionsService", name: "InitSession", kind: .unary)
    package static let getSessionStatus = Method(service: "switchboard.v1.SessionsService", name: "GetSessionStatus", kind: .unary)
    package static let disconnectSession = Method(service: "switchboard.v1.SessionsService", name: "DisconnectSession", kind: .unary)
    package static let restartSession = Method(service: "switchboard.v1.SessionsService", name: "RestartSession", kind: .unary)
    package static let logoutSession = Method(service: "switchboard.v1.SessionsService", name: "LogoutSession", kind: .unary)
    package static let getQrCode = Method(service: "switchboard.v1.SessionsService", name: "GetQrCode", kind: .unary)
    package static let requestPairingCode = Method(service: "switchboard.v1.SessionsService", name: "RequestPairingCode", kind: .unary)
    package static let checkNumber = Method(service: "switchboard.v1.SessionsService", name: "CheckNumber", kind: .unary)
    package static let watchSession = Method(service: "switchboard.v1.SessionsService", name: "WatchSession", kind: .serverStreaming)
    package static let all = [listSessions, getSession, createSession, updateSession, deleteSession, initSession, getSessionStatus, disconnectSession, restartSession, logoutSession, getQrCode, requestPairingCode, checkNumber, watchSession]
}

/// WhatsApp accounts, linked as a phone links a companion device, and carried by bridges.
package protocol SessionsServiceProtocol: Sendable {
    /// Lists sessions, newest first.
    func listSessions(_ request: ListSessionsRequest, context: CallContext) async throws -> ListSessionsResponse

    /// Gets one session.
    func getSession(_ request: GetSessionRequest, context: CallContext) async throws -> Session

    /// Makes a session without starting it.
    func createSession(_ request: CreateSessionRequest, context: CallContext) async throws -> Session

    /// Changes the fields that `update_mask` names: `name`, `settings.pacing`, `settings.quiet_hours`; `*` is all of them.
    func updateSession(_ request: UpdateSessionRequest, context: CallContext) async throws -> Session

    /// Deletes a session: it is logged out, its credentials are dropped, what waits to be sent through it fails with
    /// SESSION_LOGGED_OUT. Its messages stay.
    func deleteSession(_ request: DeleteSessionRequest, context: CallContext) async throws -> DeleteSessionResponse

    /// Starts a session, making it where it does not exist: a bridge takes it up and, where it is not linked yet, shows a
    /// QR code. A session that is running already stays as it is.
    func initSession(_ request: InitSessionRequest, context: CallContext) async throws -> Session

    /// Gets the state of the caller's session.
    func getSessionStatus(_ request: GetSessionStatusRequest, context: CallContext) async throws -> Session

    /// Stops carrying a session. Its credentials are kept, so that InitSession brings it back without a scan.
    func disconnectSession(_ request: DisconnectSessionRequest, context: CallContext) async throws -> Session

    /// Stops carrying a session and starts it again. What is being sent meanwhile is reconciled as after any break.
    func restartSession(_ request: RestartSessionRequest, context: CallContext) async throws -> Session

    /// Ends the link with the phone and drops the credentials: the next start shows a QR code again. What waits to be sent
    /// fails with SESSION_LOGGED_OUT.
    func logoutSession(_ request: LogoutSessionRequest, context: CallContext) async throws -> Session

    /// Gets the QR code that links the session: the raw string, to be drawn by whoever shows it. SESSION_NOT_CONNECTED
    /// while there is none to scan.
    func getQrCode(_ request: GetQrCodeRequest, context: CallContext) async throws -> QrCode

    /// Gets a code that links the session without a camera: it is typed into the phone that has this number. Starts the
    /// session where it does not run, and waits for its bridge. NUMBER_ALREADY_LINKED where another session has that number.
    func requestPairingCode(_ request: RequestPairingCodeRequest, context: CallContext) async throws -> PairingCode

    /// Asks WhatsApp, through a session that is connected, whether a number has an account. Answers are kept for a while:
    /// WhatsApp does not like to be asked often.
    func checkNumber(_ request: CheckNumberRequest, context: CallContext) async throws -> NumberCheck

    /// Streams the session: as it is now, then at each change, its QR code included where the caller may see it.
    func watchSession(_ request: WatchSessionRequest, responses: ResponseWriter<SessionUpdate>, context: CallContext) async throws
}

extension Router {
    /// Registers every method of switchboard.v1.SessionsService.
    package mutating func register(_ service: some SessionsServiceProtocol) {
        unary(SessionsMethods.listSessions) { (request: ListSessionsRequest, context: CallContext) async throws -> ListSessionsResponse in
            try await service.listSessions(request, context: context)
        }
        unary(SessionsMethods.getSession) { (request: GetSessionRequest, context: CallContext) async throws -> Session in
            try await service.getSession(request, context: context)
        }
        unary(SessionsMethods.createSession) { (request: CreateSessionRequest, context: CallContext) async throws -> Session in
            try await service.createSession(request, context: context)
        }
        unary(SessionsMethods.updateSession) { (request: UpdateSessionRequest, context: CallContext) async throws -> Session in
            try await service.updateSession(request, context: context)
        }
        unary(SessionsMethods.deleteSession) { (request: DeleteSessionRequest, context: CallContext) async throws -> DeleteSessionResponse in
            try await service.deleteSession(request, context: context)
        }
        unary(SessionsMethods.initSession) { (request: InitSessionRequest, context: CallContext) async throws -> Session in
            try await service.initSession(request, context: context)
        }
        unary(SessionsMethods.getSessionStatus) { (request: GetSessionStatusRequest, context: CallContext) async throws -> Session in
            try await service.getSessionStatus(request, context: context)
        }
        unary(SessionsMethods.disconnectSession) { (request: DisconnectSessionRequest, context: CallContext) async throws -> Session in
            try await service.disconnectSession(request, context: context)
        }
        unary(SessionsMethods.restartSession) { (request: RestartSessionRequest, context: CallContext) async throws -> Session in
            try await service.restartSession(request, context: context)
        }
        unary(SessionsMethods.logoutSession) { (request: LogoutSessionRequest, context: CallContext) async throws -> Session in
            try await service.logoutSession(request, context: context)
        }
        unary(SessionsMethods.getQrCode) { (request: GetQrCodeRequest, context: CallContext) async throws -> QrCode in
            try await service.getQrCode(request, context: context)
        }
        unary(SessionsMethods.requestPairingCode) { (request: RequestPairingCodeRequest, context: CallContext) async throws -> PairingCode in
            try await service.requestPairingCode(request, context: context)
        }
        unary(SessionsMethods.checkNumber) { (request: CheckNumberRequest, context: CallContext) async throws -> NumberCheck in
            try await service.checkNumber(request, context: context)
        }
        serverStreaming(SessionsMethods.watchSession) { (request: WatchSessionRequest, responses: ResponseWriter<SessionUpdate>, context: CallContext) async throws -> Void in
            try await service.watchSession(request, responses: responses, context: context)
        }
    }
}

/// Calls switchboard.v1.SessionsService.
package struct SessionsClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Lists sessions, newest first.
    package func listSessions(_ request: ListSessionsRequest, options: CallOptions = .init()) async throws -> ListSessionsResponse {
        try await client.unary(SessionsMethods.listSessions, request, options: options)
    }

    /// Gets one session.
    package func getSession(_ request: GetSessionRequest, options: CallOptions = .init()) async throws -> Session {
        try await client.unary(SessionsMethods.getSession, request, options: options)
    }

    /// Makes a session without starting it.
    package func createSession(_ request: CreateSessionRequest, options: CallOptions = .init()) async throws -> Session {
        try await client.unary(SessionsMethods.createSession, request, options: options)
    }

    /// Changes the fields that `update_mask` names: `name`, `settings.pacing`, `settings.quiet_hours`; `*` is all of them.
    package func updateSession(_ request: UpdateSessionRequest, options: CallOptions = .init()) async throws -> Session {
        try await client.unary(SessionsMethods.updateSession, request, options: options)
    }

    /// Deletes a session: it is logged out, its credentials are dropped, what waits to be sent through it fails with
    /// SESSION_LOGGED_OUT. Its messages stay.
    package func deleteSession(_ request: DeleteSessionRequest, options: CallOptions = .init()) async throws -> DeleteSessionResponse {
        try await client.unary(SessionsMethods.deleteSession, request, options: options)
    }

    /// Starts a session, making it where it does not exist: a bridge takes it up and, where it is not linked yet, shows a
    /// QR code. A session that is running already stays as it is.
    package func initSession(_ request: InitSessionRequest, options: CallOptions = .init()) async throws -> Session {
        try await client.unary(SessionsMethods.initSession, request, options: options)
    }

    /// Gets the state of the caller's session.
    package func getSessionStatus(_ request: GetSessionStatusRequest, options: CallOptions = .init()) async throws -> Session {
        try await client.unary(SessionsMethods.getSessionStatus, request, options: options)
    }

    /// Stops carrying a session. Its credentials are kept, so that InitSession brings it back without a scan.
    package func disconnectSession(_ request: DisconnectSessionRequest, options: CallOptions = .init()) async throws -> Session {
        try await client.unary(SessionsMethods.disconnectSession, request, options: options)
    }

    /// Stops carrying a session and starts it again. What is being sent meanwhile is reconciled as after any break.
    package func restartSession(_ request: RestartSessionRequest, options: CallOptions = .init()) async throws -> Session {
        try await client.unary(SessionsMethods.restartSession, request, options: options)
    }

    /// Ends the link with the phone and drops the credentials: the next start shows a QR code again. What waits to be sent
    /// fails with SESSION_LOGGED_OUT.
    package func logoutSession(_ request: LogoutSessionRequest, options: CallOptions = .init()) async throws -> Session {
        try await client.unary(SessionsMethods.logoutSession, request, options: options)
    }

    /// Gets the QR code that links the session: the raw string, to be drawn by whoever shows it. SESSION_NOT_CONNECTED
    /// while there is none to scan.
    package func getQrCode(_ request: GetQrCodeRequest, options: CallOptions = .init()) async throws -> QrCode {
        try await client.unary(SessionsMethods.getQrCode, request, options: options)
    }

    /// Gets a code that links the session without a camera: it is typed into the phone that has this number. Starts the
    /// session where it does not run, and waits for its bridge. NUMBER_ALREADY_LINKED where another session has that number.
    package func requestPairingCode(_ request: RequestPairingCodeRequest, options: CallOptions = .init()) async throws -> PairingCode {
        try await client.unary(SessionsMethods.requestPairingCode, request, options: options)
    }

    /// Asks WhatsApp, through a session that is connected, whether a number has an account. Answers are kept for a while:
    /// WhatsApp does not like to be asked often.
    package func checkNumber(_ request: CheckNumberRequest, options: CallOptions = .init()) async throws -> NumberCheck {
        try await client.unary(SessionsMethods.checkNumber, request, options: options)
    }

    /// Streams the session: as it is now, then at each change, its QR code included where the caller may see it.
    package func watchSession(_ request: WatchSessionRequest, options: CallOptions = .init()) async throws -> ResponseStream<SessionUpdate> {
        try await client.serverStreaming(SessionsMethods.watchSession, request, options: options)
    }
}
