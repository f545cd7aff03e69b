// A peer made of bytes, for crowds of peers that mean no good: a plain socket without a task or a buffer of its own, so that
// thousands are cheap. What it sends need not be whole, and how it leaves is the point.

import Codec
import Foundation

#if canImport(Glibc)
import Glibc
#endif

enum Door: Sendable {
    case unix(String)
    case tcp(port: UInt16)
}

struct HostilePeer {
    let descriptor: CInt

    /// Nil where it is not let in.
    init?(_ door: Door) {
        switch door {
        case .unix(let path):
            descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            guard Self.connects(descriptor, &address) else { return nil }
        case .tcp(let port):
            descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
            guard Self.connects(descriptor, &address) else { return nil }
        }
    }

    private static func connects<Address>(_ descriptor: CInt, _ address: inout Address) -> Bool {
        let size = socklen_t(MemoryLayout<Address>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        if result != 0 { Glibc.close(descriptor) }
        return result == 0
    }

    /// As much as the socket takes within the time; returns how much that was.
    @discardableResult
    func send(_ bytes: some Collection<UInt8>, within milliseconds: Int32 = 100) -> Int {
        let bytes = Array(bytes)
        var offset = 0
        while offset < bytes.count {
            let sent = bytes.withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress.map { $0 + offset }, bytes.count - offset,
                    CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
            }
            if sent > 0 {
                offset += sent
                continue
            }
            guard sent < 0, errno == EAGAIN else { break }
            var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard poll(&poller, 1, milliseconds) > 0 else { break }
        }
        return offset
    }

    /// What is there, waiting for the first of it; empty at the end, nil when nothing comes.
    func receive(within milliseconds: Int32) -> [UInt8]? {
        var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&poller, 1, milliseconds) > 0 else { return nil }
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        let count = recv(descriptor, &piece, piece.count, 0)
        return Array(piece.prefix(max(0, count)))
    }

    func shutdownWriting() { shutdown(descriptor, CInt(SHUT_WR)) }

    func close() { Glibc.close(descriptor) }

    /// Over TCP the other end gets a reset.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        close()
    }
}

/// Frames as bytes.
enum HostileFrame {
    static func bytes(_ stream: UInt32, type: UInt8, flags: UInt8 = 0, _ data: [UInt8]) -> [UInt8] {
        [UInt32(data.count), stream].flatMap { value in
            (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
        } + [type, flags] + data
    }

    /// - Parameter path: `service/Method`.
    static func request(
        _ stream: UInt32, _ path: String, _ payload: [UInt8] = [], flags: UInt8 = 0, key: String = ""
    ) -> [UInt8] {
        let parts = path.split(separator: "/").map(String.init)
        var request = EnvelopeRequest()
        request.service = parts[0]
        request.method = parts[1]
        request.payload = payload
        if !key.isEmpty {
            var pair = EnvelopeKeyValue()
            (pair.key, pair.value) = ("authorization", "ApiKey \(key)")
            request.metadata = [pair]
        }
        return bytes(stream, type: 1, flags: flags, request.encoded())
    }
}

/// The same numbers each time.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(sides))
    }
}
