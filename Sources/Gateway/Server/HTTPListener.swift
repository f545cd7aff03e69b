// One address on which HTTP is served: a Hummingbird application of its own, so that TCP and Unix sockets can be served
// side by side with the same routes. Bound when `start` returns, closed when `stop` does.
// A Unix socket that nobody listens on any more is replaced; one that somebody serves is left alone.

internal import Glibc
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
package import RPC
internal import ServiceLifecycle
internal import Synchronization

final class HTTPListener: Sendable {
    private let group: ServiceGroup
    private let running: Task<Void, any Error>
    /// What is bound: with the port that the system chose.
    let endpoint: Endpoint

    private init(group: ServiceGroup, running: Task<Void, any Error>, endpoint: Endpoint) {
        self.group = group
        self.running = running
        self.endpoint = endpoint
    }

    /// Binds and serves.
    /// - Throws: `GatewayBindError` when the address cannot be had.
    static func start(
        on endpoint: Endpoint, tls: ServerTLS? = nil, responder: GatewayResponder, logger: Logger
    ) async throws -> HTTPListener {
        let address: BindAddress
        switch endpoint {
        case .tcp(let host, let port): address = .hostname(host, port: port)
        case .tls(let host, let port):
            guard tls != nil else { throw GatewayBindError(endpoint: endpoint, detail: "there is no certificate") }
            address = .hostname(host, port: port)
        case .unix(let path):
            try refuseIfServed(path, endpoint)
            address = .unixDomainSocket(path: path)
        }
        let (bound, continuation) = AsyncStream<SocketAddress?>.makeStream()
        let application = Application(
            responder: responder.listening(on: endpoint),
            server: HTTPServerBuilder { [tls] responder in
                let plain = HTTP1Channel(
                    responder: responder,
                    configuration: HTTP1Channel.Configuration(httpDecoderConfiguration: heads))
                guard case .tls = endpoint, let tls else { return plain }
                return SecureChannel(plain, tls)
            },
            configuration: ApplicationConfiguration(address: address, backlog: 1024),
            onServerRunning: { channel in
                continuation.yield(channel.localAddress)
                continuation.finish()
            },
            logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [.init(service: application)], logger: logger))
        let running = Task {
            defer { continuation.finish() }
            try await group.run()
        }
        for await address in bound {
            if case .unix(let path) = endpoint { chmod(path, 0o660) }
            return HTTPListener(group: group, running: running, endpoint: actual(endpoint, address))
        }
        do {
            try await running.value
        } catch {
            throw GatewayBindError(endpoint: endpoint, cause: error)
        }
        throw GatewayBindError(endpoint: endpoint, cause: CancellationError())
    }

    /// How large the head of a request may be (SAFETY.md 2); a larger one gets a bare 400 and a close.
    private static let heads = HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: 64 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100)

    /// Accepts nothing more, lets the requests under way be answered, and returns when all connections are closed, or
    /// cuts them after `timeout`.
    func stop(timeout: Duration) async {
        await group.triggerGracefulShutdown()
        let cut = Task {
            try await Task.sleep(for: timeout)
            running.cancel()
        }
        _ = await running.result
        cut.cancel()
        if case .unix(let path) = endpoint { unlink(path) }
    }

    private static func actual(_ endpoint: Endpoint, _ address: SocketAddress?) -> Endpoint {
        guard let port = address?.port else { return endpoint }
        return switch endpoint {
        case .unix: endpoint
        case .tcp(let host, _): .tcp(host: host, port: port)
        case .tls(let host, _): .tls(host: host, port: port)
        }
    }

    /// NIO would remove whatever socket is in the way, also one that another process serves.
    private static func refuseIfServed(_ path: String, _ endpoint: Endpoint) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw GatewayBindError(endpoint: endpoint, detail: "there is a file in the way that is no socket")
        }
        if UnixProbe.isServed(path) {
            throw GatewayBindError(endpoint: endpoint, detail: "another process listens there")
        }
    }
}

/// Why an HTTP listener could not be bound.
package struct GatewayBindError: Error, CustomStringConvertible {
    package let endpoint: Endpoint
    package let description: String

    init(endpoint: Endpoint, cause: any Error) {
        self.init(
            endpoint: endpoint,
            detail: (cause as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(cause)")
    }

    init(endpoint: Endpoint, detail: String) {
        self.endpoint = endpoint
        description = "cannot listen for HTTP on \(endpoint): \(detail)"
    }
}
