// From what somebody typed to a name of the contract: full, or as much of its end as is enough, in any case, with or
// without `Service`.

internal import Contract
internal import RPC

struct ReflectionNames {
    enum Subject: Hashable {
        case service(String)
        /// The path, `service/Method`.
        case method(String)
        case message(String)
        case enumeration(String)

        var name: String {
            switch self {
            case .service(let name), .method(let name), .message(let name), .enumeration(let name): name
            }
        }
    }

    /// Longer than any name that there is.
    private static let longest = 256

    /// Beyond it a slip is not looked for: comparing costs the product of both lengths.
    private static let longestSlip = 80

    /// A subject, and its name in the forms in which it is compared.
    private struct Entry {
        let subject: Subject
        let dotted: String
        let folded: String
        /// The same without the `Service` of a service, or of a method's.
        let short: String?
        /// The last part, the last two, as methods are typed, and the whole, folded.
        let ends: [[UInt8]]
        /// How many letters may differ: a third of the last part.
        let tolerance: Int

        init(_ subject: Subject) {
            self.subject = subject
            dotted = ReflectionNames.dotted(subject.name)
            folded = dotted.lowercased()
            let parts = folded.split(separator: ".")
            short = Self.short(subject, parts)
            ends = [1, 2, parts.count].map { Array(parts.suffix($0).joined(separator: ".").utf8) }
            tolerance = max(1, (parts.last?.utf8.count ?? 0) / 3)
        }

        private static func short(_ subject: Subject, _ parts: [Substring]) -> String? {
            let place: Int
            switch subject {
            case .service: place = parts.count - 1
            case .method: place = parts.count - 2
            case .message, .enumeration: return nil
            }
            guard parts.indices.contains(place), parts[place].hasSuffix("service") else { return nil }
            var parts = parts
            parts[place] = parts[place].dropLast("service".count)
            return parts.joined(separator: ".")
        }
    }

    private let entries: [Entry]

    init(_ subjects: [Subject]) { entries = subjects.map(Entry.init) }

    /// - Throws: VALIDATION_ERROR for what fits several names, which it lists; NOT_FOUND with the nearest one.
    func resolve(_ typed: String) throws(RPCError) -> Subject {
        guard !typed.isEmpty else { throw .validation("name", "must not be empty") }
        guard typed.utf8.count <= Self.longest else { throw .validation("name", "is longer than any name") }
        let wanted = Self.dotted(typed)
        let folded = wanted.lowercased()
        // From the strictest reading to the loosest: the first that fits anything decides.
        let readings: [(Entry) -> Bool] = [
            { $0.dotted == wanted },
            { $0.dotted.hasSuffix("." + wanted) },
            { ("." + $0.folded).hasSuffix("." + folded) },
            { ("." + ($0.short ?? "")).hasSuffix("." + folded) },
        ]
        for reading in readings {
            let found = entries.filter(reading).map(\.subject)
            if found.count == 1 { return found[0] }
            guard found.isEmpty else {
                let names = found.map(\.name).sorted().joined(separator: ", ")
                throw .validation("name", "fits several: \(names)")
            }
        }
        throw .make(
            .notFound, "There is nothing of the name \(typed).",
            hint: nearest(to: folded).map { "Did you mean \($0)?" })
    }

    /// The name that differs in the fewest letters, where that is few enough to be a slip.
    private func nearest(to typed: String) -> String? {
        let typed = Array(typed.utf8)
        guard typed.count <= Self.longestSlip else { return nil }
        var best: (name: String, distance: Int)?
        for entry in entries {
            for end in entry.ends where abs(end.count - typed.count) <= entry.tolerance {
                let distance = Self.distance(typed, end)
                guard distance <= entry.tolerance else { continue }
                if best.map({ (distance, entry.subject.name) < ($0.distance, $0.name) }) ?? true {
                    best = (entry.subject.name, distance)
                }
            }
        }
        return best?.name
    }

    private static func dotted(_ name: String) -> String { String(name.map { $0 == "/" ? "." : $0 }) }

    /// How many letters must be put in, left out or changed to make one of the other.
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, min(diagonal, row[j]) + 1)
            }
        }
        return row[b.count]
    }
}
