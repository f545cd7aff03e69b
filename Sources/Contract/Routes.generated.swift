// Generated from the .proto files of Sources/Contract by scripts/generate.sh. Do not edit.

package import RPC

/// One binding of a method's option `(google.api.http)`.
package struct Route: Sendable, Hashable {
    package enum Segment: Sendable, Hashable {
        case literal(String)
        /// Exactly one segment.
        case any
        /// All that is left, also nothing.
        case rest
    }

    /// A field of the request that is taken from the path.
    package struct Variable: Sendable, Hashable {
        /// As the .proto spells it; a dot goes into a sub-message.
        package var field: String
        /// The segments that make up its value.
        package var segments: Range<Int>
    }

    package var method: Method
    /// GET, PUT, POST, DELETE, PATCH, or a word of its own.
    package var verb: String
    /// As it stands in the .proto, such as `/api/v1/messages/{id}`.
    package var template: String
    /// The template in parts.
    package var segments: [Segment]
    package var variables: [Variable]
    /// `*`: the body is the request; a field's name: it is that field; empty: there is none.
    package var body: String
    /// The field of the response that is answered with; empty: the response.
    package var responseBody: String

    package init(
        method: Method, verb: String, template: String, segments: [Segment], variables: [Variable], body: String,
        responseBody: String
    ) {
        self.method = method
        self.verb = verb
        self.template = template
        self.segments = segments
        self.variables = variables
        self.body = body
        self.responseBody = responseBody
    }
}

