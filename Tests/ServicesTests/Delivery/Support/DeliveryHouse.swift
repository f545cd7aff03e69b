// The delivery engine with everything real but clock, sockets and bridges: a store on disk that survives `kill`, the
// services before it, and callers who are whoever they say.

import Codec
import Contract
import Foundation
import Logging
import RPC
import Services
import Store
import TestKit

final class DeliveryHouse: @unchecked Sendable {
    let clock = FakeClock()
    let directory = TemporaryDirectory.make()
    private(set) var store: Store
    private(set) var hub: EventHub
    private(set) var engine: DeliveryEngine
    private(set) var media: MediaLibrary
    private let configuration: DeliveryConfiguration
    private let logger: Logger
    let box = House.makeBox()
    var authStateLimits = AuthStateLimits()
    /// What bridges have in memory of what engines keep.
    let reading = AuthStateBudget()
    let writing = AuthStateBudget()

    /// - Parameter change: of the configuration.
    init(
        logger: Logger = .silent, _ change: (inout DeliveryConfiguration) -> Void = { _ in }
    ) async throws {
        var configuration = DeliveryConfiguration()
        configuration.drain = .milliseconds(300)
        change(&configuration)
        self.configuration = configuration
        self.logger = logger
        store = try Store.open(directory: directory, now: clock.now()) { _ in }
        _ = try AuditTrail(key: HMACKey([4])).attach(to: store)
        (hub, engine) = Self.build(store, clock, configuration, logger)
        media = try MediaLibrary(store: store, clock: clock, path: directory + "/media")
        try await engine.start()
    }

    deinit {
        let (engine, store, directory) = (engine, store, directory)
        Task.detached {
            await engine.stop()
            store.close()
            TemporaryDirectory.remove(directory)
        }
    }

    private static func build(
        _ store: Store, _ clock: FakeClock, _ configuration: DeliveryConfiguration, _ logger: Logger
    ) -> (EventHub, DeliveryEngine) {
        let hub = EventHub(clock: clock)
        store.observeEvents { hub.publish($0) }
        let engine = DeliveryEngine(
            store: store, clock: clock, configuration: configuration, logger: logger, random: { 0.5 })
        return (hub, engine)
    }

    /// rpcd dies without a word and is started again on the same files.
    func kill() async throws {
        let old = engine
        store.close()
        await old.stop()
        store = try Store.open(directory: directory, now: clock.now()) { _ in }
        _ = try AuditTrail(key: HMACKey([4])).attach(to: store)
        (hub, engine) = Self.build(store, clock, configuration, logger)
        media = try MediaLibrary(store: store, clock: clock, path: directory + "/media")
        try await engine.start()
    }

    /// A client of whoever `principal` is; nil = nobody.
    func client(as principal: Services.Principal?, reading: AuthStateBudget? = nil) -> RPCClient {
        let pages = PageTokens(key: HMACKey([1]))
        var router = Router(interceptors: [Introduce(principal: principal)])
        router.register(
            BridgeService(
                engine: engine, box: box, limits: authStateLimits, reading: reading ?? self.reading, writing: writing,
                media: media))
        router.register(
            SessionsService(store: store, clock: clock, hub: hub, engine: engine, tokens: pages, secret: HMACKey([2])))
        router.register(
            MessagesService(
                store: store, clock: clock, hub: hub, delivery: engine, tokens: pages, secret: HMACKey([2]),
                book: engine.messages, engine: engine, limits: RateLimits(), media: media))
        var configuration = Server.Configuration()
        configuration.errorMapper = ServiceErrors.map
        return RPCClient(transport: InProcessTransport(router: router, configuration: configuration))
    }

    /// The operator's client of the service that rotates the box's keys.
    func secretsClient(_ saved: SavedKeys) -> RPCClient {
        var router = Router(interceptors: [
            Introduce(principal: Services.Principal(kind: .operator, role: .admin, uid: 0))
        ])
        router.register(SecretsService(store: store, clock: clock, box: box) { text in try saved.save(text) })
        var configuration = Server.Configuration()
        configuration.errorMapper = ServiceErrors.map
        return RPCClient(transport: InProcessTransport(router: router, configuration: configuration))
    }

