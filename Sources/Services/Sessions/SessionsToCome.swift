// Methods of SessionsService that are being built: each says that it is not there yet.

package import Contract
package import RPC

extension SessionsService {
    private static var notYet: RPCError { RPCError.make(.notImplemented, "This method is not built yet.") }

    package func createSession(_ request: CreateSessionRequest, context: CallContext) async throws -> Session {
        throw Self.notYet
    }

    package func updateSession(_ request: UpdateSessionRequest, context: CallContext) async throws -> Session {
        throw Self.notYet
    }

    package func deleteSession(
        _ request: DeleteSessionRequest, context: CallContext
    ) async throws -> DeleteSessionResponse {
        throw Self.notYet
    }

    package func restartSession(_ request: RestartSessionRequest, context: CallContext) async throws -> Session {
        throw Self.notYet
    }

    package func logoutSession(_ request: LogoutSessionRequest, context: CallContext) async throws -> Session {
        throw Self.notYet
    }
}
