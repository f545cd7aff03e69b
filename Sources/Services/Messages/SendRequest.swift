// What the requests of all sends have in common, so that there is one way from them into the outbox.

package import Codec
package import Contract

package protocol SendRequest: ProtoMessage {
    var queue: Queue { get }
    var scheduledAt: Timestamp? { get }
    var expiresAt: Timestamp? { get }
    var idempotencyKey: String { get set }
}

/// Of what goes to somebody.
package protocol ChatRequest: SendRequest {
    var recipient: String { get }
    var session: String { get }
    var sessionId: Int64 { get }
    var replyToId: Int64 { get }
    var userId: Int64 { get }
}

/// Of what does something to a message that is there already, and so goes where that is.
package protocol TargetRequest: SendRequest {}

extension SendTextRequest: ChatRequest {}
extension SendMediaRequest: ChatRequest {}
extension SendLocationRequest: ChatRequest {}
extension SendContactRequest: ChatRequest {}
extension SendPollRequest: ChatRequest {}
extension SendReactionRequest: TargetRequest {}
extension EditMessageRequest: TargetRequest {}
extension DeleteMessageRequest: TargetRequest {}
