// Where text goes: a file descriptor, written to at once and without a buffer of our own, or a test's memory.
internal import Glibc
internal import Synchronization

protocol Sink: Sendable {
    /// Writes all of it.
    /// - Throws: `SinkClosed` when nobody reads any more.
    func write(_ text: String) throws
}

/// The other end of a pipe is gone, as after `rpcctl … | head -1`. No failure of ours: the program ends without a word.
struct SinkClosed: Error {}

/// The descriptor refused to take more, for a reason other than a closed pipe: a full disk, say.
struct SinkFailed: Error, CustomStringConvertible {
    let description: String
}

struct DescriptorSink: Sink {
    let descriptor: Int32

    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let written = Glibc.write(descriptor, start, rest.count)
                if written >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
                    continue
                }
                switch errno {
                case EINTR: continue
                case EAGAIN: try waitUntilWritable()
                case EPIPE: throw SinkClosed()
                default: throw SinkFailed(description: "cannot write: \(String(cString: strerror(errno)))")
                }
            }
        }
    }

    /// Somebody may have handed us a descriptor that does not block.
    private func waitUntilWritable() throws {
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        if poll(&entry, 1, -1) < 0, errno != EINTR {
            throw SinkFailed(description: "cannot write: \(String(cString: strerror(errno)))")
        }
    }
}

/// Keeps what was written.
final class MemorySink: Sink {
    private let kept = Mutex("")

    func write(_ text: String) { kept.withLock { $0 += text } }

    var text: String { kept.withLock { $0 } }
}
