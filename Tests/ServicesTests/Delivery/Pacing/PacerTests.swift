// The pacer's promises, kept under any traffic: seeded days of messages, replies, restrictions, failures, reconnects and
// clocks that are set, all in no time. Each limit is looked for in the list of what went out, by counting.

import Services
import Store
import Testing

@Suite struct PacerTests {
    static let budgets = [20, 36, 64, 116, 209, 250, 250, 250]

    @Test(arguments: 0..<20)
    func noLimitIsPassedAndAllThatMayGoGoesOut(seed: UInt64) {
        var line = PacedLine(seed: seed)
        var dice = Chance(seed: seed &+ 1_000)
        var put = 0
        for _ in 0..<40 {
            for _ in 0..<Int.random(in: 0...30, using: &dice) {
                line.put("c\(Int.random(in: 0...9, using: &dice))", Bool.random(using: &dice) ? .replies : .cold)
                put += 1
            }
            if Int.random(in: 0...5, using: &dice) == 0 { line.connectedAt = line.now }
            line.run(.seconds(Int.random(in: 1...2_000, using: &dice)))
        }
        line.checkLimits()
        line.run(.seconds(60 * 86_400))
        line.checkLimits()
        #expect(line.sent.count == put)
    }

    @Test(arguments: 0..<20)
    func noLimitIsPassedWhenTheClockIsSetBackAndForthAndNothingWaitsForIt(seed: UInt64) {
        var line = PacedLine(seed: seed)
        var dice = Chance(seed: seed &+ 2_000)
        for number in 0..<400 { line.put("c\(number % 40)", number % 3 == 0 ? .cold : .replies) }
        for _ in 0..<60 {
            line.run(.seconds(Int.random(in: 1...200, using: &dice)))
            // Also to where it was.
            line.set =
                Int.random(in: 0...3, using: &dice) == 0
                ? .zero : .seconds(Int.random(in: -40_000...40_000, using: &dice))
        }
        line.checkLimits()
        // No more than the hour allows is missing of what the time would have been enough for.
        line.run(.seconds(4 * 3600))
        line.checkLimits()
        #expect(line.waiting[.replies] == [])
    }

    @Test func aClockThatWasFarAheadHoldsNothingUpForLong() {
        var line = PacedLine(seed: 1)
        line.set = .seconds(400 * 86_400)
        for number in 0..<40 { line.put("c\(number)", .cold) }
        line.run(.seconds(3600))
        #expect(line.sent.count == 20)
        line.set = .zero
        line.run(.seconds(3 * 86_400))
        #expect(line.sent.count == 40)
        line.checkLimits()
    }

    @Test func aClockSetBackAndPutRightAgainGivesNoSecondHelping() {
        var line = PacedLine(seed: 11)
        for number in 0..<900 { line.put("c\(number)", .replies) }
        line.run(.seconds(1700))
        for _ in 0..<3 {
            line.set = .seconds(-3600)
            line.run(.seconds(1))
            line.set = .zero
            line.run(.seconds(300))
        }
        line.checkLimits()
        #expect(line.sent.count <= 200)
    }

    @Test func aDayThatTheClockJumpsOverIsNone() {
        var line = PacedLine(seed: 12)
        for number in 0..<100 { line.put("c\(number)", .cold) }
        line.run(.seconds(1800))
        #expect(line.sent.count == 20)
        line.set = .seconds(86_400)
        line.run(.seconds(3600))
        #expect(line.sent.count == 20 && line.pacer.left(line.record, at: line.now).cold == 0)
        // The next midnight is one.
        line.run(.seconds(86_400))
        #expect(line.sent.count == 56)
    }

    @Test func aRestThatOurClockSetAndOneThatWhatsAppNamedAreToldApart() {
        var line = PacedLine(seed: 13)
        line.set = .seconds(30 * 86_400)
        line.put("c", .cold)
        _ = line.look()
        line.put("d", .cold)
        line.pacer.restricted(&line.record, until: nil, at: line.now)
        line.set = .zero
        line.run(.seconds(3700))
        #expect(line.record.coldStoppedUntil.map { $0 <= line.now } == true)
        let named = line.now + .seconds(500)
        line.pacer.restricted(&line.record, until: named, at: line.now)
        line.set = .seconds(-100)
        line.record = line.record.rebased(to: line.time)
        #expect(line.record.coldStoppedUntil == named)
    }

