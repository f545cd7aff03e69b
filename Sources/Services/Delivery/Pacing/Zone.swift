// What the clocks show somewhere: the offset to UTC at any time, from a compiled time zone file (RFC 9636) or fixed. Read
// by ourselves, because the C library knows one zone per process, and Foundation's zones bring 30 MB of tables. Anything
// that is not a whole and sane file is refused; nothing in it can trap. Leap seconds are ignored, as the system's clock does.

internal import Store

package struct Zone: Sendable, Hashable {
    private struct Change: Sendable, Hashable {
        let at: Int64
        let offset: Int
    }

    /// Before the first change.
    private var first = 0
    private var changes: [Change] = []
    /// After the last one.
    private var rule: ZoneRule?

    /// `UTC`, `+05:30`, `-03:00`; nil for anything else.
    package init?(offset text: String) {
        if text == "UTC" || text == "Z" { return }
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
            bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-")
        else { return nil }
        let numbers = [bytes[1], bytes[2], bytes[4], bytes[5]].map { Int($0) - 48 }
        guard numbers.allSatisfy((0...9).contains) else { return nil }
        let (hours, minutes) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
        guard hours <= 14, minutes < 60 else { return nil }
        first = (hours * 60 + minutes) * (bytes[0] == UInt8(ascii: "-") ? -60 : 60)
    }

    /// - Parameter file: version 2 or later, as every system of this century has them.
    package init?(file: [UInt8]) {
        var reader = Reader(bytes: file)
        guard let old = reader.header(), old.version >= UInt8(ascii: "2"), reader.skip(old.length(timeSize: 4)),
            let header = reader.header(), (1...255).contains(header.types), header.times <= 10_000
        else { return nil }
        var times: [Int64] = []
        for _ in 0..<header.times {
            guard let time = reader.number(8) else { return nil }
            times.append(time)
        }
        guard let kinds = reader.take(header.times) else { return nil }
        var offsets: [Int] = []
        for _ in 0..<header.types {
            guard let offset = reader.number(4), abs(offset) <= 26 * 3600, reader.skip(2) else { return nil }
            offsets.append(Int(offset))
        }
        guard kinds.allSatisfy({ Int($0) < offsets.count }),
            reader.skip(header.letters + header.leaps * 12 + header.standard + header.universal),
            zip(times, times.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        first = offsets[0]
        changes = zip(times, kinds).map { Change(at: $0, offset: offsets[Int($1)]) }
        let footer = String(decoding: reader.rest(), as: UTF8.self).split(separator: "\n", maxSplits: 2)
        rule = footer.first.flatMap { ZoneRule($0) }
    }

    /// Seconds to add to UTC.
    package func offset(at moment: Instant) -> Int {
        let second = moment.seconds
        guard let last = changes.last, let start = changes.first, second >= start.at else {
            return changes.isEmpty ? rule?.offset(at: second) ?? first : first
        }
        if second >= last.at { return rule?.offset(at: second) ?? last.offset }
        var (low, high) = (0, changes.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].at <= second { low = middle } else { high = middle }
        }
        return changes[low].offset
    }

    private struct Header {
        let version: UInt8
        let universal, standard, leaps, times, types, letters: Int

        func length(timeSize: Int) -> Int {
            times * (timeSize + 1) + types * 6 + letters + leaps * (timeSize + 4) + standard + universal
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard count >= 0, count <= bytes.count - position else { return nil }
            defer { position += count }
            return bytes[position..<position + count]
        }

        mutating func skip(_ count: Int) -> Bool { take(count) != nil }

        func rest() -> ArraySlice<UInt8> { bytes[position...] }

        /// Big-endian, signed.
        mutating func number(_ size: Int) -> Int64? {
            guard let taken = take(size) else { return nil }
            let unsigned = taken.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let unused = UInt64(64 - 8 * size)
            return Int64(bitPattern: unsigned << unused) >> Int64(unused)
        }

        mutating func header() -> Header? {
            guard let magic = take(4), Array(magic) == Array("TZif".utf8), let version = take(1)?.first, skip(15)
            else { return nil }
            var counts: [Int] = []
            for _ in 0..<6 {
                guard let count = number(4), (0...1_000_000).contains(count) else { return nil }
                counts.append(Int(count))
            }
            return Header(
                version: version, universal: counts[0], standard: counts[1], leaps: counts[2], times: counts[3],
                types: counts[4], letters: counts[5])
        }
    }
}
