// When sessions' days end: not all at the same second, and not in the night.

import Services
import Store
import Testing

@Suite struct DayBreakTests {
    private static let noon = Moment(seconds: 1_772_107_200, nanoseconds: 0)

    @Test func sessionsHaveTimesOfTheirOwn() {
        let breaks = (1...1_000 as ClosedRange<Int64>).map {
            DayBreak(quiet: nil, sessionID: $0).next(after: Self.noon).seconds
        }
        #expect(Set(breaks).count > 900)
        // Spread over the day: no hour has twice its share.
        let hours = Dictionary(grouping: breaks) { $0 / 3_600 }
        #expect(hours.count >= 24 && hours.values.allSatisfy { $0.count < 84 })
        #expect(DayBreak(quiet: nil, sessionID: 7) == DayBreak(quiet: nil, sessionID: 7))
    }

    @Test func withQuietHoursTheDayBeginsInTheHourAfterThem() throws {
        let quiet = try #require(QuietHours("22:00-07:00 +02:00") { _ in nil })
        for session in 1...100 as ClosedRange<Int64> {
            let next = DayBreak(quiet: quiet, sessionID: session).next(after: Self.noon)
            let local = (next.seconds + 7_200) % 86_400
            #expect((7 * 3_600..<8 * 3_600).contains(local) && next > Self.noon)
            #expect(quiet.end(at: next) == nil)
        }
    }

    @Test(arguments: 0..<200)
    func aMomentLiesBetweenTwoOfThem(number: Int) {
        var chance = Chance(seed: UInt64(number))
        let moment = Moment(microseconds: Int64(chance.next() >> 12)) - .seconds(100_000_000)
        let day = DayBreak(
            quiet: chance.once(in: 2) ? nil : QuietHours("23:00-06:30 -03:30") { _ in nil },
            sessionID: Int64(chance.number(1...10_000)))
        let (last, next) = (day.last(at: moment), day.next(after: moment))
        #expect(last <= moment && moment <= next)
        #expect(next - last == (last == moment ? .zero : .seconds(86_400)))
        #expect(day.last(at: next) == next && day.next(after: next) == next)
    }

    @Test func noDayIsShortWhereItsBreakMoves() {
        var pacer = Pacer()
        var record = PacingRecord(sessionID: 1)
        var now = Self.noon
        func send() { pacer.sent(&record, to: "c", in: .cold, connectedAt: nil, at: now, random: 0) }
        for _ in 0..<20 {
            send()
            now = now + .seconds(10)
        }
        #expect(pacer.left(record, at: now).cold == 0)
        // Whoever sets quiet hours that end in a minute has no new day in a minute.
        pacer.day = DayBreak(quiet: QuietHours("01:00-12:10") { _ in nil }, sessionID: 1)
        #expect(pacer.coldHold(record, at: now + .seconds(5_000))?.until == Self.noon + .seconds(12 * 3_600))
        now = Self.noon + .seconds(12 * 3_600 + 1)
        #expect(pacer.coldHold(record, at: now) == nil)
        for _ in 0..<36 { send() }
        // The break of the next noon is 12 hours away: that is no day.
        let end = pacer.coldHold(record, at: now)?.until
        #expect(end.map { $0 - now >= .seconds(18 * 3_600) && $0 - now <= .seconds(42 * 3_600) } == true)
    }
}
