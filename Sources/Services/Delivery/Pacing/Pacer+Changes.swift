// What a session did and what befell it, noted for the next question. Before each, the record is put right with the clock:
// where that was set, back or forth, what was counted on it moves along, so that nobody gains by it, and what waits for a
// time waits no longer than it had to.

package import Store

extension Pacer {
    /// A message is handed out.
    /// - Parameters:
    ///   - contact: whom it is for (`Contact.key`).
    ///   - random: 0 up to, not including, 1.
    package func sent(
        _ record: inout PacingRecord, to contact: String, in lane: MessageLane, connectedAt: Instant?,
        at now: Instant, random: Double
    ) {
        record = onItsDay(record, now)
        let share = random.isNaN ? 0 : min(max(random, 0), 1)
        let gap = rules.shortestGap + (rules.longestGap - rules.shortestGap) * share
        record.nextAt = now + gap * stretch(connectedAt: connectedAt, at: now)
        record.fullAt = max(record.fullAt ?? now, now) + rules.interval
        record.recent.removeAll { $0 + .seconds(3600) <= now }
        record.recent.append(now)
        record.partners.removeAll { $0.at + rules.recipientGap <= now || $0.contact == contact }
        record.partners.append(.init(contact: contact, at: now))
        switch lane {
        case .replies: record.repliesInRow = min(record.repliesInRow, Int64.max - 1) + 1
        case .cold:
            record.repliesInRow = 0
            record.coldSent += 1
        }
        record.changedAt = now
    }

    /// What was handed out to a cold contact then never left: it is not counted.
    /// - Returns: whether that changed anything.
    package func unsent(_ record: inout PacingRecord, handedOutAt then: Moment, at now: Moment) -> Bool {
        record = onItsDay(record, now)
        guard record.coldSent > 0, let began = record.coldBegan, then >= began else { return false }
        record.coldSent -= 1
        return true
    }

    /// The engine failed to send something.
    /// - Returns: whether that was one too many, and the session rests from now on.
    package func failed(_ record: inout PacingRecord, at now: Instant) -> Bool {
        record = record.rebased(to: now)
        record.changedAt = now
        // What was under way when the pause began.
        if let end = record.pausedUntil, end > now { return false }
        record.failures += 1
        guard record.failures >= Int64(rules.failures) else { return false }
        record.failures = 0
        record.pausedUntil = now + rules.pause
        return true
    }

    /// The engine did what it was told.
    /// - Returns: whether that changed anything.
    package func succeeded(_ record: inout PacingRecord) -> Bool {
        guard record.failures > 0 else { return false }
        record.failures = 0
        return true
    }

    /// WhatsApp lets the account write to no cold contacts: none from now on.
    /// - Parameter until: as WhatsApp says, which is believed for a month at most; not later than now: again from now on;
    ///     nil: it did not say, and what it said before stands.
    package func restricted(_ record: inout PacingRecord, until: Instant?, at now: Instant) {
        record = record.rebased(to: now)
        record.changedAt = now
        if let until {
            record.coldStoppedUntil = min(until, now + rules.longestRestriction)
            record.coldStopIsOurs = false
        } else if record.coldStoppedUntil.map({ $0 <= now }) ?? true {
            record.coldStoppedUntil = now + rules.restrictionWait
            record.coldStopIsOurs = true
        }
    }
}

extension PacingRecord {
    /// The same, put right with the clock. Where this life of the server has seen it before, it is known by how much the
    /// wall clock was set since, back or forth; else only that it was set back, where it says less than at the last change.
    /// To be kept, or it moves along for ever.
    package func rebased(to time: PaceTime) -> PacingRecord {
        var record = self
        if clockLife == time.life, time.life != 0 {
            let drift = time.offset.subtractingReportingOverflow(clockOffset).partialValue
            // Less is the difference between two looks; it is not lost, only left for later.
            guard drift.magnitude > 10_000 else { return self }
            record = moved(by: .microseconds(drift))
        } else {
            record = rebased(to: time.now)
        }
        record.clockLife = time.life
        record.clockOffset = time.offset
        return record
    }

    /// The same, on a clock that says `now`, as far as the record alone tells that it was set.
    package func rebased(to now: Moment) -> PacingRecord {
        guard let changedAt, now < changedAt else { return self }
        var record = moved(by: now - changedAt)
        record.changedAt = now
        return record
    }

    /// The same, on a clock that was set by `drift`. What WhatsApp named stays as named.
    private func moved(by drift: Duration) -> PacingRecord {
        var record = self
        record.changedAt = changedAt.map { $0 + drift }
        record.nextAt = nextAt.map { $0 + drift }
        record.fullAt = fullAt.map { $0 + drift }
        record.pausedUntil = pausedUntil.map { $0 + drift }
        record.recent = recent.map { $0 + drift }
        record.partners = partners.map { .init(contact: $0.contact, at: $0.at + drift) }
        if coldStopIsOurs { record.coldStoppedUntil = coldStoppedUntil.map { $0 + drift } }
        // What the clock jumped over has not passed, and what was begun is not begun again.
        record.coldBegan = coldBegan.map { $0 + drift }
        record.coldEnds = coldEnds.map { $0 + drift }
        return record
    }

    /// The same on the day of `now`: a new one allows new messages to cold contacts.
    func turned(to now: Moment, by day: DayBreak) -> PacingRecord {
        if let coldEnds, now < coldEnds { return self }
        var record = self
        if coldSent > 0 { record.coldDays = min(coldDays, Int64.max - 1) + 1 }
        record.coldSent = 0
        let began = max(day.last(at: now), coldEnds ?? .init(microseconds: .min))
        record.coldBegan = began
        // Where the clock was set, or the day begins at another time from now on, there may be little left until then: no day
        // is that short.
        record.coldEnds = day.next(after: max(now + .microseconds(1), began + Self.shortestDay))
        return record
    }

    private static let shortestDay: Duration = .seconds(18 * 3600)
}

extension Pacer {
    /// Put right with the clock, as far as the record alone tells that it was set, and on the day that it is.
    func onItsDay(_ record: PacingRecord, _ now: Moment) -> PacingRecord {
        record.rebased(to: now).turned(to: now, by: day)
    }
}
