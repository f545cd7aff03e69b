// Generated from switchboard/v1/auth.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.AuthService.
package enum AuthMethods {
    package static let login = Method(service: "switchboard.v1.AuthService", name: "Login", kind: .unary)
    package static let refresh = Method(service: "switchboard.v1.AuthService", name: "Refresh", kind: .unary)
    package static let logout = Method(service: "switchboard.v1.AuthService", name: "Logout", kind: .unary)
    package static let getMe = Method(service: "switchboard.v1.AuthService", name: "GetMe", kind: .unary)
    package static let changePassword = Method(service: "switchboard.v1.AuthService", name: "ChangePassword", kind: .unary)
    package static let listSignIns = Method(service: "switchboard.v1.AuthService", name: "ListSignIns", kind: .unary)
    package static let endSignIn = Method(service: "switchboard.v1.AuthService", name: "EndSignIn", kind: .unary)
    package static let rotateSigningKey = Method(service: "switchboard.v1.AuthService", name: "RotateSigningKey", kind: .unary)
    package static let all = [login, refresh, logout, getMe, changePassword, listSignIns, endSignIn, rotateSigningKey]
}

/// Signing in and out, and who is calling.
package protocol AuthServiceProtocol: Sendable {
    /// Signs in with a name and a password. The access token goes into `authorization: Bearer …` and lives for a quarter of
    /// an hour; the refresh token gets the next pair. An unknown name and a wrong password are answered alike, in text and
    /// in time.
    func login(_ request: LoginRequest, context: CallContext) async throws -> LoginResponse

    /// Exchanges a refresh token for the next pair. Each refresh token is good for one exchange: within 10 seconds a repeat
    /// gets the same successor (the answer was lost, or several asked at once); after that it is TOKEN_REUSED and ends the
    /// sign-in, since two parties hold what one should.
    func refresh(_ request: RefreshRequest, context: CallContext) async throws -> RefreshResponse

    /// Ends the sign-in that a refresh token belongs to, at once: its access tokens are refused and its streams end.
    /// Ending what has ended already is a success.
    func logout(_ request: LogoutRequest, context: CallContext) async throws -> LogoutResponse

    /// Tells who the caller is, and what they may do.
    func getMe(_ request: GetMeRequest, context: CallContext) async throws -> Principal

    /// Changes the caller's own password and ends every other sign-in of theirs. API keys live on. Needs a signed-in user:
    /// a key cannot change its owner's password.
    func changePassword(_ request: ChangePasswordRequest, context: CallContext) async throws -> ChangePasswordResponse

    /// Lists sign-ins, newest first: one's own, or all of them for an admin. Those that have ended or run out are left out
    /// unless `include_ended`; they are kept for a month at most, and a user has a hundred at most, ended ones included.
    func listSignIns(_ request: ListSignInsRequest, context: CallContext) async throws -> ListSignInsResponse

    /// Ends one sign-in, or all of a user's but the caller's own, at once: access tokens are refused, streams end, and the
    /// refresh token is good for nothing. Ending what has ended already is a success.
    func endSignIn(_ request: EndSignInRequest, context: CallContext) async throws -> EndSignInResponse

    /// Makes a new key for signing access tokens. Nobody is signed out: the former key verifies what it has signed until
    /// that has expired, and refresh tokens do not depend on it.
    func rotateSigningKey(_ request: RotateSigningKeyRequest, context: CallContext) async throws -> RotateSigningKeyResponse
}

