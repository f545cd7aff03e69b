// MessagesService.SendMedia: a file that is here, or is fetched first (SendMedia+URL), sent with a caption. What is said of the file in the message is what the
// rows say, never the caller; that it stays until it was sent is held in the job that accepts the message (AcceptMessage).

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func sendMedia(_ request: SendMediaRequest, context: CallContext) async throws -> Message {
        guard request.mediaUrl.isEmpty else { return try await sendFetched(request, context) }
        let library = try library
        var checks = FieldChecks()
        try KindChecks.media(request, &checks)
        // A repeat is answered as the first call was, whatever became of the file since.
        if let known = try await repeated(request, context) { return known }
        let file = try await file(of: request, context)
        let kind = try Self.kind(request.kind, of: file, library.settings)
        let content = KindChecks.media(request, file, as: kind, &checks)
        return try await accept(MessageDraft(request, content, checks), request, context)
    }

    /// The file that it names. Of an admin's call the session says whose it must be, and is asked in the write job.
    private func file(of request: SendMediaRequest, _ context: CallContext) async throws -> MediaRecord {
        let principal = try context.principal
        let id = request.mediaId
        let media = try await store.read { db in try db.media.get(id) }
        // The same for what does not exist, is gone, or is somebody else's.
        guard let media, principal.isAdmin || media.userID == principal.userID else { throw KindChecks.noFile }
        return media
    }

    /// As what it is sent: judged once more, for it may have been uploaded as something else, under other limits.
    private static func kind(
        _ wanted: MediaKind, of media: MediaRecord, _ settings: MediaSettings
    ) throws -> MediaKind {
        let asked = wanted == .unspecified ? MediaKind(rawValue: media.kind.rawValue) : wanted
        let verdict = try MediaTypeRules.judge(sniffed: media.mimeType, claimed: "", wanted: asked)
        try UploadDraft.check(size: media.size, of: verdict.kind, settings)
        return verdict.kind
    }

    /// The answer to the first call of the same key; nil: there was none.
    func repeated(_ request: SendMediaRequest, _ context: CallContext) async throws -> Message? {
        let call = try IdempotentCall(request, field: \.idempotencyKey, context: context, secret: secret)
        guard let call else { return nil }
        let now = clock.now()
        return try await store.read { db in
            guard let id = try call.answer(.message, in: db, at: now) else { return nil }
            return Message(try Self.firstAnswer(id, in: db))
        }
    }
}
