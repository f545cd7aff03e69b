// A peer made of bytes: a plain socket that sends what it is told and takes frames apart, so that tests see what is really
// on the wire. Blocking calls run on a queue of their own, each with a timeout.

import Codec
import Dispatch
import Glibc

struct RawFrame: Equatable, CustomStringConvertible {
    var stream: UInt32
    var type: UInt8
    var flags: UInt8
    var data: [UInt8]

    var bytes: [UInt8] {
        [UInt32(data.count), stream].flatMap { value in
            (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
        }
            + [type, flags] + data
    }

    static func request(
        _ stream: UInt32, _ method: String, _ payload: [UInt8] = [], service: String = VectorsService.name,
        flags: UInt8 = 0, timeout: Int64 = 0, metadata: [(String, String)] = []
    ) -> RawFrame {
        var request = EnvelopeRequest()
        request.service = service
        request.method = method
        request.payload = payload
        request.timeoutNano = timeout
        request.metadata = metadata.map {
            var pair = EnvelopeKeyValue()
            (pair.key, pair.value) = $0
            return pair
        }
        return RawFrame(stream: stream, type: 1, flags: flags, data: request.encoded())
    }

    static func data(_ stream: UInt32, _ text: String, flags: UInt8 = 0) -> RawFrame {
        RawFrame(stream: stream, type: 3, flags: flags, data: StringValue(text).encoded())
    }

    static func end(_ stream: UInt32) -> RawFrame { RawFrame(stream: stream, type: 3, flags: 5, data: []) }

    static func response(_ stream: UInt32, _ text: String) -> RawFrame {
        var response = EnvelopeResponse()
        response.payload = StringValue(text).encoded()
        return RawFrame(stream: stream, type: 2, flags: 0, data: response.encoded())
    }

    var response: EnvelopeResponse? { try? EnvelopeResponse(decoding: data, limits: .response) }
    var code: Int32? { response.map { $0.status?.code ?? 0 } }
    /// The string in a Response's payload or a Data frame.
    var text: String? {
        let bytes = type == 2 ? response?.payload : data
        return bytes.flatMap { try? StringValue(decoding: $0, limits: .response) }?.value
    }
    /// The reason in a Response's ErrorInfo.
    var reason: String? { detail(ErrorInfo.self)?.reason }

    func detail<M: ProtoMessage>(_: M.Type) -> M? {
        let name = M.schema.name
        let detail = response?.status?.details.first { $0.typeUrl.hasSuffix("/" + name) }
        return detail.flatMap { try? M(decoding: $0.value, limits: .response) }
    }

    var description: String {
        let shown = data.count > 200 ? "\(data.count) bytes" : "\(text ?? "\(data)")"
        let status = type == 2 ? " code \(code ?? -1) \(response?.status?.message ?? "")" : ""
        return "frame(stream \(stream), type \(type), flags \(flags), \(shown)\(status))"
    }
}

extension StringValue {
    init(_ text: String) {
        self.init()
        value = text
    }
}

enum RawPeerError: Error { case timeout, failed(String, Int32), closedInFrame }

final class RawPeer: @unchecked Sendable {
    let descriptor: CInt
    let queue = DispatchQueue(label: "raw peer")
    let writeQueue = DispatchQueue(label: "raw peer writes")
    private var buffer: [UInt8] = []
    /// Where in `buffer` the next frame begins.
    private var start = 0
    private var isClosed = false

    init(descriptor: CInt) { self.descriptor = descriptor }

    /// Connects to a Unix socket.
    convenience init(unix path: String) throws {
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw RawPeerError.failed("connect", errno) }
        self.init(descriptor: descriptor)
    }

