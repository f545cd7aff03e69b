// Who a message goes to, as people and programs write it, brought to one spelling: `+` and digits, or a WhatsApp id.
//
// Syntax only: no numbering plan is consulted, and nobody is asked whether the number has an account. National numbers
// are refused, because the country that they belong to would be a guess. API.md section 2.

/// A recipient in its one spelling.
package struct Recipient: Sendable, Hashable {
    /// `+` and 7 to 15 digits, or a WhatsApp id such as `120363041234567890@g.us`. The ids that are a number and a server
    /// (`491701234567@c.us`) are numbers: written so or so, it is one person, and one line to them.
    package let text: String

    /// Reads what a caller wrote.
    ///
    /// - Throws: what is wrong with it, in words for the caller.
    package init(parsing written: String) throws(RecipientError) {
        guard !written.isEmpty else { throw .missing }
        guard written.utf8.count <= Self.longest else { throw .tooLong }
        if written.utf8.contains(UInt8(ascii: "@")) {
            text = try WhatsAppID.parse(written)
        } else {
            text = try Self.number(written)
        }
    }

    /// Reads what somebody wrote who looks for a person: digits alone are a number with its country code, for nothing is sent
    /// to it, and an engine's name for one of somebody's devices is them.
    ///
    /// - Throws: what is wrong with it.
    package init(lookingFor written: String) throws(RecipientError) {
        let name = Contact.key(written)
        do throws(RecipientError) {
            try self.init(parsing: name)
        } catch {
            guard error == .national, name.utf8.first != UInt8(ascii: "0") else { throw error }
            try self.init(parsing: "+" + name)
        }
    }

    package var isChannel: Bool { text.hasSuffix("@newsletter") }
    package var isGroup: Bool { text.hasSuffix("@g.us") }

    /// More than any recipient needs, however it is punctuated.
    private static let longest = 128

    private static func number(_ written: String) throws(RecipientError) -> String {
        var digits: [UInt8] = []
        var international = false
        for byte in written.utf8 {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"):
                continue
            case UInt8(ascii: "+") where digits.isEmpty && !international:
                international = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits.append(byte)
            default:
                throw .notANumber
            }
        }
        if !international, digits.starts(with: [UInt8(ascii: "0"), UInt8(ascii: "0")]) {
            digits.removeFirst(2)
            international = true
        }
        guard !digits.isEmpty else { throw .notANumber }
        guard international else { throw .national }
        guard (7...15).contains(digits.count) else { throw .wrongLength }
        return "+" + String(decoding: digits, as: UTF8.self)
    }
}

/// Why a recipient was refused.
package enum RecipientError: Error, Hashable {
    case missing, tooLong, notANumber, national, wrongLength, unknownServer, malformedID

    /// The words for a field violation.
    package var description: String {
        switch self {
        case .missing: "is required"
        case .tooLong: "is too long for a phone number or a WhatsApp id"
        case .notANumber: "must be a phone number such as +491701234567, or a WhatsApp id"
        case .national: "must begin with + (or 00) and the country code: national numbers are not guessed at"
        case .wrongLength: "must have 7 to 15 digits after the +"
        case .unknownServer: "is no WhatsApp id that can be written to: s.whatsapp.net, c.us, g.us, lid or newsletter"
        case .malformedID: "must have digits before the @ of a WhatsApp id"
        }
    }
}

/// WhatsApp's own ids: who, and on which of its servers.
private enum WhatsAppID {
    static func parse(_ written: String) throws(RecipientError) -> String {
        let parts = written.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .malformedID }
        let server = parts[1].lowercased()
        let user = parts[0].utf8
        let lengths: ClosedRange<Int>
        switch server {
        case "s.whatsapp.net", "c.us":
            guard (7...15).contains(user.count), user.allSatisfy(isDigit) else { throw .malformedID }
            return "+" + parts[0]
        case "lid", "newsletter": lengths = 1...25
        case "g.us": return try group(parts[0]) + "@g.us"
        default: throw .unknownServer
        }
        guard lengths.contains(user.count), user.allSatisfy(isDigit) else { throw .malformedID }
        return parts[0] + "@" + server
    }

    /// Groups are numbered; the older ones by their founder's number and the time, with a dash between.
    private static func group(_ user: Substring) throws(RecipientError) -> Substring {
        let halves = user.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count <= 2, user.utf8.count <= 40 else { throw .malformedID }
        for half in halves {
            guard (5...25).contains(half.utf8.count), half.utf8.allSatisfy(isDigit) else { throw .malformedID }
        }
        return user
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
