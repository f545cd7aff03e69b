// A row of `pacing`: what a session that sends carefully has sent of late, and what holds it back. What follows from it
// is the services' to know (Pacer). There is none before the first send, and none for sessions that send as they like.

package struct PacingRecord: Sendable, Equatable {
    /// Somebody who was written to, and when.
    package struct Partner: Sendable, Equatable {
        package var contact: String
        package var at: Moment

        package init(contact: String, at: Moment) {
            self.contact = contact
            self.at = at
        }
    }

    package let sessionID: Int64
    /// When this was last changed: a clock that says less has been set back.
    package var changedAt: Moment?
    /// The end of the gap after the last send.
    package var nextAt: Moment?
    /// When the bucket will be full again.
    package var fullAt: Moment?
    /// Sends of the last hour, oldest first.
    package var recent: [Moment] = []
    /// Whom the last of them went to.
    package var partners: [Partner] = []
    /// The day that `coldSent` counts.
    package var coldBegan: Moment?
    package var coldEnds: Moment?
    /// What went to cold contacts on that day.
    package var coldSent: Int64 = 0
    /// Days before it on which something did.
    package var coldDays: Int64 = 0
    package var coldStoppedUntil: Moment?
    /// That time is a guess of ours; else WhatsApp named it.
    package var coldStopIsOurs = false
    /// Replies since the last message to a cold contact.
    package var repliesInRow: Int64 = 0
    /// Engine failures since the last success.
    package var failures: Int64 = 0
    package var pausedUntil: Moment?
    /// In which life of the server this was last put right with the clock; 0: in none.
    package var clockLife: Int64 = 0
    /// By how much the wall clock was ahead of one that nobody sets then, in microseconds.
    package var clockOffset: Int64 = 0

    package init(sessionID: Int64) {
        self.sessionID = sessionID
    }

    static let columns = """
        session_id, changed_at, next_at, full_at, recent, partners, cold_began, cold_ends, cold_sent, cold_days,
        cold_stopped_until, replies_in_row, failures, paused_until, cold_stop_is_ours, clock_life, clock_offset
        """

    var values: [any Bindable] {
        [
            sessionID, changedAt, nextAt, fullAt, Times(recent), Partners(partners), coldBegan, coldEnds, coldSent,
            coldDays,
            coldStoppedUntil, repliesInRow, failures, pausedUntil, coldStopIsOurs, clockLife, clockOffset,
        ]
    }

    init(_ row: inout Row) throws(StoreError) {
        sessionID = try row.next()
        changedAt = try row.next()
        nextAt = try row.next()
        fullAt = try row.next()
        recent = try row.next(Times.self).moments
        partners = try row.next(Partners.self).partners
        coldBegan = try row.next()
        coldEnds = try row.next()
        coldSent = try row.next()
        coldDays = try row.next()
        coldStoppedUntil = try row.next()
        repliesInRow = try row.next()
        failures = try row.next()
        pausedUntil = try row.next()
        coldStopIsOurs = try row.next()
        clockLife = try row.next()
        clockOffset = try row.next()
    }
}

/// Times one after the other, eight bytes each, the lowest first.
private struct Times: ColumnValue {
    let moments: [Moment]

    init(_ moments: [Moment]) { self.moments = moments }

    var value: SQLValue {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 * moments.count)
        for moment in moments {
            let number = UInt64(bitPattern: moment.microseconds)
            for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * place))) }
        }
        return .blob(bytes)
    }

    static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Times {
        let bytes = try row.blob(at: index)
        guard bytes.count % 8 == 0 else { throw row.unexpected(at: index, "times") }
        var moments: [Moment] = []
        for start in stride(from: 0, to: bytes.count, by: 8) {
            var number: UInt64 = 0
            for place in 0..<8 { number |= UInt64(bytes[start + place]) << UInt64(8 * place) }
            moments.append(Moment(microseconds: Int64(bitPattern: number)))
        }
        return Times(moments)
    }
}

/// `time contact` on a line each.
private struct Partners: ColumnValue {
    let partners: [PacingRecord.Partner]

    init(_ partners: [PacingRecord.Partner]) { self.partners = partners }

    var value: SQLValue {
        .text(partners.map { "\($0.at.microseconds) \($0.contact)" }.joined(separator: "\n"))
    }

    static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Partners {
        var partners: [PacingRecord.Partner] = []
        for line in try row.text(at: index).split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let time = Int64(parts[0]) else { throw row.unexpected(at: index, "partners") }
            partners.append(.init(contact: String(parts[1]), at: Moment(microseconds: time)))
        }
        return Partners(partners)
    }
}
