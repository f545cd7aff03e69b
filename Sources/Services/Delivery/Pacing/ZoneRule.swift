// The rule by which clocks are set in all years to come: the last line of a time zone file, such as
// `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX.1, TZ). Only what such files hold is understood: names, offsets and the rules M, J
// and plain days.

struct ZoneRule: Sendable, Hashable {
    /// Seconds to add to UTC.
    private let standard: Int
    private let summer: Summer?

    private struct Summer: Sendable, Hashable {
        let offset: Int
        let begins: Day
        let ends: Day
    }

    /// A day of the year, and the time of day (in seconds; may be negative, or beyond a day).
    private struct Day: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            /// The week 1…5 (5: the last) in which the weekday (0: Sunday) comes in the month.
            case weekday(month: Int, week: Int, day: Int)
            /// 1…365, February 29 never counted.
            case julian(Int)
            /// 0…365.
            case plain(Int)
        }

        let kind: Kind
        let second: Int
    }

    init?(_ text: Substring) {
        var parser = Parser(text: text)
        guard parser.name(), let standard = parser.time() else { return nil }
        self.standard = -standard
        guard !parser.isAtEnd else {
            summer = nil
            return
        }
        guard parser.name() else { return nil }
        var offset = self.standard + 3600
        if !parser.isNext(",") {
            guard let time = parser.time() else { return nil }
            offset = -time
        }
        guard parser.eat(","), let begins = Self.day(&parser), parser.eat(","), let ends = Self.day(&parser),
            parser.isAtEnd
        else { return nil }
        summer = Summer(offset: offset, begins: begins, ends: ends)
    }

    func offset(at second: Int64) -> Int {
        guard let summer else { return standard }
        let days = Self.floorDivide(second + Int64(standard), 86_400)
        let year = Self.year(of: days)
        let begins = Self.start(summer.begins, year) - Int64(standard)
        let ends = Self.start(summer.ends, year) - Int64(summer.offset)
        // South of the equator summer goes over the new year.
        let isSummer = begins < ends ? second >= begins && second < ends : second >= begins || second < ends
        return isSummer ? summer.offset : standard
    }

    /// Local seconds since 1970.
    private static func start(_ day: Day, _ year: Int64) -> Int64 {
        let newYear = days(year, 1, 1)
        let number: Int64
        switch day.kind {
        case .plain(let count): number = newYear + Int64(count)
        case .julian(let count):
            let isLeap = days(year, 3, 1) - newYear == 60
            number = newYear + Int64(count) - 1 + (isLeap && count >= 60 ? 1 : 0)
        case .weekday(let month, let week, let weekday):
            let first = days(year, month, 1)
            let next = month == 12 ? days(year + 1, 1, 1) : days(year, month + 1, 1)
            // 1970-01-01 was a Thursday.
            let firstWeekday = Int(floorModulo(first + 4, 7))
            var found = first + Int64((weekday - firstWeekday + 7) % 7 + 7 * (week - 1))
            while found >= next { found -= 7 }
            number = found
        }
        return number * 86_400 + Int64(day.second)
    }

    /// Days since 1970 of a date in the Gregorian calendar.
    private static func days(_ year: Int64, _ month: Int, _ day: Int) -> Int64 {
        // Years that begin in March: the leap day is their last.
        let shifted = month <= 2 ? year - 1 : year
        let fromMarch = Int64((month + 9) % 12)
        let era = floorDivide(shifted, 400)
        let ofEra = shifted - era * 400
        let ofYear = (153 * fromMarch + 2) / 5 + Int64(day) - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func year(of number: Int64) -> Int64 {
        var year = 1970 + floorDivide(number * 400, 146_097)
        while days(year, 1, 1) > number { year -= 1 }
        while days(year + 1, 1, 1) <= number { year += 1 }
        return year
    }

    private static func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
        number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
    }

    private static func floorModulo(_ number: Int64, _ divisor: Int64) -> Int64 {
        number - floorDivide(number, divisor) * divisor
    }

    private static func day(_ parser: inout Parser) -> Day? {
        let kind: Day.Kind
        if parser.eat("M") {
            guard let month = parser.number(in: 1...12), parser.eat("."), let week = parser.number(in: 1...5),
                parser.eat("."), let day = parser.number(in: 0...6)
            else { return nil }
            kind = .weekday(month: month, week: week, day: day)
        } else if parser.eat("J") {
            guard let count = parser.number(in: 1...365) else { return nil }
            kind = .julian(count)
        } else {
            guard let count = parser.number(in: 0...365) else { return nil }
            kind = .plain(count)
        }
        guard parser.eat("/") else { return Day(kind: kind, second: 7200) }
        guard let second = parser.time() else { return nil }
        return Day(kind: kind, second: second)
    }

    private struct Parser {
        var text: Substring

        var isAtEnd: Bool { text.isEmpty }
        func isNext(_ character: Character) -> Bool { text.first == character }

        mutating func eat(_ character: Character) -> Bool {
            guard isNext(character) else { return false }
            text.removeFirst()
            return true
        }

        /// Letters, or anything between `<` and `>`.
        mutating func name() -> Bool {
            if eat("<") {
                guard let end = text.firstIndex(of: ">") else { return false }
                text = text[text.index(after: end)...]
                return true
            }
            let rest = text.drop { $0.isLetter }
            defer { text = rest }
            return rest.startIndex != text.startIndex
        }

        mutating func number(in range: ClosedRange<Int>) -> Int? {
            let digits = text.prefix { ("0"..."9").contains($0) }
            guard digits.utf8.count <= 3, let number = Int(digits), range.contains(number) else { return nil }
            text = text[digits.endIndex...]
            return number
        }

        /// `[+-]h[:mm[:ss]]`, up to a week.
        mutating func time() -> Int? {
            let sign = eat("-") ? -1 : 1
            if sign == 1 { _ = eat("+") }
            guard let hours = number(in: 0...167) else { return nil }
            var seconds = hours * 3600
            for unit in [60, 1] where eat(":") {
                guard let part = number(in: 0...59) else { return nil }
                seconds += part * unit
            }
            return sign * seconds
        }
    }
}
