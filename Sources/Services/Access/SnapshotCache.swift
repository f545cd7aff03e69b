// What is known about credentials, in memory, so that a call with one that was used before reads no database.
// Invariant: nothing older than the last invalidation is kept: a read that began before one is used once and not stored.
// What does not exist is not remembered; a flood of made-up credentials costs reads, and pushes no good one out.

internal import Synchronization

/// A credential with its owner, as they were when they were read.
package protocol OwnedSnapshot: Sendable {
    var ownerID: Int64 { get }
}

/// Credentials by what they are looked up by. Thread-safe; never blocks for long.
package final class SnapshotCache<Key: Hashable & Sendable, Value: OwnedSnapshot>: Sendable {
    package typealias Source = @Sendable (Key) async throws -> Value?

    private struct State {
        var known: TwoGenerations<Key, Value>
        var generation: UInt64 = 0
    }

    private let state: Mutex<State>
    private let source: Source

    /// - Parameter source: reads a credential and its owner from where they are kept.
    package init(capacity: Int = 10_000, source: @escaping Source) {
        state = Mutex(State(known: TwoGenerations(capacity: capacity)))
        self.source = source
    }

    /// What is in memory. No database, no waiting.
    package func cached(_ key: Key) -> Value? {
        state.withLock { $0.known.value(for: key) }
    }

    /// What is in memory, else what the source knows.
    package func find(_ key: Key) async throws -> Value? {
        let (cached, generation) = state.withLock { ($0.known.value(for: key), $0.generation) }
        if let cached { return cached }
        guard let read = try await source(key) else { return nil }
        state.withLock { state in
            if state.generation == generation { state.known.insert(read, for: key) }
        }
        return read
    }

    /// Forgets one credential: it ended or was changed. Call it after the commit.
    package func forget(_ key: Key) {
        state.withLock { state in
            state.generation &+= 1
            state.known.remove(key)
        }
    }

    /// Forgets all there are: something was changed that many of them were made of. Call it after the commit.
    package func forgetEverything() {
        state.withLock { state in
            state.generation &+= 1
            state.known.removeAll { _ in true }
        }
    }

    /// Forgets all credentials of a user: they were changed. Call it after the commit.
    package func forgetAll(of userID: Int64) {
        state.withLock { state in
            state.generation &+= 1
            state.known.removeAll { $0.ownerID == userID }
        }
    }
}