    @Test func noRestrictionIsBelievedForMoreThanAMonth() {
        var line = PacedLine(seed: 14)
        line.pacer.restricted(&line.record, until: Moment(microseconds: .max), at: line.now)
        #expect(line.record.coldStoppedUntil == line.now + .seconds(30 * 86_400))
    }

    @Test func theClockOfAnotherLifeSaysOnlyThatItWasSetBack() {
        var line = PacedLine(seed: 15)
        for number in 0..<3 { line.put("c\(number)", .replies) }
        line.run(.seconds(20))
        let last = line.now
        let another = PaceTime(now: last - .seconds(500), monotonic: .seconds(3), life: 8)
        #expect(line.record.rebased(to: another).recent.allSatisfy { $0 <= another.now })
        let later = line.record.rebased(to: PaceTime(now: last + .seconds(500), monotonic: .seconds(3), life: 8))
        #expect(later.recent == line.record.recent)
        // Two looks at two clocks are never at one moment: that is no jump.
        let moment = PaceTime(now: line.now + .milliseconds(5), monotonic: line.real, life: 7)
        #expect(line.record.rebased(to: moment) == line.record)
    }

    @Test func whatNeverLeftIsNotCounted() {
        var line = PacedLine(seed: 16)
        for number in 0..<4 { line.put("c\(number)", .cold) }
        line.run(.seconds(60))
        #expect(line.pacer.left(line.record, at: line.now).cold == 16)
        #expect(line.pacer.unsent(&line.record, handedOutAt: line.now, at: line.now))
        #expect(line.pacer.left(line.record, at: line.now).cold == 17)
        // The gaps and windows stay.
        #expect(line.record.recent.count == 4)
        // Yesterday's is not today's.
        #expect(!line.pacer.unsent(&line.record, handedOutAt: line.now - .seconds(86_400), at: line.now))
        line.real += .seconds(86_400)
        #expect(!line.pacer.unsent(&line.record, handedOutAt: line.now, at: line.now))
        #expect(line.pacer.left(line.record, at: line.now).cold == 36)
    }

    @Test func aZoneThatIsLostMeansThatNothingIsSent() {
        var line = PacedLine(seed: 17)
        line.pacer.isZoneLost = true
        line.put("c", .replies)
        line.run(.seconds(86_400))
        #expect(line.sent.isEmpty)
        #expect(line.pacer.gate(line.record, connectedAt: nil, at: line.now)?.reason == .quietHours)
        line.pacer.isZoneLost = false
        line.run(.seconds(61))
        #expect(line.sent.count == 1)
    }

    @Test func coldContactsAreWrittenToWithinTheDaysBudgetWhichGrows() {
        var line = PacedLine(seed: 7)
        line.pacer.rules.perHour = 100_000
        for number in 0..<2_000 { line.put("c\(number)", .cold) }
        for _ in 0..<9 { line.run(.seconds(86_400)) }
        var days: [Int64: Int] = [:]
        for one in line.sent { days[one.wall.seconds / 86_400, default: 0] += 1 }
        let counts = days.sorted { $0.key < $1.key }.map(\.value)
        #expect(Array(counts.prefix(Self.budgets.count)) == Self.budgets)
        #expect(line.pacer.left(line.record, at: line.now).coldBudget == 250)
    }

    @Test func aDayWithoutColdContactsAllowsNoMoreTheNext() {
        var line = PacedLine(seed: 7)
        for number in 0..<25 { line.put("c\(number)", .cold) }
        line.run(.seconds(600))
        #expect(line.sent.count == 20)
        line.real += .seconds(100 * 86_400)
        #expect(line.pacer.left(line.record, at: line.now).coldBudget == 36)
    }

    @Test func aClockSetBackOverMidnightDoesNotRenewTheBudget() {
        var line = PacedLine(seed: 3)
        // Ten minutes past midnight.
        line.real = .seconds(12 * 3600 + 600)
        for number in 0..<100 { line.put("c\(number)", .cold) }
        line.run(.seconds(1200))
        #expect(line.sent.count == 20)
        for _ in 0..<5 {
            line.set -= .seconds(7200)
            line.run(.seconds(7200))
        }
        #expect(line.sent.count == 20)
    }

