// The server as a command sees it: clients for its services, with the caller's credentials and time limits on every call.
internal import Codec
internal import Contract
internal import Glibc
internal import RPC

struct Rpcd: Sendable {
    let client: RPCClient
    let endpoint: Endpoint
    /// `--timeout`, where it was given.
    let timeout: Duration?
    /// `--user`, as it was typed.
    let user: String?
    /// Where `login` keeps what it gets; nil where this machine's user has no home.
    var signInPlace: SignInPlace?
    /// Seconds since 1970.
    var now: @Sendable () -> Int64 = { Int64(time(nil)) }

    /// For one call, where `--timeout` does not say.
    static let unaryTimeout: Duration = .seconds(10)
    /// For `link` and `--wait`.
    static let waitTimeout: Duration = .seconds(60)
    /// Of a stream that says a sign of life every 15 s; then its server is gone.
    static let silence: Duration = .seconds(45)

    var unary: CallOptions { CallOptions(timeout: timeout ?? Self.unaryTimeout) }
    /// Of a call for which a bridge asks WhatsApp: rpcd waits for that up to 25 s.
    var patient: CallOptions { CallOptions(timeout: timeout ?? .seconds(30)) }
    /// Of streams that go on until somebody ends them.
    var stream: CallOptions { CallOptions(timeout: timeout) }

    var analytics: AnalyticsClient { AnalyticsClient(client) }
    var audit: AuditClient { AuditClient(client) }
    var auth: AuthClient { AuthClient(client) }
    var secrets: SecretsClient { SecretsClient(client) }
    var bridges: BridgeClient { BridgeClient(client) }
    var events: EventsClient { EventsClient(client) }
    var health: HealthClient { HealthClient(client) }
    var jobs: JobsClient { JobsClient(client) }
    var keys: KeysClient { KeysClient(client) }
    var messages: MessagesClient { MessagesClient(client) }
    var sessions: SessionsClient { SessionsClient(client) }
    var system: SystemClient { SystemClient(client) }
    var users: UsersClient { UsersClient(client) }
    var webhooks: WebhooksClient { WebhooksClient(client) }

    /// The id of the user named by `--user`; 0 without it.
    func userID() async throws -> Int64 {
        guard let user else { return 0 }
        return try await self.user(user).id
    }

    /// A user by name or id. A name that looks like an id is tried as an id first.
    func user(_ nameOrID: String) async throws -> User {
        if let id = Int64(nameOrID), id > 0 {
            do {
                return try await users.getUser(.with { $0.id = id }, options: unary)
            } catch let error as RPCError where error.code == .notFound {}
        }
        return try await users.getUser(.with { $0.username = nameOrID }, options: unary)
    }

    func key(_ key: KeyArgument) async throws -> ApiKey {
        try await keys.getKey(
            .with {
                $0.id = key.id
                $0.prefix = key.prefix
            }, options: unary)
    }

    /// A session by name, among those of `--user` or the caller, or by id.
    func session(_ session: SessionArgument) async throws -> Session {
        let userID = try await userID()
        return try await sessions.getSession(
            .with {
                $0.id = session.id
                $0.session = session.name
                $0.userId = userID
            }, options: unary)
    }

    /// The number of a session, where it is asked for by number alone; 0 for none.
    func sessionID(_ session: SessionArgument?) async throws -> Int64 {
        switch session {
        case nil: 0
        case .id(let id): id
        case .some(let named): try await self.session(named).id
        }
    }

    func close() async { await client.transport.close() }
}
