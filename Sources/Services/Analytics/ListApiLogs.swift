// AnalyticsService.ListApiLogs: calls that were answered, newest first by page token or page number, or, after an id,
// oldest first: how a log is followed. A search for what has no index looks at a part of the log at a time, so a page can
// be short, or empty, and have a next one all the same. Following has no last page: its token says up to where was looked.

internal import Codec
package import Contract
package import RPC
internal import Store

extension AnalyticsService {
    package func listApiLogs(_ request: ListApiLogsRequest, context: CallContext) async throws -> ListApiLogsResponse {
        let principal = try context.principal
        let userID = try Tenancy.filter(principal, requested: request.userId) ?? 0
        try Self.check(request)
        let bound = Self.bound(request, userID: userID)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method,
            filters: bound, tokens: tokens)
        let selection = ApiLogRepository.Selection(
            userID: userID, method: request.method, status: request.status, requestID: request.requestId)
        let portion = try await store.read { db in
            if let after = Self.followed(request, page) {
                let (rows, searchedTo) = try db.apiLogs.following(selection, after: after, limit: page.size)
                var portion = Portion(rows)
                portion.position = -searchedTo
                return portion
            }
            return try Self.portion(of: selection, page, in: db)
        }
        return .with { response in
            response.apiLogs = portion.rows.map { ApiLog($0) }
            response.totalSize = portion.total
            if let next = portion.position {
                response.nextPageToken = tokens.make(position: [next], method: context.method.path, filters: bound)
            }
        }
    }

    private struct Portion: Sendable {
        let rows: [ApiLogRecord]
        var total: Int64 = 0
        /// Where the next page begins: before this id, or, where it is negative, after its amount. nil: this is the last.
        var position: Int64?

        init(_ rows: [ApiLogRecord]) { self.rows = rows }
    }

    /// The id after which a follower goes on; nil for whoever lists.
    private static func followed(_ request: ListApiLogsRequest, _ page: Page) -> Int64? {
        if request.afterId > 0 { return request.afterId }
        guard let position = page.after?.first, position < 0 else { return nil }
        return Int64(clamping: position.magnitude)
    }

    private static func portion(
        of selection: ApiLogRepository.Selection, _ page: Page, in db: Database
    ) throws -> Portion {
        // One more than is wanted, to know whether there is one.
        let limit = page.size + 1
        var searchedTo: Int64?
        let rows: [ApiLogRecord]
        if page.wantsTotal {
            rows = try db.apiLogs.page(selection, offset: Int(clamping: page.offset), limit: limit)
        } else {
            (rows, searchedTo) = try db.apiLogs.list(selection, before: page.after?.first ?? .max, limit: limit)
        }
        var portion = Portion(Array(rows.prefix(page.size)))
        portion.position = rows.count > page.size ? portion.rows.last?.id : searchedTo
        if page.wantsTotal { portion.total = try db.apiLogs.count(selection) }
        return portion
    }

    private static func check(_ request: ListApiLogsRequest) throws {
        var wrong: [RPCError.FieldViolation] = []
        if request.afterId < 0 { wrong.append(.init(field: "after_id", description: "must be an entry's id")) }
        if request.afterId > 0, !request.pageToken.isEmpty || request.page != 0 {
            wrong.append(.init(field: "after_id", description: "excludes page and page_token"))
        }
        if request.status != "OK", request.status != "error", !request.status.isEmpty,
            Reason(word: request.status) == nil
        {
            wrong.append(.init(field: "status", description: "must be OK, error, or a reason such as NOT_FOUND"))
        }
        guard wrong.isEmpty else { throw RPCError.validation(wrong) }
    }

    /// What a page token is bound to: every argument but those that say which page.
    private static func bound(_ request: ListApiLogsRequest, userID: Int64) -> [UInt8] {
        var filters = request
        filters.pageSize = 0
        filters.pageToken = ""
        filters.page = 0
        filters.afterId = 0
        // Whose calls are meant, after the caller's rights: another caller's token is not taken.
        filters.userId = userID
        return filters.encoded()
    }
}

extension ApiLog {
    init(_ record: ApiLogRecord) {
        self.init()
        id = record.id
        time = record.at.timestamp
        userId = record.userID
        keyPrefix = record.keyPrefix
        transport = record.transport
        method = record.method
        endpoint = record.endpoint
        status = record.status
        httpStatus = record.httpStatus
        latencyUs = record.latencyMicroseconds
        ip = record.ip
        requestId = record.requestID
    }
}
