// Failed sign-ins on their way into the audit log. Strangers cause them, so their number must fill neither the disk nor the
// memory: failures of one kind, for one account, from one place, are one entry a minute with a count; and of entries there
// are ten a minute, and sixty at once after a silence. What is beyond is one more entry a minute that counts the rest.
//
// They are written within a second, apart from the call: whether and when an entry is written must not show in the time of
// the answer, which would tell who exists. A crash loses those of the last second, or the count of the last minute; an
// orderly end none.

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
        let target = Audit.Target("user", id: user?.id ?? 0, name: user?.username ?? "")
        let record = AuditRecord(context, target, outcome: outcome, at: now)
        table.withLock { $0.note(record, from: context.peer.place) }
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
            try await store.write { db in for record in due { try db.audit.append(record) } }
        } catch {
            // A store that is busy or full will take them later; together they are no more than the table holds.
            table.withLock { $0.putBack(due) }
        }
    }
}

/// Which failures are written, and when. Pure: the time is an argument.
struct FailureTable {
    static let window: Duration = .seconds(60)
    static let entriesPerMinute = 10.0
    static let burst = 60.0
    /// Kinds of failure that are told apart at a time.
    static let capacity = 4_096

    private struct Kind: Hashable {
        let method: String
        let outcome: String
        let userID: Int64
        let place: String
    }

    private struct Pending {
        var record: AuditRecord
        var times: Int64

        var told: AuditRecord {
            var record = record
            record.times = times
            return record
        }
    }

    private var pending: [Kind: Pending] = [:]
    private var writtenAt: [Kind: Duration] = [:]
    private var rest: Pending?
    private var restWrittenAt: Duration?
    private var room = FailureTable.burst
    private var refilledAt: Duration?

    var waitingCount: Int64 { pending.values.reduce(rest?.times ?? 0) { $0 + $1.times } }

    mutating func note(_ record: AuditRecord, from place: String) {
        let kind = Kind(method: record.method, outcome: record.outcome, userID: record.targetID, place: place)
        guard var known = pending[kind] else {
            if pending.count < Self.capacity {
                pending[kind] = Pending(record: record, times: record.times)
            } else {
                addToRest(record)
            }
            return
        }
        known.times += record.times
        known.record.at = max(known.record.at, record.at)
        pending[kind] = known
    }

    /// What is to be written now, oldest first.
    mutating func take(at now: Duration, all: Bool) -> [AuditRecord] {
        room = min(Self.burst, room + (refilledAt.map { (now - $0) / Self.window } ?? 0) * Self.entriesPerMinute)
        refilledAt = now
        writtenAt = writtenAt.filter { $0.value + Self.window > now }
        var due: [AuditRecord] = []
        let ready = pending.filter { all || writtenAt[$0.key] == nil }
        for (kind, waiting) in ready.sorted(by: { $0.value.record.at < $1.value.record.at }) {
            pending[kind] = nil
            guard room >= 1 else {
                addToRest(waiting.told)
                continue
            }
            room -= 1
            writtenAt[kind] = now
            due.append(waiting.told)
        }
        if let rest, all || restWrittenAt.map({ $0 + Self.window <= now }) ?? true {
            due.append(rest.told)
            self.rest = nil
            restWrittenAt = now
        }
        return due
    }

    mutating func putBack(_ records: [AuditRecord]) {
        for record in records { addToRest(record) }
    }

    /// What is left of a failure that is only counted: when the last of them was.
    private mutating func addToRest(_ record: AuditRecord) {
        var known =
            rest
            ?? Pending(
                record: AuditRecord(at: record.at, method: record.method, targetKind: "user", outcome: record.outcome),
                times: 0)
        known.times += record.times
        known.record.at = max(known.record.at, record.at)
        rest = known
    }
}
