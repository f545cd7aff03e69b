// Generated from switchboard/v1/sessions.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.SessionsService.
package enum SessionsMethods {
    package static let listSessions = Method(service: "switchboard.v1.SessionsService", name: "ListSessions", kind: .unary)
    package static let getSession = Method(service: "switchboard.v1.SessionsService", name: "GetSession", kind: .unary)
    package static let initSession = Method(service: "switchboard.v1.SessionsService", name: "InitSession", kind: .unary)
    package static let getSessionStatus = Method(service: "switchboard.v1.SessionsService", name: "GetSessionStatus", kind: .unary)
    package static let disconnectSession = Method(service: "switchboard.v1.SessionsService", name: "DisconnectSession", kind: .unary)
    package static let getQrCode = Method(service: "switchboard.v1.SessionsService", name: "GetQrCode", kind: .unary)
    package static let watchSession = Method(service: "switchboard.v1.SessionsService", name: "WatchSession", kind: .serverStreaming)
    package static let all = [listSessions, getSession, initSession, getSessionStatus, disconnectSession, getQrCode, watchSession]
}

/// WhatsApp accounts, linked as a phone links a companion device, and carried by bridges.
package protocol SessionsServiceProtocol: Sendable {
    /// Lists sessions, newest first.
    func listSessions(_ request: ListSessionsRequest, context: CallContext) async throws -> ListSessionsResponse

    /// Gets one session.
    func getSession(_ request: GetSessionRequest, context: CallContext) async throws -> Session

    /// Starts a session, making it where it does not exist: a bridge takes it up and, where it is not linked yet, shows a
    /// QR code. A session that is running already stays as it is.
    func initSession(_ request: InitSessionRequest, context: CallContext) async throws -> Session

    /// Gets the state of the caller's session.
    func getSessionStatus(_ request: GetSessionStatusRequest, context: CallContext) async throws -> Session

    /// Stops carrying a session. Its credentials are kept, so that InitSession brings it back without a scan.
    func disconnectSession(_ request: DisconnectSessionRequest, context: CallContext) async throws -> Session

    /// Gets the QR code that links the session: the raw string, to be drawn by whoever shows it. SESSION_NOT_CONNECTED
    /// while there is none to scan.
    func getQrCode(_ request: GetQrCodeRequest, context: CallContext) async throws -> QrCode

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
        unary(SessionsMethods.initSession) { (request: InitSessionRequest, context: CallContext) async throws -> Session in
            try await service.initSession(request, context: context)
        }
        unary(SessionsMethods.getSessionStatus) { (request: GetSessionStatusRequest, context: CallContext) async throws -> Session in
            try await service.getSessionStatus(request, context: context)
        }
        unary(SessionsMethods.disconnectSession) { (request: DisconnectSessionRequest, context: CallContext) async throws -> Session in
            try await service.disconnectSession(request, context: context)
        }
        unary(SessionsMethods.getQrCode) { (request: GetQrCodeRequest, context: CallContext) async throws -> QrCode in
            try await service.getQrCode(request, context: context)
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

    /// Gets the QR code that links the session: the raw string, to be drawn by whoever shows it. SESSION_NOT_CONNECTED
    /// while there is none to scan.
    package func getQrCode(_ request: GetQrCodeRequest, options: CallOptions = .init()) async throws -> QrCode {
        try await client.unary(SessionsMethods.getQrCode, request, options: options)
    }

    /// Streams the session: as it is now, then at each change, its QR code included where the caller may see it.
    package func watchSession(_ request: WatchSessionRequest, options: CallOptions = .init()) async throws -> ResponseStream<SessionUpdate> {
        try await client.serverStreaming(SessionsMethods.watchSession, request, options: options)
    }
}
