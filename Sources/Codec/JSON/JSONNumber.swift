// JSON numbers: taken as text, so that nothing is lost on the way to an integer; `5.0` and `5e0` are five.

/// A number as it stands in the text; its syntax is checked.
struct JSONNumber {
    let start: UnsafePointer<UInt8>
    let count: Int

    var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }
    var isNegative: Bool { start.pointee == UInt8(ascii: "-") }

    /// The number, if it is whole and has at most 20 digits.
    var wholeMagnitude: UInt64? {
        var value: UInt64 = 0
        // Zeros are held back, since they count only when a digit or the exponent asks for them.
        var zeros = 0
        var exponent = 0
        var isFraction = false
        var index = isNegative ? 1 : 0
        loop: while index < count {
            let byte = start[index]
            index += 1
            switch byte {
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let written = writtenExponent(from: index) else { return value == 0 ? 0 : nil }
                exponent += written
                break loop
            case UInt8(ascii: "0"):
                zeros += 1
                if isFraction { exponent -= 1 }
            default:
                guard let shifted = JSONNumber.shift(value, zeros + 1) else { return nil }
                let (sum, overflow) = shifted.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
                if overflow { return nil }
                value = sum
                zeros = 0
                if isFraction { exponent -= 1 }
            }
        }
        if value == 0 { return 0 }
        let scale = exponent + zeros
        return scale < 0 ? nil : JSONNumber.shift(value, scale)
    }

    /// The digits after `e`; nil where they are out of all bounds.
    private func writtenExponent(from first: Int) -> Int? {
        var index = first
        let isNegative = start[index] == UInt8(ascii: "-")
        if isNegative || start[index] == UInt8(ascii: "+") { index += 1 }
        var value = 0
        while index < count {
            value = value * 10 + Int(start[index] - UInt8(ascii: "0"))
            if value > 1_000_000 { return nil }
            index += 1
        }
        return isNegative ? -value : value
    }

    private static func shift(_ value: UInt64, _ places: Int) -> UInt64? {
        if value == 0 { return 0 }
        var result = value
        for _ in 0..<min(places, 21) {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = product
        }
        return result
    }

    /// The number as a signed integer, if it is one.
    var signed: Int64? {
        guard let magnitude = wholeMagnitude else { return nil }
        if !isNegative { return Int64(exactly: magnitude) }
        return magnitude == 1 << 63 ? .min : Int64(exactly: magnitude).map { -$0 }
    }

    /// The number as an unsigned integer, if it is one.
    var unsigned: UInt64? {
        guard let magnitude = wholeMagnitude else { return nil }
        return isNegative && magnitude != 0 ? nil : magnitude
    }
}

extension JSONReader {
    /// Takes a number, checking its syntax.
    mutating func number() throws(Failure) -> JSONNumber {
        skipSpace()
        let first = at
        if at < end, at.pointee == UInt8(ascii: "-") { at += 1 }
        guard at < end else { throw failure(.syntax, "the text ends inside of a number") }
        if at.pointee == UInt8(ascii: "0") { at += 1 } else { try digits() }
        if at < end, at.pointee == UInt8(ascii: ".") {
            at += 1
            try digits()
        }
        if at < end, at.pointee | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < end, at.pointee == UInt8(ascii: "+") || at.pointee == UInt8(ascii: "-") { at += 1 }
            try digits()
        }
        guard at - first <= JSONReader.numberLimit else { throw failure(.outOfRange, "a number of too many digits") }
        return JSONNumber(start: first, count: at - first)
    }

    private mutating func digits() throws(Failure) {
        let first = at
        while at < end, at.pointee >= UInt8(ascii: "0"), at.pointee <= UInt8(ascii: "9") { at += 1 }
        guard at > first else { throw failure(.syntax, "not a number") }
    }
}
