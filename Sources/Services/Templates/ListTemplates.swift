// Lists templates, newest first: one's own, or all of them for an admin.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func listTemplates(
        _ request: ListTemplatesRequest, context: CallContext
    ) async throws -> ListTemplatesResponse {
        let owner = try Tenancy.filter(try context.principal, requested: request.userId) ?? 0
        if !request.name.isEmpty {
            var checks = FieldChecks()
            checks.templateName(request.name)
            try checks.finish()
        }
        // A token is good for this owner's list alone, whoever presents it.
        let filters = Array("user_id=\(owner)&name=\(request.name)".utf8)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method,
            filters: filters, tokens: tokens)
        let (templates, total) = try await store.read { db in
            (
                try db.templates.list(
                    userID: owner, name: request.name, before: page.after?.first ?? .max, offset: Int(page.offset),
                    limit: page.size + 1),
                page.wantsTotal ? try db.templates.count(userID: owner, name: request.name) : 0
            )
        }
        var response = ListTemplatesResponse()
        var budget = PageBudget()
        for record in templates.prefix(page.size) {
            let template = Template(record)
            guard budget.admits(bytes: template.encoded().count) else { break }
            response.templates.append(template)
        }
        response.totalSize = total
        if response.templates.count < templates.count, let last = response.templates.last {
            response.nextPageToken = tokens.make(position: [last.id], method: context.method.path, filters: filters)
        }
        return response
    }
}
