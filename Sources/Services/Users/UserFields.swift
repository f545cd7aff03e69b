// What may stand in the fields of a user, for making and changing one alike.

internal import Contract
internal import RPC
internal import Store

extension FieldChecks {
    /// The name, where it may be one.
    mutating func username(_ text: String) -> Username? {
        let name = Username(text)
        require(name != nil, "username", "must be 1 to 150 letters, digits and @ . + - _")
        return name
    }

    mutating func email(_ text: String) {
        require(text.isEmpty || EmailSyntax.accepts(text), "email", "is no email address")
    }

    /// The role, where it is one.
    /// - Parameter unspecified: what unspecified means; nil = an error.
    mutating func role(_ role: Role, unspecified: UserRecord.Role?) -> UserRecord.Role? {
        let role: UserRecord.Role? =
            switch role {
            case .unspecified: unspecified
            case .user: .user
            case .admin: .admin
            case .unrecognized: nil
            }
        require(role != nil, "role", "must be admin or user")
        return role
    }

    mutating func limit(_ limit: Int32, _ field: String) {
        require(limit >= 0, field, "must be 0 (no limit) or more")
    }
}

/// Enough of a check to catch what cannot be an address; whether one is, only a message to it tells.
enum EmailSyntax {
    static func accepts(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return text.utf8.count <= 254 && parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            }
    }
}

extension RPCError {
    static var usernameTaken: RPCError {
        make(
            .alreadyExists, "There is a user of this name already.",
            violations: [.init(field: "username", description: "is taken")])
    }
}
