// Times as people read them: UTC, to the second or the millisecond. (`-o json` has the house dialect's own form.)
internal import Codec

enum TimeText {
    /// Such as `2026-11-22 19:45:03Z`; empty for none.
    static func seconds(_ time: Timestamp?) -> String {
        guard let time else { return "" }
        return "\(date(time)) \(clock(time))Z"
    }

    /// Such as `2026-11-22 19:45:03.120Z`; empty for none.
    static func milliseconds(_ time: Timestamp?) -> String {
        guard let time else { return "" }
        return "\(date(time)) \(clock(time)).\(padded(Int64(max(0, time.nanos) / 1_000_000), 3))Z"
    }

    /// Such as `3d 4h`, `5m 12s`, `0s`: the two largest units.
    static func span(seconds: Int64) -> String {
        let parts = [
            (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s"),
        ]
        guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0s" }
        return parts[first...].prefix(2).filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
    }

    private static func clock(_ time: Timestamp) -> String {
        let second = floorDivision(time.seconds, 86_400).remainder
        return "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    }

    /// The Gregorian date, counted in 400-year eras that begin on a first of March: February's length comes last.
    private static func date(_ time: Timestamp) -> String {
        let (days, _) = floorDivision(time.seconds, 86_400)
        let (era, dayOfEra) = floorDivision(days + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        return "\(padded(year, 4))-\(padded(month < 10 ? month + 3 : month - 9, 2))-\(padded(day, 2))"
    }

    private static func floorDivision(_ a: Int64, _ b: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
        return remainder < 0 ? (quotient - 1, remainder + b) : (quotient, remainder)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
