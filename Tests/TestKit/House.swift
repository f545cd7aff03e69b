// A server without sockets: the real interceptors in the real order before whatever services a test puts in, on a
// temporary store and a fake clock. Clients call it in process as any caller.

internal import Contract
package import RPC
package import Services
package import Store
internal import Synchronization

package final class House: Sendable {
    package static let operatorUID: UInt32 = 1_001
    package static let bridgeUID: UInt32 = 1_002

    package let temporary: TemporaryStore
    package let clock: FakeClock
    package let keys: KeyCache
    package let keyUses = KeyUses()
    package let endings = CredentialEndings()
    package let pages = PageTokens(key: HMACKey([1]))
    package let secret = HMACKey([2])
    /// Hashes with few iterations: tests of the real number say so.
    package let passwords = PasswordHasher(iterations: 10)
    private let records = Mutex<[CallRecord]>([])
    private let transport = Mutex<InProcessTransport?>(nil)

    package var store: Store { temporary.store }

    /// The calls that were logged.
    package var calls: [CallRecord] { records.withLock { $0 } }

    /// - Parameter register: puts services into the router.
    package init(clock: FakeClock = FakeClock(), register: (inout Router, House) throws -> Void) throws {
        let temporary = try TemporaryStore(at: clock.now())
        self.temporary = temporary
        self.clock = clock
        keys = KeyCache(store: temporary.store)
        var configuration = Server.Configuration()
        configuration.errorMapper = ServiceErrors.map
        let record: @Sendable (CallRecord) -> Void = { [weak self] record in
            self?.records.withLock { $0.append(record) }
        }
        var router = Router(interceptors: [
            LoggingInterceptor(clock: clock, mapError: ServiceErrors.map, record: record),
            AuthenticationInterceptor(
                keys: keys, uses: keyUses, endings: endings, clock: clock, operatorUIDs: [Self.operatorUID],
                bridgeUIDs: [Self.bridgeUID]),
            AccessInterceptor(),
        ])
        try register(&router, self)
        let made = InProcessTransport(router: router, configuration: configuration)
        transport.withLock { $0 = made }
    }

    /// The services of this room's own author: users, keys, auth.
    package static func identity(clock: FakeClock = FakeClock()) throws -> House {
        try House(clock: clock) { router, house in
            router.register(AuthService(store: house.store))
            router.register(
                UsersService(
                    store: house.store, clock: house.clock, passwords: house.passwords, pages: house.pages,
                    idempotencySecret: house.secret))
            router.register(
                KeysService(
                    store: house.store, clock: house.clock, pages: house.pages, cache: house.keys,
                    endings: house.endings))
        }
    }

    /// A client of one caller.
    package func client(as caller: Caller) -> RPCClient {
        var metadata = Metadata()
        metadata.append(contentsOf: caller.metadata)
        guard var transport = transport.withLock({ $0 }) else { preconditionFailure("the house is not built yet") }
        transport.peer = caller.peer
        return RPCClient(transport: transport, metadata: metadata)
    }

    /// A user row, made without a call.
    package func user(_ name: String, role: UserRecord.Role = .user, isActive: Bool = true) async throws -> UserRecord {
        var user = UserRecord(
            username: name, usernameKey: Username.fold(name), role: role, isActive: isActive, createdAt: clock.now())
        let row = user
        user.id = try await store.write { db in try db.users.insert(row) }
        return user
    }

    /// A key row of a user, made without a call, and its secret.
    package func key(
        of user: UserRecord, scopes: ScopeSet, allowedIPs: [String] = [], expiresAt: Instant? = nil
    ) async throws -> (secret: String, record: KeyRecord) {
        let secret = APIKeyText.make()
        guard let presented = PresentedKey(secret) else { preconditionFailure("a made key must be well formed") }
        var record = KeyRecord(
            userID: user.id, name: "test", prefix: presented.prefix.text, hash: presented.digest.bytes,
            scopes: scopes.words, allowedIPs: allowedIPs, expiresAt: expiresAt, createdAt: clock.now())
        let row = record
        record.id = try await store.write { db in try db.keys.insert(row) }
        return (secret, record)
    }
}
