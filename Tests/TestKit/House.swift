// A server without sockets: the real interceptors in the real order before whatever services a test puts in, on a
// temporary store and a fake clock. Clients call it in process as any caller.

internal import Contract
internal import Logging
package import RPC
package import Services
package import Store
internal import Synchronization

/// Where a house keeps its signing keys; may be told to fail.
package final class SavedKeys: Sendable {
    private let state = Mutex<(texts: [String], fails: Bool)>(([], false))

    package var texts: [String] { state.withLock { $0.texts } }
    package func fail(_ fails: Bool) { state.withLock { $0.fails = fails } }

    struct Full: Error {}

    package init() {}

    package func save(_ text: String) throws {
        try state.withLock { state in
            if state.fails { throw Full() }
            state.texts.append(text)
        }
    }
}

package final class House: Sendable {
    package static let operatorUID: UInt32 = 1_001
    package static let bridgeUID: UInt32 = 1_002

    package let temporary: TemporaryStore
    package let clock: FakeClock
    package let credentials: LiveCredentials
    package let keyUses = KeyUses()
    package let signingKeys: SigningKeys
    package let ring: SigningKeyRing
    /// What the ring was told to keep, newest last.
    package let savedKeys: SavedKeys
    package let box = House.makeBox()
    package let refreshTokens = RefreshTokens(key: HMACKey([3]))
    package let rateLimits = RateLimits()
    package let failures = SignInFailures()
    /// Not started: there are no bridges here.
    package let engine: DeliveryEngine
    package let pages = PageTokens(key: HMACKey([1]))
    package let secret = HMACKey([2])
    /// Hashes with few iterations: tests of the real number say so.
    package let passwords = PasswordHasher(iterations: 10)
    package let signInLimits = SignInLimits()
    private let records = Mutex<[CallRecord]>([])
    private let transport = Mutex<InProcessTransport?>(nil)

    package var store: Store { temporary.store }
    package var accessTokens: AccessTokens { ring.tokens }
    package var keys: KeyCache { credentials.keys }
    package var endings: CredentialEndings { credentials.endings }

    /// The calls that were logged.
    package var calls: [CallRecord] { records.withLock { $0 } }

    /// - Parameters:
    ///   - behind: interceptors between the real ones and the handlers.
    ///   - register: puts services into the router.
    package init(
        clock: FakeClock = FakeClock(), behind: [any ServerInterceptor] = [],
        register: (inout Router, House) throws -> Void
    ) throws {
        let temporary = try TemporaryStore(at: clock.now())
        self.temporary = temporary
        self.clock = clock
        credentials = LiveCredentials(store: temporary.store)
        guard let signingKeys = SigningKeys(parsing: SigningKeys.fresh()) else {
            preconditionFailure("fresh keys must be readable")
        }
        self.signingKeys = signingKeys
        let saved = SavedKeys()
        savedKeys = saved
        ring = SigningKeyRing(signingKeys) { text in try saved.save(text) }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        engine = DeliveryEngine(store: temporary.store, clock: clock, logger: logger)
        var configuration = Server.Configuration()
        configuration.errorMapper = ServiceErrors.map
        let record: @Sendable (CallRecord) -> Void = { [weak self] record in
            self?.records.withLock { $0.append(record) }
        }
        let interceptors: [any ServerInterceptor] = [
            LoggingInterceptor(mapError: ServiceErrors.map, record: record),
            AuthenticationInterceptor(
                credentials: credentials, tokens: ring.tokens, uses: keyUses, clock: clock,
                operatorUIDs: [Self.operatorUID], bridgeUIDs: [Self.bridgeUID]),
            AccessInterceptor(),
            ConditionInterceptor(),
            RateLimitInterceptor(limits: rateLimits, clock: clock),
        ]
        var router = Router(interceptors: interceptors + behind)
        try register(&router, self)
        let made = InProcessTransport(router: router, configuration: configuration)
        transport.withLock { $0 = made }
    }

    /// The services of this room's own author: users, keys, auth.
    package static func identity(clock: FakeClock = FakeClock()) throws -> House {
        try House(clock: clock) { router, house in house.registerIdentity(in: &router) }
    }

    package func registerIdentity(in router: inout Router) {
        router.register(
            AuthService(
                store: store, clock: clock, passwords: passwords, credentials: credentials, signingKeys: ring,
                refreshTokens: refreshTokens, pages: pages, failures: failures, limits: signInLimits))
        router.register(
            UsersService(
                store: store, clock: clock, passwords: passwords, pages: pages, idempotencySecret: secret,
                credentials: credentials, engine: engine))
        router.register(
            KeysService(
                store: store, clock: clock, pages: pages, idempotencySecret: secret, credentials: credentials))
    }

    /// A box with a key of its own.
    package static func makeBox() -> SecretBox {
        guard let keys = SecretKeys.fresh() else { preconditionFailure("a fresh key must be a key") }
        return SecretBox(keys)
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

    /// A sign-in of a user, made without a call, and its tokens.
    package func signIn(
        _ user: UserRecord
    ) async throws -> (access: String, refresh: String, record: SignInRecord) {
        let now = clock.now()
        let record = SignInRecord(
            family: RefreshTokens.newFamily(), userID: user.id, expiresAt: now + RefreshTokens.lifetime,
            address: "192.0.2.7", createdAt: now)
        _ = try await store.write { db in try db.signIns.insert(record) }
        return (
            accessTokens.make(.init(userID: user.id, family: record.family), at: now),
            refreshTokens.make(family: record.family, generation: 1), record
        )
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
