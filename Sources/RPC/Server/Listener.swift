// Accepts connections on one socket and hands them over, already known by their peer. Out of descriptors, it stops asking
// for a moment instead of spinning, and says so once. Accepting happens on a queue of its own, so that it neither waits
// for handlers nor holds them up; a connection's own work is on an event loop from its first byte on.

internal import Dispatch
internal import Glibc
internal import Logging

/// Confined to its queue: `@unchecked` because the compiler cannot see that.
final class Listener: @unchecked Sendable {
    let name: String
    let bound: Endpoint

    private let socket: ListeningSocket
    private let queue: DispatchQueue
    private let source: any DispatchSourceRead
    private let logger: Logger
    /// How long a TCP peer may be silent to what is sent to it.
    private let tcpTimeout: Duration
    /// Takes over an accepted descriptor, and closes it where it does not want it.
    private let accepted: @Sendable (CInt, Peer) -> Void
    /// accept(2), but for tests of what it can answer.
    private let acceptCall: @Sendable (CInt) -> CInt
    private var isPaused = false
    private var isClosed = false
    private var hasComplained = false

    private static let pause = DispatchTimeInterval.milliseconds(100)

    init(
        _ socket: ListeningSocket, name: String, tcpTimeout: Duration = .seconds(30), logger: Logger,
        acceptCall: @escaping @Sendable (CInt) -> CInt = { Glibc.accept($0, nil, nil) },
        accepted: @escaping @Sendable (CInt, Peer) -> Void
    ) {
        self.name = name
        self.bound = socket.bound
        self.socket = socket
        self.tcpTimeout = tcpTimeout
        self.logger = logger
        self.accepted = accepted
        self.acceptCall = acceptCall
        queue = DispatchQueue(label: "switchboard.rpc.listener.\(name)")
        source = DispatchSource.makeReadSource(fileDescriptor: socket.descriptor, queue: queue)
        source.setEventHandler { [weak self] in self?.acceptAll() }
        source.setCancelHandler { close(socket.descriptor) }
        source.resume()
    }

    /// Stops listening. When this returns nothing is accepted any more; what waits in the kernel's queue is refused.
    func stop() {
        queue.sync {
            guard !isClosed else { return }
            isClosed = true
            if isPaused { source.resume() }
            source.cancel()
            socket.file?.remove()
        }
    }

    private func acceptAll() {
        // Bounded, so that a flood of connections cannot keep the queue from stopping.
        for _ in 0..<256 {
            guard !isClosed else { return }
            let descriptor = acceptCall(socket.descriptor)
            if descriptor >= 0 {
                hasComplained = false
                take(descriptor)
                continue
            }
            switch errno {
            case EAGAIN: return
            // The caller gave up before we came to it, or a signal came in between.
            case ECONNABORTED, EINTR, EPROTO: continue
            default: return rest(errno)
            }
        }
    }

    private func take(_ descriptor: CInt) {
        // Glibc's module has no accept4. Between the two calls a fork elsewhere could inherit the socket; we fork nowhere.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var peer = Peer(transport: .unix, listener: name)
        switch bound {
        case .unix:
            if !socket.isInherited, let credentials = SocketCalls.peerCredentials(descriptor) {
                (peer.pid, peer.uid, peer.gid) = credentials
            }
        case .tcp, .tls:
            if case .tls = bound { peer.transport = .tls } else { peer.transport = .tcp }
            peer.address = SocketCalls.peerAddress(descriptor)
            SocketCalls.set(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, 1)
            SocketCalls.noticeLoss(descriptor, within: tcpTimeout)
        }
        accepted(descriptor, peer)
    }

    private func rest(_ code: CInt) {
        if !hasComplained {
            hasComplained = true
            logger.error(
                "cannot accept connections, pausing",
                metadata: ["listener": "\(name)", "error": "\(String(cString: strerror(code)))"])
        }
        isPaused = true
        source.suspend()
        queue.asyncAfter(deadline: .now() + Self.pause) {
            guard self.isPaused else { return }
            self.isPaused = false
            if !self.isClosed { self.source.resume() }
        }
    }
}
