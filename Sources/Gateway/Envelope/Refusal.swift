// How the gateway itself refuses: by a Reason of the contract, as the services do (errors.proto is the list).

internal import Contract
internal import RPC

extension RPCError {
    /// A refusal for `reason`.
    /// - Parameter message: for people.
    static func refusal(_ reason: Reason, _ message: String) -> RPCError {
        RPCError(reason.code, reason: reason.word, message: message)
    }

    /// VALIDATION_ERROR for one field, named as the client named it.
    static func invalid(_ field: String, _ description: String) -> RPCError {
        var error = refusal(.validationError, "\(field) \(description).")
        error.violations = [FieldViolation(field: field, description: description)]
        return error
    }

    /// What is not there, in the words of everything else that is not there.
    static var nothingThere: RPCError { refusal(.notFound, "There is no such thing.") }
}
