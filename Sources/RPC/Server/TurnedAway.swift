// Connections that are not taken. ttrpc has no frame that speaks of a connection, so the reason goes out as the answer to
// the call that a client will begin with, on stream 1; then the end, and a moment for the peer to read both: closing at
// once, with its request unread, would make the kernel throw the answer away. Bounded: in a flood there is no such moment.

internal import Dispatch
internal import Glibc
internal import NIOCore
internal import Synchronization

final class TurnedAway: Sendable {
    private let queue = DispatchQueue(label: "switchboard.rpc.turned-away")
    private let waiting = Mutex(0)
    private let errorDomain: String

    /// Descriptors that wait for their peers at once.
    private static let most = 16
    private static let moment = DispatchTimeInterval.milliseconds(500)

    init(errorDomain: String) { self.errorDomain = errorDomain }

    /// - Parameter says: false where a frame would mean nothing to the peer (TLS), and where every descriptor counts.
    func turnAway(_ descriptor: CInt, _ error: RPCError, says: Bool) {
        turnAway(descriptor, saying: says ? frame(error) : nil)
    }

    /// - Parameter bytes: `nil` where nothing is to be said.
    func turnAway(_ descriptor: CInt, saying bytes: ByteBuffer?) {
        guard let bytes, tell(descriptor, bytes), reserve() else { return SocketCalls.close(descriptor) }
        shutdown(descriptor, CInt(SHUT_WR))
        queue.asyncAfter(deadline: .now() + Self.moment) {
            SocketCalls.close(descriptor)
            self.waiting.withLock { $0 -= 1 }
        }
    }

    private func frame(_ error: RPCError) -> ByteBuffer {
        var frame = ByteBuffer()
        FrameWriter.writeStatus(
            stream: 1, StatusCoding.encode(error, domain: errorDomain), metadata: [:], into: &frame)
        return frame
    }

    private func tell(_ descriptor: CInt, _ bytes: ByteBuffer) -> Bool {
        bytes.withUnsafeReadableBytes { bytes in
            send(descriptor, bytes.baseAddress, bytes.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
                == bytes.count
        }
    }

    private func reserve() -> Bool {
        waiting.withLock { waiting in
            guard waiting < Self.most else { return false }
            waiting += 1
            return true
        }
    }
}
