// What GetStatus knows, as figures for Prometheus: one source for both, so that they cannot disagree.

internal import Codec
internal import Contract
internal import Prometheus
internal import Services
internal import Store
internal import Synchronization

final class StatusMetrics: Sendable {
    private let registry: MetricsRegistry
    private let system: SystemService
    /// By family, the words that were ever told.
    private let told = Mutex<[String: Set<String>]>([:])

    init(_ registry: MetricsRegistry, system: SystemService, store: Store, apiLogs: ApiLogRecorder) {
        self.registry = registry
        self.system = system
        registry.collect(
            "switchboard_rpc_refused_total", .counter,
            "Calls refused, connections turned away or cut, by the limit that was the reason."
        ) {
            system.refused.map { Sample(Double($0.value), labels: [Label("limit", $0.key)]) }
        }
        registry.collect(
            "switchboard_facts_dropped_total", .counter, "What bridges told that changed nothing, by why."
        ) {
            system.droppedFacts.map { Sample(Double($0.value), labels: [Label("reason", $0.key)]) }
        }
        registry.collect(
            "switchboard_webhook_tries_total", .counter,
            "Tries to deliver events to webhooks, by outcome: delivered, failed (each try), dead (given up), lost (not kept "
                + "until they were posted)."
        ) {
            system.webhookTries.map { Sample(Double($0.value), labels: [Label("outcome", $0.key)]) }
        }
        registry.collect(
            "switchboard_call_records_lost_total", .counter, "Records of calls that were not kept in time."
        ) {
            [Sample(Double(apiLogs.lostCount))]
        }
        registry.collect(
            "switchboard_call_records_unkept_total", .counter, "Calls of nobody that came too fast to be recorded."
        ) {
            [Sample(Double(apiLogs.unkeptCount))]
        }
        registry.collect(
            "switchboard_store_writable", .gauge,
            "1 while the store takes writes, 0 when it has failed or was displaced."
        ) {
            [Sample(store.statistics.failure == nil ? 1 : 0)]
        }
        registry.collect("switchboard_store_commits_total", .counter, "Transactions committed and synced.") {
            [Sample(Double(store.statistics.commits))]
        }
        registry.collect("switchboard_store_writes_total", .counter, "Jobs written; several share a commit.") {
            [Sample(Double(store.statistics.writes))]
        }
        registry.collect("switchboard_store_queue", .gauge, "Jobs that wait for the writer.") {
            [Sample(Double(store.statistics.queuedWrites))]
        }
    }

    /// The page. Where the store cannot be read, what it would tell is left out and the rest is there.
    func text() async -> String {
        if let status = try? await system.status() { set(status) }
        return registry.text
    }

    private func set(_ status: SystemStatus) {
        gauge("switchboard_info", "Always 1.", 1, [Label("version", status.version)])
        gauge(
            "process_start_time_seconds", "When the process began, since 1970.", Double(status.startedAt?.seconds ?? 0))
        guard let live = status.live else { return }
        gauge("process_resident_memory_bytes", "Memory in use.", Double(live.residentMemory))
        gauge("process_open_fds", "Open file descriptors.", Double(live.fileDescriptors))
        gauge("switchboard_connections", "Connections that are open.", Double(live.connections))
        gauge("switchboard_streams", "Streams that are open, unary calls included.", Double(live.streams))
        gauge("switchboard_running_handlers", "Handlers that run.", Double(live.runningHandlers))
        gauge(
            "switchboard_parsing_bytes", "Bytes of requests that are not decoded yet.", Double(live.parsingBytes))
        gauge("switchboard_watchers", "Streams that watch something.", Double(live.watchers))
        gauge("switchboard_leases", "Sessions that a bridge holds.", Double(live.leases))
        gauge("switchboard_bridges", "Bridges that are attached.", Double(live.bridges))
        gauge("switchboard_webhook_queue", "Events that are still to be posted to webhooks.", Double(live.webhookQueue))
        gauge(
            "switchboard_webhook_oldest_seconds", "How long ago the oldest of them happened; 0 where there are none.",
            status.webhookOldest.map { max(0, Double(SystemClock().now().seconds - $0.seconds)) } ?? 0)
        gauge("switchboard_wal_bytes", "Size of the write-ahead log.", Double(live.walSize))
        gauge("switchboard_failing_jobs", "Jobs whose last run failed.", Double(status.failingJobs))
        if let media = status.media {
            gauge("switchboard_media_files", "Files in the media folder.", Double(media.files))
            gauge("switchboard_media_bytes", "Bytes of these.", Double(media.bytes))
            gauge("switchboard_media_uploads", "Uploads that are begun and not finished.", Double(media.uploads))
            gauge(
                "switchboard_media_reserved_bytes", "Bytes that these may still take.", Double(media.reservedBytes))
        }
        if let integrity = status.integrity {
            gauge(
                "switchboard_database_sound", "1 where the last check of the database found nothing wrong, else 0.",
                integrity.isSound ? 1 : 0)
        }
        byWord("switchboard_messages", "Messages by status.", "status", status.messages)
        byWord("switchboard_sessions", "Sessions by status.", "status", status.sessions)
        byWord("switchboard_limit", "Limits in force.", "limit", status.limits)
    }

    /// What there is none of any more is told as 0: a figure that vanishes looks like one that stands still.
    private func byWord(_ name: String, _ help: String, _ label: String, _ counts: [String: Int64]) {
        let words = told.withLock { told in
            told[name, default: []].formUnion(counts.keys)
            return told[name] ?? []
        }
        for word in words { gauge(name, help, Double(counts[word] ?? 0), [Label(label, word)]) }
    }

    private func gauge(_ name: String, _ help: String, _ value: Double, _ labels: [Label] = []) {
        registry.gauge(name, help, labels: labels).set(value)
    }
}