/// Every HTTP route, in the order of the .proto files.
package enum Routes {
    package static let all: [Route] = [
        Route(
            method: AnalyticsMethods.getOverview, verb: "GET", template: "/api/v1/analytics/overview",
            segments: [.literal("api"), .literal("v1"), .literal("analytics"), .literal("overview")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: AnalyticsMethods.listUsage, verb: "GET", template: "/api/v1/analytics/usage-stats",
            segments: [.literal("api"), .literal("v1"), .literal("analytics"), .literal("usage-stats")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: AnalyticsMethods.listApiLogs, verb: "GET", template: "/api/v1/analytics/api-logs",
            segments: [.literal("api"), .literal("v1"), .literal("analytics"), .literal("api-logs")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: AuditMethods.listAuditLog, verb: "GET", template: "/api/v1/audit",
            segments: [.literal("api"), .literal("v1"), .literal("audit")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: AuditMethods.verifyAuditLog, verb: "GET", template: "/api/v1/audit/verify",
            segments: [.literal("api"), .literal("v1"), .literal("audit"), .literal("verify")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: AuthMethods.login, verb: "POST", template: "/api/v1/auth/login",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("login")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: AuthMethods.refresh, verb: "POST", template: "/api/v1/auth/refresh",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("refresh")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: AuthMethods.logout, verb: "POST", template: "/api/v1/auth/logout",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("logout")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: AuthMethods.getMe, verb: "GET", template: "/api/v1/auth/me",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("me")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: AuthMethods.changePassword, verb: "POST", template: "/api/v1/auth/password",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("password")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: AuthMethods.listSignIns, verb: "GET", template: "/api/v1/auth/sign-ins",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("sign-ins")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: AuthMethods.endSignIn, verb: "DELETE", template: "/api/v1/auth/sign-ins/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("sign-ins"), .any],
            variables: [.init(field: "id", segments: 4..<5)],
            body: "", responseBody: ""),
        Route(
            method: AuthMethods.endSignIn, verb: "DELETE", template: "/api/v1/auth/sign-ins",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("sign-ins")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: AuthMethods.rotateSigningKey, verb: "POST", template: "/api/v1/auth/signing-key/rotate",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("signing-key"), .literal("rotate")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: BridgeMethods.listBridges, verb: "GET", template: "/api/v1/bridges",
            segments: [.literal("api"), .literal("v1"), .literal("bridges")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: EventsMethods.watch, verb: "GET", template: "/api/v1/events",
            segments: [.literal("api"), .literal("v1"), .literal("events")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: JobsMethods.listJobs, verb: "GET", template: "/api/v1/jobs",
            segments: [.literal("api"), .literal("v1"), .literal("jobs")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: JobsMethods.runJob, verb: "POST", template: "/api/v1/jobs/{name}/run",
            segments: [.literal("api"), .literal("v1"), .literal("jobs"), .any, .literal("run")],
            variables: [.init(field: "name", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: KeysMethods.listKeys, verb: "GET", template: "/api/v1/api-keys",
            segments: [.literal("api"), .literal("v1"), .literal("api-keys")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: KeysMethods.createKey, verb: "POST", template: "/api/v1/api-keys",
            segments: [.literal("api"), .literal("v1"), .literal("api-keys")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: KeysMethods.getKey, verb: "GET", template: "/api/v1/api-keys/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("api-keys"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: KeysMethods.updateKey, verb: "PATCH", template: "/api/v1/api-keys/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("api-keys"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "api_key", responseBody: ""),
        Route(
            method: KeysMethods.rotateKey, verb: "POST", template: "/api/v1/api-keys/{id}/rotate",
            segments: [.literal("api"), .literal("v1"), .literal("api-keys"), .any, .literal("rotate")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: KeysMethods.revokeKey, verb: "DELETE", template: "/api/v1/api-keys/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("api-keys"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: MessagesMethods.sendText, verb: "POST", template: "/api/v1/messages/send-text",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .literal("send-text")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.sendMedia, verb: "POST", template: "/api/v1/messages/send-media",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .literal("send-media")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.sendLocation, verb: "POST", template: "/api/v1/messages/send-location",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .literal("send-location")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.sendContact, verb: "POST", template: "/api/v1/messages/send-contact",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .literal("send-contact")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.sendPoll, verb: "POST", template: "/api/v1/messages/send-poll",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .literal("send-poll")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.sendReaction, verb: "POST", template: "/api/v1/messages/send-reaction",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .literal("send-reaction")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.editMessage, verb: "POST", template: "/api/v1/messages/{id}/edit",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .any, .literal("edit")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.deleteMessage, verb: "POST", template: "/api/v1/messages/{id}/delete",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .any, .literal("delete")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.markRead, verb: "POST", template: "/api/v1/messages/{id}/read",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .any, .literal("read")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.setPresence, verb: "POST", template: "/api/v1/messages/presence",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .literal("presence")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.getMessage, verb: "GET", template: "/api/v1/messages/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: MessagesMethods.listMessages, verb: "GET", template: "/api/v1/messages/list",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .literal("list")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: MessagesMethods.listMessages, verb: "GET", template: "/api/v1/messages",
            segments: [.literal("api"), .literal("v1"), .literal("messages")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: MessagesMethods.cancelMessage, verb: "POST", template: "/api/v1/messages/{id}/cancel",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .any, .literal("cancel")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.retryMessage, verb: "POST", template: "/api/v1/messages/{id}/retry",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .any, .literal("retry")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.resolveMessage, verb: "POST", template: "/api/v1/messages/{id}/resolve",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .any, .literal("resolve")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.fetchMedia, verb: "POST", template: "/api/v1/messages/{message_id}/media",
            segments: [.literal("api"), .literal("v1"), .literal("messages"), .any, .literal("media")],
            variables: [.init(field: "message_id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.getMedia, verb: "GET", template: "/api/v1/media/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("media"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: MessagesMethods.listMedia, verb: "GET", template: "/api/v1/media",
            segments: [.literal("api"), .literal("v1"), .literal("media")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: MessagesMethods.deleteMedia, verb: "DELETE", template: "/api/v1/media/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("media"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: MessagesMethods.createTemplate, verb: "POST", template: "/api/v1/templates",
            segments: [.literal("api"), .literal("v1"), .literal("templates")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: MessagesMethods.getTemplate, verb: "GET", template: "/api/v1/templates/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("templates"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: MessagesMethods.listTemplates, verb: "GET", template: "/api/v1/templates",
            segments: [.literal("api"), .literal("v1"), .literal("templates")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: MessagesMethods.updateTemplate, verb: "PATCH", template: "/api/v1/templates/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("templates"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "template", responseBody: ""),
        Route(
            method: MessagesMethods.deleteTemplate, verb: "DELETE", template: "/api/v1/templates/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("templates"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: SecretsMethods.rotateSecretKey, verb: "POST", template: "/api/v1/secrets/rotate",
            segments: [.literal("api"), .literal("v1"), .literal("secrets"), .literal("rotate")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: SessionsMethods.listSessions, verb: "GET", template: "/api/v1/sessions",
            segments: [.literal("api"), .literal("v1"), .literal("sessions")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: SessionsMethods.getSession, verb: "GET", template: "/api/v1/sessions/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: SessionsMethods.createSession, verb: "POST", template: "/api/v1/sessions",
            segments: [.literal("api"), .literal("v1"), .literal("sessions")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: SessionsMethods.updateSession, verb: "PATCH", template: "/api/v1/sessions/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "session", responseBody: ""),
        Route(
            method: SessionsMethods.deleteSession, verb: "DELETE", template: "/api/v1/sessions/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: SessionsMethods.initSession, verb: "POST", template: "/api/v1/sessions/init",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .literal("init")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: SessionsMethods.initSession, verb: "POST", template: "/api/v1/sessions/{session_id}/init",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any, .literal("init")],
            variables: [.init(field: "session_id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: SessionsMethods.getSessionStatus, verb: "GET", template: "/api/v1/sessions/status",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .literal("status")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: SessionsMethods.disconnectSession, verb: "POST", template: "/api/v1/sessions/disconnect",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .literal("disconnect")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: SessionsMethods.disconnectSession, verb: "POST", template: "/api/v1/sessions/{session_id}/disconnect",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any, .literal("disconnect")],
            variables: [.init(field: "session_id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: SessionsMethods.restartSession, verb: "POST", template: "/api/v1/sessions/{session_id}/restart",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any, .literal("restart")],
            variables: [.init(field: "session_id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: SessionsMethods.logoutSession, verb: "POST", template: "/api/v1/sessions/{session_id}/logout",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any, .literal("logout")],
            variables: [.init(field: "session_id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: SessionsMethods.getQrCode, verb: "GET", template: "/api/v1/sessions/{session_id}/qr",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any, .literal("qr")],
            variables: [.init(field: "session_id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: SessionsMethods.requestPairingCode, verb: "POST", template: "/api/v1/sessions/{session_id}/pairing-code",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any, .literal("pairing-code")],
            variables: [.init(field: "session_id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: SessionsMethods.checkNumber, verb: "POST", template: "/api/v1/contacts/check",
            segments: [.literal("api"), .literal("v1"), .literal("contacts"), .literal("check")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: SystemMethods.getStatus, verb: "GET", template: "/api/v1/status",
            segments: [.literal("api"), .literal("v1"), .literal("status")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: SystemMethods.listServices, verb: "GET", template: "/api/v1/services",
            segments: [.literal("api"), .literal("v1"), .literal("services")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: SystemMethods.describeService, verb: "GET", template: "/api/v1/services/{name}",
            segments: [.literal("api"), .literal("v1"), .literal("services"), .any],
            variables: [.init(field: "name", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: SystemMethods.diagnose, verb: "GET", template: "/api/v1/diagnosis",
            segments: [.literal("api"), .literal("v1"), .literal("diagnosis")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: SystemMethods.backup, verb: "POST", template: "/api/v1/backups",
            segments: [.literal("api"), .literal("v1"), .literal("backups")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: UsersMethods.listUsers, verb: "GET", template: "/api/v1/users",
            segments: [.literal("api"), .literal("v1"), .literal("users")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: UsersMethods.createUser, verb: "POST", template: "/api/v1/users",
            segments: [.literal("api"), .literal("v1"), .literal("users")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: UsersMethods.getUser, verb: "GET", template: "/api/v1/users/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("users"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: UsersMethods.updateUser, verb: "PATCH", template: "/api/v1/users/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("users"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "user", responseBody: ""),
        Route(
            method: UsersMethods.updateUser, verb: "PUT", template: "/api/v1/users/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("users"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "user", responseBody: ""),
        Route(
            method: UsersMethods.deleteUser, verb: "DELETE", template: "/api/v1/users/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("users"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: UsersMethods.activateUser, verb: "POST", template: "/api/v1/users/{id}/activate",
            segments: [.literal("api"), .literal("v1"), .literal("users"), .any, .literal("activate")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: UsersMethods.deactivateUser, verb: "POST", template: "/api/v1/users/{id}/deactivate",
            segments: [.literal("api"), .literal("v1"), .literal("users"), .any, .literal("deactivate")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: UsersMethods.setPassword, verb: "POST", template: "/api/v1/users/{id}/password",
            segments: [.literal("api"), .literal("v1"), .literal("users"), .any, .literal("password")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: WebhooksMethods.listWebhooks, verb: "GET", template: "/api/v1/webhooks",
            segments: [.literal("api"), .literal("v1"), .literal("webhooks")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: WebhooksMethods.createWebhook, verb: "POST", template: "/api/v1/webhooks",
            segments: [.literal("api"), .literal("v1"), .literal("webhooks")],
            variables: [],
            body: "*", responseBody: ""),
        Route(
            method: WebhooksMethods.getWebhook, verb: "GET", template: "/api/v1/webhooks/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("webhooks"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: WebhooksMethods.updateWebhook, verb: "PATCH", template: "/api/v1/webhooks/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("webhooks"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "webhook", responseBody: ""),
        Route(
            method: WebhooksMethods.deleteWebhook, verb: "DELETE", template: "/api/v1/webhooks/{id}",
            segments: [.literal("api"), .literal("v1"), .literal("webhooks"), .any],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: WebhooksMethods.testWebhook, verb: "POST", template: "/api/v1/webhooks/{id}/test",
            segments: [.literal("api"), .literal("v1"), .literal("webhooks"), .any, .literal("test")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: WebhooksMethods.listDeliveries, verb: "GET", template: "/api/v1/webhooks/{id}/deliveries",
            segments: [.literal("api"), .literal("v1"), .literal("webhooks"), .any, .literal("deliveries")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: WebhooksMethods.replayDeliveries, verb: "POST", template: "/api/v1/webhooks/{id}/replay",
            segments: [.literal("api"), .literal("v1"), .literal("webhooks"), .any, .literal("replay")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
        Route(
            method: WebhooksMethods.rotateWebhookSecret, verb: "POST", template: "/api/v1/webhooks/{id}/rotate",
            segments: [.literal("api"), .literal("v1"), .literal("webhooks"), .any, .literal("rotate")],
            variables: [.init(field: "id", segments: 3..<4)],
            body: "*", responseBody: ""),
    ]
}
