// How services refuse: by a Reason of the contract, which brings its status code with it (errors.proto is the list).
// Texts are for people and may change; clients decide by the reason.

package import Contract
package import RPC

extension RPCError {
    /// A refusal for `reason`.
    /// - Parameters:
    ///   - message: for people; never holds a secret or internals.
    ///   - violations: which fields are wrong, for VALIDATION_ERROR.
    ///   - hint: what the caller can do about it.
    ///   - retryAfter: when it is worth trying again.
    ///   - cause: what lies below; logged, never sent.
    package static func make(
        _ reason: Reason, _ message: String, violations: [FieldViolation] = [], hint: String? = nil,
        metadata: [String: String] = [:], retryAfter: Duration? = nil, cause: (any Error)? = nil
    ) -> RPCError {
        RPCError(
            reason.code, reason: reason.word, message: message, violations: violations, hint: hint,
            metadata: metadata, retryAfter: retryAfter, cause: cause)
    }

    /// VALIDATION_ERROR for one field, named as in the .proto.
    package static func validation(_ field: String, _ description: String) -> RPCError {
        make(
            .validationError, "\(field) \(description).",
            violations: [FieldViolation(field: field, description: description)])
    }

    /// VALIDATION_ERROR for several fields at once.
    package static func validation(_ violations: [FieldViolation]) -> RPCError {
        guard violations.count != 1 else { return validation(violations[0].field, violations[0].description) }
        return make(
            .validationError, "Some fields are not valid: \(violations.map(\.field).joined(separator: ", ")).",
            violations: violations)
    }
}
