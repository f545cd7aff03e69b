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
    }
}
