// The jobs that this house has. A new one is added to `all`; whatever it is called becomes its name in the schedule.

internal import Logging
package import Store

package struct HouseJobs: Sendable {
    let store: Store
    let clock: any Clock
    package var retention: Retention
    /// Where files are kept; nil: nowhere.
    package var media: MediaLibrary?
    /// Between two portions of one job.
    package var pause: Duration = .milliseconds(50)

    /// Up to so many bytes the check compares indexes with their tables as well.
    static let fullCheckLimit: Int64 = 1 << 30

    package let watch: ClockWatch
    /// Told of webhooks that events were taken from before they were posted.
    package var onLoss: @Sendable (_ webhookID: Int64) -> Void = { _ in }

    /// - Parameter lastKnown: when this house last wrote anything, in its life before; nil: it is new.
    package init(store: Store, clock: any Clock, retention: Retention = Retention(), lastKnown: Instant? = nil) {
        self.store = store
        self.clock = clock
        self.retention = retention
        watch = ClockWatch(clock, lastKnown: lastKnown)
    }

    private static let minutes5 = JobSchedule(every: .seconds(300))
    private static let hour = JobSchedule(every: .seconds(3_600))

    package var all: [JobDefinition] {
        [
            purgeLogs, purgeEvents, purgeDeliveries, purgeAudit, purgeIdempotency, purgeCredentials, purgeMessages,
            purgeContacts,
            rollup,
            checkpoint, integrityCheck,
        ] + (media.map { [cleanMedia($0)] } ?? [])
    }

    private func cleanMedia(_ library: MediaLibrary) -> JobDefinition {
        JobDefinition(
            "clean-media",
            "Deletes uploads that were broken off, files whose time is over, and what belongs to nobody any more.",
            schedule: Self.minutes5
        ) { [watch, pause] progress in
            let doubt = watch.doubt()
            let told = try await MediaCleanup(library: library, progress: progress, pause: pause)
                .run(isClockTrusted: doubt == nil)
            return [doubt ?? "", told].filter { !$0.isEmpty }.joined(separator: "; ")
        }
    }

    private func portions(_ progress: JobProgress) -> Portions {
        Portions(store: store, progress: progress, pause: pause)
    }

    private func purge(
        _ name: String, _ what: String, setting: String, keptFor: Duration?,
        _ purge: @escaping @Sendable (Database, _ before: Instant, _ now: Instant, _ after: Int64) throws -> Purged
    ) -> JobDefinition {
        let (clock, watch) = (clock, watch)
        var job = JobDefinition(
            name, "Deletes \(what) kept for longer than \(setting).", schedule: Self.minutes5
        ) { progress in
            guard let keptFor else { return "" }
            if let doubt = watch.doubt() { return doubt }
            try await portions(progress).walk { db, after in
                let now = clock.now()
                return try purge(db, now - keptFor, now, after)
            }
            return ""
        }
        if keptFor == nil { job.missingSetting = setting }
        return job
    }

    private var purgeLogs: JobDefinition {
        purge("purge-logs", "entries of the log of calls", setting: "retention.logs", keptFor: retention.logs) {
            try $0.apiLogs.purge(before: $1, now: $2, after: $3, limit: Portions.size)
        }
    }

    private var purgeEvents: JobDefinition {
        purge("purge-events", "events", setting: "retention.events", keptFor: retention.events) {
            [onLoss] db, time, now, after in
            try db.events.purge(before: time, now: now, after: after, limit: Portions.size) { end in
                let loss = try db.webhooks.noteLoss(upTo: end) { wanted in
                    // Types that mean nothing to this version must not keep the log from being purged.
                    guard let types = try? EventTypes(wanted) else { return { _ in true } }
                    return types.admit
                }
                db.afterCommit { for id in loss.losers { onLoss(id) } }
                return loss.reached
            }
        }
    }

    /// Those that still wait stay, however old.
    private var purgeDeliveries: JobDefinition {
        purge(
            "purge-deliveries", "deliveries to webhooks that are over and were", setting: "retention.deliveries",
            keptFor: retention.deliveries
        ) { db, time, _, _ in
            let deleted = try db.deliveries.purge(finishedBefore: time, limit: Portions.size)
            return Purged(deleted: deleted, next: deleted == Portions.size ? 0 : nil)
        }
    }

    /// What is left verifies as before, and what does not verify stays: it is evidence.
    private var purgeAudit: JobDefinition {
        purge("purge-audit", "entries of the audit log", setting: "retention.audit", keptFor: retention.audit) {
            db, time, now, _ in
            let deleted = try db.audit.prune(before: time, now: now, limit: Portions.size)
            return Purged(deleted: deleted, next: deleted == Portions.size ? 0 : nil)
        }
    }

    private var purgeIdempotency: JobDefinition {
        purge("purge-idempotency", "answers to repeats", setting: "24 hours", keptFor: IdempotentCall.lifetime) {
            try $0.idempotency.purge(before: $1, now: $2, after: $3, limit: Portions.size)
        }
    }

    private var purgeCredentials: JobDefinition {
        JobDefinition(
            "purge-credentials",
            "Deletes sign-ins that are over for longer than retention.sign-ins and, where that is set, keys that are for "
                + "longer than retention.keys.",
            schedule: Self.hour
        ) { [retention, clock, watch] progress in
            if let doubt = watch.doubt() { return doubt }
            let portions = portions(progress)
            try await portions.run { db in
                try db.signIns.forget(expiredBefore: clock.now() - retention.signIns, limit: Portions.size)
            }
            guard let keys = retention.keys else { return "" }
            try await portions.walk { db, after in
                try db.keys.forget(endedBefore: clock.now() - keys, after: after, limit: Portions.size)
            }
            return ""
        }
    }

    private var purgeMessages: JobDefinition {
        var job = JobDefinition(
            "purge-messages", "Deletes messages that are settled for longer than retention.messages.",
            schedule: Self.hour
        ) { [retention, clock, watch] progress in
            guard let kept = retention.messages else { return "" }
            if let doubt = watch.doubt() { return doubt }
            try await portions(progress).walk { db, after in
                let now = clock.now()
                return try db.messages.purge(before: now - kept, now: now, after: after)
            }
            return ""
        }
        if retention.messages == nil { job.missingSetting = "retention.messages" }
        return job
    }

    private var purgeContacts: JobDefinition {
        JobDefinition(
            "purge-contacts",
            "Deletes who wrote to sessions more than 24 hours ago, and whom they wrote to more than an hour ago: it decides "
                + "nothing any more.",
            schedule: Self.hour
        ) { [clock, watch] progress in
            if let doubt = watch.doubt() { return doubt }
            let portions = portions(progress)
            let window = Pacer.Rules().replyWindow
            try await portions.run { db in
                try db.pacing.forgetContacts(before: clock.now() - window, limit: Portions.size)
            }
            try await portions.run { db in
                try db.pacing.forgetPartners(before: clock.now() - .seconds(3_600), limit: Portions.size)
            }
            return ""
        }
    }

    private var rollup: JobDefinition {
        JobDefinition(
            "usage-rollup",
            "Adds days of usage up to months and, where retention.usage is set, deletes days that are older.",
            schedule: Self.hour
        ) { progress in
            if let doubt = watch.doubt() { return doubt }
            try await UsageRollup(store: store, clock: clock, keptFor: retention.usage, pause: pause).run(progress)
            return ""
        }
    }

    private var checkpoint: JobDefinition {
        JobDefinition(
            "checkpoint", "Puts the write-ahead log into the database file and empties it, when nobody writes.",
            schedule: JobSchedule(every: .seconds(900))
        ) { progress in
            for attempt in 1... {
                switch try await store.checkpoint() {
                case .done(let bytes): return bytes == 0 ? "it was empty" : "\(bytes) bytes"
                case .busy where attempt == 5: return "writes wait; left for the next time"
                case .inUse where attempt == 5: return "a reader needs it; left for the next time"
                case .busy, .inUse: try await Task.sleep(for: max(pause, .milliseconds(1)) * 4)
                }
            }
            return ""
        }
    }

    private var integrityCheck: JobDefinition {
        var job = JobDefinition(
            "integrity-check", "Reads the whole database and looks whether it contradicts itself.",
            schedule: JobSchedule(every: .seconds(86_400), retriesSooner: false)
        ) { [clock] progress in
            let size = try await store.size().bytes
            let report = try await store.checkIntegrity(isFull: size <= Self.fullCheckLimit)
            let what = "\(report.isFull ? "all" : "every page") of \(report.bytes) bytes"
            let detail = report.isSound ? what : report.faults.joined(separator: "; ")
            let record = IntegrityRecord(checkedAt: clock.now(), isSound: report.isSound, detail: detail)
            try await store.write { db in try db.integrity.put(record) }
            guard report.isSound else { throw JobFailure("the database is damaged: \(detail)") }
            return what
        }
        job.level = .info
        return job
    }
}
