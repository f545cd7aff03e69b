// The door to password hashing: two at a time and 32 waiting (SAFETY.md 2), because each takes a quarter of a second of
// a core, and a flood of sign-ins must not take the machine.

/// Computes and checks password hashes off the event loops.
package final class PasswordHasher: Sendable {
    private let executor: BoundedExecutor
    private let iterations: Int

    /// - Parameter iterations: 600,000 or more, but in tests.
    package init(concurrent: Int = 2, waiting: Int = 32, iterations: Int = PasswordHash.iterations) {
        executor = BoundedExecutor(name: "passwords", concurrent: concurrent, waiting: waiting)
        self.iterations = iterations
    }

    /// A new hash, as it is stored.
    /// - Throws: OVERLOADED when too many wait.
    package func hash(_ password: String) async throws -> String {
        let iterations = iterations
        return try await executor.run { PasswordHash(of: password, iterations: iterations).text }
    }

    /// Whether `password` belongs to the stored hash; false where nothing usable is stored. At least the work of a new
    /// hash is done in each case, also where less would do (an imported hash of fewer iterations), so that the time does
    /// not tell who exists.
    /// - Throws: OVERLOADED when too many wait.
    package func verify(_ password: String, against stored: String?) async throws -> Bool {
        let iterations = iterations
        return try await executor.run {
            let hash = stored.flatMap { PasswordHash(parsing: $0) }
            let matches = hash?.matches(password) ?? false
            let rest = Self.workLeft(after: hash, of: iterations)
            if rest > 0 { _ = PasswordHash(of: password, iterations: rest) }
            return matches
        }
    }

    /// How many iterations have to be done for nothing, when those of `hash` are done.
    static func workLeft(after hash: PasswordHash?, of iterations: Int) -> Int {
        max(0, iterations - (hash?.iterations ?? 0))
    }

    /// Whether a stored hash should be made anew when its password is at hand: it is weaker than new ones.
    package func isOutdated(_ stored: String) -> Bool {
        PasswordHash(parsing: stored).map { $0.iterations < iterations } ?? true
    }
}
