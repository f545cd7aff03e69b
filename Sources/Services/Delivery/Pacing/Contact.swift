// Who a recipient or a sender is, in one spelling, so that what came from somebody is found when something goes to them.

package enum Contact {
    /// `+digits` for a person's number, however it is written; else the id.
    package static func key(_ written: String) -> String {
        guard let at = written.utf8.firstIndex(of: UInt8(ascii: "@")) else { return written }
        let (name, server) = (written[..<at], written[at...])
        // Which of somebody's devices it was says nothing of who they are: `491701234567:12@s.whatsapp.net`.
        let person = name.prefix { $0 != ":" }
        switch server {
        case "@s.whatsapp.net", "@c.us": return "+" + person
        case "@lid": return String(person) + server
        default: return written
        }
    }

    /// How somebody is kept whom an engine names: their number with `+`, also where the engine tells digits alone.
    package static func stored(_ told: String) -> String {
        let key = key(told)
        let digits = key.utf8.filter { (0x30...0x39).contains($0) }
        let others = key.utf8.count - digits.count
        guard (7...15).contains(digits.count), others == 0 || (others == 1 && key.hasPrefix("+")) else { return key }
        return "+" + String(decoding: digits, as: UTF8.self)
    }

    /// Groups and channels: somebody who writes there was let in before, and is no stranger.
    package static func isMany(_ recipient: String) -> Bool {
        recipient.hasSuffix("@g.us") || recipient.hasSuffix("@newsletter")
    }

    /// Every way in which a recipient may be written whose key this is.
    package static func spellings(_ key: String) -> [String] {
        guard key.hasPrefix("+") else { return [key] }
        let digits = key.dropFirst()
        return [key, "\(digits)@s.whatsapp.net", "\(digits)@c.us"]
    }
}
