// A row of `usage`: what one user did on one UTC day.

/// Whose, and when.
package struct UsageKey: Sendable, Hashable {
    package var userID: Int64
    /// Days since 1970, UTC.
    package var day: Int64

    package init(userID: Int64, day: Int64) {
        self.userID = userID
        self.day = day
    }
}

/// What a row adds up. The words are the tables.
package enum UsagePeriod: String, Sendable {
    case day = "usage"
    case month = "usage_months"
}

/// What is counted. The words are the columns.
package enum UsageCounter: String, Sendable, Hashable, CaseIterable {
    /// What the daily limit counts.
    case messagesAccepted = "messages_accepted"
    /// Messages that WhatsApp's server took.
    case messagesSent = "messages_sent"
    case messagesFailed = "messages_failed"
    case messagesReceived = "messages_received"
    case mediaSent = "media_sent"
    case apiRequests = "api_requests"
}

package struct UsageRecord: Sendable, Equatable {
    package var key: UsageKey
    private var counts: [UsageCounter: Int64] = [:]

    package init(key: UsageKey) {
        self.key = key
    }

    /// 0 where nothing was counted.
    package subscript(counter: UsageCounter) -> Int64 {
        get { counts[counter] ?? 0 }
        set { counts[counter] = newValue }
    }

    static let counters = UsageCounter.allCases.map(\.rawValue).joined(separator: ", ")
    static let columns = "user_id, day, " + counters

    init(_ row: inout Row) throws(StoreError) {
        key = UsageKey(userID: try row.next(), day: try row.next())
        for counter in UsageCounter.allCases { counts[counter] = try row.next() }
    }
}
