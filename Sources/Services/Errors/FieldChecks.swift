// Collects what is wrong with the fields of a request, so that a caller hears of all of it at once.

package import RPC

package struct FieldChecks: Sendable {
    package private(set) var wrong: [RPCError.FieldViolation] = []

    package init() {}

    /// Notes `complaint` unless `isRight`.
    /// - Parameter field: as the .proto names it.
    package mutating func require(_ isRight: Bool, _ field: String, _ complaint: String) {
        if !isRight { wrong.append(.init(field: field, description: complaint)) }
    }

    /// - Throws: VALIDATION_ERROR naming every field that is wrong.
    package func finish() throws {
        guard wrong.isEmpty else { throw RPCError.validation(wrong) }
    }
}
