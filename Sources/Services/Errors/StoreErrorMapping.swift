// The one place where errors from below become refusals: the server's error mapper, also used by the call log. What the
// caller may hear is said in our words; what happened stands in `cause`, for the log.

internal import Contract
package import RPC
internal import Store

package enum ServiceErrors {
    /// What a caller is told about any error that a handler or an interceptor threw.
    package static func map(_ error: any Error) -> RPCError {
        switch error {
        case let error as RPCError: error
        case let error as StoreError: map(error)
        case is CancellationError: RPCError.make(.cancelled, "The call was cancelled.", cause: error)
        default: RPCError.make(.internal, "Something went wrong in the server.", cause: error)
        }
    }

    private static func map(_ error: StoreError) -> RPCError {
        switch error {
        case .constraint(let constraint):
            switch constraint.kind {
            case .unique: RPCError.make(.alreadyExists, "There is one already.", cause: error)
            case .foreignKey: RPCError.make(.conflict, "What this belongs to has changed meanwhile.", cause: error)
            case .check, .notNull, .other: RPCError.make(.internal, "Something went wrong in the server.", cause: error)
            }
        case .busy: unavailable(error)
        case .overloaded, .outOfMemory:
            RPCError.make(.overloaded, "The server has too much to do.", retryAfter: .seconds(1), cause: error)
        case .storageFull:
            RPCError.make(
                .storageFull, "The server's disk is full: nothing was changed.",
                hint: "Reading still works; changes work again once there is room.", cause: error)
        case .ioFailure, .readOnly, .failed: unavailable(error)
        case .corrupt: RPCError.make(.dataLoss, "The server's database is damaged.", cause: error)
        case .closed: RPCError.make(.shuttingDown, "The server is shutting down.", cause: error)
        case .tooBig: RPCError.make(.payloadTooLarge, "This is more than can be stored.", cause: error)
        case .noSuchRow: Tenancy.notFound
        case .unexpectedValue, .refused, .invalid:
            RPCError.make(.internal, "Something went wrong in the server.", cause: error)
        }
    }

    private static func unavailable(_ error: StoreError) -> RPCError {
        RPCError.make(
            .unavailable, "The server cannot use its storage just now.", retryAfter: .seconds(1), cause: error)
    }
}
