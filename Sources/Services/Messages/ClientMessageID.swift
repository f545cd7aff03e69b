// Our id of a message, made once, when it is accepted. Engines that let us choose take it as WhatsApp's own id, so that a
// repeat is the same message; its form is one that WhatsApp's clients use.

package enum ClientMessageID {
    /// Random bytes in one id: with 72 bits no two are ever alike.
    package static let entropy = 9

    /// `3EB0` and 18 upper-case hexadecimal digits.
    /// - Parameter random: `entropy` bytes; more are ignored.
    package static func make(random: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text = Array("3EB0".utf8)
        for byte in random.prefix(entropy) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
