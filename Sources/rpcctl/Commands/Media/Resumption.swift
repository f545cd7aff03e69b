// How often a transfer is gone on with after it was broken off: as long as it gets further, and some times more.
internal import Contract
internal import RPC

struct Resumption {
    /// Without getting further.
    static let most = 6

    private var failures = 0
    private var furthest: Int64 = -1

    /// Waits until it is worth trying again.
    /// - Parameter position: how far it is.
    /// - Throws: the error, where it is not.
    mutating func wait(after error: any Error, at position: Int64) async throws {
        guard let failure = error as? RPCError, Self.passes(failure) else { throw error }
        failures = position > furthest ? 0 : failures + 1
        furthest = max(furthest, position)
        guard failures < Self.most else { throw error }
        try await Task.sleep(for: failure.retryAfter ?? .milliseconds(250 << failures))
    }

    /// Lost or refused on the way, or by a server that is going down or has not noticed yet that the stream before is gone.
    private static func passes(_ error: RPCError) -> Bool {
        error.isLost || error.code == .unavailable || error.reason == Reason.conflict.word
            || error.reason == Reason.overloaded.word
    }
}
