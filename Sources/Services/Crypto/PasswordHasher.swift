// The door to password hashing: two at a time and 32 waiting (SAFETY.md 2), because each takes the better part of a second
// of a core, and a flood of sign-ins must not take the machine.
// Every check does the work of the dearest hash that is stored, so that its time does not tell who exists, nor whose hash
// came from elsewhere.

internal import Synchronization

/// Computes and checks password hashes off the event loops.
package final class PasswordHasher: Sendable {
    private let executor: BoundedExecutor
    private let iterations: Int
    /// Of the dearest hash that is known to be stored.
    private let dearest = Mutex(0)

    /// - Parameter iterations: `PasswordHash.iterations`, but in tests.
    package init(concurrent: Int = 2, waiting: Int = 32, iterations: Int = PasswordHash.iterations) {
        executor = BoundedExecutor(name: "passwords", concurrent: concurrent, waiting: waiting)
        self.iterations = iterations
    }

    /// There is a stored hash of so many iterations: from now on no check does less. To be told of the dearest before the
    /// first check, and of what is imported later.
    package func isStored(iterations: Int) {
        guard iterations <= PasswordHash.mostIterations else { return }
        dearest.withLock { $0 = max($0, iterations) }
    }

    /// How many iterations every check does.
    package var work: Int { max(iterations, dearest.withLock { $0 }) }

    /// A new hash, as it is stored.
    /// - Throws: OVERLOADED when too many wait.
    package func hash(_ password: String) async throws -> String {
        let iterations = iterations
        return try await executor.run { PasswordHash(of: password, iterations: iterations).text }
    }

    /// Whether `password` belongs to the stored hash; false where nothing usable is stored. The same work is done in each
    /// case.
    /// - Parameter admit: asked when the turn has come, before anything is computed; what it gives is told the verdict
    ///   before the next has a turn.
    /// - Throws: OVERLOADED when too many wait, and what `admit` throws.
    package func verify(
        _ password: String, against stored: String?,
        admit: @escaping @Sendable () throws -> @Sendable (Bool) -> Void = { { _ in } }
    ) async throws -> Bool {
        let hash = stored.flatMap { PasswordHash(parsing: $0) }
        if let hash { isStored(iterations: hash.iterations) }
        let work = work
        return try await executor.run {
            let judge = try admit()
            let matches = hash?.matches(password) ?? false
            let rest = Self.workLeft(after: hash, of: work)
            if rest > 0 { _ = PasswordHash(of: password, iterations: rest) }
            judge(matches)
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
