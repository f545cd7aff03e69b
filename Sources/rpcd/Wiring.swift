// Puts the rooms together: which service stands on what, in which order calls pass the interceptors. The one place that
// sees every room; there is no logic here. A new service is made in `Line.init` and registered in `router`.

internal import Contract
internal import Logging
internal import Outbound
internal import RPC
internal import Services
internal import Store

/// Everything behind the listeners.
struct Line: Sendable {
    let store: Store
    let clock: any Clock
    let readiness: Readiness
    /// Wakes those who watch the log.
    let events: EventHub
    /// Serves those who watch all of it.
    let eventTail: EventTail
    let delivery: DeliveryEngine
    let credentials: LiveCredentials
    let keyUses = KeyUses()
    let signingKeys: SigningKeyRing
    let signInLimits: SignInLimits
    let refreshTokens: RefreshTokens
    let rateLimits = RateLimits()
    let streamLimits: StreamLimits
    let apiLogs: ApiLogRecorder
    let jobs: JobRunner
    let clockWatch: ClockWatch
    let media: MediaLibrary
    let pages: PageTokens
    let idempotencySecret: HMACKey
    let passwords = PasswordHasher()
    /// For what the database holds of others' secrets.
    let secretBox: SecretBox
    /// What bridges have in memory of what engines keep.
    let authStateOut: AuthStateBudget
    let authStateIn: AuthStateBudget
    private let keepBoxKeys: @Sendable (String) throws -> Void
    let audit: AuditTrail
    /// Speaks to whatever users name.
    let outbound: OutboundClient
    let ownPlaces = OwnPlaces()
    let webhooks: WebhookDispatcher
    let signInFailures = SignInFailures()
    private let logger: Logger

    init(
        store: Store, clock: any Clock, readiness: Readiness, configuration: Configuration, secrets: Secrets,
        logger: Logger
    ) throws {
        self.store = store
        self.clock = clock
        self.readiness = readiness
        self.logger = logger
        events = EventHub(clock: clock)
        streamLimits = StreamLimits(
            perCaller: configuration.httpSettings.streamsPerCaller, inAll: configuration.httpSettings.streams)
        credentials = LiveCredentials(store: store)
        (authStateOut, authStateIn) = (
            AuthStateBudget(configuration.authState), AuthStateBudget(configuration.authState)
        )
        // Those first that are not made anew while something needs them: a start that is refused has made none.
        let needs = try store.readSync { db in try db.keyNeeds() }
        let auditKey = try secrets.auditKey(isInUse: needs.hasAuditLog)
        secretBox = try secrets.secretBox(inUse: needs.sealing)
        signingKeys = SigningKeyRing(try secrets.signingKeys()) { text in try secrets.keep(signingKeys: text) }
        signInLimits = SignInLimits(configuration.signInLimits)
        refreshTokens = RefreshTokens(key: try secrets.key(.refreshTokens))
        pages = PageTokens(key: try secrets.key(.pageTokens))
        eventTail = EventTail(store: store, clock: clock, encoder: EventEncoder(tokens: pages))
        idempotencySecret = try secrets.key(.idempotency)
        let dearest = try store.readSync { db in try db.users.dearestHash(upTo: PasswordHash.mostIterations) }
        passwords.isStored(iterations: dearest)
        keepBoxKeys = { text in try secrets.keep(boxKeys: text) }
        audit = AuditTrail(key: auditKey, notePath: secrets.path(AuditNote.fileName)) { damage in
            logger.error(
                "the audit log is broken: rpcctl audit verify",
                metadata: ["entry": "\(damage.id)", "fault": "\(damage.detail)"])
        }
        if let fault = try audit.attach(to: store) {
            logger.error("the audit log is not whole: rpcctl audit verify", metadata: ["fault": "\(fault)"])
        }
        var delivering = DeliveryConfiguration()
        delivering.serverVersion = Version.current
        delivering.lease = configuration.bridgeLease
        delivering.sessions.briefAbsence = configuration.historyAfter
        // A bridge that has had no answer for three heartbeats has to reckon with its lease being over.
        delivering.heartbeat = min(delivering.heartbeat, configuration.bridgeLease / 3)
        delivery = DeliveryEngine(store: store, clock: clock, configuration: delivering, logger: logger)
        apiLogs = ApiLogRecorder(store: store, clock: clock)
        media = try MediaLibrary(
            store: store, clock: clock, path: Configuration.inside(configuration.dataDirectory, "media"),
            settings: configuration.media)
        outbound = OutboundClient(
            rules: AddressRules(allowsPrivate: configuration.webhooksAllowPrivate), own: ownPlaces.listeners)
        webhooks = WebhookDispatcher(
            store: store, clock: clock, box: secretBox,
            sender: WebhookSender(
                store: store, clock: clock, client: outbound, tokens: pages,
                // Both are the same over restarts, and what is made of one is never taken for what is made of the other.
                ids: WebhookMessageIDs(key: idempotencySecret), version: Version.current), logger: logger)
        var chores = HouseJobs(
            store: store, clock: clock, retention: configuration.retention,
            lastKnown: try store.readSync { db in try db.newestMoment() })
        chores.media = media
        chores.onLoss = { [webhooks] id in webhooks.changed(id) }
        clockWatch = chores.watch
        jobs = JobRunner(chores.all, store: store, clock: clock, logger: logger)
        let room = DiskRoom(clock: clock, logger: logger)
        store.observeRoom { room.note($0) }
        store.observeEvents { [events, eventTail, webhooks] in
            events.publish($0)
            eventTail.publish($0)
            webhooks.publish($0)
        }
    }

