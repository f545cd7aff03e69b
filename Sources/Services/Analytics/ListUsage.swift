// AnalyticsService.ListUsage: a row per user and day or month, newest first, by page token or page number.

internal import Codec
package import Contract
package import RPC
internal import Store

extension AnalyticsService {
    package func listUsage(_ request: ListUsageRequest, context: CallContext) async throws -> ListUsageResponse {
        let principal = try context.principal
        let userID = try Tenancy.filter(principal, requested: request.userId) ?? 0
        let days = try Self.days(request)
        let bound = Self.bound(request, userID: userID)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, columns: 2, method: context.method,
            filters: bound, tokens: tokens)
        let period: UsagePeriod = request.monthly ? .month : .day
        let last = page.after.map { UsageKey(userID: $0[1], day: $0[0]) }
        let (rows, total) = try await store.read { db in
            // One more than is wanted, to know whether there is one.
            let rows = try db.usage.list(
                period, userID: userID, days: days, before: last, offset: Int(clamping: page.offset),
                limit: page.size + 1)
            return (rows, page.wantsTotal ? try db.usage.count(period, userID: userID, days: days) : 0)
        }
        return .with { response in
            let shown = rows.prefix(page.size)
            response.usage = shown.map { UsageStats($0) }
            response.totalSize = total
            if rows.count > page.size, let last = shown.last {
                response.nextPageToken = tokens.make(
                    position: [last.key.day, last.key.userID], method: context.method.path, filters: bound)
            }
        }
    }

    /// The days that are asked for.
    /// - Throws: VALIDATION_ERROR for what is no day, and for days in the wrong order.
    private static func days(_ request: ListUsageRequest) throws -> ClosedRange<Int64> {
        var wrong: [RPCError.FieldViolation] = []
        func day(_ text: String, _ field: String, _ absent: Int64) -> Int64 {
            if text.isEmpty { return absent }
            if let day = CalendarDay.parse(text) { return day }
            wrong.append(.init(field: field, description: "must be a day such as 2026-01-31"))
            return absent
        }
        let first = day(request.fromDate, "from_date", CalendarDay.all.lowerBound)
        let last = day(request.toDate, "to_date", CalendarDay.all.upperBound)
        if wrong.isEmpty, first > last {
            wrong.append(.init(field: "to_date", description: "is before from_date"))
        }
        guard wrong.isEmpty else { throw RPCError.validation(wrong) }
        return first...last
    }

    /// What a page token is bound to: every argument but those that say which page.
    private static func bound(_ request: ListUsageRequest, userID: Int64) -> [UInt8] {
        var filters = request
        filters.pageSize = 0
        filters.pageToken = ""
        filters.page = 0
        // Whose usage is meant, after the caller's rights: another caller's token is not taken.
        filters.userId = userID
        return filters.encoded()
    }
}
