// How the server is: what it listens on, how busy it is, which limits are in force. Every number is read when it is
// asked for; what lives elsewhere is handed in as a way to ask.

internal import Codec
package import Contract
package import RPC
package import Store

/// switchboard.v1.SystemService.
package struct SystemService: SystemServiceProtocol {
    /// Where the numbers come from that services do not know.
    package struct Sources: Sendable {
        package var version: String
        package var startedAt: Instant
        /// By name, such as `connections`.
        package var limits: [String: Int64]
        /// What is bound.
        package var listeners: @Sendable () -> [String]
        package var serverCounts: @Sendable () -> Server.Counts?
        /// How often each limit refused something, by the limit's name.
        package var refused: @Sendable () -> [String: Int]
        /// The same of the gateway.
        package var httpRefused: @Sendable () -> [String: Int]
        /// Streams that watch something.
        package var watchers: @Sendable () -> Int
        /// Bridges that are attached.
        package var bridges: @Sendable () -> Int
        /// What bridges told that changed nothing, by why.
        package var droppedFacts: @Sendable () -> [String: Int] = { [:] }
        /// What is still to be posted to webhooks.
        package var webhookBacklog: @Sendable () async -> WebhookDispatcher.Backlog = { .init(count: 0, oldest: nil) }
        /// What became of tries to deliver to webhooks, by outcome.
        package var webhookTries: @Sendable () -> [String: Int64] = { [:] }
        /// From the root; nil: there is none, as in tests.
        package var dataDirectory: String?
        package var jobs: JobRunner?
        /// Why nothing is deleted by the clock just now, in words; nil: it is trusted.
        package var clockDoubt: @Sendable () -> String? = { nil }
        /// Whether somebody keeps the machine's clock right; nil: nobody knows.
        package var isClockSynchronised: @Sendable () -> Bool? = { nil }
        /// What is mounted where, as this process sees it, in the form of /proc/self/mountinfo.
        package var mounts: @Sendable () -> String = { ProcessFacts.mounts }
        /// What others know of the state of things, for Diagnose.
        package var findings: @Sendable () async -> [Finding] = { [] }

        package init(
            version: String, startedAt: Instant, limits: [String: Int64], listeners: @escaping @Sendable () -> [String],
            serverCounts: @escaping @Sendable () -> Server.Counts?,
            refused: @escaping @Sendable () -> [String: Int] = { [:] },
            httpRefused: @escaping @Sendable () -> [String: Int] = { [:] }, watchers: @escaping @Sendable () -> Int,
            bridges: @escaping @Sendable () -> Int
        ) {
            self.version = version
            self.startedAt = startedAt
            self.limits = limits
            self.listeners = listeners
            self.serverCounts = serverCounts
            self.refused = refused
            self.httpRefused = httpRefused
            self.watchers = watchers
            self.bridges = bridges
        }
    }

    let store: Store
    let clock: any Clock
    let sources: Sources
    /// As the monotonic clock has it from here on, and the wall clock had it.
    let started: ClockMark
    let turn = BackupTurn()

    package init(store: Store, clock: any Clock, sources: Sources) {
        self.store = store
        self.clock = clock
        self.sources = sources
        started = ClockMark(wall: sources.startedAt, monotonic: clock.monotonic())
    }

    package func getStatus(_ request: GetStatusRequest, context: CallContext) async throws -> SystemStatus {
        try await status()
    }

    /// How often each limit of the binary protocol refused something; also what /metrics tells.
    package var refused: [String: Int64] { sources.refused().mapValues(Int64.init) }

    /// What bridges told that changed nothing, by why; also what /metrics tells.
    package var droppedFacts: [String: Int64] { sources.droppedFacts().mapValues(Int64.init) }

    /// What became of tries to deliver to webhooks; also what /metrics tells.
    package var webhookTries: [String: Int64] { sources.webhookTries() }

    /// How the server is just now; also what /metrics tells.
    package func status() async throws -> SystemStatus {
        let (messages, sessions, leases, integrity, media) = try await store.read { db in
            (
                try db.messages.countsByStatus(), try db.sessions.countsByStatus(), try db.sessions.leaseCount(),
                try db.integrity.get(), try db.media.totals(of: 0)
            )
        }
        let counts = sources.serverCounts()
        let webhooks = await sources.webhookBacklog()
        return .with {
            $0.version = sources.version
            $0.pid = Int64(ProcessFacts.pid)
            $0.startedAt = sources.startedAt.timestamp
            $0.uptimeSeconds = started.passed(until: ClockMark(clock)).components.seconds
            $0.listeners = sources.listeners()
            $0.limits = sources.limits
            $0.messages = Self.byWord(messages)
            $0.sessions = Self.byWord(sessions)
            $0.refused = refused
            for (limit, count) in sources.httpRefused() { $0.refused["http_\(limit)"] = Int64(count) }
            $0.droppedFacts = droppedFacts
            $0.webhookTries = webhookTries
            $0.webhookOldest = webhooks.oldest?.timestamp
            $0.integrity = integrity.map { IntegrityStatus($0) }
            $0.media = MediaCounts(media)
            $0.failingJobs = Int64(sources.jobs?.snapshots.count { $0.record.failures > 0 } ?? 0)
            $0.live = .with {
                $0.connections = Int64(counts?.connections ?? 0)
                $0.streams = Int64(counts?.streams ?? 0)
                $0.runningHandlers = Int64(counts?.runningHandlers ?? 0)
                $0.watchers = Int64(sources.watchers())
                $0.fileDescriptors = Int64(ProcessFacts.fileDescriptors)
                $0.residentMemory = Int64(ProcessFacts.residentBytes)
                $0.walSize = store.statistics.walBytes
                $0.leases = leases
                $0.bridges = Int64(sources.bridges())
                $0.parsingBytes = Int64(counts?.parsingBytes ?? 0)
                $0.webhookQueue = webhooks.count
            }
        }
    }

    /// The names of states in the house dialect: `qrPending` → `qr_pending`.
    private static func byWord<Status: Hashable>(_ counts: [Status: Int64]) -> [String: Int64] {
        var named: [String: Int64] = [:]
        for (status, count) in counts { named[snakeCase("\(status)"), default: 0] += count }
        return named
    }

    static func snakeCase(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
}

extension MediaCounts {
    init(_ totals: MediaTotals) {
        self.init()
        files = totals.files
        bytes = totals.bytes
        uploads = totals.uploads
        reservedBytes = totals.reserved
    }
}

extension IntegrityStatus {
    init(_ record: IntegrityRecord) {
        self.init()
        checkedAt = record.checkedAt.timestamp
        isSound = record.isSound
        detail = record.detail
    }
}
