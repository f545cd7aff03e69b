// What an entry of the audit log shows of a change: of two messages the fields that differ, in the house dialect. Left out
// is what changes by itself, and what concerns the people whose things they are: an entry outlives them.

internal import Codec

enum AuditDifference {
    /// Times and versions that follow from the entry's own; the account's numbers.
    private static let leftOut: Set<String> = [
        "created_at", "updated_at", "last_used_at", "phone_number", "lid", "qr_expires_at", "connected_at",
        "last_active_at", "etag",
    ]

    /// Two JSON objects, each empty where there is nothing to show.
    static func texts(
        before: (any ProtoMessage)?, after: (any ProtoMessage)?, note: String? = nil
    ) throws -> (before: String, after: String) {
        let (old, new) = (try members(before), try members(after))
        var removed: [JSONValue.Member] = []
        var added: [JSONValue.Member] = []
        for member in old ?? [] where new?.first(where: { $0.key == member.key })?.value != member.value {
            removed.append(member)
        }
        for member in new ?? [] where old?.first(where: { $0.key == member.key })?.value != member.value {
            added.append(member)
        }
        if let note { added.append(.init("note", .string(note))) }
        return (
            removed.isEmpty ? "" : JSONValue.object(removed).text, added.isEmpty ? "" : JSONValue.object(added).text
        )
    }

    private static func members(_ message: (any ProtoMessage)?) throws -> [JSONValue.Member]? {
        guard let message, case .object(let members) = try JSONValue(parsing: message.json()) else { return nil }
        return members.filter { !leftOut.contains($0.key) }
    }
}
