// One client of async-http-client for each target, because which address a name stands for is a property of the client: it
// connects to the address that was checked, and keeps the name for TLS and Host. Kept for a while, so that what comes soon
// after goes over the same connection.

internal import AsyncHTTPClient
internal import NIOCore
internal import NIOSSL
internal import Synchronization

final class ClientCache: Sendable {
    struct Key: Hashable {
        let host: String
        let address: TargetAddress
        let connect: Duration
    }

    private struct Entry {
        let client: HTTPClient
        var users = 0
        /// On the continuous clock.
        var lastUse: ContinuousClock.Instant
    }

    private static let most = 256
    private static let idle: Duration = .seconds(30)

    private let state = Mutex<[Key: Entry]>([:])
    private let group: any EventLoopGroup
    private let trust: NIOSSLTrustRoots

    init(group: any EventLoopGroup, trust: NIOSSLTrustRoots) {
        self.group = group
        self.trust = trust
    }

    /// A client that is not shut down may not go.
    deinit {
        for entry in state.withLock({ Array($0.values) }) { entry.client.shutdown { _ in } }
    }

    /// Runs `body` with the client of a target; it is not shut down meanwhile.
    func use<T>(_ key: Key, _ body: (HTTPClient) async throws -> T) async throws -> T {
        let now = ContinuousClock.now
        let (client, old) = state.withLock { clients -> (HTTPClient, [HTTPClient]) in
            var entry = clients[key] ?? Entry(client: make(key), lastUse: now)
            entry.users += 1
            entry.lastUse = now
            clients[key] = entry
            return (entry.client, Self.sweep(&clients, at: now))
        }
        for client in old { client.shutdown { _ in } }
        defer {
            state.withLock { clients in
                clients[key]?.users -= 1
                clients[key]?.lastUse = .now
            }
        }
        return try await body(client)
    }

    /// Ends those that nobody uses, and waits for it.
    func close() async {
        let all = state.withLock { clients in
            defer { clients = [:] }
            return clients.values.map(\.client)
        }
        for client in all { try? await client.shutdown() }
    }

    /// Takes out what was idle for long, and what is too much.
    private static func sweep(_ clients: inout [Key: Entry], at now: ContinuousClock.Instant) -> [HTTPClient] {
        let free = clients.filter { $0.value.users == 0 }.sorted { $0.value.lastUse < $1.value.lastUse }
        let surplus = clients.count - most
        var out: [HTTPClient] = []
        for (index, entry) in free.enumerated() where index < surplus || now - entry.value.lastUse > idle {
            clients[entry.key] = nil
            out.append(entry.value.client)
        }
        return out
    }

    private func make(_ key: Key) -> HTTPClient {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = trust
        tls.minimumTLSVersion = .tlsv12
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        configuration.dnsOverride = [key.host: "\(key.address)"]
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = TimeAmount(key.connect)
        // Less than the five seconds after which Node's servers hang up: a post that meets that is a failed one.
        configuration.connectionPool.idleTimeout = .seconds(4)
        // Whoever shares a host with one that hangs (one service that takes the webhooks of many) does not wait for a
        // connection: how many requests are under way is bounded above this.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 10_000
        // Whether to try again is decided above this.
        configuration.connectionPool.retryConnectionEstablishment = false
        // The name was looked up here and nowhere else: what came to stand at another address is not spoken to.
        configuration.http1_1ConnectionDebugInitializer = { [address = key.address] channel in
            let peer = channel.remoteAddress?.ipAddress.flatMap { TargetAddress($0) }
            return peer == address
                ? channel.eventLoop.makeSucceededVoidFuture()
                : channel.eventLoop.makeFailedFuture(OutboundFault.refused("another address than the one checked"))
        }
        return HTTPClient(eventLoopGroupProvider: .shared(group), configuration: configuration)
    }
}

extension TimeAmount {
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .seconds(seconds) + .nanoseconds(attoseconds / 1_000_000_000)
    }
}
