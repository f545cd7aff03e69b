// Lists users, newest first, for admins.

internal import Codec
package import Contract
package import RPC
internal import Store

extension UsersService {
    package func listUsers(_ request: ListUsersRequest, context: CallContext) async throws -> ListUsersResponse {
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method, filters: [],
            tokens: pages)
        let (records, total) = try await store.read { db in
            (
                try db.users.list(before: page.after?.first ?? .max, offset: Int(page.offset), limit: page.size + 1),
                page.wantsTotal ? try db.users.count() : 0
            )
        }
        var response = ListUsersResponse()
        var budget = PageBudget()
        for record in records.prefix(page.size) {
            let user = User(record)
            guard budget.admits(bytes: user.encoded().count) else { break }
            response.users.append(user)
        }
        response.totalSize = total
        if response.users.count < records.count, let last = response.users.last {
            response.nextPageToken = pages.make(position: [last.id], method: context.method.path, filters: [])
        }
        return response
    }
}
