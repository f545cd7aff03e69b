// Which part of a file is asked for, and on which condition (RFC 9110, 13 and 14). One range of bytes; what asks for several,
// or says it in a way that is none, gets the whole, as the RFC has it. Pure.

internal import HTTPTypes

struct ContentRequest: Equatable {
    enum Range: Equatable {
        case all
        /// From there on, to that byte or to the end.
        case from(Int64, to: Int64?)
        case last(Int64)
    }

    enum Decision: Equatable {
        case whole
        case part(Swift.Range<Int64>)
        /// The client has it.
        case notModified
        /// There is nothing of it.
        case unsatisfiable
    }

    private(set) var range = Range.all
    private var known: [String] = []
    private var ifRange: String?

    init(_ headers: HTTPFields, isHead: Bool = false) {
        known = headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }.map { HeaderValue.trimmed($0) }
        let ranges = headers[values: .range]
        // The length of a part is nobody's question.
        if !isHead, ranges.count == 1 { range = Self.range(ranges[0]) }
        ifRange = headers[.ifRange].map { HeaderValue.trimmed($0) }
    }

    /// Whether the file has to be known before it is read.
    var isConditional: Bool { range != .all || !known.isEmpty }

    /// - Parameter tag: the entity tag, with its quotes.
    func decide(size: Int64, tag: String) -> Decision {
        // Weakly compared: our tags are strong, and stay the same when somebody on the way has weakened them.
        if known.contains(where: { $0 == "*" || $0 == tag || $0 == "W/" + tag }) { return .notModified }
        // By a date, which we do not tell, or by the tag of something else: the whole.
        if let ifRange, ifRange != tag { return .whole }
        switch range {
        case .all: return .whole
        case .from(let first, let last):
            guard first < size else { return .unsatisfiable }
            return .part(first..<min(size, last.map { $0 + 1 } ?? size))
        case .last(let count):
            guard count > 0, size > 0 else { return .unsatisfiable }
            return .part(max(0, size - count)..<size)
        }
    }

    private static func range(_ text: String) -> Range {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, HeaderValue.trimmed(sides[0]).lowercased() == "bytes" else { return .all }
        let ends = HeaderValue.trimmed(sides[1]).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return .all }
        switch (ends[0].isEmpty, ends[1].isEmpty) {
        case (true, true): return .all
        case (true, false): return number(ends[1]).map { .last($0) } ?? .all
        case (false, true): return number(ends[0]).map { .from($0, to: nil) } ?? .all
        case (false, false):
            guard let first = number(ends[0]), let last = number(ends[1]), first <= last else { return .all }
            return .from(first, to: last)
        }
    }

    /// 18 digits are no number that overflows.
    private static func number(_ text: Substring) -> Int64? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int64(text)
    }
}
