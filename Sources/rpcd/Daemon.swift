// One life of the server: start, run, drain. The order is the contract of API.md 1 and SAFETY.md 4: the lock before
// anything is touched, the store in order before anybody is let in, everything bound before anybody is told, and at the
// end the other way round.

internal import Gateway
internal import Glibc
internal import Logging
internal import Outbound
internal import Prometheus
internal import RPC
internal import Services
internal import Store
internal import Synchronization

/// What ends a life.
enum Ending: Sendable {
    case asked(signal: String)
    case storeFailed(StoreError)
}

final class Daemon: Sendable {
    private let configuration: Configuration
    private let log: LogSink
    private let supervisor: Supervisor
    private let metrics: MetricsRegistry
    /// Shared by all listeners with TLS.
    private let tls: ServerTLS?
    private let inherited: [ListenerConfiguration]
    private let clock = SystemClock()
    private let lock: DataLock
    private let endpoints: EndpointsFile
    private let readiness = Readiness()
    /// From the moment in which the supervisor was told until the drain.
    private let isServing = Atomic<Bool>(false)
    private let endings: AsyncStream<Ending>
    private let end: AsyncStream<Ending>.Continuation

    /// Takes the data directory.
    /// - Throws: `StartFailure`.
    init(
        _ configuration: Configuration, log: LogSink, supervisor: Supervisor,
        metrics: MetricsRegistry = MetricsRegistry(), tls: ServerTLS? = nil,
        inherited: [ListenerConfiguration] = []
    ) throws {
        self.metrics = metrics
        self.configuration = configuration
        self.tls = tls
        self.inherited = inherited
        self.log = log
        self.supervisor = supervisor
        try Paths.makeDirectory(configuration.dataDirectory, mode: 0o750)
        lock = try DataLock(directory: configuration.dataDirectory)
        endpoints = EndpointsFile(dataDirectory: configuration.dataDirectory)
        endpoints.remove()
        (endings, end) = AsyncStream.makeStream()
    }

    /// Asks for the end. May be called at any time.
    func stop(_ ending: Ending) { end.yield(ending) }

    /// Rereads what can be reread, and tells the supervisor, where it has been told that we are ready.
    func reload(_ reload: Reload) {
        let isServing = isServing.load(ordering: .acquiring)
        if isServing { supervisor.tell(Supervisor.reloading()) }
        reload.run()
        if isServing { supervisor.tell("READY=1") }
    }

    /// What must not be left behind, when there is no time for an orderly end.
    func abandon() { endpoints.remove() }

    /// Starts, serves until asked to stop, ends in order.
    /// - Throws: `StartFailure` and whatever keeps it from starting.
    func run() async throws -> ExitStatus {
        let begin = clock.monotonic()
        let store = try Store.open(directory: configuration.dataDirectory, options: storeOptions, now: clock.now()) {
            [readiness, end] error in
            readiness.add(.storeFailed)
            end.yield(.storeFailed(error))
        }
        let secrets = try Secrets(dataDirectory: configuration.dataDirectory)
        let logger = Logger(label: "rpcd")
        let line = try Line(
            store: store, clock: clock, readiness: readiness, configuration: configuration, secrets: secrets,
            logger: logger)
        let live = LiveServer()
        var serving = configuration.server
        // Each call has its line already, with the cause of its failure.
        serving.logsFailedCalls = false
        serving.errorMapper = ServiceErrors.map
        serving.trustsPeer = AuthenticationInterceptor.vouching(
            operatorUIDs: configuration.operatorUIDs, bridgeUIDs: configuration.bridgeUIDs)
        let refusals = HTTPRefusals(logger: logger)
        let system = SystemService(store: store, clock: clock, sources: status(of: line, live, refusals))
        let router = line.router(configuration, log: log, metrics: CallMetrics(metrics), system: system)
        let page = StatusMetrics(metrics, system: system, store: store, apiLogs: line.apiLogs)
        let server = Server(router: router, configuration: serving, logger: logger)
        live.server = server
        metrics.collectHTTP(refusals, line.streamLimits)
        metrics.collectAuthState(reading: line.authStateOut, writing: line.authStateIn)

        Store.sweepBackups(in: configuration.dataDirectory + "/backups")
        try await noteKeys(in: store, logger)
        try await line.jobs.load()
        let uses = Task { await line.upkeep() }
        let doors: Doors
        do {
            try await line.delivery.start()
            doors = try await open(server, live, page, refusals, logger)
            line.ownPlaces.set(doors.bound.map(\.endpoint) + (doors.gateway?.endpoints ?? []))
            // Not before: it must know where this server listens.
            try await line.webhooks.start()
        } catch {
            uses.cancel()
            await server.drain(timeout: .zero)
            await line.delivery.stop()
            await line.webhooks.stop(within: .zero)
            await line.outbound.close()
            store.close()
            throw error
        }
        readiness.remove(.starting)
        announce(doors, since: begin)

        var ending: Ending?
        for await first in endings {
            ending = first
            break
        }
        return await close(ending, line, server, doors, uses)
    }

