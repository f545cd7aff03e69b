// AnalyticsService.GetOverview: the state of things at a glance, as one moment saw it.

internal import Codec
package import Contract
package import RPC
package import Store

extension AnalyticsService {
    package func getOverview(_ request: GetOverviewRequest, context: CallContext) async throws -> Overview {
        let principal = try context.principal
        let userID = try Tenancy.filter(principal, requested: request.userId) ?? 0
        let now = clock.now()
        let attached = principal.isAdmin ? Int64(bridges()) : 0
        return try await store.read { db in
            let messages = try db.messages.countsByStatus(userID: userID)
            let today = UsageKey(userID: userID, day: now.day)
            let usage = try userID == 0 ? db.usage.sum(day: now.day) : db.usage.get(today)
            var overview = Overview()
            overview.users = try userID == 0 ? db.users.count() : db.users.get(userID) == nil ? 0 : 1
            overview.apiKeys = try db.usage.liveKeys(ofUser: userID, at: now)
            for (status, count) in try db.sessions.countsByStatus(userID: userID) {
                overview.sessions[SessionStatus(rawValue: status.rawValue).word] = count
            }
            for (status, count) in messages {
                overview.messages[MessageStatus(rawValue: status.rawValue).word] = count
            }
            overview.today = UsageStats(usage ?? UsageRecord(key: today))
            overview.queueDepth = messages[.pending] ?? 0
            // All that wait are read for this: not where none does.
            if overview.queueDepth > 0 {
                overview.oldestQueuedAt = try db.messages.oldestPending(userID: userID)?.timestamp
            }
            overview.bridges = attached
            return overview
        }
    }
}

extension UsageStats {
    package init(_ record: UsageRecord) {
        self.init()
        userId = record.key.userID
        date = CalendarDay.text(record.key.day)
        messagesSent = record[.messagesSent]
        messagesFailed = record[.messagesFailed]
        messagesReceived = record[.messagesReceived]
        mediaSent = record[.mediaSent]
        apiRequests = record[.apiRequests]
        messagesAccepted = record[.messagesAccepted]
    }
}
