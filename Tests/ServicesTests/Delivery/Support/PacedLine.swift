// A session that sends carefully, without a dispatcher, a store or a clock: it asks its pacer, sends one, sleeps until it was
// told to. Each limit is looked for in the list of what went out, by counting.

import Services
import Store
import Testing

/// A session as the dispatcher treats it: asks, sends one, sleeps until it was told to.
struct PacedLine {
    struct Sent {
        /// On a clock that nobody sets.
        let real: Duration
        let wall: Moment
        let contact: String
        let lane: MessageLane
    }

    static let noon = Moment(seconds: 1_772_107_200, nanoseconds: 0)

    var pacer = Pacer()
    var record = PacingRecord(sessionID: 1)
    var connectedAt: Moment?
    var waiting: [MessageLane: [String]] = [.replies: [], .cold: []]
    var sent: [Sent] = []
    var real: Duration = .zero
    /// What the wall clock is off.
    var set: Duration = .zero
    /// Which life of the server this is: each sees that the clock is set, and nothing of what was before it.
    var life: Int64 = 7
    var dice: Chance

    init(seed: UInt64) { dice = Chance(seed: seed) }

    var now: Moment { Self.noon + real + set }
    var time: PaceTime { PaceTime(now: now, monotonic: real, life: life) }

    mutating func put(_ contact: String, _ lane: MessageLane) { waiting[lane, default: []].append(contact) }

    /// Sends what may go now; gives when to look again.
    mutating func look() -> Moment? {
        let now = now
        record = record.rebased(to: time)
        guard waiting.values.contains(where: { !$0.isEmpty }) else { return nil }
        if let hold = pacer.gate(record, connectedAt: connectedAt, at: now) { return hold.until }
        var next: Moment?
        for lane in pacer.lanes(record) {
            if waiting[lane]?.isEmpty != false { continue }
            if lane == .cold, let hold = pacer.coldHold(record, at: now) {
                next = min(next ?? hold.until, hold.until)
                continue
            }
            for (place, contact) in (waiting[lane] ?? []).enumerated() {
                if let hold = pacer.recipientHold(record, contact: contact, at: now) {
                    next = min(next ?? hold.until, hold.until)
                    continue
                }
                waiting[lane]?.remove(at: place)
                pacer.sent(
                    &record, to: contact, in: lane, connectedAt: connectedAt, at: now,
                    random: .random(in: 0..<1, using: &dice))
                sent.append(.init(real: real, wall: now, contact: contact, lane: lane))
                return pacer.gate(record, connectedAt: connectedAt, at: now)?.until
            }
        }
        return next
    }

    /// Lets `duration` pass, sending what may.
    mutating func run(_ duration: Duration) {
        let end = real + duration
        while real < end {
            let next = look().map { $0 - now } ?? duration
            real = min(end, real + max(next, .milliseconds(1)))
        }
    }

    /// The most sends in any window of `length`.
    func most(in length: Duration, where isCounted: (Sent) -> Bool = { _ in true }) -> Int {
        let times = sent.filter(isCounted).map(\.real)
        var (most, start) = (0, 0)
        for (index, time) in times.enumerated() {
            while times[start] + length <= time { start += 1 }
            most = max(most, index - start + 1)
        }
        return most
    }

    func checkLimits() { #expect(throws: Never.self) { try keepsLimits() } }

    func keepsLimits() throws {
        try must(most(in: .seconds(60)) <= 8, "more than 8 in a minute")
        try must(most(in: .seconds(3600)) <= 200, "more than 200 in an hour")
        // The bucket: three, and one more each 7.5 seconds.
        for count in 1...8 {
            try must(most(in: .milliseconds(7_500) * count) <= 3 + count, "more than \(3 + count) at once")
        }
        for (one, next) in zip(sent, sent.dropFirst()) {
            try must(next.real - one.real >= .milliseconds(2_500), "only \(next.real - one.real) in between")
        }
        var last: [String: Duration] = [:]
        for one in sent {
            if let before = last[one.contact] {
                try must(one.real - before >= .seconds(6), "to \(one.contact) again after \(one.real - before)")
            }
            last[one.contact] = one.real
        }
    }
}
