// Suspends a task until something on an event loop resumes it, or the task is cancelled: what streams wait with, for items
// and for room. Whoever resumes first wins; the loop decides, so there is no race between an item and a cancellation.

internal import NIOCore

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class LoopWaiter<Value: Sendable>: @unchecked Sendable {
    private var continuation: CheckedContinuation<Value, any Error>?
    private var result: Result<Value, any Error>?

    private init() {}

    /// True when nobody waits here any more.
    var isDone: Bool { result != nil }

    /// - Parameter register: runs on the loop and keeps the waiter, or resumes it at once.
    static func wait(
        on loop: any EventLoop, _ register: @escaping @Sendable (LoopWaiter<Value>) -> Void
    ) async throws -> Value {
        let waiter = LoopWaiter()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                loop.runNow { waiter.suspended(continuation, register) }
            }
        } onCancel: {
            loop.execute { waiter.resume(with: .failure(CancellationError())) }
        }
    }

    /// On the loop. False when somebody was faster: then `result` was not taken.
    @discardableResult
    func resume(with result: Result<Value, any Error>) -> Bool {
        guard self.result == nil else { return false }
        self.result = result
        continuation?.resume(with: result)
        continuation = nil
        return true
    }

    private func suspended(_ continuation: CheckedContinuation<Value, any Error>, _ register: (LoopWaiter) -> Void) {
        if let result { return continuation.resume(with: result) }
        self.continuation = continuation
        register(self)
    }
}

extension EventLoop {
    /// Runs `work` at once where this is the loop's own thread, else as soon as it comes to it.
    func runNow(_ work: @escaping @Sendable () -> Void) {
        if inEventLoop { work() } else { execute(work) }
    }
}
