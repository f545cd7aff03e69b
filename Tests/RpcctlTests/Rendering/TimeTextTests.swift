// Times and words as people read them. Pure.
import Codec
import Contract
import Foundation
import Testing

@testable import rpcctl

@Suite struct TimeTextTests {
    @Test func datesAreThoseOfTheCalendar() {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.calendar = Calendar(identifier: .gregorian)
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "yyyy-MM-dd HH:mm:ss'Z'"
        let days = stride(from: Int64(-20_000), through: 60_000, by: 97).map { $0 * 86_400 + $0 % 86_400 }
        for seconds in days + [951_782_399, 951_782_400, 4_107_542_399, 4_107_542_400, -1, 0] {
            let expected = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
            #expect(TimeText.seconds(.with { $0.seconds = seconds }) == expected)
        }
        #expect(TimeText.seconds(nil) == "")
        #expect(TimeText.milliseconds(.with { $0.nanos = 7_900_000 }) == "1970-01-01 00:00:00.007Z")
    }

    @Test(
        arguments: [(0, "0s"), (59, "59s"), (60, "1m"), (312, "5m 12s"), (7200, "2h"), (273_600, "3d 4h")]
            as [(Int64, String)])
    func spansNameTheirTwoLargestUnits(seconds: Int64, text: String) {
        #expect(TimeText.span(seconds: seconds) == text)
    }

    @Test(
        arguments: [(0, "0 B"), (1023, "1023 B"), (1536, "1.5 KiB"), (13_000_000, "12.3 MiB"), (5 << 30, "5.0 GiB")]
            as [(Int64, String)])
    func bytesAreRounded(count: Int64, text: String) {
        #expect(StatusCommand.bytes(count) == text)
    }

    @Test func wordsAreThoseOfTheHouseDialect() throws {
        let words = EnumWords("status", of: Session.schema)
        #expect(words.word(SessionStatus.qrPending) == "qr_pending")
        #expect(words.word(SessionStatus.unspecified) == "")
        #expect(words.word(SessionStatus.unrecognized(99)) == "99")
        #expect(words.number("QR_Pending") == SessionStatus.qrPending.rawValue)
        #expect(words.number("unspecified") == nil)
        #expect(EnumWords("name", of: Session.schema).all.isEmpty)
    }
}
