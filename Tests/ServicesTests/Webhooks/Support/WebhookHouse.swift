// A house whose webhooks are posted to real sockets, on a fake clock: a dispatcher with everything around it, fed by the store.
import Codec
import Contract
import Logging
import Outbound
import RPC
import Store
import TestKit
import Testing

@testable import Services

final class WebhookHouse: Sendable {
    let house: House
    let dispatcher: WebhookDispatcher
    let client: OutboundClient
    let ada: UserRecord
    private let running: Task<Void, Never>

    var store: Store { house.store }
    var clock: FakeClock { house.clock }

    init(clock: FakeClock = FakeClock(), rules: AddressRules = AddressRules(allowsPrivate: true)) async throws {
        let client = OutboundClient(rules: rules)
        self.client = client
        var made: WebhookDispatcher?
        house = try House(clock: clock) { router, house in
            let dispatcher = WebhookHouse.dispatcher(house.store, house.clock, house.box, client, house.pages)
            house.store.observeEvents { dispatcher.publish($0) }
            house.registerIdentity(in: &router)
            router.register(
                WebhooksService(
                    store: house.store, clock: house.clock, pages: house.pages, idempotencySecret: house.secret,
                    box: house.box, dispatcher: dispatcher, mostWebhooks: 3))
            made = dispatcher
        }
        let dispatcher = try #require(made)
        self.dispatcher = dispatcher
        running = Task { await dispatcher.run() }
        ada = try await house.user("ada")
        try await dispatcher.start()
    }

    deinit { running.cancel() }

    static func dispatcher(
        _ store: Store, _ clock: any Clock, _ box: SecretBox, _ client: OutboundClient, _ pages: PageTokens
    ) -> WebhookDispatcher {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return WebhookDispatcher(
            store: store, clock: clock, box: box,
            sender: WebhookSender(
                store: store, clock: clock, client: client, tokens: pages,
                ids: WebhookMessageIDs(key: HMACKey([9])), version: "0"), logger: logger, random: { 0.5 })
    }

    /// What a secret as it is shown stands for.
    static func key(_ secret: String) throws -> HMACKey {
        let text = String(secret.dropFirst(6).prefix { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
        return HMACKey(try #require(Base64URL.decode(text)))
    }

    func calls(_ caller: Caller) -> WebhooksClient { WebhooksClient(house.client(as: caller)) }

    func calls(of user: UserRecord) async throws -> WebhooksClient {
        calls(.key(try await house.key(of: user, scopes: .ofUsers).secret))
    }

    /// A webhook of ada's, and its secret.
    func webhook(
        _ url: String, types: [String] = [], session: Int64 = 0, headers: [(String, String)] = []
    ) async throws -> (webhook: Webhook, secret: String) {
        let made = try await calls(.operator).createWebhook(
            .with {
                $0.userId = ada.id
                $0.url = url
                $0.types = types
                $0.sessionId = session
                $0.headers = headers.map { name, value in
                    .with {
                        $0.name = name
                        $0.value = value
                    }
                }
            })
        return (try #require(made.webhook), made.secret)
    }

    func get(_ id: Int64) async throws -> Webhook { try await calls(.operator).getWebhook(.with { $0.id = id }) }

    func deliveries(_ id: Int64) async throws -> [DeliveryRecord] {
        await dispatcher.flush()
        return try await store.read { db in try db.deliveries.list(webhookID: id, limit: 1_000) }
    }

    /// Events as sessions make them; gives the last cursor.
    @discardableResult
    func happen(_ types: String..., session: Int64 = 0, of user: UserRecord? = nil) async throws -> Int64 {
        try await happen(types, session: session, of: user)
    }

    @discardableResult
    func happen(_ types: [String], session: Int64 = 0, of user: UserRecord? = nil) async throws -> Int64 {
        let (now, owner) = (clock.now(), user?.id ?? ada.id)
        return try await store.write { db in
            var last: Int64 = 0
            for type in types {
                last = try EventLog.append(
                    db, type: type, userID: owner, sessionID: session,
                    body: Session.with { $0.name = type }, at: now
                ).cursor
            }
            return last
        }
    }

    func session(_ name: String = "default") async throws -> Int64 {
        let (now, owner) = (clock.now(), ada.id)
        return try await store.write { db in
            try db.sessions.insert(SessionRecord(userID: owner, name: name, createdAt: now))
        }
    }

    /// Lets time pass once everybody sleeps who is going to.
    func pass(_ duration: Duration) async throws {
        // What was posted is settled, and the timers of what comes next are set.
        try await Task.sleep(for: .milliseconds(50))
        await dispatcher.flush()
        clock.advance(by: duration)
    }
}

extension Receiver {
    /// What was posted, in order, by the types of the events.
    var types: [String] { posts.compactMap { (try? JSONValue(parsing: $0.text))?.at("type").string } }

    /// Waits until so many posts have come.
    func has(_ count: Int) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while posts.count < count {
            guard ContinuousClock.now < end else { throw TookTooLong() }
            try await Task.sleep(for: .milliseconds(2))
        }
    }
}
