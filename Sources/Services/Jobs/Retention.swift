// How long things are kept, and the jobs that delete what was kept long enough. In portions, each a write of its own with a
// pause behind it, so that no other write waits for long.

internal import Store

/// How long things are kept; nil: until somebody deletes them.
package struct Retention: Sendable, Hashable {
    package var logs: Duration? = .seconds(30 * 86_400)
    package var events: Duration? = .seconds(7 * 86_400)
    /// Deliveries to webhooks, from their end on: given up or arrived.
    package var deliveries: Duration? = .seconds(7 * 86_400)
    /// Entries of the audit log.
    package var audit: Duration? = .seconds(400 * 86_400)
    /// Messages nothing becomes of any more, from their last change on.
    package var messages: Duration?
    /// Days of usage; their months stay.
    package var usage: Duration?
    /// Sign-ins, from the end of their last token on.
    package var signIns: Duration = .seconds(86_400)
    /// Keys, from their revocation or last day on.
    package var keys: Duration?

    package init() {}
}

/// Deletes a little at a time.
struct Portions: Sendable {
    /// Rows in one write.
    static let size = 500

    let store: Store
    let progress: JobProgress
    /// Between two portions.
    let pause: Duration

    /// Repeats `purge` until it deletes less than a whole portion.
    func run(_ purge: @escaping @Sendable (Database) throws -> Int) async throws {
        while true {
            try Task.checkCancellation()
            let count = try await store.write { db in try purge(db) }
            progress.add(count)
            guard count >= Self.size else { return }
            try await Task.sleep(for: pause)
        }
    }

    /// Walks along ids: `purge` deletes what it finds after one, and says where to go on.
    func walk(
        _ purge: @escaping @Sendable (Database, _ after: Int64) throws -> Purged
    ) async throws {
        var position: Int64? = 0
        while let after = position {
            try Task.checkCancellation()
            let purged = try await store.write { db in try purge(db, after) }
            progress.add(purged.deleted)
            position = purged.next
            if purged.next != nil { try await Task.sleep(for: pause) }
        }
    }
}