    /// Connects to a TCP port of this machine.
    convenience init(port: Int) throws {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw RawPeerError.failed("connect", errno) }
        self.init(descriptor: descriptor)
    }

    deinit { if !isClosed { Glibc.close(descriptor) } }

    /// Closes so that the other end of a TCP connection gets a reset.
    func reset() async {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        await close()
    }

    func close() async {
        await onQueue {
            if !self.isClosed { Glibc.close(self.descriptor) }
            self.isClosed = true
        }
    }

    /// Says that nothing more is sent, and goes on reading.
    func shutdownWriting() { shutdown(descriptor, CInt(SHUT_WR)) }

    func send(_ frames: RawFrame...) async throws { try await send(bytes: frames.flatMap(\.bytes)) }

    /// In pieces of `piece` bytes, each in a write of its own.
    func send(bytes: [UInt8], piece: Int = .max) async throws {
        let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
            writeQueue.async {
                continuation.resume(returning: Result { try self.write(bytes, piece) })
            }
        }
        try result.get()
    }

    private func write(_ bytes: [UInt8], _ piece: Int) throws {
        var offset = 0
        while offset < bytes.count {
            var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard poll(&poller, 1, 20_000) > 0 else { throw RawPeerError.timeout }
            let count = min(piece, bytes.count - offset)
            let sent = bytes.withUnsafeBytes { all in
                guard let start = all.baseAddress else { return 0 }
                return Glibc.send(descriptor, start + offset, count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
            }
            if sent < 0, errno == EAGAIN { continue }
            guard sent > 0 else { throw RawPeerError.failed("send", errno) }
            offset += sent
        }
    }

    /// The next frame, `nil` where the other end has closed.
    func receive(within milliseconds: Int = 20_000) async throws -> RawFrame? {
        let result: Result<RawFrame?, any Error> = await onQueue { Result { try self.readFrame(milliseconds) } }
        return try result.get()
    }

    /// True when nothing comes for this long, neither a frame nor the end.
    func isSilent(for milliseconds: Int) async throws -> Bool {
        do {
            _ = try await receive(within: milliseconds)
            return false
        } catch RawPeerError.timeout {
            return true
        }
    }

    private func readFrame(_ milliseconds: Int) throws -> RawFrame? {
        let end = DispatchTime.now() + .milliseconds(milliseconds)
        while true {
            if let frame = takeFrame() { return frame }
            let left = (Int64(end.uptimeNanoseconds) - Int64(DispatchTime.now().uptimeNanoseconds)) / 1_000_000
            var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&poller, 1, CInt(left)) > 0 else { throw RawPeerError.timeout }
            var piece = [UInt8](repeating: 0, count: 1 << 18)
            let count = recv(descriptor, &piece, piece.count, 0)
            if count == 0 || count < 0 && errno == ECONNRESET {
                if buffer.count == start { return nil }
                throw RawPeerError.closedInFrame
            }
            guard count > 0 else { throw RawPeerError.failed("recv", errno) }
            buffer.append(contentsOf: piece[..<count])
        }
    }

    private func takeFrame() -> RawFrame? {
        if start > 0, start == buffer.count || start > 1 << 20 {
            buffer.removeFirst(start)
            start = 0
        }
        let start = start
        guard buffer.count - start >= 10 else { return nil }
        let number = { (at: Int) in
            self.buffer[(start + at)..<(start + at + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        let end = start + 10 + Int(number(0))
        guard buffer.count >= end else { return nil }
        self.start = end
        return RawFrame(
            stream: number(4), type: buffer[start + 8], flags: buffer[start + 9],
            data: Array(buffer[(start + 10)..<end]))
    }

    private func onQueue<R: Sendable>(_ work: @escaping @Sendable () -> R) async -> R {
        await withCheckedContinuation { continuation in queue.async { continuation.resume(returning: work()) } }
    }
}

/// A server made of bytes: takes one connection after the other.
final class RawServer: Sendable {
    let path: String
    private let descriptor: CInt
    private let queue = DispatchQueue(label: "raw server")

    /// - Parameter backlog: how many may wait to be taken; the kernel adds one.
    init(path: String, backlog: CInt = 16) throws {
        self.path = path
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0, listen(descriptor, backlog) == 0 else { throw RawPeerError.failed("bind", errno) }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    func accept(within milliseconds: Int = 20_000) async throws -> RawPeer {
        let accepted: CInt = await withCheckedContinuation { continuation in
            queue.async {
                var poller = pollfd(fd: self.descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&poller, 1, CInt(milliseconds)) > 0 else { return continuation.resume(returning: -1) }
                continuation.resume(returning: Glibc.accept(self.descriptor, nil, nil))
            }
        }
        guard accepted >= 0 else { throw RawPeerError.timeout }
        return RawPeer(descriptor: accepted)
    }
}
