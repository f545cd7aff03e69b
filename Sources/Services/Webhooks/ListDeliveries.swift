// WebhooksService.ListDeliveries: what did not arrive at the first try, the newest event first. Of events no more than their
// types: what is in them was for the endpoint.

internal import Codec
package import Contract
package import RPC
internal import Store

extension WebhooksService {
    package func listDeliveries(
        _ request: ListDeliveriesRequest, context: CallContext
    ) async throws -> ListDeliveriesResponse {
        let principal = try context.principal
        let state = try Self.state(request.state)
        let id = request.id
        let filters = Array("id=\(id) state=\(request.state.rawValue)".utf8)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method,
            filters: filters, tokens: pages)
        let (records, total) = try await store.read { db -> ([DeliveryRecord], Int64) in
            _ = try Self.find(id, for: principal, in: db)
            return (
                try db.deliveries.list(
                    webhookID: id, state: state, before: page.after?.first ?? .max, offset: Int(page.offset),
                    limit: page.size + 1),
                page.wantsTotal ? try db.deliveries.count(webhookID: id, state: state) : 0
            )
        }
        var response = ListDeliveriesResponse()
        var budget = PageBudget()
        for record in records.prefix(page.size) {
            let delivery = Delivery(record, ids: dispatcher.sender.ids)
            guard budget.admits(bytes: delivery.encoded().count) else { break }
            response.deliveries.append(delivery)
        }
        response.totalSize = total
        if response.deliveries.count < records.count, let last = records.prefix(response.deliveries.count).last {
            response.nextPageToken = pages.make(
                position: [last.cursor], method: context.method.path, filters: filters)
        }
        return response
    }

    private static func state(_ given: DeliveryState) throws -> DeliveryRecord.State? {
        guard given != .unspecified else { return nil }
        guard let state = DeliveryRecord.State(rawValue: given.rawValue) else {
            throw RPCError.validation("state", "must be waiting, delayed, dead or delivered")
        }
        return state
    }
}
