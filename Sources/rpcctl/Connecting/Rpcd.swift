// The server as a command sees it: clients for its services, with the caller's credentials and time limits on every call.
internal import Codec
internal import Contract
internal import RPC

struct Rpcd: Sendable {
    let client: RPCClient
    let endpoint: Endpoint
    /// `--timeout`, where it was given.
    let timeout: Duration?
    /// `--user`, as it was typed.
    let user: String?

    /// For one call, where `--timeout` does not say.
    static let unaryTimeout: Duration = .seconds(10)
    /// For `link` and `--wait`.
    static let waitTimeout: Duration = .seconds(60)

    var unary: CallOptions { CallOptions(timeout: timeout ?? Self.unaryTimeout) }
    /// Of streams that go on until somebody ends them.
    var stream: CallOptions { CallOptions(timeout: timeout) }

    var auth: AuthClient { AuthClient(client) }
    var bridges: BridgeClient { BridgeClient(client) }
    var health: HealthClient { HealthClient(client) }
    var keys: KeysClient { KeysClient(client) }
    var messages: MessagesClient { MessagesClient(client) }
    var sessions: SessionsClient { SessionsClient(client) }
    var system: SystemClient { SystemClient(client) }
    var users: UsersClient { UsersClient(client) }

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

    func close() async { await client.transport.close() }
}
