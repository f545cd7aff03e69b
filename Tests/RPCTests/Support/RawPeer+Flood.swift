// Much through a raw socket: bytes one by one, each in a write of its own, and frames by the hundred thousand.

import Dispatch
import Glibc

extension RawPeer {
    /// Each byte is a write of its own, which waits while the socket is full.
    func sendByteByByte(_ bytes: [UInt8]) async throws {
        let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
            writeQueue.async {
                let outcome = Result {
                    try bytes.withUnsafeBytes { all in
                        guard let start = all.baseAddress else { return }
                        for offset in 0..<all.count {
                            guard Glibc.send(self.descriptor, start + offset, 1, CInt(MSG_NOSIGNAL)) == 1 else {
                                throw RawPeerError.failed("send", errno)
                            }
                        }
                    }
                }
                continuation.resume(returning: outcome)
            }
        }
        try result.get()
    }

    /// Reads until `take` says that it has enough. Nothing else may read meanwhile.
    func receiveAll(
        _ take: @escaping @Sendable (_ stream: UInt32, _ flags: UInt8, _ data: ArraySlice<UInt8>) -> Bool
    ) async throws {
        let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result { try self.readAll(take) }) }
        }
        try result.get()
    }

    private func readAll(_ take: (UInt32, UInt8, ArraySlice<UInt8>) -> Bool) throws {
        var input: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&poller, 1, 30_000) > 0 else { throw RawPeerError.timeout }
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { throw RawPeerError.closedInFrame }
            input += piece[..<count]
            var start = 0
            while input.count - start >= 10 {
                let number = { (at: Int) in
                    UInt32(input[at]) << 24 | UInt32(input[at + 1]) << 16 | UInt32(input[at + 2]) << 8
                        | UInt32(input[at + 3])
                }
                let end = start + 10 + Int(number(start))
                guard input.count >= end else { break }
                if take(number(start + 4), input[start + 9], input[(start + 10)..<end]) { return }
                start = end
            }
            input.removeFirst(start)
        }
    }
}
