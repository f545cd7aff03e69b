// A user as stored → as the contract has it. The password hash stays behind.

package import Contract
package import Store

extension User {
    package init(_ record: UserRecord) {
        self.init()
        id = record.id
        username = record.username
        email = record.email
        role = record.role == .admin ? .admin : .user
        isActive = record.isActive
        maxMessagesPerDay = record.maxMessagesPerDay
        maxMessagesPerMinute = record.maxMessagesPerMinute
        createdAt = record.createdAt.timestamp
        updatedAt = record.updatedAt.timestamp
        etag = record.etag
    }
}

extension SetPasswordResponse {
    /// - Parameter keys: those that still open something.
    init(_ user: User, keys: [KeyRecord]) {
        self.init()
        id = user.id
        username = user.username
        email = user.email
        role = user.role
        isActive = user.isActive
        maxMessagesPerDay = user.maxMessagesPerDay
        maxMessagesPerMinute = user.maxMessagesPerMinute
        createdAt = user.createdAt
        updatedAt = user.updatedAt
        etag = user.etag
        apiKeys = keys.map(ApiKey.init)
    }
}
