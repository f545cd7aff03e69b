// One row that is damaged, or that a rule of the schema keeps from being written, holds up nothing but itself. A job about
// many rows is run as it is, which costs nothing more; where it fails for such a reason, it is run again with each row in a
// savepoint of its own, and pages are read by their ids. What fails even then is set aside: marked in its row as far as
// that can be done without reading it, and told in the log.

internal import Logging
package import Store
internal import Synchronization

/// What a job does about rows that cannot be served. Of one run of one job.
package final class RowCare {
    package enum Row: Sendable, Hashable {
        case bridge(Int64)
        case session(Int64)
        /// One whose bridge is gone: its lease is to end even so.
        case lostSession(Int64)
        case message(Int64)
    }

    /// A row that was set aside.
    struct Fault: Sendable {
        let row: Row
        let error: StoreError
    }

    /// A session is looked at again so much later, a message so much.
    static let sessionWait: Duration = .seconds(60)
    static let messageWait: Duration = .seconds(3600)

    /// The job has failed for one of its rows, and is run again with each by itself.
    let isolates: Bool
    private(set) var faults: [Fault] = []
    /// How many of them are marked, and out of the way.
    private(set) var marked = 0

    package init(isolates: Bool = false) { self.isolates = isolates }

    /// The part of a job that is about one row.
    /// - Returns: nil where that was undone and the row set aside.
    @discardableResult
    func alone<T>(
        _ row: Row, at now: Instant, in db: Database, _ aftermath: inout Aftermath,
        _ body: (inout Aftermath) throws -> T
    ) throws -> T? {
        guard isolates else { return try body(&aftermath) }
        let before = aftermath
        do {
            return try db.savepoint { try body(&aftermath) }
        } catch let error as StoreError where error.isOfOneRow {
            aftermath = before
            try setAside(row, error, at: now, in: db)
            return nil
        }
    }

    /// The same, of what has no aftermath.
    @discardableResult
    func alone<T>(_ row: Row, at now: Instant, in db: Database, _ body: () throws -> T) throws -> T? {
        var none = Aftermath()
        return try alone(row, at: now, in: db, &none) { _ in try body() }
    }

    /// The messages of a page, each by itself where that is needed.
    /// - Parameters:
    ///   - page: all of them, read at once.
    ///   - ids: which they are, without reading them.
    /// - Returns: the ids of the page, those that were set aside among them.
    func eachMessage(
        of page: () throws -> [MessageRecord], ids: () throws -> [Int64], at now: Instant, in db: Database,
        _ body: (MessageRecord) throws -> Void
    ) throws -> [Int64] {
        guard isolates else {
            let page = try page()
            for message in page { try body(message) }
            return page.map(\.id)
        }
        let ids = try ids()
        for id in ids {
            try alone(.message(id), at: now, in: db) { if let message = try db.messages.get(id) { try body(message) } }
        }
        return ids
    }

    private func setAside(_ row: Row, _ error: StoreError, at now: Instant, in db: Database) throws {
        let words = "The server could not read or write what it keeps of this session; its log says why."
        faults.append(Fault(row: row, error: error))
        do {
            try db.savepoint {
                switch row {
                case .bridge: break
                case .session(let id):
                    try db.sessions.setAside(id, words, at: now, until: now + Self.sessionWait, endsLease: false)
                case .lostSession(let id):
                    try db.sessions.setAside(id, words, at: now, until: now + Self.sessionWait, endsLease: true)
                case .message(let id):
                    try db.messages.setAside(id, HoldReason.storageFault.rawValue, until: now + Self.messageWait)
                }
            }
            marked += 1
        } catch let error as StoreError where error.isOfOneRow {
            // Not even that: the log is all that tells.
        }
    }
}

extension RowCare.Row: CustomStringConvertible {
    package var description: String {
        switch self {
        case .bridge(let id): "bridge \(id)"
        case .session(let id), .lostSession(let id): "session \(id)"
        case .message(let id): "message \(id)"
        }
    }
}

/// Rows that were set aside, as the log was told: each once in a while, however often it is met.
struct FaultsTold: Sendable {
    /// So many are remembered.
    private static let bound = 1024
    private var rows: [RowCare.Row: Seldom] = [:]

    mutating func isNews(_ row: RowCare.Row, at now: Duration) -> Bool {
        if rows.count >= Self.bound, rows[row] == nil { rows = [:] }
        return rows[row, default: Seldom(every: .seconds(600))].happened(at: now) != nil
    }
}

extension DeliveryEngine {
    /// A write job about many rows, none of which holds up the others.
    @discardableResult
    func changeEach<T: Sendable>(
        _ body: @escaping @Sendable (Database, inout Aftermath, RowCare) throws -> T
    ) async throws -> T {
        do {
            return try await change { db, aftermath in try body(db, &aftermath, RowCare()) }
        } catch let error as StoreError where error.isOfOneRow {
            return try await change { [self] db, aftermath in
                let care = RowCare(isolates: true)
                let result = try body(db, &aftermath, care)
                let faults = care.faults
                db.afterCommit { self.tell(faults) }
                return result
            }
        }
    }

    private func tell(_ faults: [RowCare.Fault]) {
        let now = clock.monotonic()
        let news = state.withLock { state in faults.filter { state.faultsTold.isNews($0.row, at: now) } }
        for fault in news {
            logger.error(
                "a row was set aside, for it could not be read or written",
                metadata: ["row": "\(fault.row)", "error": "\(fault.error)"])
        }
    }
}
