// Which failed sign-ins are written to the audit log, and when. Two rooms: who guesses at accounts that exist pays with a
// hash for each guess and is who an admin looks for; everybody else costs nothing, and can take no room from them. In each
// room ten entries a minute, and sixty at once after a silence.
//
// - Accounts that exist: what finds no room waits, its count growing, and accounts take turns, so that a crowd at one does
//   not hide the others.
// - All else: what finds no room is one more entry a minute, which counts the rest.
//
// Pure: the time is an argument.

internal import Store

struct FailureTable {
    static let window: Duration = .seconds(60)
    static let entriesPerMinute = 10.0
    static let burst = 60.0
    /// Kinds of failure that are told apart in a room at a time.
    static let capacity = 4_096

    private var known = FailureRoom(waits: true)
    private var strangers = FailureRoom(waits: false)

    var waitingCount: Int64 { known.waitingCount + strangers.waitingCount }

    mutating func note(_ record: AuditRecord, from network: String) {
        let kind = Failure.Kind(
            method: record.method, outcome: record.outcome, who: record.who, userID: record.targetID, network: network)
        add(Failure(kind: kind, record: record))
    }

    private mutating func add(_ failure: Failure) {
        if failure.record.targetID != 0 { known.add(failure) } else { strangers.add(failure) }
    }

    /// What is to be written now, oldest first in each room.
    mutating func take(at now: Duration, all: Bool) -> [Failure] {
        var due = known.take(at: now, all: all)
        // The end: what waits for a turn that will not come is counted.
        if all { for failure in known.drain() { strangers.count(failure) } }
        due += strangers.take(at: now, all: all)
        return due
    }

    /// What could not be written after all. It is due at once, and its room is its own again.
    mutating func putBack(_ failures: [Failure]) {
        for failure in failures {
            if failure.record.targetID != 0 { known.putBack(failure) } else { strangers.putBack(failure) }
        }
    }
}

/// Failures that are told together.
struct Failure: Sendable {
    struct Kind: Hashable {
        let method: String
        let outcome: String
        /// Who is signed in already.
        let who: String
        let userID: Int64
        let network: String
    }

    /// nil: of many kinds.
    let kind: Kind?
    /// The first of them, with the time of the last and the number of all.
    var record: AuditRecord

    var told: AuditRecord { record }
    var times: Int64 { record.times }
    var targetID: Int64 { record.targetID }

    mutating func join(_ other: Failure) {
        record.times += other.record.times
        record.at = max(record.at, other.record.at)
    }
}

private struct FailureRoom {
    /// Whether what finds no room waits for it.
    let waits: Bool
    private var pending: [Failure.Kind: Failure] = [:]
    private var writtenAt: [Failure.Kind: Duration] = [:]
    private var rest: Failure?
    private var restWrittenAt: Duration?
    private var room = FailureTable.burst
    private var refilledAt: Duration?

    init(waits: Bool) { self.waits = waits }

    var waitingCount: Int64 { pending.values.reduce(rest?.times ?? 0) { $0 + $1.times } }

    mutating func add(_ failure: Failure) {
        guard let kind = failure.kind else { return count(failure) }
        if pending[kind] == nil, pending.count >= FailureTable.capacity { return count(failure) }
        var joined = pending[kind] ?? failure
        if pending[kind] != nil { joined.join(failure) }
        pending[kind] = joined
    }

    mutating func putBack(_ failure: Failure) {
        if let kind = failure.kind {
            writtenAt[kind] = nil
            room = min(FailureTable.burst, room + 1)
        } else {
            restWrittenAt = nil
        }
        add(failure)
    }

    /// What is left of a failure that is only counted: when the last of them was.
    mutating func count(_ failure: Failure) {
        let record = failure.record
        var known =
            rest
            ?? Failure(
                kind: nil,
                record: AuditRecord(
                    at: record.at, method: record.method, targetKind: "user", outcome: record.outcome, times: 0))
        known.join(failure)
        rest = known
    }

    mutating func drain() -> [Failure] {
        defer {
            pending = [:]
            rest = nil
        }
        return Array(pending.values) + [rest].compactMap { $0 }
    }

    mutating func take(at now: Duration, all: Bool) -> [Failure] {
        let window = FailureTable.window
        let refilled = (refilledAt.map { (now - $0) / window } ?? 0) * FailureTable.entriesPerMinute
        room = min(FailureTable.burst, room + refilled)
        refilledAt = now
        writtenAt = writtenAt.filter { $0.value + window > now }
        var due: [Failure] = []
        for (kind, failure) in inTurn(pending.filter { all || writtenAt[$0.key] == nil }) {
            guard room >= 1 else {
                if waits { break }
                pending[kind] = nil
                count(failure)
                continue
            }
            pending[kind] = nil
            room -= 1
            writtenAt[kind] = now
            due.append(failure)
        }
        if let rest, all || restWrittenAt.map({ $0 + window <= now }) ?? true {
            due.append(rest)
            self.rest = nil
            restWrittenAt = now
        }
        return due
    }

    /// One of each account, oldest first, then the second of each; who was told of within the minute comes after those who
    /// were not.
    private func inTurn(_ ready: [Failure.Kind: Failure]) -> [(Failure.Kind, Failure)] {
        var turns: [Int64: Int] = [:]
        for kind in writtenAt.keys { turns[kind.userID, default: 0] += 1 }
        let ordered = ready.sorted { $0.value.record.at < $1.value.record.at }
        guard waits else { return ordered.map { ($0.key, $0.value) } }
        let numbered = ordered.map { kind, failure in
            defer { turns[kind.userID, default: 0] += 1 }
            return (turn: turns[kind.userID] ?? 0, kind, failure)
        }
        // Sorting keeps no order by itself: the number says which came first.
        return numbered.enumerated().sorted { ($0.element.turn, $0.offset) < ($1.element.turn, $1.offset) }
            .map { ($0.element.1, $0.element.2) }
    }
}
