// Contact cards as engines take them: vCard 3.0 (RFC 2426), with the parameter by which WhatsApp finds the account of a
// number.

internal import Contract

enum VCard {
    static func text(_ card: ContactCard) -> String {
        var lines = [
            "BEGIN:VCARD", "VERSION:3.0", "N:;\(escaped(card.displayName));;;", "FN:\(escaped(card.displayName))",
        ]
        if !card.organization.isEmpty { lines.append("ORG:\(escaped(card.organization));") }
        for number in card.phoneNumbers {
            lines.append("TEL;type=CELL;type=VOICE;waid=\(number.dropFirst()):\(number)")
        }
        for email in card.emails { lines.append("EMAIL;type=INTERNET:\(escaped(email))") }
        lines.append("END:VCARD")
        return lines.joined(separator: "\n")
    }

    /// Whether a text is one card and no more.
    static func isOne(_ text: String) -> Bool {
        guard !text.utf8.contains(0) else { return false }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.uppercased() }
        return lines.first == "BEGIN:VCARD" && lines.last == "END:VCARD" && lines.count > 2
            && lines.count(where: { $0 == "BEGIN:VCARD" }) == 1 && lines.count(where: { $0 == "END:VCARD" }) == 1
    }

    /// By scalars: a mark that joins a comma makes another character of it, and not of what a reader of cards looks for.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar == ";" || scalar == "," { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }
}