    @Test func repliesGoFirstAndColdContactsHaveTheirTurnAllTheSame() {
        var line = PacedLine(seed: 5)
        for number in 0..<200 { line.put("cold\(number)", .cold) }
        for number in 0..<30 { line.put("reply\(number)", .replies) }
        line.run(.seconds(1800))
        let replies = line.sent.enumerated().filter { $0.element.lane == .replies }.map(\.offset)
        #expect(replies.count == 30)
        #expect(replies.last.map { $0 <= 40 } == true)
        #expect(
            line.sent.prefix(8).map(\.lane) == [
                .replies, .replies, .replies, .cold, .replies, .replies, .replies, .cold,
            ])
        // The budget of the day is used up: a reply does not feel it.
        line.put("late", .replies)
        #expect(line.pacer.coldHold(line.record, at: line.now)?.reason == .coldBudget)
        line.run(.seconds(60))
        #expect(line.sent.last?.contact == "late")
    }

    @Test func aRestrictionStopsColdContactsAtOnceAndEnds() throws {
        var line = PacedLine(seed: 5)
        for number in 0..<10 { line.put("cold\(number)", .cold) }
        line.run(.seconds(5))
        let before = line.sent.count
        let end = line.now + .seconds(1800)
        line.pacer.restricted(&line.record, until: end, at: line.now)
        #expect(line.pacer.coldHold(line.record, at: line.now) == .init(.recipientColdRestricted, until: end))
        #expect(line.pacer.left(line.record, at: line.now).cold == 0)
        line.put("reply", .replies)
        line.run(.seconds(1790))
        #expect(line.sent.count == before + 1 && line.sent.last?.contact == "reply")
        line.run(.seconds(600))
        #expect(line.sent.count == 11)
        // Without a time it is an hour; with one that is over, the end.
        line.pacer.restricted(&line.record, until: nil, at: line.now)
        #expect(line.pacer.coldHold(line.record, at: line.now)?.until == line.now + .seconds(3600))
        line.pacer.restricted(&line.record, until: line.now, at: line.now)
        #expect(line.pacer.coldHold(line.record, at: line.now) == nil)
        // What has no time does not shorten what has one.
        let far = line.now + .seconds(86_400)
        line.pacer.restricted(&line.record, until: far, at: line.now)
        line.pacer.restricted(&line.record, until: nil, at: line.now)
        #expect(line.record.coldStoppedUntil == far)
    }

    @Test func fiveFailuresInARowPauseTheSessionForAQuarterOfAnHour() {
        var line = PacedLine(seed: 5)
        line.put("a", .replies)
        var starts: [Bool] = []
        for _ in 0..<4 { starts.append(line.pacer.failed(&line.record, at: line.now)) }
        #expect(line.pacer.succeeded(&line.record))
        #expect(!line.pacer.succeeded(&line.record))
        for _ in 0..<5 { starts.append(line.pacer.failed(&line.record, at: line.now)) }
        #expect(starts == Array(repeating: false, count: 8) + [true])
        let end = line.now + .seconds(900)
        #expect(line.pacer.gate(line.record, connectedAt: nil, at: line.now) == .init(.enginePaused, until: end))
        // Answers to what was under way count for nothing.
        for _ in 0..<7 { #expect(!line.pacer.failed(&line.record, at: line.now)) }
        // A clock that is set back makes it no longer.
        line.set = .seconds(-86_400)
        line.run(.seconds(899))
        #expect(line.sent.isEmpty)
        line.run(.seconds(2))
        #expect(line.sent.count == 1)
    }

    @Test func aSessionThatHasJustConnectedComesToItsPaceSlowly() {
        var (first, second) = (0, 0)
        for seed in 0..<20 as Range<UInt64> {
            var line = PacedLine(seed: seed)
            for number in 0..<50 { line.put("c\(number)", .replies) }
            line.connectedAt = line.now
            #expect(line.pacer.rampEnd(connectedAt: line.connectedAt, at: line.now) == line.now + .seconds(60))
            line.run(.seconds(60))
            #expect((2...8).contains(line.sent.count), "\(line.sent.count)")
            first += line.sent.count
            #expect(line.sent.first.map { $0.real >= .milliseconds(7_500) } == true)
            line.run(.seconds(60))
            #expect(line.pacer.rampEnd(connectedAt: line.connectedAt, at: line.now) == nil)
            second += line.sent.count
            line.checkLimits()
        }
        second -= first
        #expect(first <= 110 && second >= 140, "\(first), \(second)")
    }

    @Test func aClockSetBackSinceItConnectedHoldsNothingUp() {
        var line = PacedLine(seed: 2)
        line.connectedAt = line.now + .seconds(86_400)
        line.put("a", .replies)
        line.run(.seconds(1))
        #expect(line.sent.count == 1)
    }

    @Test func theGapsAreIrregular() {
        var line = PacedLine(seed: 9)
        line.pacer.rules.perMinute = 1_000
        line.pacer.rules.burst = 1_000
        line.pacer.rules.perHour = 10_000
        for number in 0..<400 { line.put("c\(number)", .replies) }
        line.run(.seconds(3600))
        let gaps = zip(line.sent, line.sent.dropFirst()).map { $1.real - $0.real }
        #expect(gaps.allSatisfy { $0 >= .milliseconds(2_500) && $0 <= .seconds(7) })
        #expect(gaps.contains { $0 < .seconds(3) } && gaps.contains { $0 > .milliseconds(6_500) })
        // Whatever chance is given, the gap stays what it may be.
        for random in [-1.0, 2, .nan, .infinity] {
            line.pacer.sent(&line.record, to: "x", in: .replies, connectedAt: nil, at: line.now, random: random)
            let gap = (line.record.nextAt ?? line.now) - line.now
            #expect(gap >= .milliseconds(2_500) && gap <= .seconds(7))
        }
    }

    @Test func nothingGoesOutInQuietHours() {
        var line = PacedLine(seed: 4)
        line.pacer.quiet = QuietHours("21:00-07:00 +02:00") { _ in nil }
        #expect(line.pacer.quiet != nil)
        for number in 0..<5_000 { line.put("c\(number)", .replies) }
        line.run(.seconds(3 * 86_400))
        line.checkLimits()
        #expect(line.sent.count > 5_000 / 2)
        for one in line.sent {
            let hour = (one.wall.seconds + 7_200) % 86_400 / 3600
            #expect((7..<21).contains(hour), "\(hour)")
        }
    }

    @Test func theLeftIsWhatMayStillGo() {
        var line = PacedLine(seed: 4)
        let all = line.pacer.left(line.record, at: line.now)
        #expect(all == Pacer().left(PacingRecord(sessionID: 9), at: line.now))
        #expect(all.minute == 8 && all.hour == 200 && all.cold == 20 && all.coldBudget == 20)
        for number in 0..<3 { line.put("c\(number)", .cold) }
        line.run(.seconds(20))
        let left = line.pacer.left(line.record, at: line.now)
        #expect(left.minute == 5 && left.hour == 197 && left.cold == 17)
        line.real += .seconds(120)
        let later = line.pacer.left(line.record, at: line.now)
        #expect(later.minute == 8 && later.hour == 197 && later.cold == 17)
        line.real += .seconds(3_600)
        #expect(line.pacer.left(line.record, at: line.now).hour == 200)
    }

    @Test func somebodyIsCold24HoursAfterTheyWroteOrWhenTheyNeverDid() {
        let pacer = Pacer()
        let now = PacedLine.noon
        #expect(pacer.lane(wroteAt: nil, at: now) == .cold)
        #expect(pacer.lane(wroteAt: now - .seconds(86_399), at: now) == .replies)
        #expect(pacer.lane(wroteAt: now - .seconds(86_400), at: now) == .cold)
        // A clock that is put right may leave somebody a little in the future, and nobody far in it.
        #expect(pacer.lane(wroteAt: now + .seconds(600), at: now) == .replies)
        #expect(pacer.lane(wroteAt: now + .seconds(30 * 86_400), at: now) == .cold)
        // To the account that the session spoke for before.
        #expect(pacer.lane(wroteAt: now - .seconds(60), since: now - .seconds(30), at: now) == .cold)
        #expect(pacer.lane(wroteAt: now - .seconds(60), since: now - .seconds(90), at: now) == .replies)
    }

    @Test func aContactIsKnownHoweverItIsWritten() {
        #expect(Contact.key("+491511234567") == "+491511234567")
        #expect(Contact.key("491511234567@s.whatsapp.net") == "+491511234567")
        #expect(Contact.key("491511234567@c.us") == "+491511234567")
        #expect(Contact.key("123@lid") == "123@lid")
        for written in Contact.spellings("+491511234567") { #expect(Contact.key(written) == "+491511234567") }
        #expect(Contact.isMany("120363041234567890@g.us") && Contact.isMany("1@newsletter"))
        #expect(!Contact.isMany("+491511234567"))
    }
}
