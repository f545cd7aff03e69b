// Waiting for somebody else, but not for ever.

internal import Contract
internal import RPC

extension Clock {
    /// Does something that waits for another, but not for longer than this.
    /// - Throws: `late` with this message when the time is over, and what `body` throws.
    func within<T: Sendable>(
        _ limit: Duration, or late: Reason = .requestTimeout, _ message: String,
        _ body: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        try await withThrowingTaskGroup(of: T.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await self.sleep(for: limit)
                throw RPCError.make(late, message)
            }
            defer { group.cancelAll() }
            guard let done = try await group.next() else { throw CancellationError() }
            return done
        }
    }
}
