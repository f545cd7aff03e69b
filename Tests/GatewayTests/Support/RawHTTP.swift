// HTTP as bytes over a blocking socket: what is sent is exactly what the test says, and what comes back is all of it.
// It blocks on a thread of its own: the few threads that tests share are the ones that the server answers on.
import Dispatch
import Glibc
import NIOCore
import RPC

final class RawConnection: Sendable {
    struct Failure: Error {
        let call: String
        let code: Int32
    }

    private let descriptor: Int32
    private let thread = DispatchQueue(label: "raw connection")

    /// - Parameter receiveBuffer: what the system may hold of answers that are not read; nil: as much as it likes.
    init(to endpoint: Endpoint, receiveBuffer: Int32? = nil) throws {
        switch endpoint {
        case .tcp(_, let port), .tls(_, let port):
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            if var size = receiveBuffer {
                setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
            }
            // NIO's, because which module sockaddr_in belongs to depends on what was built first.
            let address = try SocketAddress(ipAddress: "127.0.0.1", port: port)
            try address.withSockAddr { pointer, size in
                guard connect(descriptor, pointer, socklen_t(size)) == 0 else {
                    throw Failure(call: "connect", code: errno)
                }
            }
        case .unix(let path):
            descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
            try connectTo(&address)
        }
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// From now on closing tells the peer with a reset, as a process that is killed with unread input does.
    func resetWhenClosed() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    private func connectTo<Address>(_ address: inout Address) throws {
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
        guard result == 0 else { throw Failure(call: "connect", code: errno) }
    }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure(call: "write", code: errno) }
    }

    /// Sends what the other side takes without waiting; how much that was.
    func sendSome(_ text: String) -> Int {
        let bytes = Array(text.utf8)
        return max(0, Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)))
    }

    /// Says that nothing more will be sent.
    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Everything until the server closes, or until `end` has come.
    func receive(until end: String? = nil) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            thread.async { continuation.resume(with: Swift.Result { try self.read(until: end) }) }
        }
    }

    /// What is there, at most `count` bytes; how many they were.
    func receiveSome(_ count: Int) async throws -> Int {
        try await withCheckedThrowingContinuation { continuation in
            thread.async {
                var chunk = [UInt8](repeating: 0, count: count)
                let got = Glibc.read(self.descriptor, &chunk, count)
                continuation.resume(with: got < 0 ? .failure(Failure(call: "read", code: errno)) : .success(got))
            }
        }
    }

    private func read(until end: String?) throws -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            guard count >= 0 else { throw Failure(call: "read", code: errno) }
            bytes += chunk.prefix(count)
            // By bytes: a text of all of it, made for each piece, would cost the square of its length.
            let isAtEnd = end.map { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) } ?? false
            if count == 0 || isAtEnd { return String(decoding: bytes, as: UTF8.self) }
        }
    }
}

/// One request on a connection of its own.
func request(_ endpoint: Endpoint, _ method: String, _ path: String) async throws -> String {
    let connection = try RawConnection(to: endpoint)
    try connection.send("\(method) \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    return try await connection.receive()
}
