// A JWS in the compact form of RFC 7515: header, payload and MAC, each in base64url without padding, a dot in between.
// Nothing of it is decoded before the MAC is right, and the MAC is HMAC-SHA-256 whatever the header says.

/// A token in three parts; nothing of it has been looked at.
struct CompactJWS {
    /// As it stands in the token.
    let header: [UInt8]
    private let payload: [UInt8]
    private let mac: [UInt8]

    /// Nil for what has not three parts.
    init?(_ token: some Collection<UInt8>) {
        let parts = token.split(separator: Self.dot, maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        (header, payload, mac) = (Array(parts[0]), Array(parts[1]), Array(parts[2]))
    }

    /// A token over a payload.
    /// - Parameter header: in base64url.
    static func make(header: [UInt8], payload: [UInt8], key: HMACKey) -> String {
        let input = header + [dot] + Array(Base64URL.encode(payload).utf8)
        return String(decoding: input, as: UTF8.self) + "." + Base64URL.encode(key.authenticate(input))
    }

    /// The payload; nil where this key has not signed it, or where it could be written otherwise.
    func payload(signedWith key: HMACKey) -> [UInt8]? {
        guard let mac = Base64URL.decode(mac), isEqualInConstantTime(mac, key.authenticate(header, [Self.dot], payload))
        else { return nil }
        return Base64URL.decode(payload)
    }

    private static let dot = UInt8(ascii: ".")
}
