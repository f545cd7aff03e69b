// A row of `sessions`: what is wanted of it, where it is, who carries it.

package struct SessionRecord: Sendable, Equatable {
    package enum Status: Int32, StoredCode, CaseIterable {
        case created = 1, starting, qrPending, authenticated, connected, paused, disconnected, loggedOut, conflict
        case restricted, failed
    }

    package enum Pacing: Int32, StoredCode { case unspecified = 0, fast, careful }

    /// 0 until it is inserted.
    package var id: Int64
    package let userID: Int64
    /// Unique per user.
    package var name: String
    package var status: Status
    package var statusReason: String
    /// When this status has lasted too long; nil: it may stay.
    package var statusDeadline: Moment?
    /// "" until a bridge has taken it up.
    package var engine: String
    package var phoneNumber: String
    package var lid: String
    /// Linked once and not logged out since.
    package var isLinked: Bool
    /// Somebody asked for it to run: it is to be carried whenever a bridge has room.
    package var isWanted: Bool
    package var qrCode: String
    package var qrSequence: Int32
    package var qrExpiresAt: Moment?
    package var connectedAt: Moment?
    package var lastActiveAt: Moment?
    /// What came in from then on may not have been told by anybody; nil: all of it was.
    package var missedSince: Moment?
    package var lastError: String
    /// The fencing token: only ever raised.
    package var epoch: Int64
    /// The epoch at which a link to an account last ended; 0: none did. What was given out until then went out, if it
    /// did, through that link.
    package var linkEpoch: Int64
    /// The account's number of that link, or "".
    package var linkPhone: String
    package var linkEndedAt: Moment?
    /// What was accepted until then was meant for another account; nil: it was always this one.
    package var accountSince: Moment?
    /// The bridge (its row's id) whose lease it is; 0 = nobody's.
    package var holderID: Int64
    /// The bridge that held it before; 0 = none.
    package var lastHolderID: Int64
    package var leaseExpiresAt: Moment?
    package var pacing: Pacing
    /// When it sends nothing, such as `22:00-07:00 Europe/Berlin`, or "".
    package var quietHours: String
    package let createdAt: Moment
    package var updatedAt: Moment
    /// The holder's name, or "": read with the row, never written.
    package private(set) var holderName: String

    package init(
        id: Int64 = 0, userID: Int64, name: String, status: Status = .created, statusReason: String = "",
        statusDeadline: Moment? = nil, engine: String = "", isLinked: Bool = false, isWanted: Bool = false,
        pacing: Pacing = .unspecified, quietHours: String = "", createdAt: Moment
    ) {
        self.id = id
        self.userID = userID
        self.name = name
        self.status = status
        self.statusReason = statusReason
        self.statusDeadline = statusDeadline
        self.engine = engine
        phoneNumber = ""
        lid = ""
        self.isLinked = isLinked
        self.isWanted = isWanted
        qrCode = ""
        qrSequence = 0
        lastError = ""
        epoch = 0
        linkEpoch = 0
        linkPhone = ""
        holderID = 0
        lastHolderID = 0
        self.pacing = pacing
        self.quietHours = quietHours
        self.createdAt = createdAt
        updatedAt = createdAt
        holderName = ""
    }

    /// Gives the lease up; the bridge is remembered as the last holder. The epoch stays: facts still name it.
    package mutating func releaseLease() {
        if holderID != 0 { lastHolderID = holderID }
        holderID = 0
        leaseExpiresAt = nil
    }

    package static let columns = """
        id, user_id, name, status, status_reason, status_deadline, engine, phone_number, lid, is_linked, is_wanted,
        qr_code, qr_sequence, qr_expires_at, connected_at, last_active_at, missed_since, last_error, epoch, link_epoch, link_phone, link_ended_at,
        account_since, holder_id,
        last_holder_id, lease_expires_at, pacing, quiet_hours, created_at, updated_at,
        coalesce((SELECT bridges.name FROM bridges WHERE bridges.id = sessions.holder_id), '')
        """

    package init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        userID = try row.next()
        name = try row.next()
        status = try row.next()
        statusReason = try row.next()
        statusDeadline = try row.next()
        engine = try row.next()
        phoneNumber = try row.next()
        lid = try row.next()
        isLinked = try row.next()
        isWanted = try row.next()
        qrCode = try row.next()
        qrSequence = try row.next()
        qrExpiresAt = try row.next()
        connectedAt = try row.next()
        lastActiveAt = try row.next()
        missedSince = try row.next()
        lastError = try row.next()
        epoch = try row.next()
        linkEpoch = try row.next()
        linkPhone = try row.next()
        linkEndedAt = try row.next()
        accountSince = try row.next()
        holderID = try row.next(Reference.self).id
        lastHolderID = try row.next(Reference.self).id
        leaseExpiresAt = try row.next()
        pacing = try row.next()
        quietHours = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
        holderName = try row.next()
    }

    /// What `apply` may change.
    static let mutable: [MutableColumn<SessionRecord>] = [
        .init("name") { $0.name },
        .init("status") { $0.status },
        .init("status_reason") { $0.statusReason },
        .init("status_deadline") { $0.statusDeadline },
        .init("engine") { $0.engine },
        .init("phone_number") { $0.phoneNumber },
        .init("lid") { $0.lid },
        .init("is_linked") { $0.isLinked },
        .init("is_wanted") { $0.isWanted },
        .init("qr_code") { $0.qrCode },
        .init("qr_sequence") { $0.qrSequence },
        .init("qr_expires_at") { $0.qrExpiresAt },
        .init("connected_at") { $0.connectedAt },
        .init("last_active_at") { $0.lastActiveAt },
        .init("missed_since") { $0.missedSince },
        .init("last_error") { $0.lastError },
        .init("epoch") { $0.epoch },
        .init("link_epoch") { $0.linkEpoch },
        .init("link_phone") { $0.linkPhone },
        .init("link_ended_at") { $0.linkEndedAt },
        .init("account_since") { $0.accountSince },
        .init("holder_id") { Reference($0.holderID) },
        .init("last_holder_id") { Reference($0.lastHolderID) },
        .init("lease_expires_at") { $0.leaseExpiresAt },
        .init("pacing") { $0.pacing },
        .init("quiet_hours") { $0.quietHours },
        .init("updated_at") { $0.updatedAt },
    ]
}
