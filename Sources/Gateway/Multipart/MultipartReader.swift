// A body of multipart/form-data as it comes (RFC 2046, 5.1; RFC 7578), read strictly and within bounds: parts, the head of
// one, and what stands outside of them. Holds no more than a delimiter and a head; what a part contains goes on at once.
// Pure: told of bytes, it says what they are.

internal import Glibc

struct MultipartReader {
    enum Event: Equatable {
        case part(PartHead)
        /// More of what the part contains; never empty.
        case bytes([UInt8])
        case endOfPart
    }

    /// Why a body is refused; words for the client.
    struct Malformed: Error, Equatable {
        let reason: String

        init(_ reason: String) { self.reason = reason }
    }

    static let maximumParts = 20
    static let maximumHeadBytes = 8 << 10
    /// Before the first delimiter and after the last.
    static let maximumOutsideBytes = 8 << 10
    /// Blanks behind a delimiter.
    private static let maximumPadding = 64

    private enum Place {
        case outsideBefore, behindDelimiter, head, body, outsideAfter
    }

    /// With the line break before it, which is no part of what it ends.
    private let delimiter: [UInt8]
    private var place = Place.outsideBefore
    /// What has come and is not decided. Begins as if a line had ended: the first delimiter needs none.
    private var held: [UInt8] = [0x0D, 0x0A]
    private var parts = 0
    private var outside = 0

    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Reads on.
    mutating func read(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Event] {
        held.append(contentsOf: bytes)
        var events: [Event] = []
        var position = 0
        while let next = try step(from: position, &events) { position = next }
        return events
    }

    /// The body is over.
    func finish() throws(Malformed) {
        guard case .outsideAfter = place else { throw Malformed("it ends in the middle") }
    }

    /// Goes on from there.
    /// - Returns: where it came to; nil where more has to come first.
    private mutating func step(from position: Int, _ events: inout [Event]) throws(Malformed) -> Int? {
        switch place {
        case .outsideBefore, .body:
            if let found = find(delimiter, from: position) {
                try take(position..<found, &events)
                if case .body = place { events.append(.endOfPart) }
                place = .behindDelimiter
                return found + delimiter.count
            }
            // Its end may be the beginning of a delimiter.
            let end = max(position, held.count - delimiter.count + 1)
            try take(position..<end, &events)
            return rest(from: end)
        case .behindDelimiter: return try afterDelimiter(position)
        case .head:
            guard let end = find([0x0D, 0x0A, 0x0D, 0x0A], from: position), end - position <= Self.maximumHeadBytes
            else {
                guard held.count - position <= Self.maximumHeadBytes else {
                    throw Malformed("the head of a part has more than \(Self.maximumHeadBytes) bytes")
                }
                return rest(from: position)
            }
            // The line break that ends the head may begin the delimiter of an empty part. One comes in any case.
            guard held.count >= end + 2 + delimiter.count else { return rest(from: position) }
            events.append(.part(try PartHead(held[position..<end])))
            place = .body
            return end + 2 + (isDelimiter(at: end + 2) ? 0 : 2)
        case .outsideAfter:
            try take(position..<held.count, &events)
            return rest(from: held.count)
        }
    }

    private mutating func afterDelimiter(_ position: Int) throws(Malformed) -> Int? {
        if held.count - position >= 2, held[position] == 0x2D, held[position + 1] == 0x2D {
            guard parts > 0 else { throw Malformed("it has no parts") }
            place = .outsideAfter
            return position + 2
        }
        var index = position
        while index < held.count, held[index] == 0x20 || held[index] == 0x09 { index += 1 }
        guard index - position <= Self.maximumPadding else { throw Malformed("a boundary is not followed by a line") }
        guard held.count - index >= 2 else { return rest(from: position) }
        guard held[index] == 0x0D, held[index + 1] == 0x0A else {
            throw Malformed("a boundary is not followed by a line")
        }
        parts += 1
        guard parts <= Self.maximumParts else { throw Malformed("it has more than \(Self.maximumParts) parts") }
        place = .head
        return index + 2
    }

    private mutating func take(_ range: Range<Int>, _ events: inout [Event]) throws(Malformed) {
        guard !range.isEmpty else { return }
        if case .body = place { return events.append(.bytes(Array(held[range]))) }
        outside += range.count
        guard outside <= Self.maximumOutsideBytes else { throw Malformed("too much stands outside of its parts") }
    }

    /// Keeps what is not decided; there is nothing more to say of it.
    private mutating func rest(from position: Int) -> Int? {
        held.removeFirst(position)
        return nil
    }

    private func isDelimiter(at position: Int) -> Bool {
        held[position..<(position + delimiter.count)] == delimiter[...]
    }

    private func find(_ pattern: [UInt8], from position: Int) -> Int? {
        held.withUnsafeBytes { bytes in
            var index = position
            while bytes.count - index >= pattern.count, let base = bytes.baseAddress {
                guard let hit = memchr(base + index, 0x0D, bytes.count - index - pattern.count + 1) else { return nil }
                index = UnsafeRawPointer(hit) - base
                if memcmp(hit, pattern, pattern.count) == 0 { return index }
                index += 1
            }
            return nil
        }
    }
}
