// A stored session as the contract shows it. The one place where the two are put side by side. The QR code is never part
// of it: who may read a session may not for that reason link it.

package import Contract
package import Store

extension Session {
    package init(_ record: SessionRecord) {
        self.init()
        id = record.id
        userId = record.userID
        name = record.name
        status = SessionStatus(rawValue: record.status.rawValue)
        statusReason = record.statusReason
        engine = record.engine
        phoneNumber = record.phoneNumber
        lid = record.lid
        qrExpiresAt = record.qrExpiresAt?.timestamp
        connectedAt = record.connectedAt?.timestamp
        lastActiveAt = record.lastActiveAt?.timestamp
        lastError = record.lastError
        bridge = record.holderName
        epoch = record.epoch
        settings = SessionSettings(record)
        createdAt = record.createdAt.timestamp
        updatedAt = record.updatedAt.timestamp
    }
}

extension SessionSettings {
    package init(_ record: SessionRecord) {
        self.init()
        pacing = PacingProfile(rawValue: record.pacing.rawValue)
        quietHours = record.quietHours
    }
}

extension QrCode {
    /// nil where there is none to scan.
    package init?(_ record: SessionRecord, at now: Instant) {
        guard record.status == .qrPending, !record.qrCode.isEmpty else { return nil }
        if let end = record.qrExpiresAt, end <= now { return nil }
        self.init()
        sessionId = record.id
        code = record.qrCode
        sequence = record.qrSequence
        expiresAt = record.qrExpiresAt?.timestamp
    }
}

extension SessionLifecycle.Snapshot {
    package init(_ record: SessionRecord) {
        self.init(
            status: SessionStatus(rawValue: record.status.rawValue), reason: record.statusReason,
            isWanted: record.isWanted, isLinked: record.isLinked, isHeld: record.holderID != 0)
    }
}