    /// What goes on beside the calls, until cancelled.
    func upkeep() async {
        async let uses: Void = keyUses.run(store: store, clock: clock)
        async let endings: Void = credentials.endings.run(clock: clock)
        async let calls: Void = apiLogs.run()
        async let chores: Void = jobs.run()
        async let memory: Void = FreeMemory.run()
        async let failures: Void = signInFailures.run(store: store, clock: clock)
        async let notes: Void = audit.run(clock: clock) { [logger] error in
            logger.warning("the end of the audit log was not noted", metadata: ["error": "\(error)"])
        }
        async let sealed: Void = finishRotation()
        async let files: Void = watchFiles()
        async let posts: Void = webhooks.run()
        _ = await (uses, endings, calls, chores, memory, failures, notes, sealed, files, posts)
    }

    /// Whether the database's files are in their place, every few seconds. Where they are not, the store fails when all that
    /// it has accepted is copied, and the server ends.
    private func watchFiles() async {
        while store.statistics.failure == nil, (try? await clock.sleep(for: .seconds(5))) != nil {
            let stamp = CalendarDay.stamp(clock.now())
            // Not waited for: on a full disk it takes as long as it takes, and the end of the server must not.
            Task { [store, readiness, logger] in
                try? await store.lookAtPlace(stamp: stamp) { what in
                    readiness.add(.storeFailed)
                    logger.critical("the database is not in its place", metadata: ["what": "\(what)"])
                }
            }
        }
    }

    /// What a rotation of the keys for secrets left behind that was interrupted.
    private func finishRotation() async {
        do {
            let counts = try await Resealing(store: store, box: secretBox).run()
            guard counts.resealed + counts.unreadable > 0 else { return }
            logger.warning(
                "secrets that an older key had sealed",
                metadata: ["resealed": "\(counts.resealed)", "unreadable": "\(counts.unreadable)"])
        } catch {
            logger.warning("secrets were not sealed anew", metadata: ["error": "\(error)"])
        }
    }

    /// The router with every service and interceptor.
    func router(_ configuration: Configuration, log: LogSink, metrics: CallMetrics, system: SystemService) -> Router {
        var router = Router(interceptors: [
            LoggingInterceptor(mapError: ServiceErrors.map) {
                log.record($0)
                metrics.record($0)
                apiLogs.record($0)
            },
            AuthenticationInterceptor(
                credentials: credentials, tokens: signingKeys.tokens, uses: keyUses, clock: clock,
                operatorUIDs: configuration.operatorUIDs, bridgeUIDs: configuration.bridgeUIDs),
            AccessInterceptor(),
            StreamLimitInterceptor(limits: streamLimits),
            ConditionInterceptor(),
            RateLimitInterceptor(limits: rateLimits, clock: clock),
        ])
        router.register(
            AuthService(
                store: store, clock: clock, passwords: passwords, credentials: credentials, signingKeys: signingKeys,
                refreshTokens: refreshTokens, pages: pages, failures: signInFailures,
                limits: signInLimits))
        router.register(
            UsersService(
                store: store, clock: clock, passwords: passwords, pages: pages, idempotencySecret: idempotencySecret,
                credentials: credentials, engine: delivery))
        router.register(
            KeysService(
                store: store, clock: clock, pages: pages, idempotencySecret: idempotencySecret,
                credentials: credentials, mostKeys: configuration.keysPerUser))
        router.register(
            SessionsService(
                store: store, clock: clock, hub: events, engine: delivery, tokens: pages, secret: idempotencySecret))
        router.register(
            MessagesService(
                store: store, clock: clock, hub: events, tail: eventTail, delivery: delivery, tokens: pages,
                secret: idempotencySecret, book: delivery.messages, engine: delivery, limits: rateLimits, media: media,
                source: OutboundMediaSource(client: outbound, version: Version.current)))
        router.register(
            EventsService(store: store, clock: clock, tail: eventTail, encoder: EventEncoder(tokens: pages)))
        router.register(
            AnalyticsService(store: store, clock: clock, tokens: pages) { [delivery] in delivery.bridgeCount })
        router.register(
            WebhooksService(
                store: store, clock: clock, pages: pages, idempotencySecret: idempotencySecret, box: secretBox,
                dispatcher: webhooks, mostWebhooks: configuration.webhooksPerUser))
        router.register(
            BridgeService(
                engine: delivery, box: secretBox, limits: configuration.authState, reading: authStateOut,
                writing: authStateIn, media: media))
        router.register(SecretsService(store: store, clock: clock, box: secretBox, save: keepBoxKeys))
        router.register(AuditService(store: store, trail: audit, tokens: pages))
        router.register(JobsService(runner: jobs, clock: clock))
        router.register(system)
        // Last, because it knows the others by name.
        let names = Set(router.methods.map(\.service)).union(HealthMethods.all.map(\.service))
        router.register(HealthService(readiness: readiness, services: names))
        return router
    }
}
