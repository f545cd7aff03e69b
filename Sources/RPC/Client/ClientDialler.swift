// Opens a connection: one attempt, over all addresses of a name, each with a channel and handlers of its own; the first
// that stands is taken. Unix sockets are connected by hand, so that the server's uid is known before a byte goes out.

internal import Glibc
internal import NIOCore
internal import NIOPosix

/// One dialling, on the core's loop; ends with one call of its completion.
final class ClientDialler: @unchecked Sendable {
    typealias Completion = @Sendable (Result<ClientHandler, ConnectionFailure>) -> Void

    private let core: ClientCore
    private let giveUp: Deadline
    /// What was made for each channel that is tried.
    private var attempts: [ObjectIdentifier: (handler: ClientHandler, handshake: ClientHandshake?)] = [:]
    /// Between knocks at a Unix socket whose queue is full.
    private var crowd = Backoff(base: .milliseconds(2), maximum: .milliseconds(100))

    init(_ core: ClientCore) {
        self.core = core
        giveUp = .after(core.configuration.connectTimeout)
    }

    func connect(_ completion: @escaping Completion) {
        let timeout = TimeAmount.nanoseconds(core.configuration.connectTimeout.clampedNanoseconds)
        let bootstrap = ClientBootstrap(group: core.loop)
            .connectTimeout(timeout)
            .channelOption(.writeBufferWaterMark, value: .init(low: 512 << 10, high: 1 << 20))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try self.equip(channel) }
            }
        let connected: EventLoopFuture<any Channel>
        switch core.endpoint {
        case .unix(let path):
            switch connectUnix(path) {
            case .connected(let descriptor): connected = bootstrap.withConnectedSocket(descriptor)
            case .failed(let failure): return completion(.failure(failure))
            case .crowded:
                guard !giveUp.hasPassed else { return completion(.failure(failure("too many others wait for it"))) }
                core.loop.scheduleTask(in: .nanoseconds(crowd.next().clampedNanoseconds)) { self.connect(completion) }
                return
            }
        case .tcp(let host, let port), .tls(let host, let port):
            connected = tuned(bootstrap).connect(host: host, port: port)
        }
        connected.hop(to: core.loop).flatMap { self.secured($0) }.whenComplete { result in
            self.attempts = [:]
            switch result {
            case .success(let handler): completion(.success(handler))
            case .failure(let failure as ConnectionFailure): completion(.failure(failure))
            case .failure(let error): completion(.failure(self.failure(Self.words(error))))
            }
        }
    }

    /// Each address of a name is tried with a channel of its own, two at a time where the first is slow.
    private func equip(_ channel: any Channel) throws {
        let handler = ClientHandler(core)
        var handshake: ClientHandshake?
        if case .tls(let host, _) = core.endpoint {
            handshake = ClientHandshake(core, host: host)
            try handshake?.begin(on: channel, then: handler)
        } else {
            try channel.pipeline.syncOperations.addHandler(handler)
        }
        attempts[ObjectIdentifier(channel)] = (handler, handshake)
    }

    /// The handler of the channel that stands, when its handshake is over.
    private func secured(_ channel: any Channel) -> EventLoopFuture<ClientHandler> {
        guard let (handler, handshake) = attempts[ObjectIdentifier(channel)] else {
            return core.loop.makeFailedFuture(ChannelError.ioOnClosedChannel)
        }
        return handshake?.completed.map { handler } ?? core.loop.makeSucceededFuture(handler)
    }

    /// A server that is gone without a word (its machine, its cable) is found out while something is under way, and
    /// while nothing is.
    private func tuned(_ bootstrap: ClientBootstrap) -> ClientBootstrap {
        let patience = max(.seconds(1), core.configuration.deadServerTimeout)
        let seconds = Int(clamping: min(patience.components.seconds, 3600))
        return
            bootstrap
            .resolver(core.configuration.resolver)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.tcpOption(.init(rawValue: TCP_KEEPIDLE)), value: max(1, seconds / 2))
            .channelOption(.tcpOption(.init(rawValue: TCP_KEEPINTVL)), value: max(1, seconds / 6))
            .channelOption(.tcpOption(.init(rawValue: TCP_KEEPCNT)), value: 3)
            .channelOption(
                .tcpOption(.init(rawValue: TCP_USER_TIMEOUT)),
                value: seconds * 1000)
    }

    private enum UnixOutcome {
        case connected(CInt)
        case failed(ConnectionFailure)
        /// The server's queue is full. There is nothing to wait for but time.
        case crowded
    }

    /// Connects at once or not at all: a Unix socket has no handshake.
    private func connectUnix(_ path: String) -> UnixOutcome {
        guard let address = UnixAddress(path) else { return .failed(failure("the path has 1 to 107 bytes")) }
        let descriptor = socket(AF_UNIX, SocketCalls.stream, 0)
        guard descriptor >= 0 else { return .failed(failure(String(cString: strerror(errno)))) }
        guard address.withPointer({ Glibc.connect(descriptor, $0, $1) }) == 0 else {
            let reason = errno
            close(descriptor)
            return reason == EAGAIN ? .crowded : .failed(failure(String(cString: strerror(reason))))
        }
        if let allowed = core.configuration.allowedServerUIDs {
            let uid = SocketCalls.peerCredentials(descriptor)?.uid
            guard let uid, allowed.contains(uid) else {
                close(descriptor)
                let owner = uid.map { "uid \($0)" } ?? "an unknown uid"
                return .failed(
                    ConnectionFailure(
                        kind: .foreignServer, endpoint: core.endpoint,
                        description: "\(core.endpoint) is served by \(owner), which is not allowed"))
            }
        }
        return .connected(descriptor)
    }

    /// What people know it by, without the insides of NIO.
    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            error.connectionErrors.first.map { words($0.error) } ?? "no such host"
        case let error as IOError: String(cString: strerror(error.errnoCode))
        case ChannelError.connectTimeout: "no answer in time"
        case let error as TLSFailure: error.description
        default: "\(error)"
        }
    }

    private func failure(_ why: String) -> ConnectionFailure {
        ConnectionFailure(
            kind: .cannotConnect, endpoint: core.endpoint, description: "cannot connect to \(core.endpoint): \(why)")
    }
}
