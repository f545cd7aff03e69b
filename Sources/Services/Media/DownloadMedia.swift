// MessagesService.DownloadMedia, and BridgeService's of the same name: whose file it is decides for people; for a bridge, whether
// it was given a send of it.

package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func downloadMedia(
        _ request: DownloadMediaRequest, responses: ResponseWriter<DownloadMediaResponse>, context: CallContext
    ) async throws {
        let library = try library
        let media = try await file(request.id, context)
        try await reads.tell(context, .media(media))
        let reader = MediaSeats.Reader.user(try context.principal.userID ?? 0)
        try await library.give(media, from: request.offset, length: request.length, to: reader, responses)
    }

    /// The caller's file of that id.
    /// - Throws: NOT_FOUND, the same for what does not exist and for what is somebody else's.
    func file(_ id: Int64, _ context: CallContext) async throws -> MediaRecord {
        let principal = try context.principal
        return try await store.read { db in try Self.visibleMedia(id, in: db, to: principal) }
    }

    static func visibleMedia(_ id: Int64, in db: Database, to principal: Principal) throws -> MediaRecord {
        guard let media = try db.media.get(id) else { throw Tenancy.notFound }
        try Tenancy.visible(ownerID: media.userID, to: principal)
        return media
    }
}

extension BridgeService {
    package func downloadMedia(
        _ request: BridgeDownloadRequest, responses: ResponseWriter<DownloadMediaResponse>, context: CallContext
    ) async throws {
        let link = try caller(context)
        let library = try media.required
        let (session, epoch, id) = (request.sessionId, request.epoch, request.mediaId)
        let given = try await engine.store.read { db in
            try requireHolder(link, sessionID: session, epoch: epoch, in: db)
            guard try db.media.isGiven(id, sessionID: session, epoch: epoch), let record = try db.media.get(id) else {
                throw Tenancy.notFound
            }
            return record
        }
        try await library.give(given, from: request.offset, to: .bridges, responses)
    }
}
