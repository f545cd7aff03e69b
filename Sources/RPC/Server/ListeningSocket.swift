// Sockets to listen on, made by hand: the event loop library would make them without close-on-exec and without
// SO_REUSEADDR, and hides their descriptors, which peer credentials need. Unix sockets: a file that a dead server left
// behind is removed, one behind which somebody answers never is, and what is no socket is never touched.

internal import Glibc
internal import NIOCore

/// A bound and listening socket, non-blocking, close-on-exec.
struct ListeningSocket {
    let descriptor: CInt
    let bound: Endpoint
    /// The file of a Unix socket as it was made: removed at the end only if it is still that one.
    let file: SocketFile?
    /// Opened by another process.
    var isInherited = false

    static func open(_ configuration: ListenerConfiguration) throws(BindError) -> ListeningSocket {
        if case .tls = configuration.endpoint, configuration.tls == nil {
            throw BindError(.failed, configuration.endpoint, "there is no certificate")
        }
        if let descriptor = configuration.inherited { return adopt(descriptor, configuration.endpoint) }
        return switch configuration.endpoint {
        case .unix(let path): try openUnix(path, configuration)
        case .tcp(let host, let port):
            try openTCP(host, port, configuration) { .tcp(host: host, port: $0) }
        case .tls(let host, let port):
            try openTCP(host, port, configuration) { .tls(host: host, port: $0) }
        }
    }

    // MARK: Inherited

    private static func adopt(_ descriptor: CInt, _ endpoint: Endpoint) -> ListeningSocket {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        // The file of a Unix socket is for whoever made it to remove.
        return ListeningSocket(descriptor: descriptor, bound: endpoint, file: nil, isInherited: true)
    }

    /// Where an open socket listens; for one that does not listen, or is no stream, an error.
    static func endpoint(of descriptor: CInt, isSecure: Bool) throws(BindError) -> Endpoint {
        func wrong(_ why: String) -> BindError {
            BindError(
                reason: .failed, endpoint: .unix(path: ""), description: "descriptor \(descriptor) \(why)",
                errnoCode: nil)
        }
        guard let type = SocketCalls.get(descriptor, SOL_SOCKET, SO_TYPE) else { throw wrong("is no socket") }
        guard type == CInt(bitPattern: SOCK_STREAM.rawValue) else { throw wrong("is no stream socket") }
        guard SocketCalls.get(descriptor, SOL_SOCKET, SO_ACCEPTCONN) == 1 else { throw wrong("does not listen") }
        if let path = SocketCalls.localPath(descriptor) {
            guard !isSecure else { throw wrong("is a Unix socket, which has no TLS") }
            return .unix(path: path)
        }
        guard let (host, port) = SocketCalls.localAddress(descriptor) else { throw wrong("has no address of ours") }
        return isSecure ? .tls(host: host, port: port) : .tcp(host: host, port: port)
    }

    // MARK: Unix

