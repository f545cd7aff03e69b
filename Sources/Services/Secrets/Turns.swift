// One after the other, in the order in which they came, across suspensions.

internal import Synchronization

final class Turns: Sendable {
    private let last = Mutex<Task<Void, Never>?>(nil)

    /// Runs `body` when all that came before is done, whatever became of it. It goes on to its end, whether or not somebody
    /// waits for it.
    func take<T: Sendable>(_ body: @escaping @Sendable () async throws -> T) async throws -> T {
        let task = last.withLock { last in
            let before = last
            let task = Task {
                await before?.value
                return try await body()
            }
            last = Task { _ = await task.result }
            return task
        }
        return try await task.value
    }
}