    private var storeOptions: StoreOptions {
        var options = StoreOptions()
        options.initialise = configuration.initialise
        return options
    }

    // MARK: Doors

    private struct Doors {
        let bound: [BoundAddress]
        let gateway: GatewayServer?

        func endpoints(_ listener: String) -> [Endpoint] { bound.filter { $0.listener == listener }.map(\.endpoint) }
    }

    /// Binds everything, or nothing.
    private func open(
        _ server: Server, _ live: LiveServer, _ page: StatusMetrics, _ refusals: HTTPRefusals, _ logger: Logger
    ) async throws
        -> Doors
    {
        var wanted: [ListenerConfiguration] = []
        if let socket = configuration.socket, !isInherited(socket, .socket) {
            wanted.append(ListenerConfiguration(socket, name: AuthenticationInterceptor.operatorListener))
        }
        if let socket = configuration.bridgeSocket, !isInherited(socket, .bridgeSocket) {
            wanted.append(ListenerConfiguration(socket, name: AccessPolicy.bridgeListener))
        }
        // Operators are known on rpcd.sock alone, so other listeners have another name.
        let isHTTP = { (listener: ListenerConfiguration) in listener.name == InheritedSockets.httpListener }
        wanted += inherited.filter { !isHTTP($0) }
        wanted += configuration.listen.map { ListenerConfiguration($0, name: "tcp", tls: tls) }
        let bound = try await server.bind(wanted)
        var gateway: GatewayServer?
        let inheritedHTTP = inherited.filter(isHTTP)
        // Where a socket for HTTP was inherited, the usual address is not opened unless it was asked for.
        let http = inheritedHTTP.isEmpty || configuration.given.contains(.http) ? configuration.http : []
        if !http.isEmpty || !inheritedHTTP.isEmpty {
            gateway = try await GatewayServer.start(
                on: http, tls: tls, inherited: inheritedHTTP, calls: InProcessTransport(server: server),
                limits: configuration.httpSettings.limits,
                proxies: TrustedProxies(configuration.trustedProxies) ?? TrustedProxies(),
                crossOrigin: CrossOrigin(configuration.corsOrigins) ?? CrossOrigin(), refusals: refusals,
                metrics: { await page.text() }, docs: configuration.httpDocs,
                notReadyReasons: { [readiness] in readiness.reasons }, logger: logger)
        }
        live.listeners =
            bound.map { EndpointsFile.dialled($0.endpoint) } + (gateway?.endpoints ?? []).map(EndpointsFile.url)
        return Doors(bound: bound, gateway: gateway)
    }

    /// Whether a socket that nobody asked for is there already: where it would be made or, for bridges, anywhere.
    private func isInherited(_ socket: Endpoint, _ setting: Setting) -> Bool {
        guard !configuration.given.contains(setting) else { return false }
        return inherited.contains {
            setting == .bridgeSocket && $0.name == AccessPolicy.bridgeListener
                || EndpointsFile.dialled($0.endpoint) == EndpointsFile.dialled(socket)
        }
    }

    private func announce(_ doors: Doors, since begin: Duration) {
        let rpc = doors.endpoints("rpc") + doors.endpoints("tcp") + doors.endpoints(InheritedSockets.listener)
        let http = doors.gateway?.endpoints ?? []
        do {
            try endpoints.write(
                version: Version.current, rpc: rpc, bridge: doors.endpoints(AccessPolicy.bridgeListener), http: http)
        } catch {
            // It serves all the same; only scripts that look for the file will wait.
            log.log(.error, "endpoints.json was not written", [("error", error.description)])
        }
        let took = clock.monotonic() - begin
        log.log(
            .info, "ready",
            [
                ("version", Version.current), ("pid", String(getpid())),
                ("rpc", rpc.map(\.description).joined(separator: ",")),
                ("bridge", doors.endpoints(AccessPolicy.bridgeListener).map(\.description).joined(separator: ",")),
                ("http", http.map(EndpointsFile.url).joined(separator: ",")),
                ("ms", String(took.components.seconds * 1_000 + took.components.attoseconds / 1_000_000_000_000_000)),
            ])
        supervisor.tell("READY=1\nSTATUS=Serving")
        isServing.store(true, ordering: .releasing)
    }

