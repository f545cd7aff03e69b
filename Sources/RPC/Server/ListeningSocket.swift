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

    static func open(_ configuration: ListenerConfiguration) throws(BindError) -> ListeningSocket {
        switch configuration.endpoint {
        case .unix(let path): try openUnix(path, configuration)
        case .tcp(let host, let port): try openTCP(host, port, configuration)
        }
    }

    // MARK: Unix

    private static func openUnix(_ path: String, _ configuration: ListenerConfiguration) throws(BindError)
        -> ListeningSocket
    {
        let endpoint = configuration.endpoint
        guard let address = UnixAddress(path) else {
            throw BindError(.failed, endpoint, "the path of a Unix socket has 1 to 107 bytes")
        }
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

    private static func openTCP(_ host: String, _ port: Int, _ configuration: ListenerConfiguration) throws(BindError)
        -> ListeningSocket
    {
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
            return ListeningSocket(descriptor: descriptor, bound: .tcp(host: host, port: real), file: nil)
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
