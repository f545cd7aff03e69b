// Generated from the .proto files of Benchmarks/BenchContract by scripts/generate.sh. Do not edit.

/// What a method's option `(switchboard.v1.rule)` says.
package struct AccessRule: Sendable, Hashable {
    /// Kinds of caller.
    package struct Callers: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Anybody, with or without credentials.
        package static let `public` = Callers(rawValue: 1)
        /// A signed-in user, or an API key of theirs.
        package static let user = Callers(rawValue: 2)
        /// A user of role admin, or the operator.
        package static let admin = Callers(rawValue: 4)
        /// A bridge.
        package static let bridge = Callers(rawValue: 8)
    }

    /// Who is admitted.
    package var access: Callers
    /// The scope that an API key needs; nil: any key will do.
    package var scope: String?
    /// Whether an idempotency key is honoured.
    package var idempotent: Bool
    /// The `message` of the HTTP envelope when the call succeeds; may be empty.
    package var success: String

    package init(access: Callers, scope: String?, idempotent: Bool, success: String) {
        self.access = access
        self.scope = scope
        self.idempotent = idempotent
        self.success = success
    }
}

/// Who may call what.
package enum AccessTable {
    /// By `service/Method`. What is not in it, nobody may call.
    package static let rules: [String: AccessRule] = [
        "bench.Echo/Echo": AccessRule(
            access: [.`public`], scope: nil,
            idempotent: false, success: ""
        ),
        "bench.Stream/Items": AccessRule(
            access: [.`public`], scope: nil,
            idempotent: false, success: ""
        ),
    ]
}
