// MessagesService.GetMedia, ListMedia and DeleteMedia: what files there are, and one less.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func getMedia(_ request: GetMediaRequest, context: CallContext) async throws -> Media {
        let media = try await file(request.id, context)
        try await reads.tell(context, .media(media))
        return Media(media)
    }

    package func listMedia(_ request: ListMediaRequest, context: CallContext) async throws -> ListMediaResponse {
        let owner = try Tenancy.filter(try context.principal, requested: request.userId) ?? 0
        // A token is good for this owner's list alone, whoever presents it.
        let filters = Array("user_id=\(owner)".utf8)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method,
            filters: filters, tokens: tokens)
        let (records, total) = try await store.read { db in
            (
                try db.media.list(
                    userID: owner, before: page.after?.first ?? .max, offset: Int(clamping: page.offset),
                    limit: page.size + 1),
                page.wantsTotal ? try db.media.count(userID: owner) : 0
            )
        }
        try await reads.tellOfMessages(context, of: owner == 0 ? nil : owner)
        var response = ListMediaResponse()
        response.media = records.prefix(page.size).map { Media($0) }
        response.totalSize = total
        if records.count > page.size, let last = response.media.last {
            response.nextPageToken = tokens.make(position: [last.id], method: context.method.path, filters: filters)
        }
        return response
    }

    package func deleteMedia(
        _ request: DeleteMediaRequest, context: CallContext
    ) async throws -> DeleteMediaResponse {
        let library = try library
        let principal = try context.principal
        let (id, now) = (request.id, clock.now())
        try await store.write { db in
            let media = try Self.visibleMedia(id, in: db, to: principal)
            if let message = try db.media.messageWaiting(for: id) {
                throw RPCError.make(
                    .conflict, "Message \(message) waits to be sent with it.",
                    hint: "Cancel the message first.", metadata: ["message_id": String(message)])
            }
            let names = try db.media.delete(id)
            try Audit.recordForeign(context, .media(media), before: Media(told: media), in: db, at: now)
            db.afterCommit { library.delete(names) }
        }
        return DeleteMediaResponse()
    }
}
