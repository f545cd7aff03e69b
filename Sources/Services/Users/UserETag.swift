// The version of a user as callers see it, and changes on condition that it is still the same (RFC 9110, section 13): given
// in the request's own field, or as `if-match`, which is what the gateway makes of the header of that name.

internal import Contract
internal import RPC
internal import Store

extension UserRecord {
    /// Another one after each change; ids are not used again, so it says all.
    var etag: String { String(version) }
}

/// What a caller asks of a user before they are changed.
struct UserCondition: Sendable {
    private let condition: ETagCondition

    /// - Parameter field: the request's own; empty: it asks for nothing.
    init(_ field: String, _ context: CallContext) { condition = ETagCondition(field, context) }

    init(_ context: CallContext) { self.init("", context) }

    /// - Throws: ETAG_MISMATCH where the user is not what the caller knows them as.
    func check(_ user: UserRecord) throws {
        guard condition.holds(user.etag) else {
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
