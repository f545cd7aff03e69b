// AuditService.ListAuditLog: newest first, by page token or page number. A search for what has no index looks at a part of
// the log at a time, so a page can be short, or empty, and have a next one all the same.

internal import Codec
package import Contract
package import RPC
internal import Store

extension AuditService {
    package func listAuditLog(
        _ request: ListAuditLogRequest, context: CallContext
    ) async throws -> ListAuditLogResponse {
        let selection = try Self.selection(request)
        let bound = Self.bound(request)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, columns: 2, method: context.method,
            filters: bound, tokens: tokens)
        let position = page.after.map { AuditRepository.Position(at: $0[0], id: $0[1]) } ?? .start
        let (rows, searchedTo, total) = try await store.read { db in
            // One more than is wanted, to know whether there is one.
            let (rows, searchedTo) = try db.audit.list(
                selection, before: position, offset: Int(clamping: page.offset), limit: page.size + 1)
            return (rows, searchedTo, page.wantsTotal ? try db.audit.count(selection) : 0)
        }
        var response = ListAuditLogResponse()
        var budget = PageBudget()
        for row in rows.prefix(page.size) {
            let entry = AuditEntry(row)
            guard budget.admits(bytes: entry.encoded().count) else { break }
            response.entries.append(entry)
        }
        response.totalSize = total
        var next = searchedTo
        if response.entries.count < rows.count, let last = rows.prefix(response.entries.count).last {
            next = AuditRepository.Position(at: last.at.microseconds, id: last.id)
        }
        if let next {
            response.nextPageToken = tokens.make(
                position: [next.at, next.id], method: context.method.path, filters: bound)
        }
        return response
    }

    private static func selection(_ request: ListAuditLogRequest) throws -> AuditRepository.Selection {
        var checks = FieldChecks()
        checks.require(request.userId >= 0, "user_id", "must be a user's id")
        checks.require(request.userId == 0 || request.who.isEmpty, "who", "and user_id exclude each other")
        checks.require(request.targetId >= 0, "target_id", "must be an id")
        checks.require(request.targetId == 0 || !request.targetKind.isEmpty, "target_kind", "must go with target_id")
        let outcome = request.outcome
        checks.require(
            outcome.isEmpty || outcome == "OK" || outcome == "error" || Reason(word: outcome) != nil, "outcome",
            "must be OK, error, or a reason such as RATE_LIMITED")
        let since = request.since.map { Instant($0) }
        let until = request.until.map { Instant($0) }
        checks.require(since != .some(nil), "since", "is no time")
        checks.require(until != .some(nil), "until", "is no time")
        try checks.finish()
        var selection = AuditRepository.Selection()
        selection.who = request.userId != 0 ? "user(\(request.userId))" : request.who
        selection.method = request.method
        selection.targetKind = request.targetKind
        selection.targetID = request.targetId
        selection.outcome = outcome
        selection.since = since ?? nil
        selection.until = until ?? nil
        return selection
    }

    /// What a page token is bound to: every argument but those that say which page.
    private static func bound(_ request: ListAuditLogRequest) -> [UInt8] {
        var filters = request
        filters.pageSize = 0
        filters.pageToken = ""
        filters.page = 0
        return filters.encoded()
    }
}

extension AuditEntry {
    init(_ record: AuditRecord) {
        self.init()
        id = record.id
        time = record.at.timestamp
        who = record.who
        if record.who.hasPrefix("user("), record.who.hasSuffix(")") {
            userId = Int64(record.who.dropFirst(5).dropLast()) ?? 0
        }
        username = record.username
        keyPrefix = record.keyPrefix
        method = record.method
        targetKind = record.targetKind
        targetId = record.targetID
        targetName = record.targetName
        before = Self.fields(record.before)
        after = Self.fields(record.after)
        outcome = record.outcome
        times = record.times
        transport = record.transport
        ip = record.ip
        requestId = record.requestID
        hash = Hexadecimal.text(record.mac)
    }

    /// What is no JSON object was not written by us; the rest of the entry is shown all the same.
    private static func fields(_ json: String) -> StructMessage? {
        json.isEmpty ? nil : try? StructMessage(json: json)
    }
}
