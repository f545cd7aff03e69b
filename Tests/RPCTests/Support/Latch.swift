// What tests wait with instead of sleeping.

import Synchronization

@testable import RPC

/// Opened once; whoever waits goes on. Waiting ends with the task's cancellation too, which is then thrown.
final class Latch: Sendable {
    private let signal = DrainSignal()

    func open() { signal.set() }

    func wait() async throws {
        await signal.wait()
        if !signal.isSet { throw CancellationError() }
    }
}

/// Counts and notes, from anywhere.
final class Notes: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    /// True once `line` is there; false when it is not within 20 s.
    func eventually(_ line: String) async -> Bool {
        for _ in 0..<4000 {
            if all.contains(line) { return true }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return false
    }
}

/// A value that tests change from anywhere.
final class Box<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) { state = Mutex(value) }

    var value: Value { state.withLock { $0 } }

    func change(_ body: @Sendable (inout Value) -> Void) { state.withLock { body(&$0) } }
}
