// The examples of a page: each fenced block of `sh`, and the fenced block of `json` or `text` behind it, which is what the
// commands print. `…` in an expected text stands for anything; a time stands for any time.
import Foundation

struct DocumentedCall {
    let shell: String
    /// What the page says is printed; nil where it shows nothing.
    let expected: (language: String, text: String)?

    static func all(in page: String) -> [DocumentedCall] {
        var blocks: [(language: String, text: String)] = []
        var open: (language: String, lines: [Substring])?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let block = open {
                    blocks.append((block.language, block.lines.joined(separator: "\n")))
                    open = nil
                } else {
                    open = (String(line.dropFirst(3)), [])
                }
            } else {
                open?.lines.append(line)
            }
        }
        var calls: [DocumentedCall] = []
        for (index, block) in blocks.enumerated() where block.language == "sh" {
            let next = index + 1 < blocks.count ? blocks[index + 1] : nil
            calls.append(DocumentedCall(shell: block.text, expected: next.flatMap { $0.language == "sh" ? nil : $0 }))
        }
        return calls
    }

    /// Where what was printed is not what the page says; nil where it is.
    func difference(from said: String) -> String? {
        guard let expected else { return nil }
        guard expected.language == "json" else {
            return Self.matches(expected.text, said.trimmingCharacters(in: .whitespacesAndNewlines))
                ? nil : "the text differs"
        }
        guard let wanted = Self.parse(expected.text) else { return "the page's JSON is none" }
        guard let found = Self.parse(said) else { return "no JSON was printed" }
        return Self.difference(wanted, found, at: "")
    }

    private static func parse(_ text: String) -> Any? {
        try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    private static func difference(_ wanted: Any, _ found: Any, at path: String) -> String? {
        switch (wanted, found) {
        case (let wanted as [String: Any], let found as [String: Any]):
            let missing = Set(wanted.keys).symmetricDifference(found.keys)
            if !missing.isEmpty { return "\(path): only on one side: \(missing.sorted())" }
            for key in wanted.keys.sorted() {
                if let left = wanted[key], let right = found[key],
                    let difference = difference(left, right, at: path + "." + key)
                {
                    return difference
                }
            }
            return nil
        case (let wanted as [Any], let found as [Any]):
            if wanted.count != found.count { return "\(path): \(found.count) elements" }
            for (index, pair) in zip(wanted, found).enumerated() {
                if let difference = difference(pair.0, pair.1, at: "\(path)[\(index)]") { return difference }
            }
            return nil
        case (let wanted as String, let found as String):
            return matches(wanted, found) || (isTime(wanted) && isTime(found)) ? nil : "\(path): \(found)"
        default:
            return (wanted as? NSObject) == (found as? NSObject) ? nil : "\(path): \(found)"
        }
    }

    private static func isTime(_ text: String) -> Bool {
        text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil
    }

    /// Whether a text has the parts between the ellipses, in their order.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let parts = pattern.components(separatedBy: "…")
        guard parts.count > 1 else { return pattern == text }
        guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]) else { return false }
        var rest = text[...]
        for part in parts where !part.isEmpty {
            guard let range = rest.range(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
