// Deletes what was kept long enough: events, answers to repeats, the log of calls, sign-ins that are over. In portions of a
// few hundred rows, each a write job of its own with a pause behind it, so that no other write waits for long.

package import Logging
package import Store

package struct Housekeeping: Sendable {
    /// How long things are kept.
    package struct Retention: Sendable, Hashable {
        package var events: Duration = .seconds(7 * 86_400)
        package var apiLogs: Duration = .seconds(30 * 86_400)
        /// After their last token has run out.
        package var signIns: Duration = .seconds(86_400)

        package init() {}
    }

    /// Rows deleted in one job.
    static let portion = 500

    private let store: Store
    private let clock: any Clock
    private let logger: Logger
    package var retention = Retention()
    /// Between two rounds.
    package var interval: Duration = .seconds(300)
    /// Between two portions.
    package var pause: Duration = .milliseconds(50)

    package init(store: Store, clock: any Clock, logger: Logger) {
        self.store = store
        self.clock = clock
        self.logger = logger
    }

    /// Runs until it is cancelled. A round that fails is made up for by the next.
    package func run() async {
        while (try? await clock.sleep(for: interval)) != nil {
            do {
                try await clean()
            } catch is CancellationError {
                return
            } catch {
                logger.warning("housekeeping broke off", metadata: ["error": "\(error)"])
            }
        }
    }

    private typealias Purge = @Sendable (Database, Instant) throws -> Int

    private var purges: [(name: String, purge: Purge)] {
        let retention = retention
        return [
            ("events", { db, now in try db.events.purge(before: now - retention.events, limit: Self.portion) }),
            (
                "idempotency",
                { db, now in try db.idempotency.purge(before: now - IdempotentCall.lifetime, limit: Self.portion) }
            ),
            ("api_logs", { db, now in try db.apiLogs.purge(before: now - retention.apiLogs, limit: Self.portion) }),
            (
                "sign_ins",
                { db, now in try db.signIns.forget(expiredBefore: now - retention.signIns, limit: Self.portion) }
            ),
        ]
    }

    /// One round: deletes all that is due now.
    /// - Returns: how many rows of each kind; kinds without any are left out.
    @discardableResult
    package func clean() async throws -> [String: Int] {
        var deleted: [String: Int] = [:]
        for (name, purge) in purges {
            while true {
                let now = clock.now()
                let count = try await store.write { db in try purge(db, now) }
                if count > 0 { deleted[name, default: 0] += count }
                guard count == Self.portion else { break }
                try await Task.sleep(for: pause)
            }
        }
        if !deleted.isEmpty {
            logger.debug("housekeeping", metadata: deleted.mapValues { "\($0)" })
        }
        return deleted
    }
}
