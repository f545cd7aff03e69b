// A row of `api_keys`. The secret itself is nowhere: only its hash.

package struct KeyRecord: Sendable, Equatable {
    /// 0 until it is inserted.
    package var id: Int64
    package var userID: Int64
    package var name: String
    /// The shown part, `sbk_…`: unique, and what the key is looked up by.
    package var prefix: String
    package var hash: [UInt8]
    /// No scope or network contains a space: they are stored separated by one.
    package var scopes: [String]
    package var allowedIPs: [String]
    /// 0 = no limit of its own.
    package var maxMessagesPerMinute: Int32
    package var expiresAt: Moment?
    package var revokedAt: Moment?
    package var lastUsedAt: Moment?
    /// The key that this one replaces; 0 = none.
    package var rotatedFrom: Int64
    /// The key that it was made with; 0 = none: a person made it.
    package var madeBy: Int64
    /// The first of the keys that it succeeds, whose messages per minute it goes on with; 0 = it is the first.
    package var bucketID: Int64
    package var createdAt: Moment
    package var updatedAt: Moment

    package init(
        id: Int64 = 0, userID: Int64, name: String, prefix: String, hash: [UInt8], scopes: [String] = [],
        allowedIPs: [String] = [], maxMessagesPerMinute: Int32 = 0, expiresAt: Moment? = nil, rotatedFrom: Int64 = 0,
        madeBy: Int64 = 0, bucketID: Int64 = 0, createdAt: Moment
    ) {
        self.id = id
        self.userID = userID
        self.name = name
        self.prefix = prefix
        self.hash = hash
        self.scopes = scopes
        self.allowedIPs = allowedIPs
        self.maxMessagesPerMinute = maxMessagesPerMinute
        self.expiresAt = expiresAt
        self.rotatedFrom = rotatedFrom
        self.madeBy = madeBy
        self.bucketID = bucketID
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    static let columns = """
        id, user_id, name, prefix, hash, scopes, allowed_ips, max_messages_per_minute, expires_at, revoked_at,
        last_used_at, rotated_from, made_by, bucket_id, created_at, updated_at
        """

    static let mutable: [MutableColumn<KeyRecord>] = [
        .init("name") { $0.name }, .init("scopes") { WordList($0.scopes) },
        .init("allowed_ips") { WordList($0.allowedIPs) },
        .init("max_messages_per_minute") { $0.maxMessagesPerMinute }, .init("expires_at") { $0.expiresAt },
        .init("revoked_at") { $0.revokedAt }, .init("updated_at") { $0.updatedAt },
    ]

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        userID = try row.next()
        name = try row.next()
        prefix = try row.next()
        hash = try row.next()
        scopes = try row.next(WordList.self).words
        allowedIPs = try row.next(WordList.self).words
        maxMessagesPerMinute = try row.next()
        expiresAt = try row.next()
        revokedAt = try row.next()
        lastUsedAt = try row.next()
        rotatedFrom = try row.next(Reference.self).id
        madeBy = try row.next(Reference.self).id
        bucketID = try row.next(Reference.self).id
        createdAt = try row.next()
        updatedAt = try row.next()
    }
}
