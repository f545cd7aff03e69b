// The few socket calls that are made by hand, with the casts that Glibc's types need, in one place.

internal import Glibc
internal import NIOCore

enum SocketCalls {
    /// SOCK_STREAM, non-blocking, close-on-exec.
    static let stream = CInt(bitPattern: SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)

    static func close(_ descriptor: CInt) { _ = Glibc.close(descriptor) }

    static func set(_ descriptor: CInt, _ level: CInt, _ option: CInt, _ value: CInt) {
        var value = value
        _ = setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<CInt>.size))
    }

    /// Has the kernel end a TCP connection whose peer has acknowledged nothing for this long: what was sent to it, or, on
    /// a quiet connection, keepalive probes.
    static func noticeLoss(_ descriptor: CInt, within time: Duration) {
        let milliseconds = CInt(clamping: time.clampedNanoseconds / 1_000_000)
        let seconds = max(1, milliseconds / 1000)
        set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1)
        // Quiet for half of the time, then three probes in the other half.
        set(descriptor, CInt(IPPROTO_TCP), TCP_KEEPIDLE, max(1, seconds / 2))
        set(descriptor, CInt(IPPROTO_TCP), TCP_KEEPINTVL, max(1, seconds / 6))
        set(descriptor, CInt(IPPROTO_TCP), TCP_KEEPCNT, 3)
        set(descriptor, CInt(IPPROTO_TCP), TCP_USER_TIMEOUT, milliseconds)
    }

    static func get(_ descriptor: CInt, _ level: CInt, _ option: CInt) -> CInt? {
        var value: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        return getsockopt(descriptor, level, option, &value, &size) == 0 ? value : nil
    }

    /// Who is at the other end of a Unix socket: who connected, or who called listen (struct ucred).
    static func peerCredentials(_ descriptor: CInt) -> (pid: Int32, uid: UInt32, gid: UInt32)? {
        var credentials: (pid: Int32, uid: UInt32, gid: UInt32) = (0, .max, .max)
        var size = socklen_t(MemoryLayout.size(ofValue: credentials))
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0, credentials.uid != .max else {
            return nil
        }
        return credentials
    }

    static func localAddress(_ descriptor: CInt) -> (host: String, port: Int)? {
        guard let address = address({ getsockname(descriptor, $0, $1) }), let host = address.ipAddress,
            let port = address.port
        else { return nil }
        return (host, port)
    }

    /// The path of a Unix socket, `@` and the name of an abstract one; `nil` for all others.
    static func localPath(_ descriptor: CInt) -> String? {
        var address = sockaddr_un()
        var size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        guard result == 0, CInt(address.sun_family) == AF_UNIX else { return nil }
        let head = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? MemoryLayout<sa_family_t>.size
        return withUnsafeBytes(of: address.sun_path) { bytes in
            let name = bytes.prefix(max(0, Int(size) - head))
            guard name.first == 0 else { return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self) }
            return "@" + String(decoding: name.dropFirst(), as: UTF8.self)
        }
    }

    /// Bytes that have come in and were not read.
    static func unread(_ descriptor: CInt) -> Int {
        var count: CInt = 0
        return ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }

    static func localPort(_ descriptor: CInt) -> Int? {
        address { getsockname(descriptor, $0, $1) }?.port
    }

    /// `ip:port` of the other end.
    static func peerAddress(_ descriptor: CInt) -> String {
        guard let address = address({ getpeername(descriptor, $0, $1) }), let ip = address.ipAddress,
            let port = address.port
        else { return "" }
        return ip.contains(":") ? "[\(ip)]:\(port)" : "\(ip):\(port)"
    }

    private static func address(
        _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> CInt
    ) -> SocketAddress? {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            let result = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &size) }
            guard result == 0 else { return nil }
            switch CInt(pointer.pointee.ss_family) {
            case AF_INET:
                return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { SocketAddress($0.pointee) }
            case AF_INET6:
                return pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { SocketAddress($0.pointee) }
            default: return nil
            }
        }
    }
}

/// A path as the address of a Unix socket.
struct UnixAddress {
    private var address = sockaddr_un()

    /// `nil` for a path that does not fit (107 bytes) or has a NUL in it.
    init?(_ path: String) {
        let bytes = Array(path.utf8)
        guard !bytes.isEmpty, bytes.count < MemoryLayout.size(ofValue: address.sun_path), !bytes.contains(0) else {
            return nil
        }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
