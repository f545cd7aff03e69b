// What `login` got and later commands use: the two tokens of a user, and when the first of them ends.
internal import Codec

struct SignIn: Equatable, Sendable {
    let username: String
    /// Shown with each call.
    let access: String
    /// Good for one exchange.
    let refresh: String
    /// When `access` ends, in seconds since 1970, by the clock of this machine.
    let expiresAt: Int64

    /// So near its end that a call could come too late with it.
    func isEnding(at now: Int64) -> Bool { expiresAt - now < 30 }
}

extension SignIn {
    init?(_ json: JSONValue) {
        guard case .string(let username)? = json["username"], case .string(let access)? = json["access"],
            case .string(let refresh)? = json["refresh"], case .integer(let expiresAt)? = json["expires_at"]
        else { return nil }
        self.init(username: username, access: access, refresh: refresh, expiresAt: expiresAt)
    }

    var json: JSONValue {
        .object([
            .init("username", .string(username)), .init("access", .string(access)), .init("refresh", .string(refresh)),
            .init("expires_at", .integer(expiresAt)),
        ])
    }
}
