// Methods of MessagesService that are being built: each says that it is not there yet.

package import Contract
package import RPC

extension MessagesService {
    private static var notYet: RPCError { RPCError.make(.notImplemented, "This method is not built yet.") }

    package func cancelMessage(_ request: CancelMessageRequest, context: CallContext) async throws -> Message {
        throw Self.notYet
    }

    package func retryMessage(_ request: RetryMessageRequest, context: CallContext) async throws -> Message {
        throw Self.notYet
    }

    package func resolveMessage(_ request: ResolveMessageRequest, context: CallContext) async throws -> Message {
        throw Self.notYet
    }
}
