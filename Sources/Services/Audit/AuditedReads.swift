// Looks at what is another's and nobody else's business: the code that links a phone to a session, the texts of messages.
// Only admins and the operator can take them, and they are told of before anything is shown: what cannot be told of is not
// shown. Who looks at the same thing again and again is told of once in ten minutes, so that a page that refreshes itself
// does not fill the log.

internal import RPC
package import Store
internal import Synchronization

package final class AuditedReads: Sendable {
    static let window: Duration = .seconds(600)
    /// Beyond it, what is oldest is told of once more.
    static let capacity = 10_000

    private struct Look: Hashable {
        let who: String
        let keyPrefix: String
        let place: String
        let method: String
        let kind: String
        let id: Int64
    }

    private let store: Store
    private let clock: any Clock
    private let told = Mutex(RotatingTable<Look, Duration>(period: window, capacity: capacity))

    package init(store: Store, clock: any Clock) {
        self.store = store
        self.clock = clock
    }

    /// Tells of a look at `target`, where it is not the caller's own.
    /// - Throws: what keeps the entry from being written; then nothing is to be shown.
    func tell(_ context: CallContext, _ target: Audit.Target) async throws {
        let principal = try context.principal
        if let owner = target.ownerID, principal.userID == owner { return }
        let look = Look(
            who: principal.userID.map { "user(\($0))" } ?? principal.label, keyPrefix: principal.keyPrefix ?? "",
            place: context.peer.place, method: context.method.path, kind: target.kind, id: target.id)
        let now = clock.monotonic()
        let isTold = told.withLock { table in table.value(for: look).map { now - $0 < Self.window } ?? false }
        guard !isTold else { return }
        let time = clock.now()
        try await store.write { db in
            var target = target
            if target.kind == "user", target.id != 0 { target.name = try db.users.get(target.id)?.username ?? "" }
            try Audit.record(context, target, in: db, at: time)
        }
        told.withLock { table in table.update(look, at: now, initial: now) { $0 = now } }
    }

    /// The same of messages of a user, or (nil) of everybody.
    func tellOfMessages(_ context: CallContext, of userID: Int64?) async throws {
        try await tell(context, Audit.Target("user", id: userID ?? 0, ownerID: userID))
    }
}
