// Lists webhooks, newest first: one's own, or all of them for an admin.

internal import Codec
package import Contract
package import RPC
internal import Store

extension WebhooksService {
    package func listWebhooks(
        _ request: ListWebhooksRequest, context: CallContext
    ) async throws -> ListWebhooksResponse {
        let owner = try Tenancy.filter(try context.principal, requested: request.userId) ?? 0
        // A token is good for this owner's list alone, whoever presents it.
        let filters = Array("user_id=\(owner)".utf8)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method,
            filters: filters, tokens: pages)
        let (now, box) = (clock.now(), box)
        let (webhooks, total) = try await store.read { db in
            (
                try db.webhooks.list(
                    userID: owner, before: page.after?.first ?? .max, offset: Int(page.offset), limit: page.size + 1
                ).map { try Webhook($0, box: box, at: now, in: db) },
                page.wantsTotal ? try db.webhooks.count(userID: owner) : 0
            )
        }
        var response = ListWebhooksResponse()
        var budget = PageBudget()
        for webhook in webhooks.prefix(page.size) {
            guard budget.admits(bytes: webhook.encoded().count) else { break }
            response.webhooks.append(webhook)
        }
        response.totalSize = total
        if response.webhooks.count < webhooks.count, let last = response.webhooks.last {
            response.nextPageToken = pages.make(position: [last.id], method: context.method.path, filters: filters)
        }
        return response
    }
}
