// A clock that is suddenly far ahead deletes nothing for an hour.

import Services
import Store
import TestKit
import Testing

@Suite struct ClockWatchTests {
    private static let day = Duration.seconds(86_400)
    private let clock = FakeClock()

    @Test func aClockThatGoesIsTrusted() {
        let watch = ClockWatch(clock, lastKnown: clock.now() - .seconds(3_600))
        #expect(watch.doubt() == nil)
        clock.advance(by: Self.day * 40)
        #expect(watch.doubt() == nil)
        clock.setWall(clock.now() - Self.day * 9)
        #expect(watch.doubt() == nil)
    }

    @Test func aClockThatWasSetFarAheadIsTrustedAfterAnHourOnly() {
        let watch = ClockWatch(clock, lastKnown: nil)
        clock.setWall(clock.now() + Self.day * 2)
        #expect(watch.doubt()?.contains("2 days ahead") == true)
        clock.advance(by: .seconds(3_599))
        #expect(watch.doubt() != nil)
        clock.advance(by: .seconds(1))
        #expect(watch.doubt() == nil)
        clock.advance(by: Self.day)
        #expect(watch.doubt() == nil)
    }

    @Test func aClockThatIsPutRightIsTrustedAtOnce() {
        let watch = ClockWatch(clock, lastKnown: clock.now())
        let right = clock.now()
        clock.setWall(right + Self.day * 9_999)
        #expect(watch.doubt() != nil)
        clock.setWall(right)
        #expect(watch.doubt() == nil)
        // A new doubt begins a new hour.
        clock.advance(by: .seconds(3_600))
        clock.setWall(clock.now() + Self.day * 2)
        #expect(watch.doubt() != nil)
    }

    @Test func whatWasWrittenLastIsRememberedOverARestart() {
        #expect(ClockWatch(clock, lastKnown: clock.now() - Self.day * 3).doubt() != nil)
    }

    @Test func aMarkTellsWhetherTheClockWasSet() {
        let mark = ClockMark(clock)
        clock.advance(by: .seconds(90))
        #expect(mark.passed(until: ClockMark(clock)) == .seconds(90) && mark.moved(until: ClockMark(clock)) == .zero)
        clock.setWall(clock.now() - .seconds(7))
        #expect(mark.passed(until: ClockMark(clock)) == .seconds(90))
        #expect(mark.moved(until: ClockMark(clock)) == .seconds(-7))
    }
}
