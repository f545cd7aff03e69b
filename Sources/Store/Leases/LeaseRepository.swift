// Who carried a session at which epoch, and what they last said of it: a row of `leases` is made with each assignment.
// The session's own row says who carries it now; this table answers for the past, so that a late success is believed
// of whoever was given the message, and of nobody else.

package struct LeaseRepository {
    let db: Database

    /// So many of a session's last epochs are remembered. A success that comes later than that is not believed.
    package static let remembered: Int64 = 64

    /// Notes that a session was handed to a bridge.
    package func insert(sessionID: Int64, epoch: Int64, bridgeID: Int64, at now: Moment) throws(StoreError) {
        try db.execute(
            "INSERT INTO leases (session_id, epoch, bridge_id, reported, assigned_at) VALUES (?, ?, ?, 0, ?)",
            sessionID, epoch, bridgeID, now)
        // Counted, for after a restore epochs go on far above those of before.
        try db.execute(
            """
            DELETE FROM leases WHERE session_id = ? AND epoch <= (
                SELECT epoch FROM leases WHERE session_id = ? ORDER BY epoch DESC LIMIT 1 OFFSET ?)
            """, sessionID, sessionID, Self.remembered)
    }

    /// The bridge that the session was handed to at this epoch; nil where that is not known.
    package func bridge(sessionID: Int64, epoch: Int64) throws(StoreError) -> Int64? {
        try db.scalar("SELECT bridge_id FROM leases WHERE session_id = ? AND epoch = ?", sessionID, epoch)
    }

    /// What the bridge last said of the session at this epoch; nil: nothing yet.
    package func reported(sessionID: Int64, epoch: Int64) throws(StoreError) -> SessionRecord.Status? {
        let number: Int32? = try db.scalar(
            "SELECT reported FROM leases WHERE session_id = ? AND epoch = ?", sessionID, epoch)
        return number.flatMap(SessionRecord.Status.init(rawValue:))
    }

    /// Notes what the bridge says of the session; nil: what it said before counts no more.
    package func setReported(
        _ status: SessionRecord.Status?, sessionID: Int64, epoch: Int64
    ) throws(StoreError) {
        try db.execute(
            "UPDATE leases SET reported = ? WHERE session_id = ? AND epoch = ?", status?.rawValue ?? 0, sessionID,
            epoch)
    }

    /// To whom a session was handed before `epoch`, what they last said of it, and when it was handed to them; latest
    /// first.
    package func former(sessionID: Int64, before epoch: Int64) throws(StoreError) -> [Former] {
        try db.query(
            """
            SELECT bridge_id, reported, assigned_at FROM leases WHERE session_id = ? AND epoch < ? ORDER BY epoch DESC
            """, sessionID, epoch
        ) { row throws(StoreError) in
            let (bridgeID, reported, at): (Int64, Int32, Moment) = (try row.next(), try row.next(), try row.next())
            return Former(bridgeID: bridgeID, reported: SessionRecord.Status(rawValue: reported), assignedAt: at)
        }
    }

    /// An assignment that is over.
    package struct Former: Sendable, Hashable {
        package let bridgeID: Int64
        package let reported: SessionRecord.Status?
        package let assignedAt: Moment
    }

    /// Sessions under lease with ids above `id`, oldest first: of one bridge, or (0) of any.
    package func sessions(
        after id: Int64, ofBridge bridgeID: Int64 = 0, limit: Int
    ) throws(StoreError) -> [SessionRecord] {
        let filter = Self.held(after: id, ofBridge: bridgeID)
        return try db.query(
            "SELECT \(SessionRecord.columns) FROM sessions WHERE \(filter.sql) ORDER BY id LIMIT ?",
            values: filter.values + [limit], row: SessionRecord.init)
    }

    /// The ids of the same sessions, for where a row of the page cannot be read.
    package func sessionIDs(
        after id: Int64, ofBridge bridgeID: Int64 = 0, limit: Int
    ) throws(StoreError) -> [Int64] {
        let filter = Self.held(after: id, ofBridge: bridgeID)
        return try db.query(
            "SELECT id FROM sessions WHERE \(filter.sql) ORDER BY id LIMIT ?", values: filter.values + [limit]
        ) { row throws(StoreError) in try row.next() }
    }

    private static func held(after id: Int64, ofBridge bridgeID: Int64) -> Filter {
        var filter = Filter("holder_id IS NOT NULL AND id > ?", id)
        if bridgeID != 0 { filter.and("holder_id = ?", bridgeID) }
        return filter
    }

    /// Sessions that are wanted and carried by nobody, with ids above `id`, oldest first.
    package func unheld(after id: Int64, limit: Int) throws(StoreError) -> [Int64] {
        try db.query(
            """
            SELECT id FROM sessions WHERE is_wanted = 1 AND holder_id IS NULL AND id > ?
            ORDER BY id LIMIT ?
            """, id, limit
        ) { row throws(StoreError) in try row.next() }
    }

    /// When the next lease runs out; nil: none that has an end.
    package func earliestExpiry() throws(StoreError) -> Moment? {
        try db.scalar(
            "SELECT min(lease_expires_at) FROM sessions WHERE holder_id IS NOT NULL AND lease_expires_at IS NOT NULL")
    }

    /// How many leases each bridge holds.
    package func countsByBridge() throws(StoreError) -> [Int64: Int64] {
        let rows = try db.query(
            "SELECT holder_id, count(*) FROM sessions WHERE holder_id IS NOT NULL GROUP BY holder_id"
        ) { row throws(StoreError) -> (Int64, Int64) in (try row.next(), try row.next()) }
        return Dictionary(rows, uniquingKeysWith: +)
    }
}

extension Database {
    package var leases: LeaseRepository { LeaseRepository(db: self) }
}
