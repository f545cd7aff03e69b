// MessagesService.FetchMedia: the file of a message that came in. Files stay with WhatsApp, which keeps them for weeks, until
// somebody wants one: then the bridge that carries the session gets it and brings it (BridgeService.UploadMedia), now or
// not at all.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func fetchMedia(_ request: FetchMediaRequest, context: CallContext) async throws -> Media {
        let library = try library
        let id = request.messageId
        if let here = try await wanted(id, context).here { return try await told(here, context) }
        let (media, isFirst) = try await library.flights.run(id) { try await fetch(id, context, into: library) }
        return isFirst ? Media(media) : try await told(media, context)
    }

    private func told(_ media: MediaRecord, _ context: CallContext) async throws -> Media {
        try await reads.tell(context, .media(media))
        return Media(media)
    }

    /// A message whose file is asked for, and all that there is of it.
    private struct Wanted: Sendable {
        let message: MessageRecord
        let content: MediaContent
        let session: SessionRecord?
        let ref: [UInt8]
        /// It was fetched, and is there still.
        let here: MediaRecord?
    }

    /// - Throws: NOT_FOUND, VALIDATION_ERROR.
    private func wanted(_ id: Int64, _ context: CallContext) async throws -> Wanted {
        let principal = try context.principal
        let now = clock.now()
        return try await store.read { db in
            let message = try Self.visible(id, in: db, to: principal)
            guard message.direction == .inbound else {
                throw RPCError.validation("message_id", "is no message that came in")
            }
            guard case .media(let content) = MessageBody.read(message).kind else {
                throw RPCError.validation("message_id", "is a message without a file")
            }
            let session = message.sessionID == 0 ? nil : try db.sessions.get(message.sessionID)
            let known = content.mediaId == 0 ? nil : try db.media.get(content.mediaId)
            let here = known.flatMap { media in
                // What has expired may be gone at the next moment.
                media.userID == message.userID && media.expiresAt.map { $0 > now } ?? true ? media : nil
            }
            if here == nil, let session, message.isOfFormerAccount(of: session) {
                throw RPCError.validation(
                    "message_id", "came in for the account that the session was linked to before")
            }
            return Wanted(
                message: message, content: content, session: session, ref: try db.media.ref(ofMessage: id), here: here)
        }
    }

    private func fetch(_ id: Int64, _ context: CallContext, into library: MediaLibrary) async throws -> MediaRecord {
        // Another's may have landed between the first look and this one.
        let wanted = try await wanted(id, context)
        if let here = wanted.here {
            try await reads.tell(context, .media(here))
            return here
        }
        guard let session = wanted.session, let engine else {
            throw RPCError.make(.sessionNotConnected, "The session that the message came in through is gone.")
        }
        let settings = library.settings
        // What is not what WhatsApp says it is becomes a document.
        let most = max(settings.limit(of: wanted.content.kind), settings.limit(of: .document))
        guard wanted.content.size <= most else {
            throw RPCError.make(
                .mediaTooLarge, "The file has \(wanted.content.size) bytes; \(most) are taken.",
                metadata: ["limit": String(most)])
        }
        let file = AwaitedFile(
            messageID: id, ownerID: session.userID, told: wanted.content, most: most, asker: context)
        return try await library.seats.fetching(for: session.userID, nil) {
            try await engine.fetch(file, of: wanted.message, ref: wanted.ref, session, within: settings.fetchTime)
        }
    }
}

extension DeliveryEngine {
    /// Has a bridge bring the file of a message that came in.
    /// - Throws: what `ask` does, and why we did not take what it brought.
    fileprivate func fetch(
        _ file: AwaitedFile, of message: MessageRecord, ref: [UInt8], _ session: SessionRecord, within limit: Duration
    ) async throws -> MediaRecord {
        var told = file.told
        told.mediaId = 0
        let content = told
        do {
            try await ask("fetch_media", of: session, within: limit, or: .deadlineExceeded, for: file) {
                number, epoch, milliseconds in
                .fetchMedia(
                    .with {
                        $0.commandId = number
                        $0.sessionId = session.id
                        $0.epoch = epoch
                        $0.timeoutMs = milliseconds
                        $0.message = MessageRef(message)
                        $0.mediaRef = ref
                        $0.media = content
                        $0.maxBytes = file.most
                    })
            }
        } catch {
            // It is here, whatever became of the bridge after that.
            if let media = file.media { return media }
            throw file.refusal ?? error
        }
        guard let media = file.media else {
            throw RPCError.make(
                .mediaFetchFailed, "The bridge said that it was done, and brought no file.", retryAfter: .seconds(10))
        }
        return media
    }
}
