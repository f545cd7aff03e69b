// When keys were last used. Noted in memory by each call, written in one job a minute and at the end: `last_used_at` may
// lag by that much, a call never waits for it, and a crash loses at most the last minute.

package import Store
internal import Synchronization

/// Collects uses of keys and writes them now and then.
package final class KeyUses: Sendable {
    private let pending = Mutex<[Int64: Instant]>([:])

    package init() {}

    /// A key was used. Costs a look-up; the clock is read only for the first use since the last write.
    func note(_ keyID: Int64, at clock: any Clock) {
        let isNew = pending.withLock { $0[keyID] == nil }
        if isNew {
            let now = clock.now()
            pending.withLock { $0[keyID] = now }
        }
    }

    /// Writes what was noted; what could not be written is noted again.
    package func write(to store: Store) async throws {
        let noted = pending.withLock { pending in
            defer { pending = [:] }
            return pending
        }
        guard !noted.isEmpty else { return }
        do {
            try await store.write { db in
                for (id, time) in noted { try db.keys.touch(id, at: time) }
            }
        } catch {
            pending.withLock { $0.merge(noted) { newer, _ in newer } }
            throw error
        }
    }

    /// Writes once a minute until cancelled. A failure is not reported here: the store tells its own.
    package func run(store: Store, clock: any Clock, every interval: Duration = .seconds(60)) async {
        while (try? await clock.sleep(for: interval)) != nil {
            try? await write(to: store)
        }
    }
}
