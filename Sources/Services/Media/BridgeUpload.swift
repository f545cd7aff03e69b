// BridgeService.UploadMedia: the file that a bridge was asked for. As an upload of its session's owner, whose quota it is, but
// that nothing of it is kept where it breaks off, and that what it is decides its kind: it was sent, whatever it is. It is a
// file and shown on its message in one transaction, in which it is asked once more whether the bridge is still to bring it.

internal import Codec
package import Contract
package import RPC
internal import Store

extension BridgeService {
    package func uploadMedia(
        _ requests: RequestStream<BridgeUploadRequest>, responses: ResponseWriter<UploadMediaResponse>,
        context: CallContext
    ) async throws {
        let link = try caller(context)
        let library = try media.required
        let start = try await Self.start(requests, library)
        try await engine.store.read { db in
            try requireHolder(link, sessionID: start.sessionId, epoch: start.epoch, in: db)
        }
        let file = try awaited(start, link)
        try file.begin()
        let media: MediaRecord
        do {
            let draft = try UploadDraft(start, file)
            media = try await library.take(draft) { upload, written in
                var intake = UploadIntake(
                    upload: upload, draft: draft, file: written, library: library, isIncoming: true)
                try await intake.run(responses) {
                    // Nobody waits for the rest of it: not at its end alone, which may be far.
                    guard try awaited(start, link) === file else { throw Tenancy.notFound }
                    var items = requests.makeAsyncIterator()
                    guard let item = try await items.next() else { return nil }
                    guard case .chunk(let chunk) = item.item else {
                        throw RPCError.validation("chunk", "is missing in an item")
                    }
                    return chunk
                }
                return try await intake.finish(nil, file.asker) { made, db in
                    try requireHolder(link, sessionID: start.sessionId, epoch: start.epoch, in: db)
                    guard try awaited(start, link) === file else { throw Tenancy.notFound }
                    try made.show(onMessage: file.messageID, bridge: link.name, at: engine.clock.now(), in: db)
                }
            }
        } catch {
            file.failed(error)
            throw error
        }
        file.came(media)
        try await responses.write(
            .with {
                $0.offset = media.size
                $0.media = Media(media)
            })
    }

    private static func start(
        _ requests: RequestStream<BridgeUploadRequest>, _ library: MediaLibrary
    ) async throws -> BridgeUploadStart {
        let first = try await library.clock.within(library.settings.silence, "No first item came.") {
            var items = requests.makeAsyncIterator()
            return try await items.next()
        }
        guard case .start(let start) = first?.item else {
            throw RPCError.validation("start", "has to be in the first item")
        }
        return start
    }

    /// - Throws: NOT_FOUND where the bridge is to bring no file under this number.
    private func awaited(_ start: BridgeUploadStart, _ link: BridgeLink) throws -> AwaitedFile {
        let file = engine.errands.file(
            start.commandId, from: link.id, sessionID: start.sessionId, epoch: start.epoch)
        guard let file else { throw Tenancy.notFound }
        return file
    }
}

extension MediaLibrary {
    /// Takes one file in on one stream. What breaks off leaves nothing behind.
    fileprivate func take(
        _ draft: UploadDraft, _ body: (MediaUploadRecord, UploadFile) async throws -> MediaRecord
    ) async throws -> MediaRecord {
        guard case .upload(let upload) = try await begin(draft, nil) else { throw Tenancy.notFound }
        do {
            try await takeUpload(upload)
            defer { leaveUpload(upload.id) }
            let (folder, name) = (folder, upload.name)
            return try await body(upload, try await onDisk { try UploadFile(folder, name, from: 0) })
        } catch {
            // Whether or not this task was cancelled.
            await Task { await discard(upload) }.value
            throw (error as? Spoiled)?.reason ?? error
        }
    }
}

extension UploadDraft {
    /// - Throws: VALIDATION_ERROR, MEDIA_TOO_LARGE.
    fileprivate init(_ start: BridgeUploadStart, _ file: AwaitedFile) throws {
        var checks = FieldChecks()
        checks.require(start.size > 0, "start.size", "must be the file's, 1 or more")
        let hash = start.sha256.isEmpty ? nil : Hexadecimal.bytes(start.sha256)
        checks.require(start.sha256.isEmpty || hash?.count == 32, "start.sha256", "must be 64 hexadecimal digits")
        try checks.finish()
        guard start.size <= file.most else {
            throw RPCError.make(
                .mediaTooLarge, "The file has \(start.size) bytes; \(file.most) are taken.",
                metadata: ["limit": String(file.most)])
        }
        // Names and types are its sender's, and no reason to refuse it: what cannot be kept is left out.
        let names = [start.fileName, file.told.fileName]
        let types = [start.mimeType, file.told.mimeType]
        self.init(
            ownerID: file.ownerID, size: start.size, kind: file.told.kind,
            mimeType: types.first { !$0.isEmpty && Self.isType($0) } ?? "",
            fileName: names.first { !$0.isEmpty && Self.isFileName($0) } ?? "", sha256: hash)
    }
}

extension MediaRecord {
    /// Shows a file on the message that it came in with, and tells of it. What was told of it stands; what was not is filled
    /// in.
    /// - Throws: NOT_FOUND where the message is gone.
    fileprivate func show(onMessage id: Int64, bridge: String, at now: Instant, in db: Database) throws {
        guard let message = try db.messages.get(id) else { throw Tenancy.notFound }
        var shown = MessageBody.read(message)
        guard case .media(var content) = shown.kind else { throw Tenancy.notFound }
        content.mediaId = self.id
        if content.mimeType.isEmpty { content.mimeType = mimeType }
        if content.size == 0 { content.size = size }
        if content.sha256.isEmpty { content.sha256 = Hexadecimal.text(sha256) }
        shown.kind = .media(content)
        try db.messages.revise(id, content: message.content, body: MessageBody.bytes(shown), at: now)
        var entry = TimelineEntry()
        entry.at = now.timestamp
        entry.from = MessageStatus(rawValue: message.status.rawValue)
        entry.to = entry.from
        entry.cause = "media_fetched"
        entry.bridge = bridge
        try EventLog.append(
            db, type: "message.\(entry.cause)", userID: message.userID, sessionID: message.sessionID, messageID: id,
            body: entry, at: now)
    }
}