    /// A new user.
    func user(_ name: String = "ada") async throws -> Person {
        let row = UserRecord(username: name, usernameKey: name, role: .user, createdAt: clock.now())
        let id = try await store.write { db in try db.users.insert(row) }
        return Person(house: self, principal: Services.Principal(kind: .user, userID: id, username: name, role: .user))
    }

    func bridge(_ name: String = "bridge-1", engine: String = "simulator", uid: UInt32 = 1_002) -> FakeBridge {
        FakeBridge(name, engine: engine, client: bridgeClient(uid: uid))
    }

    func bridgeClient(uid: UInt32 = 1_002, reading: AuthStateBudget? = nil) -> RPCClient {
        client(as: Services.Principal(kind: .bridge, role: .unspecified, uid: uid), reading: reading)
    }

    func session(_ id: Int64) async throws -> SessionRecord {
        try await store.read { db in try db.sessions.get(id) }.found
    }

    func message(_ id: Int64) async throws -> MessageRecord {
        try await store.read { db in try db.messages.get(id) }.found
    }

    /// Waits until a message has this status.
    @discardableResult
    func message(_ id: Int64, becomes status: MessageRecord.Status) async throws -> MessageRecord {
        var last: MessageRecord?
        do {
            return try await poll("message \(id) to be \(status)") {
                last = try await message(id)
                return last?.status == status ? last : nil
            }
        } catch is NotInTime {
            throw Unexpected("message \(id) is not \(status): \(String(describing: last))")
        }
    }

    /// Waits until a session has this status.
    @discardableResult
    func session(_ id: Int64, becomes status: SessionRecord.Status) async throws -> SessionRecord {
        var last: SessionRecord?
        do {
            return try await poll("session \(id) to be \(status)") {
                last = try await session(id)
                return last?.status == status ? last : nil
            }
        } catch is NotInTime {
            throw Unexpected("session \(id) is not \(status): \(String(describing: last))")
        }
    }

    func timeline(_ id: Int64) async throws -> [TimelineEntry] {
        try await store.read { db in try db.events.timeline(ofMessage: id).compactMap(EventLog.entry) }
    }

    /// Lets time pass in steps short enough for bridges that live to say so.
    /// - Parameter alive: bridges that are heard meanwhile.
    func pass(_ duration: Duration, _ alive: FakeBridge...) async throws {
        let steps = max(10, Int(duration / .seconds(15)) + 1)
        for _ in 0..<steps {
            clock.advance(by: duration / steps)
            for bridge in alive { try await bridge.say(.heartbeat(.init())) }
            try await Task.sleep(for: .milliseconds(4))
        }
    }

    private struct Introduce: ServerInterceptor {
        let principal: Services.Principal?

        func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
            context[PrincipalKey.self] = principal
            try await next()
        }
    }
}

/// Somebody with sessions and messages.
struct Person: Sendable {
    let house: DeliveryHouse
    let principal: Services.Principal

    var sessions: SessionsClient { SessionsClient(house.client(as: principal)) }
    var messages: MessagesClient { MessagesClient(house.client(as: principal)) }

    func link(_ name: String = "") async throws -> Session {
        try await sessions.initSession(.with { $0.session = name })
    }

    @discardableResult
    func set(_ session: Int64, _ settings: SessionSettings) async throws -> Session {
        try await sessions.updateSession(
            .with {
                $0.id = session
                $0.session = .with { $0.settings = settings }
                $0.updateMask = .with { $0.paths = ["settings"] }
            })
    }

    @discardableResult
    func send(_ text: String, to recipient: String = "+491511234567", session: String = "") async throws -> Message {
        try await messages.sendText(
            .with {
                $0.recipient = recipient
                $0.message = text
                $0.session = session
            })
    }
}

struct Unexpected: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension Optional {
    var found: Wrapped {
        get throws {
            guard let self else { throw Unexpected("nothing was found") }
            return self
        }
    }
}
