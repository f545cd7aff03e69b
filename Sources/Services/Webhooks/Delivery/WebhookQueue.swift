// One webhook's queue: its events from the log on, in a lane for each session, and which of them may be posted now. A lane
// is in order: while its first is being posted or waits for its second or third try, the others wait. What has failed three
// times leaves its lane. Pure: the time and the dice are arguments.
//
// A lane takes no more room than it leaves free. What goes beyond stays in the log, and the other sessions' events behind it
// are taken up all the same; once the lane has room again, the log is read from there on. So a session whose events are
// refused, or that is slow, keeps no other one waiting.
//
// Invariant: an event that is in here has a row, or the place that is saved is before it. One that is left in the log is
// behind that place, too.

package import Store

package struct WebhookQueue: Sendable {
    /// Taken up and without a row, at most; then no more of the log is read.
    static let mostInMemory = 256
    /// With a row, in lanes.
    static let mostWaiting = 1_000
    /// Taken up behind what was left in the log, at most.
    private static let mostAhead = 50_000
    /// Sessions of which it is remembered that they were refused.
    private static let mostRefused = 10_000

    package struct Entry: Sendable, Equatable {
        package var delivery: DeliveryRecord
        /// It has a row, or will have one with the next save.
        var hasRow: Bool
    }

    private struct Lane {
        var entries: [Entry] = []
        var isBusy = false
    }

    private let webhookID: Int64
    /// By session; 0 = events of no session.
    private var lanes: [Int64: Lane] = [:]
    /// Behind the place that was saved, with rows already.
    private var known: Set<Int64>
    /// Of the log; everything up to here is in here or was.
    package private(set) var readUpTo: Int64
    private var sequence: Int64
    private var inMemory = 0
    private var waiting = 0
    /// The first event that was left in the log, because its lane has no room.
    private var left: (cursor: Int64, sequence: Int64)?
    /// Sessions of which events were left.
    private var leaving: Set<Int64> = []
    /// Events behind the first that was left that were taken up, whatever has become of them.
    private var ahead: Set<Int64> = []
    /// Sessions whose last post failed.
    private var refused: Set<Int64> = []

    /// - Parameters:
    ///   - rows: those in lanes, in the order of their events.
    ///   - known: events behind the webhook's place that have rows.
    package init(_ webhook: WebhookRecord, rows: [DeliveryRecord] = [], known: Set<Int64> = []) {
        webhookID = webhook.id
        readUpTo = webhook.position
        sequence = webhook.sequence
        self.known = known
        waiting = rows.count
        for row in rows {
            lanes[row.event.sessionID, default: Lane()].entries.append(Entry(delivery: row, hasRow: true))
            if row.tries > 0 { refused.insert(row.event.sessionID) }
        }
    }

    /// Whether nothing more should be taken up.
    package var isFull: Bool {
        inMemory >= Self.mostInMemory || waiting >= Self.mostWaiting || ahead.count >= Self.mostAhead
    }

    /// Whether so much waits behind what has failed that lanes have hardly room for more: one alone takes half of it.
    package var isCrowded: Bool { waiting >= Self.mostWaiting * 2 / 5 }

    /// Whether a session's last post failed.
    package func isRefused(_ sessionID: Int64) -> Bool { refused.contains(sessionID) }

    /// Taken up and not saved.
    package var unsavedCount: Int { inMemory }

    /// When what waits longest happened.
    package var oldest: Instant? { lanes.values.compactMap(\.entries.first?.delivery.event.at).min() }

    /// Takes up what follows in the log.
    /// - Parameters:
    ///   - events: those that are the webhook's business, in order.
    ///   - cursor: how far the log was looked through.
    /// - Returns: rows to write, of what waits behind something that failed.
    package mutating func take(_ events: [EventRecord], upTo cursor: Int64) -> [DeliveryRecord] {
        var rows: [DeliveryRecord] = []
        for event in events where event.cursor > readUpTo {
            sequence += 1
            if known.remove(event.cursor) != nil {
                if left != nil { ahead.insert(event.cursor) }
                continue
            }
            let length = lanes[event.sessionID]?.entries.count ?? 0
            let isBlocked = isBlocked(event.sessionID)
            if leaving.contains(event.sessionID) || length > 0 && length >= room(isBlocked) {
                leaving.insert(event.sessionID)
                left = left ?? (event.cursor, sequence)
                continue
            }
            if left != nil { ahead.insert(event.cursor) }
            let delivery = DeliveryRecord(webhookID: webhookID, sequence: sequence, event: event)
            lanes[event.sessionID, default: Lane()].entries.append(Entry(delivery: delivery, hasRow: isBlocked))
            if isBlocked {
                waiting += 1
                rows.append(delivery)
            } else {
                inMemory += 1
            }
        }
        readUpTo = max(readUpTo, cursor)
        return rows
    }

    /// Whether what follows in a session will have rows. Who was refused is so again, as a rule.
    private func isBlocked(_ session: Int64) -> Bool {
        lanes[session]?.entries.first.map { $0.delivery.tries > 0 || refused.contains(session) } ?? false
    }

    /// How long a lane may become. What is in memory may have to wait, too.
    private func room(_ isBlocked: Bool) -> Int {
        let room = Self.mostWaiting - waiting - inMemory
        return isBlocked ? room : min(room, Self.mostInMemory - inMemory)
    }

    /// Goes back to the first event that was left in the log, where a lane has room for half as many again. False where there
    /// is nothing to go back for. To be asked when the log was read to its end, or nothing more is taken up: who goes back
    /// too often never comes to the others' events.
    package mutating func goBack() -> Bool {
        guard let left, leaving.contains(where: { (lanes[$0]?.entries.count ?? 0) * 2 <= room(isBlocked($0)) }) else {
            return false
        }
        known.formUnion(ahead)
        (readUpTo, sequence) = (left.cursor - 1, left.sequence - 1)
        (self.left, leaving, ahead) = (nil, [], [])
        return true
    }

    /// What may be posted now, of the lane whose turn it is longest; its lane is busy until `settle` or `release`.
    /// - Parameter refusedToo: also of sessions whose last post failed.
    package mutating func next(at now: Instant, refusedToo: Bool = true) -> DeliveryRecord? {
        var best: (session: Int64, delivery: DeliveryRecord)?
        for (session, lane) in lanes where !lane.isBusy && (refusedToo || !refused.contains(session)) {
            guard let first = lane.entries.first?.delivery, first.nextTryAt.map({ $0 <= now }) ?? true else { continue }
            if let known = best?.delivery, known.cursor < first.cursor { continue }
            best = (session, first)
        }
        guard let best else { return nil }
        lanes[best.session]?.isBusy = true
        return best.delivery
    }

    /// When the first of a lane is due that is not yet.
    package func wake(after now: Instant) -> Instant? {
        lanes.values.filter { !$0.isBusy }.compactMap { $0.entries.first?.delivery.nextTryAt }.filter { $0 > now }.min()
    }

    /// A post was not made after all.
    package mutating func release(_ delivery: DeliveryRecord) { lanes[delivery.event.sessionID]?.isBusy = false }

    /// What became of a post that `next` gave.
    /// - Parameter after: the delivery as it is now.
    /// - Returns: rows to write.
    package mutating func settle(_ after: DeliveryRecord) -> [DeliveryRecord] {
        let session = after.event.sessionID
        guard var lane = lanes[session], let first = lane.entries.first, first.delivery.cursor == after.cursor else {
            return []
        }
        lane.isBusy = false
        if after.state == .delivered {
            refused.remove(session)
        } else if refused.count < Self.mostRefused {
            refused.insert(session)
        }
        var rows: [DeliveryRecord] = []
        // What arrived before the log was read up to there is known by its row when it is read again.
        let isAhead = after.cursor > (left?.cursor ?? readUpTo)
        if first.hasRow || after.state != .delivered || isAhead { rows.append(after) }
        if after.state == .lane {
            lane.entries[0].delivery = after
            // Those behind it stay for minutes: what is saved must not stand still for them.
            for index in lane.entries.indices where !lane.entries[index].hasRow {
                lane.entries[index].hasRow = true
                inMemory -= 1
                waiting += 1
                if index > 0 { rows.append(lane.entries[index].delivery) }
            }
        } else {
            lane.entries.removeFirst()
            if first.hasRow { waiting -= 1 } else { inMemory -= 1 }
        }
        lanes[session] = lane.entries.isEmpty ? nil : lane
        return rows
    }

    /// The place to save: everything up to there has arrived, has a row, or is none of the webhook's business.
    package var place: (position: Int64, sequence: Int64) {
        let firsts = lanes.values.compactMap { lane in lane.entries.first { !$0.hasRow }?.delivery }
        let end = left.map { ($0.cursor - 1, $0.sequence - 1) } ?? (readUpTo, sequence)
        guard let first = firsts.min(by: { $0.cursor < $1.cursor }), first.cursor <= end.0 else { return end }
        return (first.cursor - 1, first.sequence - 1)
    }
}
