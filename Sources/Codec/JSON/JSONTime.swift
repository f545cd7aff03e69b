// Times and durations as text: RFC 3339 for google.protobuf.Timestamp, seconds with `s` for google.protobuf.Duration.
//
// Calendar arithmetic is that of the proleptic Gregorian calendar, by days since 1970 and 400-year cycles; no time
// zones, no leap seconds, as the protobuf types have it.

/// An instant in UTC, or a length of time.
struct SecondsAndNanos: Equatable {
    var seconds: Int64
    var nanos: Int32
}

enum JSONTime {
    // 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
    static let timestampSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
    static let durationSeconds: ClosedRange<Int64> = -315_576_000_000...315_576_000_000

    static func isTimestamp(_ value: SecondsAndNanos) -> Bool {
        timestampSeconds.contains(value.seconds) && (0...999_999_999).contains(value.nanos)
    }

    static func isDuration(_ value: SecondsAndNanos) -> Bool {
        guard durationSeconds.contains(value.seconds), (-999_999_999...999_999_999).contains(value.nanos) else {
            return false
        }
        return value.seconds == 0 || value.nanos == 0 || (value.seconds < 0) == (value.nanos < 0)
    }

    /// - Parameter digits: of the fraction; nil for 0, 3, 6 or 9, whatever suffices. What does not fit is cut.
    static func timestampText(_ value: SecondsAndNanos, digits: Int?) -> String {
        let (days, second) = value.seconds.quotientFloored(by: 86_400)
        let (year, month, day) = date(days: days)
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2) + "T" + pad(second / 3_600, 2) + ":"
            + pad(second / 60 % 60, 2) + ":" + pad(second % 60, 2) + fraction(value.nanos, digits) + "Z"
    }

    static func durationText(_ value: SecondsAndNanos) -> String {
        let sign = value.seconds < 0 || value.nanos < 0 ? "-" : ""
        return sign + String(value.seconds.magnitude) + fraction(abs(value.nanos), nil) + "s"
    }

    /// Reads RFC 3339: any offset, up to nine digits of fraction, capital T and Z; in the range of years 1 to 9999.
    static func timestamp(_ text: UnsafeBufferPointer<UInt8>) -> SecondsAndNanos? {
        var text = TimeText(text)
        guard let year = text.number(4), text.take("-"), let month = text.number(2), text.take("-"),
            let day = text.number(2), text.take("T"), let hour = text.number(2), text.take(":"),
            let minute = text.number(2), text.take(":"), let second = text.number(2), let nanos = text.fraction()
        else { return nil }
        var offset: Int64 = 0
        if !text.take("Z") {
            let isWest = text.take("-")
            guard isWest || text.take("+"), let hours = text.number(2), text.take(":"), let minutes = text.number(2),
                hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 60 + minutes) * (isWest ? -60 : 60)
        }
        guard text.isAtEnd, year >= 1, (1...12).contains(month), day >= 1, day <= daysIn(month: month, of: year),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset
        return timestampSeconds.contains(seconds) ? SecondsAndNanos(seconds: seconds, nanos: nanos) : nil
    }

    /// Reads `-1.5s`.
    static func duration(_ text: UnsafeBufferPointer<UInt8>) -> SecondsAndNanos? {
        var text = TimeText(text)
        let isNegative = text.take("-")
        guard let seconds = text.number(upTo: 12), let nanos = text.fraction(), text.take("s"), text.isAtEnd else {
            return nil
        }
        let value = SecondsAndNanos(seconds: isNegative ? -seconds : seconds, nanos: isNegative ? -nanos : nanos)
        return isDuration(value) ? value : nil
    }

    private static func fraction(_ nanos: Int32, _ digits: Int?) -> String {
        let all = pad(Int64(nanos), 9)
        let count =
            digits ?? (nanos == 0 ? 0 : nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9)
        return count == 0 ? "" : "." + all.prefix(count)
    }

    private static func pad(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func daysIn(month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01. Years begin in March here, so that the leap day is the last one.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let (cycle, yearOfCycle) = shifted.quotientFloored(by: 400)
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * 146_097 + dayOfCycle - 719_468
    }

    private static func date(days: Int64) -> (Int64, Int64, Int64) {
        let (cycle, dayOfCycle) = (days + 719_468).quotientFloored(by: 146_097)
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}

extension Int64 {
    /// Quotient rounded down, and the remainder that is never negative.
    fileprivate func quotientFloored(by divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// Reads text from the left.
private struct TimeText {
    private var rest: Slice<UnsafeBufferPointer<UInt8>>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        rest = text[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: letter) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Exactly so many digits.
    mutating func number(_ width: Int) -> Int64? {
        let digits = rest.prefix(width)
        guard digits.count == width else { return nil }
        return number(upTo: width, atLeast: width)
    }

    mutating func number(upTo width: Int, atLeast least: Int = 1) -> Int64? {
        var value: Int64 = 0
        var count = 0
        while count < width, let digit = rest.first, (0x30...0x39).contains(digit) {
            value = value * 10 + Int64(digit - 0x30)
            rest = rest.dropFirst()
            count += 1
        }
        return count >= least ? value : nil
    }

    /// Nanoseconds of `.` and one to nine digits, 0 where there is no dot; nil where there is something else after it.
    mutating func fraction() -> Int32? {
        guard take(".") else { return 0 }
        let before = rest.count
        guard var value = number(upTo: 9) else { return nil }
        for _ in (before - rest.count)..<9 { value *= 10 }
        return Int32(truncatingIfNeeded: value)
    }
}
