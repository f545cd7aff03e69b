// Lines from a descriptor, one at a time, without holding up the threads that tasks run on.
internal import Dispatch
internal import Glibc
internal import Synchronization

final class LineReader: Sendable {
    /// More than a frame can carry.
    private static let longestLine = 8 << 20

    private let descriptor: Int32
    private let queue = DispatchQueue(label: "rpcctl.stdin")
    private let waiting = Mutex<[UInt8]>([])

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// The next line without its end; nil when there are no more. Empty lines are skipped.
    func next() async throws -> [UInt8]? {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.read() }) }
        }
    }

    private func read() throws -> [UInt8]? {
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            if let line = takeLine() {
                if line.isEmpty { continue }
                return line
            }
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw InputError(path: "stdin", errno: errno)
            }
            if count == 0 {
                let rest = waiting.withLock { buffer in
                    defer { buffer = [] }
                    return buffer
                }
                return rest.isEmpty ? nil : rest
            }
            let length = waiting.withLock { buffer in
                buffer.append(contentsOf: chunk[..<count])
                return buffer.count
            }
            guard length <= Self.longestLine else { throw InputError(description: "a line on stdin is too long") }
        }
    }

    private func takeLine() -> [UInt8]? {
        waiting.withLock { buffer in
            guard let end = buffer.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            var line = Array(buffer[..<end])
            buffer.removeFirst(end + 1)
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            return line
        }
    }
}
