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

    private let subjects: [Subject]

    init(_ subjects: [Subject]) { self.subjects = subjects }

    /// - Throws: VALIDATION_ERROR for what fits several names, which it lists; NOT_FOUND with the nearest one.
    func resolve(_ typed: String) throws(RPCError) -> Subject {
        guard !typed.isEmpty else { throw .validation("name", "must not be empty") }
        guard typed.utf8.count <= Self.longest else { throw .validation("name", "is longer than any name") }
        let wanted = Self.dotted(typed)
        let folded = wanted.lowercased()
        // From the strictest reading to the loosest: the first that fits anything decides.
        let readings: [(Subject) -> Bool] = [
            { Self.dotted($0.name) == wanted },
            { Self.dotted($0.name).hasSuffix("." + wanted) },
            { ("." + Self.dotted($0.name).lowercased()).hasSuffix("." + folded) },
            {
                guard case .service(let name) = $0 else { return false }
                return ("." + name.lowercased()).hasSuffix("." + folded + "service")
            },
        ]
        for reading in readings {
            let found = subjects.filter(reading)
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
        var best: (name: String, distance: Int)?
        for subject in subjects {
            let parts = Self.dotted(subject.name).lowercased().split(separator: ".")
            // The whole name, its last part, and its last two, as methods are typed.
            for count in [1, 2, parts.count] {
                let end = Array(parts.suffix(count).joined(separator: ".").utf8)
                let distance = Self.distance(typed, end)
                guard distance <= max(1, (parts.last?.utf8.count ?? 0) / 3) else { continue }
                if best.map({ (distance, subject.name) < ($0.distance, $0.name) }) ?? true {
                    best = (subject.name, distance)
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