    private static func openUnix(_ path: String, _ configuration: ListenerConfiguration) throws(BindError)
        -> ListeningSocket
    {
        let endpoint = configuration.endpoint
        guard let address = UnixAddress(path) else {
            throw BindError(.failed, endpoint, "the path of a Unix socket has 1 to 107 bytes")
        }
        try checkDirectory(of: path, endpoint)
        try clear(path, address, endpoint)
        let descriptor = socket(AF_UNIX, SocketCalls.stream, 0)
        guard descriptor >= 0 else { throw BindError("socket", endpoint) }
        do throws(BindError) {
            guard address.withPointer({ bind(descriptor, $0, $1) }) == 0 else { throw BindError("bind", endpoint) }
            // Until listen nobody can connect, so the file never grants more than it shall.
            guard chmod(path, mode_t(configuration.socketMode)) == 0 else { throw BindError("chmod", endpoint) }
            guard listen(descriptor, CInt(clamping: configuration.backlog)) == 0 else {
                throw BindError("listen", endpoint)
            }
            return ListeningSocket(descriptor: descriptor, bound: endpoint, file: SocketFile(path))
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Who may rename in the directory decides whom callers reach, and what they are asked for.
    private static func checkDirectory(of path: String, _ endpoint: Endpoint) throws(BindError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let directory = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
        var status = stat()
        // Where it is not there, bind says so.
        guard stat(directory, &status) == 0 else { return }
        guard status.st_uid == 0 || status.st_uid == geteuid() else {
            throw BindError(
                .unsafeDirectory, endpoint,
                "\(directory) belongs to uid \(status.st_uid), who could put another socket there")
        }
        guard status.st_mode & S_IWOTH == 0 || status.st_mode & S_ISVTX != 0 else {
            throw BindError(
                .unsafeDirectory, endpoint, "everybody may write in \(directory) and put another socket there")
        }
    }

    /// Makes way at `path`, or says why that must not be.
    private static func clear(_ path: String, _ address: UnixAddress, _ endpoint: Endpoint) throws(BindError) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw BindError("stat", endpoint)
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw BindError(.notASocket, endpoint, "there is a file that is no socket")
        }
        let probe = socket(AF_UNIX, SocketCalls.stream, 0)
        guard probe >= 0 else { throw BindError("socket", endpoint) }
        defer { close(probe) }
        let result = address.withPointer { connect(probe, $0, $1) }
        // Only a refusal proves that nobody listens; a full queue (EAGAIN) or missing rights do not.
        guard result != 0, errno == ECONNREFUSED else {
            throw BindError(.inUse, endpoint, "another server listens there")
        }
        guard unlink(path) == 0 || errno == ENOENT else { throw BindError("unlink", endpoint) }
    }

    // MARK: TCP

    private static func openTCP(
        _ host: String, _ port: Int, _ configuration: ListenerConfiguration, bound: (_ port: Int) -> Endpoint
    ) throws(BindError) -> ListeningSocket {
        let endpoint = configuration.endpoint
        let address: SocketAddress
        do {
            address = try SocketAddress.makeAddressResolvingHost(host, port: port)
        } catch {
            throw BindError(.failed, endpoint, "\(error)")
        }
        let descriptor = socket(address.protocol == .inet6 ? AF_INET6 : AF_INET, SocketCalls.stream, 0)
        guard descriptor >= 0 else { throw BindError("socket", endpoint) }
        do throws(BindError) {
            SocketCalls.set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
            // One listener, one family: `::` must not take the IPv4 port that another listener was given.
            if address.protocol == .inet6 { SocketCalls.set(descriptor, CInt(IPPROTO_IPV6), IPV6_V6ONLY, 1) }
            guard address.withSockAddr({ pointer, size in bind(descriptor, pointer, socklen_t(size)) }) == 0 else {
                throw BindError("bind", endpoint)
            }
            guard listen(descriptor, CInt(clamping: configuration.backlog)) == 0 else {
                throw BindError("listen", endpoint)
            }
            let real = SocketCalls.localPort(descriptor) ?? port
            return ListeningSocket(descriptor: descriptor, bound: bound(real), file: nil)
        } catch {
            close(descriptor)
            throw error
        }
    }
}

/// Which file a Unix socket is, so that another server's socket at the same path is not removed by us.
struct SocketFile: Equatable {
    private let path: String
    private let device: UInt
    private let inode: UInt

    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.path = path
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
    }

    func remove() {
        guard SocketFile(path) == self else { return }
        unlink(path)
    }
}

extension BindError {
    init(_ reason: Reason, _ endpoint: Endpoint, _ text: String, _ code: Int32? = nil) {
        self.init(reason: reason, endpoint: endpoint, description: "\(endpoint): \(text)", errnoCode: code)
    }

    init(_ call: String, _ endpoint: Endpoint, _ code: Int32 = errno) {
        let reason: Reason = code == EADDRINUSE ? .inUse : .failed
        self.init(reason, endpoint, "\(call): \(String(cString: strerror(code)))", code)
    }
}
