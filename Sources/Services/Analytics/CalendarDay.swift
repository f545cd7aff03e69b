// Days of UTC: as numbers since 1970, which are stored, and as `YYYY-MM-DD`, which is shown. Pure, in the calendar that
// has always been Gregorian, for the years 1 to 9999.

package import Store

package enum CalendarDay {
    /// The days that have a text.
    package static let all: ClosedRange<Int64> = -719_162...2_932_896

    private static let microseconds: Int64 = 86_400_000_000

    /// The day that a moment lies in.
    package static func of(_ moment: Instant) -> Int64 {
        let (quotient, remainder) = moment.microseconds.quotientAndRemainder(dividingBy: microseconds)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// How long a moment's day still lasts: more than nothing, at most 24 hours.
    package static func rest(after moment: Instant) -> Duration {
        .microseconds((of(moment) + 1) * microseconds - moment.microseconds)
    }

    /// The days of the month that a day lies in.
    package static func month(of day: Int64) -> Range<Int64> {
        let first = firstOfMonth(day)
        // The 32nd day from the first lies in the next month, whatever the month.
        return first..<firstOfMonth(first + 31)
    }

    private static func firstOfMonth(_ day: Int64) -> Int64 { parse(String(text(day).prefix(8)) + "01") ?? day }

    /// `YYYY-MM-DD`; empty for a day outside of `all`.
    package static func text(_ day: Int64) -> String {
        guard all.contains(day) else { return "" }
        // Counted from the first of March of the year 0, so that a leap day is a year's last.
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    }

    /// The day of a text; nil for anything but `YYYY-MM-DD` with a day that there is.
    package static func parse(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let dayOfMonth = number(bytes[8..<10]),
            year >= 1, (1...12).contains(month), dayOfMonth >= 1
        else { return nil }
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear / 400
        let yearOfEra = marchYear % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + dayOfMonth - 1
        let day = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        // The 31st of June would be another day.
        return Self.text(day) == text ? day : nil
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        var value: Int64 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int64(digit - 0x30)
        }
        return value
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

extension Moment {
    /// The UTC day that it lies in, counted from 1970.
    package var day: Int64 { CalendarDay.of(self) }
}
