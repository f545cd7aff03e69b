// Failed sign-ins on their way into the audit log. Strangers cause them, so their number must fill neither the disk nor the
// memory: failures of one kind, for one account, from one network, are one entry a minute with a count; and of entries
// there are so many a minute, in rooms of their own for accounts that exist and for all the rest (FailureTable.swift).
//
// They are written within a second, apart from the call: whether and when an entry is written must not show in the time of
// the answer, which would tell who exists. A crash loses those of the last second, or the count of the last minute; an
// orderly end none.

internal import Contract
package import RPC
package import Store
internal import Synchronization

package final class SignInFailures: Sendable {
    private let table = Mutex(FailureTable())

    package init() {}

    /// Notes an attempt that was refused.
    /// - Parameters:
    ///   - user: whose account was named; nil where the name is nobody's. Such a name is not kept: people type passwords
    ///     into the wrong field.
    ///   - outcome: the reason.
    package func note(_ context: CallContext, user: UserRecord?, outcome: String, at now: Instant) {
        // Who is refused before anything is looked at is refused for where they are, whatever they ask for.
        let user = outcome == Reason.rateLimited.word ? nil : user
        let target = Audit.Target("user", id: user?.id ?? 0, name: user?.username ?? "")
        let record = AuditRecord(context, target, outcome: outcome, at: now)
        table.withLock { $0.note(record, from: context.peer.network) }
    }

    /// Failures that wait to be written.
    package var waitingCount: Int64 { table.withLock { $0.waitingCount } }

    /// Writes what is due once a second, until cancelled.
    package func run(store: Store, clock: any Clock) async {
        while (try? await clock.sleep(for: .seconds(1))) != nil {
            await write(to: store, at: clock.monotonic(), all: false)
        }
    }

    /// Writes all that waits: at the end.
    package func flush(to store: Store, clock: any Clock) async {
        await write(to: store, at: clock.monotonic(), all: true)
    }

    private func write(to store: Store, at now: Duration, all: Bool) async {
        let due = table.withLock { $0.take(at: now, all: all) }
        guard !due.isEmpty else { return }
        do {
            try await store.write { db in for failure in due { try db.audit.append(failure.told) } }
        } catch {
            // A store that is busy or full will take them later, as they are.
            table.withLock { $0.putBack(due) }
        }
    }
}
