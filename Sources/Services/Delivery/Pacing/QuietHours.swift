// Hours of the day in which a session sends nothing, as its people's clocks show them: `22:00-07:00 Europe/Berlin`. They
// may go over midnight, and are as long as the clocks make them when those are set for summer. Pure, but for the zone,
// which `Zones` reads.

internal import Store

package struct QuietHours: Sendable, Hashable {
    /// Minutes from midnight.
    package let from: Int
    package let until: Int
    package let zone: Zone
    /// As it is stored and shown.
    package let text: String

    /// - Parameter zone: finds a zone by its name, or offset; nil where there is none.
    /// - Returns: nil where it is not written as it should be, or no time at all.
    package init?(_ text: String, zone find: (String) -> Zone?) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let range = parts.first?.split(separator: "-"), range.count == 2,
            let from = Self.minutes(range[0]), let until = Self.minutes(range[1]), from != until
        else { return nil }
        let name = parts.count == 2 ? String(parts[1]) : "UTC"
        guard let zone = Zone(offset: name) ?? find(name) else { return nil }
        self.from = from
        self.until = until
        self.zone = zone
        self.text = "\(range[0])-\(range[1]) \(name)"
    }

    private static func minutes(_ text: Substring) -> Int? {
        let digits = Array(text.utf8)
        guard digits.count == 5, digits[2] == UInt8(ascii: ":") else { return nil }
        let numbers = [digits[0], digits[1], digits[3], digits[4]].map { Int($0) - 48 }
        guard numbers.allSatisfy((0...9).contains) else { return nil }
        let (hours, minutes) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
        return hours < 24 && minutes < 60 ? hours * 60 + minutes : nil
    }

    /// When they end, where it is quiet now; nil: it is not.
    package func end(at now: Instant) -> Instant? {
        guard isQuiet(at: now) else { return nil }
        let local = zone.offset(at: now) + Int(clamping: now.seconds)
        let left = Int64(modulo(until * 60 - modulo(local, 86_400), 86_400))
        let usual = Instant(seconds: now.seconds + left, nanoseconds: 0)
        // Asked for each send of a session. No zone sets its clocks forth and back within a day.
        if left > 0, zone.offset(at: usual) == zone.offset(at: now) { return usual }
        // The clocks may be set in between, by up to three hours; the time at which they end may not come at all then. From
        // where that can matter it is looked at minute by minute.
        var minute = max(now.seconds, now.seconds + left - 3 * 3600) / 60 * 60 + 60
        for _ in 0..<(27 * 60) {
            let moment = Instant(seconds: minute, nanoseconds: 0)
            if !isQuiet(at: moment) { return moment }
            minute += 60
        }
        return usual
    }

    private func isQuiet(at moment: Instant) -> Bool {
        let second = modulo(zone.offset(at: moment) + Int(clamping: moment.seconds), 86_400)
        let (from, until) = (from * 60, until * 60)
        return from < until ? (from..<until).contains(second) : second >= from || second < until
    }

    private func modulo(_ number: Int, _ divisor: Int) -> Int {
        let rest = number % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
