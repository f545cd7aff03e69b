// The version of a user as callers see it, and changes on condition that it is still the same (RFC 9110, section 13): given
// in the request's own field, or as `if-match`, which is what the gateway makes of the header of that name.

internal import Contract
package import RPC
internal import Store

extension UserRecord {
    /// Another one after each change; ids are not used again, so it says all.
    var etag: String { String(version) }
}

/// What a caller asks of a user before they are changed.
struct UserCondition: Sendable {
    private let field: String
    /// What `if-match` names: tags as they stand there, or `*`. Nil: there is none.
    private let matches: [Substring]?

    /// - Parameter field: the request's own; empty: it asks for nothing.
    init(_ field: String, _ context: CallContext) {
        self.field = field
        matches = context.ifMatch
    }

    init(_ context: CallContext) { self.init("", context) }

    /// - Throws: ETAG_MISMATCH where the user is not what the caller knows them as.
    func check(_ user: UserRecord) throws {
        // A weak tag (`W/"…"`) promises too little for a change, so it is no match.
        let isMatch = matches.map { $0.contains { $0 == "*" || $0 == "\"\(user.etag)\"" } } ?? true
        guard isMatch, field.isEmpty || field == user.etag else {
            throw RPCError.make(
                .etagMismatch, "The user was changed by somebody else meanwhile.",
                hint: "Get the user again, and decide by what it is now.")
        }
    }
}

extension CallContext {
    /// Tells an HTTP caller the version of what they are answered with.
    func tell(etag: String) { responseMetadata["etag"] = "\"\(etag)\"" }
}
