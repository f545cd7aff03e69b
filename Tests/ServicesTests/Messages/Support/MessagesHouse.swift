// MessagesService in TestKit's house: the real interceptors, a real store, a clock that stands still. Users get a key, and
// call with it.
import Codec
import Contract
import RPC
import Services
import Store
import Synchronization
import TestKit

final class MessagesHouse: Sendable {
    let house: House
    let hub: EventHub
    let signals = Signals()
    private let secrets = Mutex<[Int64: String]>([:])

    var store: Store { house.store }
    var clock: FakeClock { house.clock }

    /// Notes what delivery was told.
    final class Signals: DeliverySignal {
        private let told = Mutex<[Int64]>([])
        func handOut(sessionID: Int64, in db: Database) -> Bool { false }
        func messageAccepted(sessionID: Int64, hadItsTurn: Bool) -> PaceSeen? {
            told.withLock { $0.append(sessionID) }
            return nil
        }
        var sessions: [Int64] { told.withLock { $0 } }
    }

    init() throws {
        let clock = FakeClock()
        let signals = signals
        var made: EventTail?
        house = try House(clock: clock) { router, house in
            let tail = EventTail(store: house.store, clock: clock, encoder: EventEncoder(tokens: house.pages))
            house.store.observeEvents { tail.publish($0) }
            router.register(Self.service(house, tail.hub, signals, tail))
            made = tail
        }
        guard let made else { throw TookTooLong() }
        hub = made.hub
    }

    /// - Parameter tail: of that hub; nil: all who watch read the log.
    static func service(
        _ house: House, _ hub: EventHub, _ signals: Signals, _ tail: EventTail? = nil
    ) -> MessagesService {
        MessagesService(
            store: house.store, clock: house.clock, hub: hub, tail: tail, delivery: signals, tokens: house.pages,
            secret: house.secret, limits: house.rateLimits)
    }

    func client(_ caller: Caller) -> MessagesClient { MessagesClient(house.client(as: caller)) }

    /// As one of the users that were added, with a key of theirs.
    func client(user id: Int64) -> MessagesClient { client(.key(secrets.withLock { $0[id] } ?? "none")) }

    /// - Parameters:
    ///   - perDay: the user's limit; 0 = none.
    ///   - perMinute: the same for a minute.
    func addUser(
        _ name: String, role: UserRecord.Role = .user, perDay: Int32 = 0, perMinute: Int32 = 0
    ) async throws -> Int64 {
        let user = try await house.user(name, role: role)
        try await store.write { db in
            var row = user
            row.maxMessagesPerMinute = perMinute
            row.maxMessagesPerDay = perDay
            try db.users.update(from: user, to: row)
        }
        let key = try await house.key(of: user, scopes: role == .admin ? .ofAdmins : .ofUsers)
        secrets.withLock { $0[user.id] = key.secret }
        return user.id
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

/// Waits until something is so, for at most 10 s.
func untilTrue(_ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(10)
    while try await !condition() {
        guard ContinuousClock.now < end else { throw TookTooLong() }
        try await Task.sleep(for: .milliseconds(2))
    }
}

struct TookTooLong: Error {}
