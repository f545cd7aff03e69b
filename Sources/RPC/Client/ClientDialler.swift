// Opens a connection: one attempt, or several with growing pauses where the configuration says to wait for the server.
// Unix sockets are connected by hand, so that the server's uid is known before a byte goes out.

internal import Glibc
internal import NIOCore
internal import NIOPosix

/// One dialling, on the core's loop; ends with one call of its completion.
final class ClientDialler: @unchecked Sendable {
    typealias Completion = @Sendable (Result<ClientHandler, ConnectionFailure>) -> Void

    private let core: ClientCore
    private let giveUp: Deadline
    private var backoff = Backoff()

    init(_ core: ClientCore) {
        self.core = core
        giveUp = .after(core.configuration.waitForServer)
    }

    func dial(_ completion: @escaping Completion) {
        connect { result in
            guard case .failure(let failure) = result, failure.kind == .cannotConnect, !self.giveUp.hasPassed else {
                return completion(result)
            }
            let pause = self.backoff.next().clampedNanoseconds
            self.core.loop.scheduleTask(in: .nanoseconds(pause)) { self.dial(completion) }
        }
    }

    private func connect(_ completion: @escaping Completion) {
        let handler = ClientHandler(core)
        let timeout = TimeAmount.nanoseconds(core.configuration.connectTimeout.clampedNanoseconds)
        let bootstrap = ClientBootstrap(group: core.loop)
            .connectTimeout(timeout)
            .channelOption(.writeBufferWaterMark, value: .init(low: 512 << 10, high: 1 << 20))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(handler) }
            }
        let connected: EventLoopFuture<any Channel>
        switch core.endpoint {
        case .unix(let path):
            switch connectUnix(path) {
            case .success(let descriptor): connected = bootstrap.withConnectedSocket(descriptor)
            case .failure(let failure): return completion(.failure(failure))
            }
        case .tcp(let host, let port):
            connected = bootstrap.channelOption(.socketOption(.so_keepalive), value: 1)
                .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                .connect(host: host, port: port)
        }
        connected.hop(to: core.loop).whenComplete { result in
            switch result {
            case .success: completion(.success(handler))
            case .failure(let error): completion(.failure(self.failure(Self.words(error))))
            }
        }
    }

    /// Connects at once or not at all: a Unix socket has no handshake. A full queue (EAGAIN) is as good as no server.
    private func connectUnix(_ path: String) -> Result<CInt, ConnectionFailure> {
        guard let address = UnixAddress(path) else { return .failure(failure("the path has 1 to 107 bytes")) }
        let descriptor = socket(AF_UNIX, SocketCalls.stream, 0)
        guard descriptor >= 0 else { return .failure(failure(String(cString: strerror(errno)))) }
        guard address.withPointer({ Glibc.connect(descriptor, $0, $1) }) == 0 else {
            defer { close(descriptor) }
            return .failure(failure(String(cString: strerror(errno))))
        }
        if let allowed = core.configuration.allowedServerUIDs {
            let uid = SocketCalls.peerCredentials(descriptor)?.uid
            guard let uid, allowed.contains(uid) else {
                close(descriptor)
                let owner = uid.map { "uid \($0)" } ?? "an unknown uid"
                return .failure(
                    ConnectionFailure(
                        kind: .foreignServer, endpoint: core.endpoint,
                        description: "\(core.endpoint) is served by \(owner), which is not allowed"))
            }
        }
        return .success(descriptor)
    }

    /// What people know it by, without the insides of NIO.
    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            error.connectionErrors.first.map { words($0.error) } ?? "no such host"
        case let error as IOError: String(cString: strerror(error.errnoCode))
        case ChannelError.connectTimeout: "no answer in time"
        default: "\(error)"
        }
    }

    private func failure(_ why: String) -> ConnectionFailure {
        ConnectionFailure(
            kind: .cannotConnect, endpoint: core.endpoint, description: "cannot connect to \(core.endpoint): \(why)")
    }
}
