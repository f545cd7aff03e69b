// How a session sends that has an account to lose (BRIDGE.md, "Pacing against bans"): slowly, irregularly, to strangers
// only so many a day. Pure: what it did of late in, answer and what it did out; time and randomness are arguments.
// Invariants, held by property tests: no limit is passed, however the clock is set while the server lives (over a restart, a
// clock that was set forth counts as time that has passed); what may go out eventually does; of four turns a cold contact
// has one at most, as long as replies wait. What happened is noted in Pacer+Changes.swift.

package import Store

package struct Pacer: Sendable, Hashable {
    package var rules = Rules()
    /// When nothing is sent at all.
    package var quiet: QuietHours?
    /// There are quiet hours in a time zone that this machine does not know: nobody can say when they are.
    package var isZoneLost = false
    /// When its days end, by which messages to cold contacts are counted.
    package var day = DayBreak()

    package init(rules: Rules = Rules(), quiet: QuietHours? = nil) {
        self.rules = rules
        self.quiet = quiet
    }

    package struct Rules: Sendable, Hashable {
        /// In any minute.
        package var perMinute = 8
        /// At once, as far as the gap lets them: a bucket of so many that fills up evenly.
        package var burst = 3
        /// In any hour.
        package var perHour = 200
        /// Between two sends, anew each time.
        package var shortestGap: Duration = .milliseconds(2_500)
        package var longestGap: Duration = .seconds(7)
        /// Between two sends to one recipient.
        package var recipientGap: Duration = .seconds(6)
        /// So long after somebody wrote, writing to them is a reply.
        package var replyWindow: Duration = .seconds(24 * 3600)
        /// To cold contacts on the first day; each day on which there were any allows more the next time.
        package var coldFirstDay = 20
        package var coldGrowth = 1.8
        package var coldMost = 250
        /// So many replies go first; then a message to a cold contact has its turn.
        package var repliesInRow = 3
        /// How long cold contacts rest when WhatsApp says that they have to and not until when.
        package var restrictionWait: Duration = .seconds(3600)
        /// A restriction that is to last longer is believed for so long.
        package var longestRestriction: Duration = .seconds(30 * 86_400)
        /// How long a session that has just connected takes to come to its pace.
        package var ramp: Duration = .seconds(60)
        /// How many times as long its gaps are at first.
        package var rampStretch = 4.0
        /// So many engine failures in a row, and the session rests.
        package var failures = 5
        package var pause: Duration = .seconds(900)

        package init() {}

        /// The bucket gets one more each.
        var interval: Duration { .seconds(60) / perMinute }
    }

    /// Why something may not go out, and until when that holds at least.
    package struct Hold: Sendable, Hashable {
        package let reason: HoldReason
        package let until: Instant

        package init(_ reason: HoldReason, until: Instant) {
            self.reason = reason
            self.until = until
        }
    }

    /// Whether the session may send now, to whomever; nil: it may.
    /// - Parameter connectedAt: since when it is connected.
    package func gate(_ record: PacingRecord, connectedAt: Instant?, at now: Instant) -> Hold? {
        let record = record.rebased(to: now)
        let paused = later(record.pausedUntil, now)
        let quietEnd = isZoneLost ? now + .seconds(60) : quiet?.end(at: now)
        let pace = [
            record.nextAt, record.fullAt.map { $0 - rules.interval * (rules.burst - 1) },
            window(record.recent, rules.perMinute, .seconds(60)), window(record.recent, rules.perHour, .seconds(3600)),
            rampStart(connectedAt, now).map { $0 + rules.interval },
        ].compactMap { later($0, now) }.max()
        guard let until = [paused, quietEnd, pace].compactMap({ $0 }).max() else { return nil }
        return Hold(paused != nil ? .enginePaused : quietEnd != nil ? .quietHours : .pacing, until: until)
    }

    /// Whether a cold contact may be written to now, as far as that depends on today's others and on WhatsApp.
    package func coldHold(_ record: PacingRecord, at now: Instant) -> Hold? {
        let record = onItsDay(record, now)
        if let end = later(record.coldStoppedUntil, now) { return Hold(.recipientColdRestricted, until: end) }
        guard record.coldSent >= Int64(coldBudget(record)) else { return nil }
        return Hold(.coldBudget, until: record.coldEnds ?? now)
    }

    /// Whether this contact may be written to, so soon after the last time.
    package func recipientHold(_ record: PacingRecord, contact: String, at now: Instant) -> Hold? {
        let last = record.rebased(to: now).partners.last { $0.contact == contact }?.at
        return later(last.map { $0 + rules.recipientGap }, now).map { Hold(.recipientGap, until: $0) }
    }

    /// The lane of a message to somebody who last wrote then; `nil`: never. What lies further ahead than a reply counts was
    /// noted by a clock that was wrong.
    /// - Parameter since: when the session came to speak for another account; who wrote before wrote to somebody else.
    package func lane(wroteAt: Instant?, since: Instant? = nil, at now: Instant) -> MessageLane {
        guard let wroteAt, wroteAt + rules.replyWindow > now, wroteAt <= now + rules.replyWindow else { return .cold }
        if let since, wroteAt <= since { return .cold }
        return .replies
    }

    /// The lanes in the order in which they have their turn.
    package func lanes(_ record: PacingRecord) -> [MessageLane] {
        record.repliesInRow < Int64(rules.repliesInRow) ? [.replies, .cold] : [.cold, .replies]
    }

    /// How many cold contacts may be written to on the day that the record is of.
    package func coldBudget(_ record: PacingRecord) -> Int {
        var budget = Double(rules.coldFirstDay)
        var days = max(0, record.coldDays)
        while days > 0, budget < Double(rules.coldMost) {
            budget *= rules.coldGrowth
            days -= 1
        }
        return Int(min(budget, Double(rules.coldMost)))
    }

    /// What is left for now, for people to see.
    package struct Left: Sendable, Hashable {
        package let minute: Int
        package let hour: Int
        package let cold: Int
        package let coldBudget: Int
    }

    package func left(_ record: PacingRecord, at now: Instant) -> Left {
        let record = onItsDay(record, now)
        let minute = record.recent.count { $0 + .seconds(60) > now }
        let hour = record.recent.count { $0 + .seconds(3600) > now }
        let budget = coldBudget(record)
        let cold = later(record.coldStoppedUntil, now) == nil ? Int64(budget) - record.coldSent : 0
        return Left(
            minute: max(0, rules.perMinute - minute), hour: max(0, rules.perHour - hour),
            cold: max(0, Int(clamping: cold)), coldBudget: budget)
    }

    /// When the session is at its usual pace again; nil: it is.
    package func rampEnd(connectedAt: Instant?, at now: Instant) -> Instant? {
        rampStart(connectedAt, now).map { $0 + rules.ramp }
    }

    /// When the session connected, where it is still coming to its pace. What a clock that was set back since makes of it
    /// says nothing.
    private func rampStart(_ connectedAt: Instant?, _ now: Instant) -> Instant? {
        guard let connectedAt, connectedAt <= now, connectedAt + rules.ramp > now else { return nil }
        return connectedAt
    }

    /// How many times as long as usual the gap after a send is.
    func stretch(connectedAt: Instant?, at now: Instant) -> Double {
        guard let end = rampEnd(connectedAt: connectedAt, at: now) else { return 1 }
        return 1 + (rules.rampStretch - 1) * ((end - now) / rules.ramp)
    }

    /// When the window of `length` has room again for one of `count`.
    private func window(_ recent: [Instant], _ count: Int, _ length: Duration) -> Instant? {
        recent.count < count ? nil : recent[recent.count - count] + length
    }

    private func later(_ moment: Instant?, _ now: Instant) -> Instant? {
        moment.flatMap { $0 > now ? $0 : nil }
    }
}
