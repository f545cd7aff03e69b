// Durations as people write them: a number and `ms`, `s`, `m`, `h` or `d`, such as `500ms` or `1.5h`.

enum DurationText {
    private static let units: [(suffix: String, milliseconds: Double)] = [
        ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]

    /// Nil for anything else, negative numbers and exponents included.
    static func parse(_ text: String) -> Duration? {
        guard let unit = units.first(where: { text.hasSuffix($0.suffix) }) else { return nil }
        let digits = text.dropLast(unit.suffix.count)
        guard digits.first?.isWholeNumber == true, digits.last?.isWholeNumber == true,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
            let number = Double(digits), number * unit.milliseconds < 1e15
        else { return nil }
        return .milliseconds(Int64((number * unit.milliseconds).rounded()))
    }

    /// In the largest unit that is exact.
    static func text(_ duration: Duration) -> String {
        let milliseconds = duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
        let unit = units.last { $0.milliseconds <= Double(milliseconds) && milliseconds % Int64($0.milliseconds) == 0 }
        guard let unit, milliseconds > 0 else { return "0s" }
        return "\(milliseconds / Int64(unit.milliseconds))\(unit.suffix)"
    }
}
