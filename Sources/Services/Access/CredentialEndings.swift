// Ends what a credential has open when the credential itself ends (SAFETY.md 5): streams that live long were let in once
// and would otherwise go on. A stream is ended by cancelling its task, with the reason told to the caller.
// Only streams register: a unary call is over soon by itself.

package import RPC
internal import Synchronization

/// Open streams by the key that opened them.
package final class CredentialEndings: Sendable {
    private struct Entry {
        let keyID: Int64
        let cancel: @Sendable () -> Void
        var reason: RPCError?
    }

    private struct State {
        var nextID: UInt64 = 0
        var entries: [UInt64: Entry] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// How many streams are open.
    package var count: Int { state.withLock { $0.entries.count } }

    /// Runs a stream's handler so that `end` reaches it.
    /// - Throws: what the handler throws, or the reason that was given to `end`.
    func run(keyID: Int64, _ body: () async throws -> Void) async throws {
        try await withUnsafeCurrentTask { task in
            // Cancelling is what may be done to a task from elsewhere; the entry is gone before the task is, because it
            // is removed on the task itself and `cancel` runs under the lock.
            nonisolated(unsafe) let task = task
            let id = add(Entry(keyID: keyID) { task?.cancel() })
            do {
                try await body()
            } catch {
                throw remove(id) ?? error
            }
            if let reason = remove(id) { throw reason }
        }
    }

    /// Ends every open stream of a key.
    package func end(keyID: Int64, _ reason: RPCError) {
        state.withLock { state in
            for (id, entry) in state.entries where entry.keyID == keyID && entry.reason == nil {
                state.entries[id]?.reason = reason
                entry.cancel()
            }
        }
    }

    private func add(_ entry: Entry) -> UInt64 {
        state.withLock { state in
            state.nextID += 1
            state.entries[state.nextID] = entry
            return state.nextID
        }
    }

    private func remove(_ id: UInt64) -> RPCError? {
        state.withLock { $0.entries.removeValue(forKey: id)?.reason }
    }
}
