// What an API key may do, as words (`messages:send`) and as a set of bits that costs nothing to check on every call.
// The list is closed (API.md 2): a word that is not here is refused when a key is made, and a method that asks for one
// is refused to everybody.

/// A set of API-key scopes.
package struct ScopeSet: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package static let messagesRead = ScopeSet(rawValue: 1 << 0)
    package static let messagesSend = ScopeSet(rawValue: 1 << 1)
    package static let sessionsRead = ScopeSet(rawValue: 1 << 2)
    package static let sessionsWrite = ScopeSet(rawValue: 1 << 3)
    package static let mediaRead = ScopeSet(rawValue: 1 << 4)
    package static let mediaWrite = ScopeSet(rawValue: 1 << 5)
    package static let eventsRead = ScopeSet(rawValue: 1 << 6)
    package static let webhooksRead = ScopeSet(rawValue: 1 << 7)
    package static let webhooksWrite = ScopeSet(rawValue: 1 << 8)
    package static let usageRead = ScopeSet(rawValue: 1 << 9)
    package static let keysRead = ScopeSet(rawValue: 1 << 10)
    package static let keysWrite = ScopeSet(rawValue: 1 << 11)
    package static let bridge = ScopeSet(rawValue: 1 << 12)
    package static let admin = ScopeSet(rawValue: 1 << 13)

    /// Every scope with its word, in the order in which they are shown.
    private static let table: [(word: String, scope: ScopeSet)] = [
        ("messages:read", .messagesRead), ("messages:send", .messagesSend),
        ("sessions:read", .sessionsRead), ("sessions:write", .sessionsWrite),
        ("media:read", .mediaRead), ("media:write", .mediaWrite),
        ("events:read", .eventsRead),
        ("webhooks:read", .webhooksRead), ("webhooks:write", .webhooksWrite),
        ("usage:read", .usageRead),
        ("keys:read", .keysRead), ("keys:write", .keysWrite),
        ("bridge", .bridge), ("admin", .admin),
    ]

    /// What a plain user may do, and so the most that they may give to a key.
    package static let ofUsers: ScopeSet = ScopeSet(table.map(\.scope)).subtracting([.bridge, .admin])

    /// What an admin may do and give.
    package static let ofAdmins: ScopeSet = ScopeSet(table.map(\.scope))

    /// The words of this set, in a fixed order.
    package var words: [String] {
        Self.table.filter { contains($0.scope) }.map(\.word)
    }

    /// The scope that a word names; nil for a word that is none.
    package init?(word: some StringProtocol) {
        guard let entry = Self.table.first(where: { $0.word == word }) else { return nil }
        self = entry.scope
    }
}
