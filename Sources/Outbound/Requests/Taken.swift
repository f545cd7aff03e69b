// What has come of an answer so far, for two that look at it: who takes it, and who waits for it no longer.

internal import NIOCore
internal import Synchronization

final class Taken: Sendable {
    private let state = Mutex<[UInt8]>([])

    var bytes: [UInt8] { state.withLock { $0 } }

    /// False where that is more than `most`; what there is of it up to there is taken.
    func add(_ part: ByteBuffer, _ most: Int) -> Bool {
        state.withLock { bytes in
            let room = most - bytes.count
            bytes += part.readableBytesView.prefix(room)
            return part.readableBytes <= room
        }
    }
}
