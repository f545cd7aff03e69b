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

    /// Whether `password` belongs to the stored hash; false where nothing usable is stored, after the same work, so
    /// that the time does not tell which.
    /// - Throws: OVERLOADED when too many wait.
    package func verify(_ password: String, against stored: String?) async throws -> Bool {
        let iterations = iterations
        return try await executor.run {
            guard let stored, let hash = PasswordHash(parsing: stored) else {
                _ = PasswordHash(of: password, iterations: iterations)
                return false
            }
            return hash.matches(password)
        }
    }
}
