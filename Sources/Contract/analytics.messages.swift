// Generated from switchboard/v1/analytics.proto by scripts/generate.sh. Do not edit.

package import Codec

package struct GetOverviewRequest: ProtoMessage {
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0

    package init() {}
}

package struct Overview: ProtoMessage {
    /// How many the caller may see.
    package var users: Int64 = 0
    /// Keys that are neither revoked nor expired.
    package var apiKeys: Int64 = 0
    /// Sessions by state, such as `connected`.
    package var sessions: [String: Int64] = [:]
    /// Messages by state, such as `pending`: all that are kept.
    package var messages: [String: Int64] = [:]
    /// This UTC day so far.
    package var today: UsageStats?
    /// Messages that wait to be sent.
    package var queueDepth: Int64 = 0
    /// The oldest message that waits was accepted then; absent: none waits.
    package var oldestQueuedAt: Timestamp?
    /// Bridges attached. Only for an admin, else 0.
    package var bridges: Int64 = 0

    package init() {}
}

package struct UsageStats: ProtoMessage {
    /// 0 in a sum over several users.
    package var userId: Int64 = 0
    /// UTC, `YYYY-MM-DD`.
    package var date: String = ""
    /// Messages that WhatsApp's server took on that day.
    package var messagesSent: Int64 = 0
    package var messagesFailed: Int64 = 0
    package var messagesReceived: Int64 = 0
    package var mediaSent: Int64 = 0
    package var apiRequests: Int64 = 0
    /// Messages accepted on that day: what the daily limit counts.
    package var messagesAccepted: Int64 = 0

    package init() {}
}

package struct ListUsageRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0
    /// First day, UTC, `YYYY-MM-DD`. Empty: from the beginning.
    package var fromDate: String = ""
    /// Last day, included. Empty: up to today.
    package var toDate: String = ""
    /// A row per user and UTC month, whose first day is its date, as the job `usage-rollup` last added the days up.
    package var monthly: Bool = false

    package init() {}
}

package struct ListUsageResponse: ProtoMessage {
    package var usage: [UsageStats] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

/// One call that was answered.
package struct ApiLog: ProtoMessage {
    package var id: Int64 = 0
    package var time: Timestamp?
    /// 0 = nobody, or the operator.
    package var userId: Int64 = 0
    /// Of the API key that was used, or empty.
    package var keyPrefix: String = ""
    /// `unix`, `tcp`, `http`.
    package var transport: String = ""
    /// The method, such as `switchboard.v1.MessagesService/SendText`.
    package var method: String = ""
    /// The HTTP method and path, such as `POST /api/v1/messages/send-text/`; empty for a binary call.
    package var endpoint: String = ""
    /// `OK` or the reason of the refusal.
    package var status: String = ""
    /// The HTTP status that goes with it, also for a binary call.
    package var httpStatus: Int32 = 0
    package var latencyUs: Int64 = 0
    /// Without the port; empty for a Unix socket.
    package var ip: String = ""
    package var requestId: String = ""

    package init() {}
}

package struct ListApiLogsRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0
    /// Only this method, such as `switchboard.v1.MessagesService/SendText`.
    package var method: String = ""
    /// Only this outcome: `OK`, a reason, or `error` for all that is not OK.
    package var status: String = ""
    package var requestId: String = ""
    /// Only entries after this one, oldest first: how a log is followed. Excludes `page` and `page_token`.
    package var afterId: Int64 = 0

    package init() {}
}

package struct ListApiLogsResponse: ProtoMessage {
    package var apiLogs: [ApiLog] = []
    /// Empty on the last page. Of a log that is followed, never empty: it says up to where was looked, and goes on there.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}
