// `Retry-After` (RFC 9110, 10.2.3): seconds, or a date in the one form that is still to be sent. Pure.

internal import Store

enum RetryAfter {
    /// Nil for what says nothing; never less than nothing.
    static func parse(_ text: String, at now: Instant) -> Duration? {
        // Digits alone: Int64 takes a sign, too.
        let isNumber = (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if isNumber, let seconds = Int64(text) { return .seconds(seconds) }
        return date(text).map { max(.zero, $0 - now) }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`
    static func date(_ text: String) -> Instant? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].count == 4, parts[0].last == ",", parts[5] == "GMT",
            let month = months.firstIndex(of: String(parts[2])), parts[1].utf8.count == 2, parts[3].utf8.count == 4,
            let day = CalendarDay.parse("\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[1])")
        else { return nil }
        let time = parts[4].split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) ?? -1 }
        guard time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]), (0...60).contains(time[2])
        else { return nil }
        return Instant(seconds: day * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2], nanoseconds: 0)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
