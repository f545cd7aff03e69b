// The pacer, whatever comes: any steps of time, from milliseconds to days; clocks that are set, back and forth, and servers
// that are started anew; restrictions, failures, reconnects, quiet hours.

import Services
import Store
import Testing

@Suite struct PacerPropertyTests {
    /// Something happens to the session that is no message.
    private func happen(_ line: inout PacedLine, _ chance: inout Chance) {
        line.record = line.record.rebased(to: line.time)
        switch chance.number(0...7) {
        case 0: line.set = .seconds(chance.number(-100_000...100_000))
        case 1: line.set = .zero
        case 2: line.connectedAt = line.now
        case 3: _ = line.pacer.failed(&line.record, at: line.now)
        case 4: _ = line.pacer.succeeded(&line.record)
        case 5:
            let until = line.now + chance.duration(upTo: .seconds(200_000)) - .seconds(10)
            line.pacer.restricted(&line.record, until: chance.once(in: 3) ? nil : until, at: line.now)
        case 6 where chance.once(in: 2):
            // Started anew: what the clock is set by meanwhile is not seen, and back is all that can be told.
            line.life += 1
            // By whole seconds: what is less than 10 ms, back and later forth, is not told from two looks at two clocks.
            line.set -= .seconds(chance.number(0...5_000))
        default:
            let hours = ["22:00-07:00 +02:00", "03:00-03:01", "12:30-11:30 -05:00"]
            line.pacer.quiet = chance.once(in: 2) ? nil : QuietHours(chance.pick(hours)) { _ in nil }
        }
    }

    @Test func noWindowIsPassedHoweverTimeIsSteppedAndAllGoesOutInTheEnd() {
        Property.holds(250) { chance in
            var line = PacedLine(seed: chance.next())
            var put = 0
            for _ in 0..<chance.number(5...40) {
                for _ in 0..<chance.number(0...12) {
                    line.put("c\(chance.number(0...15))", chance.once(in: 3) ? .cold : .replies)
                    put += 1
                }
                if chance.once(in: 2) { happen(&line, &chance) }
                line.run(chance.duration(upTo: .seconds(50_000)))
            }
            try line.keepsLimits()
            // Nothing is in the way any more, but the budgets of the days.
            line.pacer.quiet = nil
            line.run(.seconds(60 * 86_400))
            try line.keepsLimits()
            try must(line.sent.count == put, "\(line.sent.count) of \(put) went out: \(line.record)")
        }
    }

    @Test func nobodyIsWrittenToInQuietHoursOrARestOrWhileTheyMayNotBe() {
        Property.holds(250) { chance in
            var line = PacedLine(seed: chance.next())
            for number in 0..<100 { line.put("c\(number)", chance.once(in: 2) ? .cold : .replies) }
            for _ in 0..<30 {
                happen(&line, &chance)
                let (quiet, record, from) = (line.pacer.quiet, line.record.rebased(to: line.time), line.sent.count)
                // Nothing else happens while it runs.
                line.run(chance.duration(upTo: .seconds(20_000)))
                for one in line.sent[from...] {
                    try must(quiet?.end(at: one.wall) == nil, "in quiet hours")
                    try must(record.pausedUntil.map { $0 <= one.wall } ?? true, "while the engine rests")
                    guard one.lane == .cold else { continue }
                    try must(record.coldStoppedUntil.map { $0 <= one.wall } ?? true, "while strangers are not allowed")
                }
            }
        }
    }

    /// Whatever the days are called, no more goes to strangers in them than their budgets allow.
    @Test func noDayHasMoreStrangersThanItsBudget() {
        Property.holds(150) { chance in
            var line = PacedLine(seed: chance.next())
            for number in 0..<400 { line.put("c\(number)", .cold) }
            for _ in 0..<25 {
                if chance.once(in: 2) {
                    line.set = chance.once(in: 3) ? .zero : .seconds(chance.number(-200_000...200_000))
                }
                line.run(chance.duration(upTo: .seconds(40_000)))
            }
            // A day has 18 hours at least; of a window of 24 hours two may have the beginning.
            let days = Int(line.real / .seconds(64_800)) + 2
            let budgets = (0..<days).map { day in
                var record = PacingRecord(sessionID: 1)
                record.coldDays = Int64(day)
                return line.pacer.coldBudget(record)
            }
            try must(line.sent.count <= budgets.reduce(0, +), "\(line.sent.count) in \(days) days")
            let most = line.most(in: .seconds(86_400))
            try must(most <= budgets.suffix(2).reduce(0, +), "\(most) within 24 hours, in \(days) days")
        }
    }
}
