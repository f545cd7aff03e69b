// A row of `webhooks`: what somebody has set, and how far the deliveries have come. Its secrets are rows of their own.

package struct WebhookRecord: Sendable, Equatable {
    /// 0 until it is inserted.
    package var id: Int64
    package var userID: Int64
    /// 0 = any.
    package var sessionID: Int64
    package var url: String
    package var description: String
    /// Types and families without spaces; empty = all.
    package var types: [String]
    /// Of the headers that go with each post; their values are sealed.
    package var headerNames: [String]
    package var isActive: Bool
    package var inactiveReason: String
    package var formerSecretUntil: Moment?
    /// Raised with each change that somebody makes.
    package var version: Int64
    /// Of the event log: everything up to here has arrived, has a row of its own, or is none of its business.
    package var position: Int64
    /// Of the last event up to `position` that is its business.
    package var sequence: Int64
    package var delivered: Int64
    package var lost: Int64
    package var lastSuccessAt: Moment?
    package var lastFailureAt: Moment?
    package var lastError: String
    package var createdAt: Moment
    package var updatedAt: Moment

    package init(
        id: Int64 = 0, userID: Int64, sessionID: Int64 = 0, url: String, description: String = "",
        types: [String] = [], headerNames: [String] = [], position: Int64, createdAt: Moment
    ) {
        self.id = id
        self.userID = userID
        self.sessionID = sessionID
        self.url = url
        self.description = description
        self.types = types
        self.headerNames = headerNames
        isActive = true
        inactiveReason = ""
        version = 1
        self.position = position
        sequence = 0
        delivered = 0
        lost = 0
        lastError = ""
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    static let columns = """
        id, user_id, session_id, url, description, types, header_names, is_active, inactive_reason,
        former_secret_until, version, position, sequence, delivered, lost, last_success_at, last_failure_at, last_error,
        created_at, updated_at
        """

    /// What somebody sets. Progress is written by `save`.
    static let mutable: [MutableColumn<WebhookRecord>] = [
        .init("session_id") { Reference($0.sessionID) }, .init("url") { $0.url },
        .init("description") { $0.description }, .init("types") { WordList($0.types) },
        .init("header_names") { WordList($0.headerNames) }, .init("is_active") { $0.isActive },
        .init("inactive_reason") { $0.inactiveReason }, .init("former_secret_until") { $0.formerSecretUntil },
        .init("version") { $0.version }, .init("updated_at") { $0.updatedAt },
    ]

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        userID = try row.next()
        sessionID = try row.next(Reference.self).id
        url = try row.next()
        description = try row.next()
        types = try row.next(WordList.self).words
        headerNames = try row.next(WordList.self).words
        isActive = try row.next()
        inactiveReason = try row.next()
        formerSecretUntil = try row.next()
        version = try row.next()
        position = try row.next()
        sequence = try row.next()
        delivered = try row.next()
        lost = try row.next()
        lastSuccessAt = try row.next()
        lastFailureAt = try row.next()
        lastError = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
    }
}
