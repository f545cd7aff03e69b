// Generated from the .proto files of Sources/Contract by scripts/generate.sh. Do not edit.

/// What a method's option `(switchboard.v1.rule)` says.
package struct AccessRule: Sendable, Hashable {
    /// Kinds of caller.
    package struct Callers: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Anybody, with or without credentials.
        package static let `public` = Callers(rawValue: 1)
        /// A signed-in user, or an API key of theirs.
        package static let user = Callers(rawValue: 2)
        /// A user of role admin, or the operator.
        package static let admin = Callers(rawValue: 4)
        /// A bridge.
        package static let bridge = Callers(rawValue: 8)
    }

    /// Who is admitted.
    package var access: Callers
    /// The scope that an API key needs; nil: any key will do.
    package var scope: String?
    /// Whether an idempotency key is honoured.
    package var idempotent: Bool
    /// The `message` of the HTTP envelope when the call succeeds; may be empty.
    package var success: String

    package init(access: Callers, scope: String?, idempotent: Bool, success: String) {
        self.access = access
        self.scope = scope
        self.idempotent = idempotent
        self.success = success
    }
}

/// Who may call what.
package enum AccessTable {
    /// By `service/Method`. What is not in it, nobody may call.
    package static let rules: [String: AccessRule] = [
        "grpc.health.v1.Health/Check": AccessRule(
            access: [.`public`], scope: nil,
            idempotent: false, success: ""
        ),
        "grpc.health.v1.Health/Watch": AccessRule(
            access: [.`public`], scope: nil,
            idempotent: false, success: ""
        ),
        "switchboard.v1.AuthService/GetMe": AccessRule(
            access: [.user, .admin, .bridge], scope: nil,
            idempotent: false, success: "Authenticated."
        ),
        "switchboard.v1.BridgeService/Attach": AccessRule(
            access: [.bridge], scope: "bridge",
            idempotent: false, success: "Detached."
        ),
        "switchboard.v1.BridgeService/ListBridges": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Bridges retrieved successfully."
        ),
        "switchboard.v1.KeysService/ListKeys": AccessRule(
            access: [.user, .admin], scope: "keys:read",
            idempotent: false, success: "API keys retrieved successfully."
        ),
        "switchboard.v1.KeysService/CreateKey": AccessRule(
            access: [.user, .admin], scope: "keys:write",
            idempotent: false, success: "API key created successfully."
        ),
        "switchboard.v1.KeysService/RevokeKey": AccessRule(
            access: [.user, .admin], scope: "keys:write",
            idempotent: false, success: "API key revoked successfully."
        ),
        "switchboard.v1.MessagesService/SendText": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Message queued successfully."
        ),
        "switchboard.v1.MessagesService/GetMessage": AccessRule(
            access: [.user, .admin], scope: "messages:read",
            idempotent: false, success: "Message retrieved successfully."
        ),
        "switchboard.v1.MessagesService/ListMessages": AccessRule(
            access: [.user, .admin], scope: "messages:read",
            idempotent: false, success: "Messages retrieved successfully."
        ),
        "switchboard.v1.MessagesService/WatchMessages": AccessRule(
            access: [.user, .admin], scope: "messages:read",
            idempotent: false, success: "Watching messages."
        ),
        "switchboard.v1.SessionsService/ListSessions": AccessRule(
            access: [.user, .admin], scope: "sessions:read",
            idempotent: false, success: "Sessions retrieved successfully."
        ),
        "switchboard.v1.SessionsService/GetSession": AccessRule(
            access: [.user, .admin], scope: "sessions:read",
            idempotent: false, success: "Session retrieved successfully."
        ),
        "switchboard.v1.SessionsService/InitSession": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: false, success: "Session initialized successfully."
        ),
        "switchboard.v1.SessionsService/GetSessionStatus": AccessRule(
            access: [.user, .admin], scope: "sessions:read",
            idempotent: false, success: "Session status retrieved successfully."
        ),
        "switchboard.v1.SessionsService/DisconnectSession": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: false, success: "Session disconnected successfully."
        ),
        "switchboard.v1.SessionsService/GetQrCode": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: false, success: "QR code retrieved successfully."
        ),
        "switchboard.v1.SessionsService/WatchSession": AccessRule(
            access: [.user, .admin], scope: "sessions:read",
            idempotent: false, success: "Watching the session."
        ),
        "switchboard.v1.SystemService/GetStatus": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Status retrieved successfully."
        ),
        "switchboard.v1.UsersService/ListUsers": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Users retrieved successfully."
        ),
        "switchboard.v1.UsersService/CreateUser": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: true, success: "User created successfully."
        ),
        "switchboard.v1.UsersService/GetUser": AccessRule(
            access: [.user, .admin], scope: nil,
            idempotent: false, success: "User retrieved successfully."
        ),
    ]
}
