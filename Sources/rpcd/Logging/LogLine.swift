// One event on its way to a line of text or JSON. Pure: fields in, bytes out, always exactly one line.
// Everything that comes from outside is escaped, so that nobody can write a second line or move a terminal's cursor, and
// phone numbers are masked (SAFETY.md 5).

internal import Logging
internal import Services
internal import Store

struct LogLine {
    var time: Instant
    var level: Logger.Level
    var message: String
    var fields: [(name: String, value: String)]

    /// Appends the line with its newline.
    func append(to bytes: inout [UInt8], as format: LogFormat) {
        switch format {
        case .text: appendText(to: &bytes)
        case .json: appendJSON(to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private func appendText(to bytes: inout [UInt8]) {
        UTCTime.append(time, to: &bytes)
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: level.column.utf8)
        LogText.append(message, to: &bytes, quoted: false)
        for (name, value) in fields {
            bytes.append(UInt8(ascii: " "))
            LogText.append(name, to: &bytes, quoted: false)
            bytes.append(UInt8(ascii: "="))
            if !LogText.appendBare(value, to: &bytes) {
                LogText.append(value, to: &bytes, quoted: !LogText.isPlain(value))
            }
        }
    }

    private func appendJSON(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: #"{"time":""#.utf8)
        UTCTime.append(time, to: &bytes)
        bytes.append(contentsOf: #"","level":""#.utf8)
        bytes.append(contentsOf: level.rawValue.utf8)
        bytes.append(contentsOf: #"","message":"#.utf8)
        LogText.append(message, to: &bytes, quoted: true)
        for (name, value) in fields {
            bytes.append(UInt8(ascii: ","))
            LogText.append(name, to: &bytes, quoted: true)
            bytes.append(UInt8(ascii: ":"))
            LogText.append(value, to: &bytes, quoted: true)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// Text that is safe on one line.
enum LogText {
    /// Whether it can stand in a text line without quotes.
    static func isPlain(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=") }
    }

    /// Appends a text that needs no quotes, no escape and no mask, as nearly all do, in one look at it; false, and nothing
    /// appended, where it may need one.
    static func appendBare(_ text: String, to bytes: inout [UInt8]) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { text in
            var isBare = !text.isEmpty
            for byte in text {
                switch byte {
                case UInt8(ascii: "\""), UInt8(ascii: "="), UInt8(ascii: "\\"), UInt8(ascii: "+"), UInt8(ascii: "@"):
                    isBare = false
                default: isBare = isBare && byte > 0x20 && byte < 0x7F
                }
            }
            if isBare { bytes.append(contentsOf: text) }
            return isBare
        } ?? false
    }

    /// Appends `text`, escaped as JSON has it; characters that steer terminals or end lines come as `\u….`.
    static func append(_ text: String, to bytes: inout [UInt8], quoted: Bool) {
        if !quoted, appendBare(text, to: &bytes) { return }
        let quote = UInt8(ascii: "\"")
        if quoted { bytes.append(quote) }
        let masked = PhoneMask.masked(text)
        if masked.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != quote && $0 != UInt8(ascii: "\\") }) {
            bytes.append(contentsOf: masked.utf8)
        } else {
            for scalar in masked.unicodeScalars { append(scalar, to: &bytes) }
        }
        if quoted { bytes.append(quote) }
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar {
        case "\"": bytes.append(contentsOf: #"\""#.utf8)
        case "\\": bytes.append(contentsOf: #"\\"#.utf8)
        case "\n": bytes.append(contentsOf: #"\n"#.utf8)
        case "\r": bytes.append(contentsOf: #"\r"#.utf8)
        case "\t": bytes.append(contentsOf: #"\t"#.utf8)
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
                // As JSON has it: what does not fit in four digits becomes two.
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    bytes.append(contentsOf: #"\u"#.utf8)
                    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
                    bytes.append(contentsOf: digits.utf8)
                }
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
    }
}

/// Moments as logs show them: `2026-11-22T19:33:01.123Z`.
enum UTCTime {
    static func append(_ time: Instant, to bytes: inout [UInt8]) {
        let milliseconds = Int64(time.nanoseconds) / 1_000_000
        var days = time.seconds / 86_400
        var second = time.seconds % 86_400
        if second < 0 {
            second += 86_400
            days -= 1
        }
        let (year, month, day) = civil(days)
        // Put together beside the array, which would look after its room at each byte.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { text in
            var end = 0
            func put(_ number: Int64, _ count: Int, _ mark: Unicode.Scalar) {
                var rest = number
                for place in stride(from: end + count - 1, through: end, by: -1) {
                    text.initializeElement(at: place, to: UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10))
                    rest /= 10
                }
                text.initializeElement(at: end + count, to: UInt8(ascii: mark))
                end += count + 1
            }
            put(year, 4, "-")
            put(month, 2, "-")
            put(day, 2, "T")
            put(second / 3_600, 2, ":")
            put(second / 60 % 60, 2, ":")
            put(second % 60, 2, ".")
            put(milliseconds, 3, "Z")
            bytes.append(contentsOf: text[..<end])
        }
    }

    /// Days since 1970 → year, month, day in the Gregorian calendar, whose eras are 400 years from 1 March.
    private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
    }
}

extension Logger.Level {
    /// In capitals, and as wide as all others.
    fileprivate var column: String {
        switch self {
        case .trace: "TRACE    "
        case .debug: "DEBUG    "
        case .info: "INFO     "
        case .notice: "NOTICE   "
        case .warning: "WARNING  "
        case .error: "ERROR    "
        case .critical: "CRITICAL "
        }
    }
}
