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
        "switchboard.v1.AnalyticsService/GetOverview": AccessRule(
            access: [.user, .admin], scope: "usage:read",
            idempotent: false, success: "Overview retrieved successfully."
        ),
        "switchboard.v1.AnalyticsService/ListUsage": AccessRule(
            access: [.user, .admin], scope: "usage:read",
            idempotent: false, success: "Usage statistics retrieved successfully."
        ),
        "switchboard.v1.AnalyticsService/ListApiLogs": AccessRule(
            access: [.user, .admin], scope: "usage:read",
            idempotent: false, success: "API logs retrieved successfully."
        ),
        "switchboard.v1.AuditService/ListAuditLog": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Audit log retrieved successfully."
        ),
        "switchboard.v1.AuditService/VerifyAuditLog": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Audit log verified."
        ),
        "switchboard.v1.AuthService/Login": AccessRule(
            access: [.`public`], scope: nil,
            idempotent: false, success: "Login successful."
        ),
        "switchboard.v1.AuthService/Refresh": AccessRule(
            access: [.`public`], scope: nil,
            idempotent: false, success: "Token refreshed successfully."
        ),
        "switchboard.v1.AuthService/Logout": AccessRule(
            access: [.`public`], scope: nil,
            idempotent: false, success: "Logout successful."
        ),
        "switchboard.v1.AuthService/GetMe": AccessRule(
            access: [.user, .admin, .bridge], scope: nil,
            idempotent: false, success: "Authenticated."
        ),
        "switchboard.v1.AuthService/ChangePassword": AccessRule(
            access: [.user, .admin], scope: "admin",
            idempotent: false, success: "Password changed successfully."
        ),
        "switchboard.v1.AuthService/ListSignIns": AccessRule(
            access: [.user, .admin], scope: "admin",
            idempotent: false, success: "Sign-ins retrieved successfully."
        ),
        "switchboard.v1.AuthService/EndSignIn": AccessRule(
            access: [.user, .admin], scope: "admin",
            idempotent: false, success: "Signed out successfully."
        ),
        "switchboard.v1.AuthService/RotateSigningKey": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Signing key rotated successfully."
        ),
        "switchboard.v1.BridgeService/Attach": AccessRule(
            access: [.bridge], scope: "bridge",
            idempotent: false, success: "Detached."
        ),
        "switchboard.v1.BridgeService/GetAuthState": AccessRule(
            access: [.bridge], scope: "bridge",
            idempotent: false, success: "Auth state retrieved."
        ),
        "switchboard.v1.BridgeService/PutAuthState": AccessRule(
            access: [.bridge], scope: "bridge",
            idempotent: false, success: "Auth state kept."
        ),
        "switchboard.v1.BridgeService/DownloadMedia": AccessRule(
            access: [.bridge], scope: "bridge",
            idempotent: false, success: "Media retrieved."
        ),
        "switchboard.v1.BridgeService/UploadMedia": AccessRule(
            access: [.bridge], scope: "bridge",
            idempotent: false, success: "Media uploaded."
        ),
        "switchboard.v1.BridgeService/ListBridges": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Bridges retrieved successfully."
        ),
        "switchboard.v1.EventsService/Watch": AccessRule(
            access: [.user, .admin], scope: "events:read",
            idempotent: false, success: "Watching events."
        ),
        "switchboard.v1.JobsService/ListJobs": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Jobs retrieved successfully."
        ),
        "switchboard.v1.JobsService/RunJob": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Job started successfully."
        ),
        "switchboard.v1.KeysService/ListKeys": AccessRule(
            access: [.user, .admin], scope: "keys:read",
            idempotent: false, success: "API keys retrieved successfully."
        ),
        "switchboard.v1.KeysService/CreateKey": AccessRule(
            access: [.user, .admin], scope: "keys:write",
            idempotent: true, success: "API key created successfully."
        ),
        "switchboard.v1.KeysService/GetKey": AccessRule(
            access: [.user, .admin], scope: "keys:read",
            idempotent: false, success: "API key retrieved successfully."
        ),
        "switchboard.v1.KeysService/UpdateKey": AccessRule(
            access: [.user, .admin], scope: "keys:write",
            idempotent: false, success: "API key updated successfully."
        ),
        "switchboard.v1.KeysService/RotateKey": AccessRule(
            access: [.user, .admin], scope: "keys:write",
            idempotent: true, success: "API key rotated successfully."
        ),
        "switchboard.v1.KeysService/RevokeKey": AccessRule(
            access: [.user, .admin], scope: "keys:write",
            idempotent: false, success: "API key revoked successfully."
        ),
        "switchboard.v1.MessagesService/SendText": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Message queued successfully."
        ),
        "switchboard.v1.MessagesService/SendMedia": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Media queued successfully."
        ),
        "switchboard.v1.MessagesService/SendLocation": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Location queued successfully."
        ),
        "switchboard.v1.MessagesService/SendContact": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Contact queued successfully."
        ),
        "switchboard.v1.MessagesService/SendPoll": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Poll queued successfully."
        ),
        "switchboard.v1.MessagesService/SendReaction": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Reaction queued successfully."
        ),
        "switchboard.v1.MessagesService/EditMessage": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Edit queued successfully."
        ),
        "switchboard.v1.MessagesService/DeleteMessage": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Deletion queued successfully."
        ),
        "switchboard.v1.MessagesService/MarkRead": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: false, success: "Message marked as read."
        ),
        "switchboard.v1.MessagesService/SetPresence": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: false, success: "Presence shown."
        ),
        "switchboard.v1.MessagesService/GetMessage": AccessRule(
            access: [.user, .admin], scope: "messages:read",
            idempotent: false, success: "Message retrieved successfully."
        ),
        "switchboard.v1.MessagesService/ListMessages": AccessRule(
            access: [.user, .admin], scope: "messages:read",
            idempotent: false, success: "Messages retrieved successfully."
        ),
        "switchboard.v1.MessagesService/CancelMessage": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: false, success: "Message cancelled successfully."
        ),
        "switchboard.v1.MessagesService/RetryMessage": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: false, success: "Message queued again."
        ),
        "switchboard.v1.MessagesService/ResolveMessage": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: false, success: "Message resolved successfully."
        ),
        "switchboard.v1.MessagesService/WatchMessages": AccessRule(
            access: [.user, .admin], scope: "messages:read",
            idempotent: false, success: "Watching messages."
        ),
        "switchboard.v1.MessagesService/UploadMedia": AccessRule(
            access: [.user, .admin], scope: "media:write",
            idempotent: true, success: "Media uploaded successfully."
        ),
        "switchboard.v1.MessagesService/DownloadMedia": AccessRule(
            access: [.user, .admin], scope: "media:read",
            idempotent: false, success: "Media retrieved successfully."
        ),
        "switchboard.v1.MessagesService/FetchMedia": AccessRule(
            access: [.user, .admin], scope: "media:write",
            idempotent: false, success: "Media fetched successfully."
        ),
        "switchboard.v1.MessagesService/GetMedia": AccessRule(
            access: [.user, .admin], scope: "media:read",
            idempotent: false, success: "Media retrieved successfully."
        ),
        "switchboard.v1.MessagesService/ListMedia": AccessRule(
            access: [.user, .admin], scope: "media:read",
            idempotent: false, success: "Media retrieved successfully."
        ),
        "switchboard.v1.MessagesService/DeleteMedia": AccessRule(
            access: [.user, .admin], scope: "media:write",
            idempotent: false, success: "Media deleted successfully."
        ),
        "switchboard.v1.MessagesService/SendBulk": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: true, success: "Messages queued successfully."
        ),
        "switchboard.v1.MessagesService/CreateTemplate": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: false, success: "Template created successfully."
        ),
        "switchboard.v1.MessagesService/GetTemplate": AccessRule(
            access: [.user, .admin], scope: "messages:read",
            idempotent: false, success: "Template retrieved successfully."
        ),
        "switchboard.v1.MessagesService/ListTemplates": AccessRule(
            access: [.user, .admin], scope: "messages:read",
            idempotent: false, success: "Templates retrieved successfully."
        ),
        "switchboard.v1.MessagesService/UpdateTemplate": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: false, success: "Template updated successfully."
        ),
        "switchboard.v1.MessagesService/DeleteTemplate": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: false, success: "Template deleted successfully."
        ),
        "switchboard.v1.SecretsService/RotateSecretKey": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Secret key rotated successfully."
        ),
        "switchboard.v1.SessionsService/ListSessions": AccessRule(
            access: [.user, .admin], scope: "sessions:read",
            idempotent: false, success: "Sessions retrieved successfully."
        ),
        "switchboard.v1.SessionsService/GetSession": AccessRule(
            access: [.user, .admin], scope: "sessions:read",
            idempotent: false, success: "Session retrieved successfully."
        ),
        "switchboard.v1.SessionsService/CreateSession": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: true, success: "Session created successfully."
        ),
        "switchboard.v1.SessionsService/UpdateSession": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: false, success: "Session updated successfully."
        ),
        "switchboard.v1.SessionsService/DeleteSession": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: false, success: "Session deleted successfully."
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
        "switchboard.v1.SessionsService/RestartSession": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: false, success: "Session restarted successfully."
        ),
        "switchboard.v1.SessionsService/LogoutSession": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: false, success: "Session logged out successfully."
        ),
        "switchboard.v1.SessionsService/GetQrCode": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: false, success: "QR code retrieved successfully."
        ),
        "switchboard.v1.SessionsService/RequestPairingCode": AccessRule(
            access: [.user, .admin], scope: "sessions:write",
            idempotent: false, success: "Pairing code retrieved successfully."
        ),
        "switchboard.v1.SessionsService/CheckNumber": AccessRule(
            access: [.user, .admin], scope: "messages:send",
            idempotent: false, success: "Number checked successfully."
        ),
        "switchboard.v1.SessionsService/WatchSession": AccessRule(
            access: [.user, .admin], scope: "sessions:read",
            idempotent: false, success: "Watching the session."
        ),
        "switchboard.v1.SystemService/GetStatus": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Status retrieved successfully."
        ),
        "switchboard.v1.SystemService/ListServices": AccessRule(
            access: [.user, .admin, .bridge], scope: nil,
            idempotent: false, success: "Services retrieved successfully."
        ),
        "switchboard.v1.SystemService/DescribeService": AccessRule(
            access: [.user, .admin, .bridge], scope: nil,
            idempotent: false, success: "Description retrieved successfully."
        ),
        "switchboard.v1.SystemService/Diagnose": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Diagnosis made successfully."
        ),
        "switchboard.v1.SystemService/Backup": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Backup made successfully."
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
        "switchboard.v1.UsersService/UpdateUser": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "User updated successfully."
        ),
        "switchboard.v1.UsersService/DeleteUser": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "User deleted successfully."
        ),
        "switchboard.v1.UsersService/ActivateUser": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "User activated successfully."
        ),
        "switchboard.v1.UsersService/DeactivateUser": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "User deactivated successfully."
        ),
        "switchboard.v1.UsersService/SetPassword": AccessRule(
            access: [.admin], scope: "admin",
            idempotent: false, success: "Password set successfully."
        ),
        "switchboard.v1.WebhooksService/ListWebhooks": AccessRule(
            access: [.user, .admin], scope: "webhooks:read",
            idempotent: false, success: "Webhooks retrieved successfully."
        ),
        "switchboard.v1.WebhooksService/CreateWebhook": AccessRule(
            access: [.user, .admin], scope: "webhooks:write",
            idempotent: true, success: "Webhook created successfully."
        ),
        "switchboard.v1.WebhooksService/GetWebhook": AccessRule(
            access: [.user, .admin], scope: "webhooks:read",
            idempotent: false, success: "Webhook retrieved successfully."
        ),
        "switchboard.v1.WebhooksService/UpdateWebhook": AccessRule(
            access: [.user, .admin], scope: "webhooks:write",
            idempotent: false, success: "Webhook updated successfully."
        ),
        "switchboard.v1.WebhooksService/DeleteWebhook": AccessRule(
            access: [.user, .admin], scope: "webhooks:write",
            idempotent: false, success: "Webhook deleted successfully."
        ),
        "switchboard.v1.WebhooksService/TestWebhook": AccessRule(
            access: [.user, .admin], scope: "webhooks:write",
            idempotent: false, success: "Webhook tested."
        ),
        "switchboard.v1.WebhooksService/ListDeliveries": AccessRule(
            access: [.user, .admin], scope: "webhooks:read",
            idempotent: false, success: "Deliveries retrieved successfully."
        ),
        "switchboard.v1.WebhooksService/ReplayDeliveries": AccessRule(
            access: [.user, .admin], scope: "webhooks:write",
            idempotent: false, success: "Deliveries are tried again."
        ),
        "switchboard.v1.WebhooksService/RotateWebhookSecret": AccessRule(
            access: [.user, .admin], scope: "webhooks:write",
            idempotent: true, success: "Webhook secret rotated successfully."
        ),
    ]
}
