// MessagesService.SendLocation, SendContact, SendPoll: what goes to somebody and is no text.

package import Contract
package import RPC

extension MessagesService {
    package func sendLocation(_ request: SendLocationRequest, context: CallContext) async throws -> Message {
        var checks = FieldChecks()
        let place = KindChecks.location(request, &checks)
        return try await accept(MessageDraft(request, place, checks), request, context)
    }

    package func sendContact(_ request: SendContactRequest, context: CallContext) async throws -> Message {
        var checks = FieldChecks()
        let cards = KindChecks.contact(request, &checks)
        return try await accept(MessageDraft(request, cards, checks), request, context)
    }

    package func sendPoll(_ request: SendPollRequest, context: CallContext) async throws -> Message {
        var checks = FieldChecks()
        let poll = KindChecks.poll(request, &checks)
        return try await accept(MessageDraft(request, poll, checks), request, context)
    }
}
