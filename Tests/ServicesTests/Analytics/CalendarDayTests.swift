// Days and their texts, compared with Foundation's calendar, and everything that is no day.

import Foundation
import Services
import Store
import Testing

@Suite struct CalendarDayTests {
    @Test func everyDayOfEightCenturiesHasTheTextThatTheCalendarGives() throws {
        let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        for day in stride(from: Int64(-150_000), through: 150_000, by: 1) {
            let text = CalendarDay.text(day)
            // The calendar is slow: it is asked for some, the way back for all. (Its own is another before 1582.)
            if day.isMultiple(of: 997), day > -141_427 {
                #expect(text == Date(timeIntervalSince1970: Double(day) * 86_400).formatted(format))
            }
            guard CalendarDay.parse(text) == day else {
                Issue.record("\(day) became \(text)")
                return
            }
        }
    }

    @Test func theEndsOfTimeAreKnown() {
        #expect(CalendarDay.text(CalendarDay.all.lowerBound) == "0001-01-01")
        #expect(CalendarDay.text(CalendarDay.all.upperBound) == "9999-12-31")
        #expect(CalendarDay.text(CalendarDay.all.upperBound + 1) == "" && CalendarDay.text(.min) == "")
        #expect(CalendarDay.parse("0001-01-01") == CalendarDay.all.lowerBound)
        #expect(CalendarDay.parse("9999-12-31") == CalendarDay.all.upperBound)
    }

    @Test(arguments: [
        "", "2026", "2026-1-1", "2026-02-29", "2026-06-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
        "2026-01-01 ", " 2026-01-01", "2026/01/01", "2026-01-01T00:00:00Z", "-026-01-01", "+026-01-01", "２０26-1-1",
    ])
    func whatIsNoDayIsNone(text: String) {
        #expect(CalendarDay.parse(text) == nil)
    }

    @Test func aMomentLiesInItsDay() {
        let noon = Instant(seconds: 1_767_268_800, nanoseconds: 0)  // 2026-01-01T12:00:00Z
        #expect(CalendarDay.text(noon.day) == "2026-01-01")
        #expect(CalendarDay.rest(after: noon) == .seconds(43_200))
        let last = noon + .seconds(43_200) - .microseconds(1)
        #expect(last.day == noon.day && CalendarDay.rest(after: last) == .microseconds(1))
        #expect((last + .microseconds(1)).day == noon.day + 1)
        #expect(CalendarDay.rest(after: last + .microseconds(1)) == .seconds(86_400))
        #expect(Instant(microseconds: -1).day == -1 && Instant(microseconds: 0).day == 0)
    }
}
