// Every service of the contract in one house, so that tests can ask something of all methods at once.

internal import Contract
internal import Logging
internal import Outbound
package import RPC
internal import Services
internal import Store

extension House {
    package static func whole(
        clock: FakeClock = FakeClock(), behind: [any ServerInterceptor] = []
    ) throws -> House {
        try House(clock: clock, behind: behind) { router, house in
            let (store, clock, pages, engine) = (house.store, house.clock, house.pages, house.engine)
            let hub = EventHub(clock: clock)
            let encoder = EventEncoder(tokens: pages)
            let tail = EventTail(store: store, clock: clock, encoder: encoder)
            store.observeEvents {
                hub.publish($0)
                tail.publish($0)
            }
            house.registerIdentity(in: &router)
            let media = try MediaLibrary(store: store, clock: clock, path: house.temporary.directory + "/media")
            router.register(
                SessionsService(
                    store: store, clock: clock, hub: hub, engine: engine, tokens: pages, secret: house.secret))
            router.register(
                MessagesService(
                    store: store, clock: clock, hub: hub, tail: tail, delivery: engine, tokens: pages,
                    secret: house.secret,
                    book: engine.messages, engine: engine, limits: house.rateLimits, media: media))
            router.register(EventsService(store: store, clock: clock, tail: tail, encoder: encoder))
            router.register(AnalyticsService(store: store, clock: clock, tokens: pages) { 0 })
            let sender = WebhookSender(
                store: store, clock: clock, client: OutboundClient(rules: AddressRules(allowsPrivate: true)),
                tokens: pages, ids: WebhookMessageIDs(key: house.secret), version: "0")
            // Not started: nothing is posted here but tests.
            let dispatcher = WebhookDispatcher(
                store: store, clock: clock, box: house.box, sender: sender, logger: Logger(label: "test"))
            router.register(
                WebhooksService(
                    store: store, clock: clock, pages: pages, idempotencySecret: house.secret, box: house.box,
                    dispatcher: dispatcher))
            router.register(BridgeService(engine: engine, box: house.box, media: media))
            router.register(SecretsService(store: store, clock: clock, box: house.box) { _ in })
            router.register(AuditService(store: store, trail: house.temporary.audit, tokens: pages))
            let sources = SystemService.Sources(
                version: "0", startedAt: clock.now(), limits: [:], listeners: { [] }, serverCounts: { nil },
                watchers: { 0 }, bridges: { 0 })
            router.register(SystemService(store: store, clock: clock, sources: sources))
            router.register(
                JobsService(
                    runner: JobRunner(
                        HouseJobs(store: store, clock: clock).all, store: store, clock: clock,
                        logger: Logger(label: "test")), clock: clock))
            router.register(HealthService(readiness: Readiness(obstacles: []), services: []))
        }
    }

    /// A call of any method by bytes: the answer's bytes, or those of the first item; nil for a stream that ends
    /// without one.
    package func call(
        _ method: Method, _ request: [UInt8] = [], as caller: Caller, requestID: String = "the-same"
    ) async throws -> [UInt8]? {
        let client = client(as: caller)
        let options = CallOptions(metadata: ["x-request-id": requestID], timeout: .seconds(60))
        switch method.kind {
        case .unary: return try await client.rawUnary(method, request, options: options)
        case .serverStreaming:
            let stream = try await client.rawStream(method, request: request, options: options)
            defer { stream.cancel() }
            return try await stream.receive()
        case .clientStreaming, .bidirectional:
            let stream = try await client.rawStream(method, options: options)
            defer { stream.cancel() }
            return try await stream.receive()
        }
    }
}
