// MessagesService.ResolveMessage: a person says what became of a message that nobody else could find out about. This
// frees whoever stands behind it in the line to the same recipient. RESEND is also for what was given up without anybody
// knowing.

package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func resolveMessage(_ request: ResolveMessageRequest, context: CallContext) async throws -> Message {
        switch request.resolution {
        case .sent, .failed, .resend: break
        case .unspecified: throw RPCError.validation("resolution", "is required")
        case .unrecognized: throw RPCError.validation("resolution", "is not known")
        }
        return try await change(request.id, .resolve(request.resolution), context) { message, session, now, db in
            guard message.status == .unknown || message.failedWithOutcomeUnknown else {
                return RPCError.make(
                    .conflict, "The message is \(Self.word(message)): there is nothing to resolve.",
                    metadata: ["status": Self.word(message)])
            }
            guard request.resolution == .resend else { return nil }
            return try Self.refusal(message, session) ?? Self.lateness(message, at: now, in: db)
                ?? Self.lostFile(message, in: db)
        }
    }
}
