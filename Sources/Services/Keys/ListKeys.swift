// Lists keys, newest first: one's own, or all of them for an admin.

internal import Codec
package import Contract
package import RPC
internal import Store

extension KeysService {
    package func listKeys(_ request: ListKeysRequest, context: CallContext) async throws -> ListKeysResponse {
        let owner = try Tenancy.filter(try context.principal, requested: request.userId) ?? 0
        // A token is good for this owner's list alone, whoever presents it.
        let filters = Array("user_id=\(owner)".utf8)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method,
            filters: filters, tokens: pages)
        let (records, total) = try await store.read { db in
            (
                try db.keys.list(
                    userID: owner, before: page.after?.first ?? .max, offset: Int(page.offset), limit: page.size + 1),
                page.wantsTotal ? try db.keys.count(userID: owner) : 0
            )
        }
        var response = ListKeysResponse()
        var budget = PageBudget()
        for record in records.prefix(page.size) {
            let key = ApiKey(record)
            guard budget.admits(bytes: key.encoded().count) else { break }
            response.apiKeys.append(key)
        }
        response.totalSize = total
        if response.apiKeys.count < records.count, let last = response.apiKeys.last {
            response.nextPageToken = pages.make(position: [last.id], method: context.method.path, filters: filters)
        }
        return response
    }
}
