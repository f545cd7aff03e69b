// The one place that knows who owns what (SAFETY.md 5): a user sees and touches only what is theirs, an admin all.
// What belongs to somebody else is answered exactly like what does not exist, so that ids tell nothing.

internal import Contract
package import RPC

package enum Tenancy {
    /// Whose a new thing will be, or in whose name a session is looked up.
    /// - Parameter requested: the request's `user_id`; 0 = the caller's.
    /// - Throws: VALIDATION_ERROR where a caller without a user names nobody, PERMISSION_DENIED where a plain user
    ///   names somebody else.
    package static func owner(of requested: Int64, principal: Principal) throws -> Int64 {
        guard requested >= 0 else {
            throw RPCError.validation("user_id", "must be a user's id")
        }
        if requested == 0 {
            if let own = principal.userID { return own }
            throw RPCError.validation("user_id", "is required: the caller is no user")
        }
        if requested == principal.userID || principal.isAdmin { return requested }
        throw RPCError.make(.permissionDenied, "Only an admin may act for another user.")
    }

    /// Lets pass what the caller may see.
    /// - Throws: NOT_FOUND, the same as for what does not exist.
    package static func visible(ownerID: Int64, to principal: Principal) throws {
        guard principal.isAdmin || principal.userID == ownerID else { throw notFound }
    }

    /// The owner that a list is narrowed to; nil = everybody's.
    /// - Parameter requested: the request's `user_id`; 0 = all that the caller may see.
    /// - Throws: PERMISSION_DENIED where a plain user asks for somebody else's.
    package static func filter(_ principal: Principal, requested: Int64) throws -> Int64? {
        guard requested >= 0 else { throw RPCError.validation("user_id", "must be a user's id") }
        if principal.isAdmin { return requested == 0 ? nil : requested }
        guard let own = principal.userID, requested == 0 || requested == own else {
            throw RPCError.make(.permissionDenied, "Only an admin may see what belongs to another user.")
        }
        return own
    }

    /// What is answered for anything that is not there, or not for the caller's eyes.
    package static var notFound: RPCError {
        RPCError.make(.notFound, "There is no such thing.")
    }
}
