// SendMedia of a file that a URL names. It is fetched before the message is accepted, so that the answer says what is wrong, and
// when nothing else is wrong that can be known before: nobody's quota is for files that nothing is sent with.

internal import Codec
internal import Contract
internal import RPC
internal import Store

extension MessagesService {
    func sendFetched(_ request: SendMediaRequest, _ context: CallContext) async throws -> Message {
        let library = try library
        guard let source else {
            // rpcd always has one; a service that is made without (tests, embedders) says so.
            throw RPCError.make(.notImplemented, "This server fetches no files.")
        }
        var checks = FieldChecks()
        try KindChecks.media(request, &checks)
        if let fault = source.fault(of: request.mediaUrl) { checks.require(false, "media_url", fault) }
        if let known = try await repeated(request, context) { return known }
        let owner = try await owner(of: request, checks, context)
        let call = try IdempotentCall(request, field: \.idempotencyKey, context: context, secret: secret)
        let key = call.map { MediaSeats.FetchKey(userID: $0.userID, key: $0.key) }
        return try await library.seats.fetching(for: owner, key) {
            // Its twin may have ended between the first look and this one.
            if call != nil, let known = try await repeated(request, context) { return known }
            let errand = MediaLibrary.Errand(
                url: request.mediaUrl, ownerID: owner, kind: request.kind, fileName: request.fileName)
            let media = try await library.fetch(errand, from: source, context)
            do {
                let kind = MediaKind(rawValue: media.kind.rawValue)
                let content = KindChecks.media(request, media, as: kind, &checks)
                let message = try await accept(MessageDraft(request, content, checks), request, context)
                // The answer to another call of the same key has a file of its own.
                if message.kind?.mediaID != media.id { await library.drop(media, context) }
                return message
            } catch {
                await Task { await library.drop(media, context) }.value
                throw error
            }
        }
    }

    /// Whose session it is to go through, where all that can be said without the file says that it may.
    private func owner(
        of request: SendMediaRequest, _ found: FieldChecks, _ context: CallContext
    ) async throws -> Int64 {
        var checks = found
        let now = clock.now()
        let unseen = MediaRecord(
            userID: 0, kind: .unspecified, mimeType: "", fileName: "", size: 0, createdAt: now, sha256: [],
            storedName: "")
        let content = KindChecks.media(request, unseen, as: request.kind, &checks)
        // Without a kind nobody knows yet what the engine has to be able to send; a text it always is.
        let asText = Message.OneOfKind.text(.with { $0.mentions = request.mentions })
        let draft = try MessageDraft(request, request.kind == .unspecified ? asText : content, checks)
        let principal = try context.principal
        return try await store.read { db in try MessagePlan(draft, principal, at: now, in: db).session.userID }
    }
}

extension MediaLibrary {
    /// Takes back what was fetched for a message that is none.
    func drop(_ media: MediaRecord, _ context: CallContext) async {
        let now = clock.now()
        try? await store.write { [self] db in
            guard try db.media.messageWaiting(for: media.id) == nil else { return }
            let names = try db.media.delete(media.id)
            try Audit.recordForeign(context, .media(media), before: Media(told: media), in: db, at: now)
            db.afterCommit { [self] in delete(names) }
        }
    }
}
