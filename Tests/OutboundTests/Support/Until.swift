// Waiting for what happens on other threads and at the other end of a socket.

struct TookTooLong: Error {}

/// Waits until it is so.
func untilTrue(_ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(60)
    while try await !condition() {
        guard ContinuousClock.now < end else { throw TookTooLong() }
        try await Task.sleep(for: .milliseconds(2))
    }
}
