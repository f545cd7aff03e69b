// Which types of event are wanted: by name, `message.delivered`, or by family, `message.*`. Pure.

internal import RPC

struct EventTypes: Sendable, Hashable {
    private static let most = 64

    private var names: Set<String> = []
    /// With their dot.
    private var families: [String] = []

    /// - Parameter wanted: empty = all.
    /// - Throws: VALIDATION_ERROR for what is neither a type nor a family.
    init(_ wanted: [String]) throws {
        guard wanted.count <= Self.most else {
            throw RPCError.validation("types", "must be at most \(Self.most)")
        }
        for type in wanted {
            if type.hasSuffix(".*"), Self.isWord(type.dropLast(2)) {
                families.append(String(type.dropLast(1)))
            } else if Self.isName(type) {
                names.insert(type)
            } else {
                throw RPCError.validation("types", "must be such as message.delivered or message.*")
            }
        }
    }

    func admit(_ type: String) -> Bool {
        (names.isEmpty && families.isEmpty) || names.contains(type) || families.contains { type.hasPrefix($0) }
    }

    /// Words joined by dots, at least two.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        return words.count >= 2 && text.utf8.count <= 128 && words.allSatisfy { isWord($0) }
    }

    private static func isWord(_ word: Substring) -> Bool {
        (1...64).contains(word.utf8.count)
            && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}
