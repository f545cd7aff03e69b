// What tests wait with instead of sleeping.

import Synchronization

/// Opened once; whoever waits goes on. Waiting ends with the task's cancellation too, which is then thrown.
final class Latch: Sendable {
    private let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    private let isOpen = Mutex(false)

    func open() {
        isOpen.withLock { $0 = true }
        continuation.finish()
    }

    func wait() async throws {
        for await _ in stream {}
        if !isOpen.withLock({ $0 }) { throw CancellationError() }
    }
}

/// Counts and notes, from anywhere.
final class Notes: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    /// True once `line` is there; false when it is not within 5 s.
    func eventually(_ line: String) async -> Bool {
        for _ in 0..<1000 {
            if all.contains(line) { return true }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return false
    }
}
