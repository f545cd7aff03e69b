// The signing keys in force, and their rotation: what is kept on disk is changed first and synced, then tokens are signed
// with the new key. One rotation at a time, off the event loops, because it waits for the disk.

internal import Contract
internal import RPC
package import Store
internal import Synchronization

package final class SigningKeyRing: Sendable {
    /// What the tokens of these keys are made and verified with.
    package let tokens: AccessTokens
    private let keys: Mutex<SigningKeys>
    private let save: @Sendable (String) throws -> Void
    private let turns = BoundedExecutor(name: "signing-keys", concurrent: 1, waiting: 8)

    /// - Parameter save: keeps a set's text, secretly, and returns when it is safe on disk.
    package init(_ keys: SigningKeys, save: @escaping @Sendable (String) throws -> Void) {
        self.keys = Mutex(keys)
        self.save = save
        tokens = AccessTokens(keys: keys)
    }

    /// What a rotation has led to.
    package struct Rotation: Sendable {
        /// The name of the new key.
        package let keyID: String
        /// Until when tokens of the former key are good.
        package let formerUntil: Instant
    }

    /// Signs with a new key from now on.
    /// - Parameter tell: is told the new key's name and `OK` before anything is changed, and of its name and a reason where
    ///   it was not changed after all; may block. What cannot be told of does not happen.
    /// - Throws: RATE_LIMITED where so many keys are still needed that there is no room for another, UNAVAILABLE where it
    ///   cannot be kept; then nothing has changed.
    package func rotate(
        at now: Instant, telling tell: @escaping @Sendable (_ keyID: String, _ outcome: String) throws -> Void
    ) async throws -> Rotation {
        // Tokens of one second before are good for their lifetime, and for what clocks may differ.
        let rest = AccessTokens.lifetime + .seconds(AccessTokens.leeway)
        return try await turns.run { [self] in
            let current = keys.withLock { $0 }
            guard let next = current.rotated(at: now, former: rest), let newest = next.keys.first else {
                throw RPCError.make(
                    .rateLimited, "The signing key was rotated so often that its predecessors are still needed.",
                    retryAfter: rest)
            }
            try tell(newest.id, "OK")
            do {
                try save(next.text)
            } catch {
                try? tell(newest.id, Reason.unavailable.word)
                throw RPCError.make(.unavailable, "The new signing key could not be kept.", cause: error)
            }
            keys.withLock { $0 = next }
            tokens.use(next)
            return Rotation(keyID: newest.id, formerUntil: now + rest)
        }
    }
}
