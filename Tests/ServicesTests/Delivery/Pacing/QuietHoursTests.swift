// Quiet hours and zones. The oracle for zones is Foundation's, which tests may use.

import Foundation
import Services
import Store
import Testing

@Suite struct QuietHoursTests {
    private static func zone(_ name: String) -> Zone? {
        guard let file = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)") else { return nil }
        return Zone(file: [UInt8](file))
    }

    private func moment(_ text: String) throws -> Moment {
        let date = try #require(ISO8601DateFormatter().date(from: text))
        return Moment(seconds: Int64(date.timeIntervalSince1970), nanoseconds: 0)
    }

    private func hours(_ text: String) throws -> QuietHours {
        try #require(QuietHours(text, zone: Self.zone))
    }

    @Test(
        arguments: [
            ("22:00-07:00 UTC", "2026-03-01T21:59:59Z", nil),
            ("22:00-07:00 UTC", "2026-03-01T22:00:00Z", "2026-03-02T07:00:00Z"),
            ("22:00-07:00", "2026-03-02T06:59:59Z", "2026-03-02T07:00:00Z"),
            ("22:00-07:00 UTC", "2026-03-02T07:00:00Z", nil),
            ("12:30-13:15 +05:30", "2026-03-02T07:00:00Z", "2026-03-02T07:45:00Z"),
            ("12:30-13:15 -05:30", "2026-03-02T07:00:00Z", nil),
            ("00:00-23:59 UTC", "2026-03-02T23:59:30Z", nil),
            ("00:00-23:59 UTC", "2026-03-02T00:00:00Z", "2026-03-02T23:59:00Z"),
        ] as [(String, String, String?)])
    func theyEndWhereTheySay(text: String, now: String, end: String?) throws {
        #expect(try hours(text).end(at: moment(now)) == end.map { try moment($0) })
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")),
        arguments: [
            // An hour shorter, an hour longer: the clocks are set at 01:00 UTC.
            ("22:00-07:00 Europe/Berlin", "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z"),
            ("22:00-07:00 Europe/Berlin", "2026-10-24T20:00:00Z", "2026-10-25T06:00:00Z"),
            ("22:00-07:00 Europe/Berlin", "2026-07-01T20:00:00Z", "2026-07-02T05:00:00Z"),
            ("22:00-07:00 Europe/Berlin", "2026-07-01T19:59:59Z", nil),
            ("22:00-07:00 Europe/Berlin", "2061-07-01T20:00:00Z", "2061-07-02T05:00:00Z"),
            // They end at a time that this night does not have.
            ("22:00-02:30 Europe/Berlin", "2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z"),
        ] as [(String, String, String?)])
    func theyGoByTheClocksOfTheirZone(text: String, now: String, end: String?) throws {
        #expect(try hours(text).end(at: moment(now)) == end.map { try moment($0) })
    }

    @Test(arguments: [
        "", "22:00", "22:00-", "-07:00", "24:00-07:00", "22:60-07:00", "22:00-22:00", "2200-0700", "22:00-07:00-08:00",
        "22:00-07:00 Nowhere/AtAll", "22:00-07:00 ", "22:00-07:00 UTC now", "22:00-07:00 +5:30", "22:00-07:00 +25:00",
        "٢٢:٠٠-٠٧:٠٠", "aa:bb-cc:dd",
    ])
    func whatIsNotWrittenThatWayIsRefused(text: String) {
        #expect(QuietHours(text) { _ in nil } == nil)
    }

    @Test func theyAreShownWithTheirZone() throws {
        #expect(try hours("22:00-07:00").text == "22:00-07:00 UTC")
        #expect(try hours("22:00-07:00 -03:30").text == "22:00-07:00 -03:30")
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")),
        arguments: [
            "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Kathmandu",
            "Australia/Lord_Howe", "Australia/Sydney", "Africa/Casablanca", "Europe/Dublin", "America/Nuuk",
            "Pacific/Chatham", "Pacific/Apia", "Asia/Tehran", "UTC", "Etc/GMT+12", "America/Santiago",
        ])
    func aZoneIsWhatTheWorldTakesItFor(name: String) throws {
        let zone = try #require(Self.zone(name))
        let oracle = try #require(TimeZone(identifier: name))
        // From 1950 on each 11 h 17 min for a century would be long: every 9 days, and the hours around each change.
        var date = Date(timeIntervalSince1970: -600_000_000)
        while date.timeIntervalSince1970 < 2_130_000_000 {
            compare(zone, oracle, date)
            date += 9 * 86_400
        }
        var change = oracle.nextDaylightSavingTimeTransition(after: Date(timeIntervalSince1970: 0))
        var count = 0
        while let next = change, next.timeIntervalSince1970 < 2_130_000_000, count < 200 {
            for second in [-3601.0, -1, 0, 1, 3600] { compare(zone, oracle, next + second) }
            change = oracle.nextDaylightSavingTimeTransition(after: next)
            count += 1
        }
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")),
        arguments: [
            "Europe/Berlin", "America/New_York", "Australia/Sydney", "America/Santiago", "Pacific/Chatham",
            "Australia/Lord_Howe",
        ])
    func itsRuleHoldsForTheYearsToCome(name: String) throws {
        let zone = try #require(Self.zone(name))
        let oracle = try #require(TimeZone(identifier: name))
        var date = Date(timeIntervalSince1970: 2_200_000_000)
        while date.timeIntervalSince1970 < 2_900_000_000 {
            compare(zone, oracle, date)
            date += 2 * 86_400
        }
    }

    private func compare(_ zone: Zone, _ oracle: TimeZone, _ date: Date) {
        let moment = Moment(seconds: Int64(date.timeIntervalSince1970.rounded(.down)), nanoseconds: 0)
        #expect(
            zone.offset(at: moment) == oracle.secondsFromGMT(for: date), "\(oracle.identifier) at \(date)")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")))
    func aDamagedFileIsRefusedOrReadAndNeverTraps() throws {
        let file = [UInt8](try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Berlin")))
        let times = [Int64.min, -1, 0, 1_772_107_200, 9_000_000_000, .max].map { Moment(microseconds: $0) }
        for length in 0..<file.count {
            if let zone = Zone(file: Array(file.prefix(length))) { for time in times { _ = zone.offset(at: time) } }
        }
        for place in 0..<file.count {
            for byte in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var damaged = file
                damaged[place] = byte
                if let zone = Zone(file: damaged) { for time in times { _ = zone.offset(at: time) } }
            }
        }
        #expect(Zone(file: []) == nil)
    }
}