    // MARK: End

    private func close(
        _ ending: Ending?, _ line: Line, _ server: Server, _ doors: Doors, _ uses: Task<Void, Never>
    ) async -> ExitStatus {
        readiness.add(.draining)
        isServing.store(false, ordering: .releasing)
        supervisor.tell("STOPPING=1")
        var timeout = configuration.drainTimeout
        var status = ExitStatus.fine
        switch ending {
        case .asked(let signal): log.log(.info, "draining", [("signal", signal)])
        case .storeFailed(let error):
            log.log(.critical, "the store failed; nothing more is written and the server ends", [("error", "\(error)")])
            // What still runs cannot be finished: its writes are refused.
            timeout = min(timeout, .seconds(2))
            status = .internal
        case nil: break
        }
        // Whoever waits for a job waits no longer.
        line.jobs.stop()
        // Bridges say goodbye while their streams still stand; the server ends the streams that remain.
        async let goodbye: Void = line.delivery.drain()
        async let http: Void = doors.gateway?.stop(timeout: timeout) ?? ()
        await server.drain(timeout: timeout)
        _ = await (goodbye, http)
        await line.delivery.stop()
        // The last that happened is in the log by now, and is posted after the next start.
        await line.webhooks.stop(within: min(timeout, .seconds(5)))
        await line.outbound.close()
        uses.cancel()
        // Whatever it was just writing is written, and nothing is noted any more.
        await uses.value
        if status == .fine {
            try? await line.keyUses.write(to: line.store)
            await line.apiLogs.flush()
            await line.signInFailures.flush(to: line.store, clock: clock)
            try? line.audit.noteHead()
            line.store.close()
        }
        endpoints.remove()
        log.log(.info, "ended", [("status", String(status.rawValue))])
        return status
    }

    // MARK: Status

    /// What GetStatus is told that exists only after the router does.
    private final class LiveServer: Sendable {
        private struct State {
            weak var server: Server?
            var listeners: [String] = []
        }
        private let state = Mutex(State())

        var server: Server? {
            get { state.withLock { $0.server } }
            set { state.withLock { $0.server = newValue } }
        }

        var listeners: [String] {
            get { state.withLock { $0.listeners } }
            set { state.withLock { $0.listeners = newValue } }
        }
    }

    private func status(of line: Line, _ live: LiveServer, _ refusals: HTTPRefusals) -> SystemService.Sources {
        var sources = SystemService.Sources(
            version: Version.current, startedAt: clock.now(), limits: configuration.limits,
            listeners: { live.listeners }, serverCounts: { live.server?.counts },
            refused: { [limits = line.signInLimits] in
                (live.server?.refused ?? [:]).merging(limits.refused) { $1 }
            },
            httpRefused: { [streams = line.streamLimits] in refusals.byName(and: streams) },
            watchers: { [events = line.events, tail = line.eventTail, readiness] in
                events.watcherCount + tail.hub.watcherCount + readiness.watcherCount
            },
            bridges: { [delivery = line.delivery] in delivery.bridgeCount })
        sources.droppedFacts = { [delivery = line.delivery] in delivery.droppedFactsByName }
        sources.webhookBacklog = { [webhooks = line.webhooks] in await webhooks.backlog() }
        sources.webhookTries = { [webhooks = line.webhooks] in webhooks.tally.byName }
        sources.dataDirectory = Paths.absolute(configuration.dataDirectory)
        sources.jobs = line.jobs
        sources.clockDoubt = { [watch = line.clockWatch] in watch.doubt() }
        sources.isClockSynchronised = { KernelClock.isSynchronised }
        sources.findings = { [tls, clock, audit = line.audit, store = line.store] in
            let certificate = tls.map { CertificateChecks.finding(goodUntil: $0.facts.goodUntil, now: clock.now()) }
            return [await AuditChecks.finding(audit, store)] + (certificate.map { [$0] } ?? [])
        }
        return sources
    }

    /// From now on the database knows the keys that it is used with.
    private func noteKeys(in store: Store, _ logger: Logger) async throws {
        let found = KeyPrints.found(in: configuration.dataDirectory + "/secrets")
        for name in try await store.write({ db in try KeyPrints.note(found, in: db) }) {
            logger.warning(
                "a key file is not the one that this database was used with",
                metadata: ["file": "secrets/\(name)", "means": "\(KeyFile(named: name)?.loss ?? "")"])
        }
    }
}
