// MessagesService.CancelMessage: takes back what has not been handed to a bridge. Decided in one write job with the
// change itself, so that it never meets a message half on its way.

package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func cancelMessage(_ request: CancelMessageRequest, context: CallContext) async throws -> Message {
        try await change(request.id, .cancel, context) { message, _, _, _ in
            switch message.status {
            case .scheduled, .pending, .cancelled: nil
            // It was cancelled, and may have gone out before.
            case .failed where message.errorMessage == MessageLifecycle.cancelledInDoubt: nil
            default:
                RPCError.make(
                    .messageNotCancellable, "The message is \(Self.word(message)): it cannot be taken back any more.",
                    metadata: ["status": Self.word(message)])
            }
        }
    }
}
