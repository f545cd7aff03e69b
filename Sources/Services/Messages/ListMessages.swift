// MessagesService.ListMessages: newest first, by page token or page number. Rows are read in small portions, because a
// page ends at 1 MiB, long before 200 of the largest messages.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func listMessages(
        _ request: ListMessagesRequest, context: CallContext
    ) async throws -> ListMessagesResponse {
        let principal = try context.principal
        let wanted = try MessageSelection(request)
        let userID = try Tenancy.filter(principal, requested: request.userId) ?? 0
        let bound = Self.bound(request, userID: userID)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method,
            filters: bound, tokens: tokens)
        let now = clock.now()
        let (rows, isLast, total) = try await store.read { db in
            let filter = try wanted.filter(request, userID: userID, principal: principal, in: db)
            let (rows, isLast) = try Self.rows(filter, page, at: now, in: db)
            return (rows, isLast, page.wantsTotal ? try db.messages.count(filter) : 0)
        }
        try await reads.tellOfMessages(context, of: userID == 0 ? nil : userID)
        return .with { response in
            response.messages = rows
            response.totalSize = total
            if !isLast, let last = rows.last {
                response.nextPageToken = tokens.make(position: [last.id], method: context.method.path, filters: bound)
            }
        }
    }

    /// What a page token is bound to: every argument but those that say which page.
    private static func bound(_ request: ListMessagesRequest, userID: Int64) -> [UInt8] {
        var filters = request
        filters.pageSize = 0
        filters.pageToken = ""
        filters.page = 0
        // Whose messages are meant, after the caller's rights: another caller's token is not taken.
        filters.userId = userID
        return filters.encoded()
    }

    /// The page's messages, and whether nothing comes after them.
    private static func rows(
        _ filter: MessageFilter, _ page: Page, at now: Instant, in db: Database
    ) throws -> (rows: [Message], isLast: Bool) {
        let portion = 32
        var rows: [Message] = []
        var holds = ShownHolds(in: db, at: now)
        var budget = PageBudget()
        var before = page.after?.first ?? .max
        var offset = Int(clamping: page.offset)
        while true {
            // One more than is wanted, to know whether there is one.
            let limit = min(portion, page.size + 1 - rows.count)
            let records = try db.messages.list(filter, before: before, offset: offset, limit: limit)
            for record in records {
                let message = Message(try holds.show(record))
                guard rows.count < page.size, budget.admits(bytes: message.size) else { return (rows, false) }
                rows.append(message)
            }
            guard records.count == limit, let last = records.last else { return (rows, true) }
            before = last.id
            offset = 0
        }
    }
}

extension Message {
    /// Encoded bytes.
    fileprivate var size: Int { pack { size, _ in size } }
}
