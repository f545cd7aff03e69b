// What may stand in the fields of a key, for making and changing one alike. Scopes are ScopeGrant's.

internal import Codec
internal import Contract
internal import RPC
internal import Store

extension FieldChecks {
    mutating func keyName(_ name: String) {
        let letters = name.unicodeScalars
        require(
            (1...100).contains(letters.count) && !letters.allSatisfy(\.properties.isWhitespace)
                && !letters.contains { $0.properties.generalCategory == .control },
            "name", "must be 1 to 100 characters")
    }

    mutating func networks(_ words: [String]) {
        require(
            words.count <= 64 && NetworkList(words) != nil, "allowed_ips",
            "must be up to 64 networks in CIDR form, or unix")
    }

    /// The end, where one was given.
    mutating func expiry(_ given: Timestamp?, after now: Instant) -> Instant? {
        guard let given else { return nil }
        let expiry = Instant(given)
        require(expiry.map { $0 > now } ?? false, "expires_at", "must be a time in the future")
        return expiry
    }
}
