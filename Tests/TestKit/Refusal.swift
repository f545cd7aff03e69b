// What a call was refused with, for tests that ask for the reason.

package import RPC

/// The error that `body` was refused with; nil when it went through, or failed otherwise.
package func refusal(_ body: () async throws -> Void) async -> RPCError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? RPCError
    }
}