extension Router {
    /// Registers every method of switchboard.v1.AuthService.
    package mutating func register(_ service: some AuthServiceProtocol) {
        unary(AuthMethods.login) { (request: LoginRequest, context: CallContext) async throws -> LoginResponse in
            try await service.login(request, context: context)
        }
        unary(AuthMethods.refresh) { (request: RefreshRequest, context: CallContext) async throws -> RefreshResponse in
            try await service.refresh(request, context: context)
        }
        unary(AuthMethods.logout) { (request: LogoutRequest, context: CallContext) async throws -> LogoutResponse in
            try await service.logout(request, context: context)
        }
        unary(AuthMethods.getMe) { (request: GetMeRequest, context: CallContext) async throws -> Principal in
            try await service.getMe(request, context: context)
        }
        unary(AuthMethods.changePassword) { (request: ChangePasswordRequest, context: CallContext) async throws -> ChangePasswordResponse in
            try await service.changePassword(request, context: context)
        }
        unary(AuthMethods.listSignIns) { (request: ListSignInsRequest, context: CallContext) async throws -> ListSignInsResponse in
            try await service.listSignIns(request, context: context)
        }
        unary(AuthMethods.endSignIn) { (request: EndSignInRequest, context: CallContext) async throws -> EndSignInResponse in
            try await service.endSignIn(request, context: context)
        }
        unary(AuthMethods.rotateSigningKey) { (request: RotateSigningKeyRequest, context: CallContext) async throws -> RotateSigningKeyResponse in
            try await service.rotateSigningKey(request, context: context)
        }
    }
}

/// Calls switchboard.v1.AuthService.
package struct AuthClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Signs in with a name and a password. The access token goes into `authorization: Bearer …` and lives for a quarter of
    /// an hour; the refresh token gets the next pair. An unknown name and a wrong password are answered alike, in text and
    /// in time.
    package func login(_ request: LoginRequest, options: CallOptions = .init()) async throws -> LoginResponse {
        try await client.unary(AuthMethods.login, request, options: options)
    }

    /// Exchanges a refresh token for the next pair. Each refresh token is good for one exchange: within 10 seconds a repeat
    /// gets the same successor (the answer was lost, or several asked at once); after that it is TOKEN_REUSED and ends the
    /// sign-in, since two parties hold what one should.
    package func refresh(_ request: RefreshRequest, options: CallOptions = .init()) async throws -> RefreshResponse {
        try await client.unary(AuthMethods.refresh, request, options: options)
    }

    /// Ends the sign-in that a refresh token belongs to, at once: its access tokens are refused and its streams end.
    /// Ending what has ended already is a success.
    package func logout(_ request: LogoutRequest, options: CallOptions = .init()) async throws -> LogoutResponse {
        try await client.unary(AuthMethods.logout, request, options: options)
    }

    /// Tells who the caller is, and what they may do.
    package func getMe(_ request: GetMeRequest, options: CallOptions = .init()) async throws -> Principal {
        try await client.unary(AuthMethods.getMe, request, options: options)
    }

    /// Changes the caller's own password and ends every other sign-in of theirs. API keys live on. Needs a signed-in user:
    /// a key cannot change its owner's password.
    package func changePassword(_ request: ChangePasswordRequest, options: CallOptions = .init()) async throws -> ChangePasswordResponse {
        try await client.unary(AuthMethods.changePassword, request, options: options)
    }

    /// Lists sign-ins, newest first: one's own, or all of them for an admin. Those that have ended or run out are left out
    /// unless `include_ended`; they are kept for a month at most, and a user has a hundred at most, ended ones included.
    package func listSignIns(_ request: ListSignInsRequest, options: CallOptions = .init()) async throws -> ListSignInsResponse {
        try await client.unary(AuthMethods.listSignIns, request, options: options)
    }

    /// Ends one sign-in, or all of a user's but the caller's own, at once: access tokens are refused, streams end, and the
    /// refresh token is good for nothing. Ending what has ended already is a success.
    package func endSignIn(_ request: EndSignInRequest, options: CallOptions = .init()) async throws -> EndSignInResponse {
        try await client.unary(AuthMethods.endSignIn, request, options: options)
    }

    /// Makes a new key for signing access tokens. Nobody is signed out: the former key verifies what it has signed until
    /// that has expired, and refresh tokens do not depend on it.
    package func rotateSigningKey(_ request: RotateSigningKeyRequest, options: CallOptions = .init()) async throws -> RotateSigningKeyResponse {
        try await client.unary(AuthMethods.rotateSigningKey, request, options: options)
    }
}
