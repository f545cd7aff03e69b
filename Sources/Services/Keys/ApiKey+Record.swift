// A key as stored → as the contract has it. The hash stays behind.

package import Contract
package import Store

extension ApiKey {
    package init(_ record: KeyRecord) {
        self.init()
        id = record.id
        userId = record.userID
        name = record.name
        prefix = record.prefix
        scopes = record.scopes
        allowedIps = record.allowedIPs
        maxMessagesPerMinute = record.maxMessagesPerMinute
        expiresAt = record.expiresAt?.timestamp
        isActive = record.revokedAt == nil
        lastUsedAt = record.lastUsedAt?.timestamp
        rotatedFrom = record.rotatedFrom
        madeBy = record.madeBy
        createdAt = record.createdAt.timestamp
        updatedAt = record.updatedAt.timestamp
    }
}
