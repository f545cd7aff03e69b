// The SHA-256 that a client says its file has: `Content-Digest: sha-256=:…:` (RFC 9530), or `Digest: SHA-256=…` (RFC 3230),
// which others still send. Of other algorithms nothing is asked. Pure.

internal import RPC

enum ContentDigest {
    /// In hexadecimal digits; nil where none of SHA-256 is given.
    /// - Parameters:
    ///   - new: values of Content-Digest and Repr-Digest, which are the same for what is not encoded.
    ///   - old: values of Digest.
    /// - Throws: VALIDATION_ERROR for one that is none, and for two that differ.
    static func sha256(_ new: [String], _ old: [String] = []) throws(RPCError) -> String? {
        var found: String?
        for (values, mark) in [(new, ":"), (old, "")] {
            for item in values.flatMap({ $0.split(separator: ",") }) {
                let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard sides.count == 2, HeaderValue.trimmed(sides[0]).lowercased() == "sha-256" else { continue }
                let text = HeaderValue.trimmed(sides[1])
                guard text.hasPrefix(mark), text.hasSuffix(mark), text.utf8.count == 44 + 2 * mark.utf8.count,
                    let digest = hexadecimal(text.dropFirst(mark.count).dropLast(mark.count))
                else { throw RPCError.invalid("sha256", "is no digest of 32 bytes in base64") }
                guard found == nil || found == digest else { throw RPCError.invalid("sha256", "is given twice") }
                found = digest
            }
        }
        return found
    }

    /// Of 32 bytes in base64: 43 letters and `=`.
    private static func hexadecimal(_ text: Substring) -> String? {
        let digits = Array("0123456789abcdef".utf8)
        var bits: UInt32 = 0
        var count = 0
        var hexadecimal: [UInt8] = []
        guard text.utf8.last == UInt8(ascii: "=") else { return nil }
        for letter in text.utf8.dropLast() {
            guard let value = value(letter) else { return nil }
            bits = bits << 6 | value
            count += 6
            while count >= 4, hexadecimal.count < 64 {
                count -= 4
                hexadecimal.append(digits[Int(bits >> UInt32(count)) & 15])
            }
            bits &= (1 << UInt32(count)) - 1
        }
        // What is left over means nothing, and must not seem to.
        return bits == 0 && hexadecimal.count == 64 ? String(decoding: hexadecimal, as: UTF8.self) : nil
    }

    private static func value(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
