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
}

/// Every HTTP route, in the order of the .proto files.
package enum Routes {
    package static let all: [Route] = [
        Route(
            method: AuthMethods.getMe, verb: "GET", template: "/api/v1/auth/me",
            segments: [.literal("api"), .literal("v1"), .literal("auth"), .literal("me")],
            variables: [],
            body: "", responseBody: ""),
        Route(
            method: BridgeMethods.listBridges, verb: "GET", template: "/api/v1/bridges",
            segments: [.literal("api"), .literal("v1"), .literal("bridges")],
            variables: [],
            body: "", responseBody: ""),
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
            method: SessionsMethods.getQrCode, verb: "GET", template: "/api/v1/sessions/{session_id}/qr",
            segments: [.literal("api"), .literal("v1"), .literal("sessions"), .any, .literal("qr")],
            variables: [.init(field: "session_id", segments: 3..<4)],
            body: "", responseBody: ""),
        Route(
            method: SystemMethods.getStatus, verb: "GET", template: "/api/v1/status",
            segments: [.literal("api"), .literal("v1"), .literal("status")],
            variables: [],
            body: "", responseBody: ""),
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
    ]
}
