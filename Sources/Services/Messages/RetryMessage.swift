// MessagesService.RetryMessage: what waits for its next try goes at once, what failed or expired goes back into the queue
// under the same id, with a full set of attempts. What may have gone out is tried again only where the same id makes it
// the same message: on an engine that takes ours, within the link through which it was given out.

package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func retryMessage(_ request: RetryMessageRequest, context: CallContext) async throws -> Message {
        try await change(request.id, .retry, context) { message, session, now in
            switch message.status {
            case .pending: Self.refusal(message, at: now)
            case .failed, .expired:
                Self.refusal(message, session) ?? session.flatMap { Self.doubt(message, $0) }
            case .unknown:
                RPCError.make(
                    .conflict, "What became of the message is being found out.",
                    hint: "ResolveMessage settles it, where somebody knows.")
            default:
                RPCError.make(
                    .conflict, "The message is \(Self.word(message)): there is nothing to try again.",
                    metadata: ["status": Self.word(message)])
            }
        }
    }

    /// WhatsApp itself said until when: asking sooner costs the account.
    private static func refusal(_ message: MessageRecord, at now: Instant) -> RPCError? {
        guard message.holdReason == HoldReason.recipientColdRestricted.rawValue, let next = message.nextTryAt,
            next > now
        else { return nil }
        return RPCError.make(
            .recipientColdRestricted, "WhatsApp lets this account write to no stranger until then.",
            retryAfter: next - now)
    }

    /// Another try could be a second message.
    private static func doubt(_ message: MessageRecord, _ session: SessionRecord) -> RPCError? {
        let isSameMessage =
            DeliveryConfiguration.enginesTakingOurIDs.contains(session.engine) && message.epoch > session.linkEpoch
        guard message.failedWithOutcomeUnknown, !isSameMessage else { return nil }
        return RPCError.make(
            .conflict, "The message may have gone out: sent again, it could arrive twice.",
            hint: "ResolveMessage with RESEND sends it all the same.")
    }

    /// Why a message cannot go back into the queue.
    static func refusal(_ message: MessageRecord, _ session: SessionRecord?) -> RPCError? {
        guard message.direction == .outbound, let session else {
            return RPCError.make(.conflict, "The session that the message belonged to is gone.")
        }
        guard message.attempts < MessageLifecycle.mostAttempts else {
            return RPCError.make(.conflict, "The message was tried \(message.attempts) times: that is enough.")
        }
        do {
            _ = try Acceptance.hold(for: session, queue: .unspecified)
            return nil
        } catch {
            return ServiceErrors.map(error)
        }
    }
}
