// A row of `users`.

package struct UserRecord: Sendable, Equatable {
    package enum Role: Int32, StoredCode { case admin = 1, user = 2 }

    /// 0 until it is inserted.
    package var id: Int64
    package var username: String
    /// The username folded (case, Unicode form) by the caller: unique.
    package var usernameKey: String
    package var email: String
    package var role: Role
    package var isActive: Bool
    /// 0 = no limit.
    package var maxMessagesPerDay: Int32
    /// 0 = no limit.
    package var maxMessagesPerMinute: Int32
    /// nil: no sign-in with a password.
    package var passwordHash: String?
    /// Rises with every change; the caller's to raise, as `updatedAt` is the caller's to set.
    package var version: Int64
    package var createdAt: Moment
    package var updatedAt: Moment

    package init(
        id: Int64 = 0, username: String, usernameKey: String, email: String = "", role: Role = .user,
        isActive: Bool = true, maxMessagesPerDay: Int32 = 1000, maxMessagesPerMinute: Int32 = 30,
        passwordHash: String? = nil, createdAt: Moment
    ) {
        self.id = id
        self.username = username
        self.usernameKey = usernameKey
        self.email = email
        self.role = role
        self.isActive = isActive
        self.maxMessagesPerDay = maxMessagesPerDay
        self.maxMessagesPerMinute = maxMessagesPerMinute
        self.passwordHash = passwordHash
        version = 1
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    static let columns = """
        id, username, username_key, email, role, is_active, max_messages_per_day, max_messages_per_minute,
        password_hash, version, created_at, updated_at
        """

    static let mutable: [MutableColumn<UserRecord>] = [
        .init("username") { $0.username }, .init("username_key") { $0.usernameKey }, .init("email") { $0.email },
        .init("role") { $0.role }, .init("is_active") { $0.isActive },
        .init("max_messages_per_day") { $0.maxMessagesPerDay },
        .init("max_messages_per_minute") { $0.maxMessagesPerMinute }, .init("password_hash") { $0.passwordHash },
        .init("version") { $0.version }, .init("updated_at") { $0.updatedAt },
    ]

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        username = try row.next()
        usernameKey = try row.next()
        email = try row.next()
        role = try row.next()
        isActive = try row.next()
        maxMessagesPerDay = try row.next()
        maxMessagesPerMinute = try row.next()
        passwordHash = try row.next()
        version = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
    }
}
