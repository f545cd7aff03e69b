// Headers such as Accept and Accept-Encoding (RFC 9110, 12.4.2): words with weights.

/// What a client takes, and how much it likes that.
struct AcceptedWords: Sendable {
    private var weights: [String: Double] = [:]

    /// - Parameter values: of all fields of the header's name.
    init(_ values: [String]) {
        for part in values.joined(separator: ",").lowercased().split(separator: ",") {
            let parts = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let word = parts.first, !word.isEmpty else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            weights[String(word), default: 0] = max(weights[String(word)] ?? 0, weight)
        }
    }

    /// 0 to 1; nil where the word does not stand there.
    subscript(_ word: String) -> Double? { weights[word] }
}
