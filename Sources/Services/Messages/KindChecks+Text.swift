// Texts, new and edited, whom they mention, and reactions.

internal import Codec
internal import Contract
internal import RPC

extension KindChecks {
    /// Of a text, in bytes.
    static let longestText = 64 << 10
    static let mostMentions = 1024
    /// In bytes: the longest emoji are families and flags of regions.
    static let longestEmoji = 64

    static func text(
        _ body: String, mentions: [String], _ preview: LinkPreview, _ checks: inout FieldChecks
    ) -> TextContent {
        let length = body.utf8.count
        if length == 0 {
            checks.require(false, "message", "is required")
        } else if length > longestText {
            checks.require(false, "message", "is longer than \(longestText) bytes: \(length)")
        }
        if case .unrecognized = preview { checks.require(false, "link_preview", "is not known") }
        var text = TextContent()
        text.body = body
        text.linkPreview = preview
        if !mentions.isEmpty { text.mentions = people(mentions, in: body, &checks) }
        return text
    }

    /// Those who are mentioned, each once and in one spelling.
    static func people(_ given: [String], in body: String, _ checks: inout FieldChecks) -> [String] {
        guard given.count <= mostMentions else {
            checks.require(false, "mentions", "must be at most \(mostMentions): \(given.count)")
            return []
        }
        let named = digitsMentioned(body)
        var people: [String] = []
        var known: Set<String> = []
        for (index, written) in given.enumerated() {
            let field = "mentions[\(index)]"
            guard let person = try? Recipient(parsing: written), !person.isGroup, !person.isChannel else {
                checks.require(false, field, "must be a phone number such as +491701234567, or a person's WhatsApp id")
                continue
            }
            let digits = person.text.prefix { $0 != "@" }.drop { $0 == "+" }
            guard named.contains(String(digits)) else {
                checks.require(false, field, "does not stand there as @\(digits)")
                continue
            }
            if known.insert(person.text).inserted { people.append(person.text) }
        }
        return people
    }

    /// The runs of digits that stand behind an @.
    private static func digitsMentioned(_ body: String) -> Set<String> {
        var found: Set<String> = []
        for part in body.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).dropFirst() {
            let digits = part.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            if (1...25).contains(digits.count) { found.insert(String(decoding: digits, as: UTF8.self)) }
        }
        return found
    }

    static func reaction(_ request: SendReactionRequest, _ checks: inout FieldChecks) -> Message.OneOfKind {
        checks.require(
            request.emoji.isEmpty || isEmoji(request.emoji), "emoji", "must be one emoji, or empty to take it back")
        return .reaction(
            .with {
                $0.messageId = request.messageId
                $0.emoji = request.emoji
            })
    }

    /// One character that is drawn as a picture. Digits and the like are emoji to Unicode, and only with a keycap to people.
    static func isEmoji(_ text: String) -> Bool {
        guard text.utf8.count <= longestEmoji, text.count == 1, let first = text.unicodeScalars.first else {
            return false
        }
        guard first.properties.isEmoji else { return false }
        return !first.isASCII || text.unicodeScalars.contains { $0.value == 0x20E3 }
    }
}
