// MessagesService with a real store in a folder of its own, called in process through the real router. Callers are made by
// a header that only this house believes.
import Codec
import Contract
import Foundation
import RPC
import Services
import Store
import Synchronization

final class MessagesHouse: Sendable {
    let store: Store
    let clock = HandClock()
    let hub: EventHub
    let signals = Signals()
    let server: Server
    private let directory: URL

    /// Notes what delivery was told.
    final class Signals: DeliverySignal {
        private let told = Mutex<[Int64]>([])
        func messageAccepted(sessionID: Int64) { told.withLock { $0.append(sessionID) } }
        var sessions: [Int64] { told.withLock { $0 } }
    }

    private struct Caller: ServerInterceptor {
        func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
            switch context.metadata["x-caller"] {
            case nil: break
            case "operator": context[PrincipalKey.self] = Principal(kind: .operator, role: .admin, uid: 0)
            case let words?:
                let parts = words.split(separator: ":")
                context[PrincipalKey.self] = Principal(
                    kind: .user, userID: Int64(parts[1]), role: parts[0] == "admin" ? .admin : .user)
            }
            try await next()
        }
    }

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent(
            "messages-" + String(UInt64.random(in: 0 ... .max), radix: 36))
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        store = try Store.open(directory: directory.path, now: clock.now()) { error in fatalError("\(error)") }
        let hub = EventHub(clock: clock)
        self.hub = hub
        store.observeEvents { hub.publish($0) }
        var configuration = Server.Configuration()
        configuration.errorMapper = ServiceErrors.map
        var router = Router(interceptors: [Caller()])
        router.register(
            MessagesService(
                store: store, clock: clock, hub: hub, delivery: signals, tokens: PageTokens(key: HMACKey([1])),
                secret: HMACKey([2])))
        server = Server(router: router, configuration: configuration)
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(at: directory)
    }

    /// As a user, an admin or the operator.
    func client(_ caller: String?) -> MessagesClient {
        MessagesClient(
            RPCClient(
                transport: InProcessTransport(server: server), metadata: caller.map { ["x-caller": $0] } ?? [:],
                defaultTimeout: .seconds(20)))
    }

    func client(user id: Int64) -> MessagesClient { client("user:\(id)") }

    func addUser(_ name: String) async throws -> Int64 {
        let now = clock.now()
        return try await store.write { db in
            try db.users.insert(
                UserRecord(
                    username: name, usernameKey: name, email: "", role: .user, isActive: true, maxMessagesPerDay: 0,
                    maxMessagesPerMinute: 0, createdAt: now))
        }
    }

    /// A session as it is after a scan, unless the caller says otherwise.
    func addSession(
        _ userID: Int64, _ name: String = "default", status: SessionRecord.Status = .connected, isLinked: Bool = true
    ) async throws -> Int64 {
        let now = clock.now()
        return try await store.write { db in
            try db.sessions.insert(
                SessionRecord(userID: userID, name: name, status: status, isLinked: isLinked, createdAt: now))
        }
    }

    /// A user with a connected session.
    func addTenant(_ name: String) async throws -> (user: Int64, session: Int64) {
        let user = try await addUser(name)
        return (user, try await addSession(user))
    }

    func set(_ session: Int64, _ status: SessionRecord.Status) async throws {
        let now = clock.now()
        _ = try await store.write { db in try db.sessions.apply(session, at: now) { $0.status = status } }
    }

    /// What delivery does when something happens to a message.
    func move(_ id: Int64, to status: MessageRecord.Status, cause: String = "test") async throws {
        let now = clock.now()
        _ = try await store.write { db in
            try db.messages.apply(
                id, at: now,
                event: { before, after in
                    EventLog.record(
                        .with {
                            $0.at = now.timestamp
                            $0.from = MessageStatus(rawValue: before.status.rawValue)
                            $0.to = MessageStatus(rawValue: after.status.rawValue)
                            $0.cause = cause
                        }, messageID: id, userID: after.userID, sessionID: after.sessionID, at: now)
                }
            ) { message in
                message.status = status
                if status == .delivered { message.deliveredAt = now }
            }
        }
    }

    func counts() async throws -> (messages: Int64, events: Int64) {
        try await store.read { db in (try db.messages.count(MessageFilter()), try db.events.newestCursor()) }
    }
}

/// What a call was refused with.
func refusal(_ body: () async throws -> Void) async -> RPCError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? RPCError
    }
}
