// The value of `authorization`: `ApiKey <key>` or `Bearer <JWT>`. The scheme's case does not matter, everything behind
// its one space does.

package enum PresentedCredentials: Sendable {
    case apiKey(PresentedKey)
    /// What claims to be an access token; nothing of it was looked at.
    case accessToken([UInt8])

    /// Nil for another scheme, and for what is no API key.
    package init?(_ text: String) {
        var text = text
        let read = text.withUTF8 { text -> PresentedCredentials? in
            if let rest = Self.rest(of: text, behind: "apikey") {
                return PresentedKey(rest).map(PresentedCredentials.apiKey)
            }
            return Self.rest(of: text, behind: "bearer").map { .accessToken(Array($0)) }
        }
        guard let read else { return nil }
        self = read
    }

    private static func rest(
        of text: UnsafeBufferPointer<UInt8>, behind scheme: StaticString
    ) -> UnsafeRawBufferPointer? {
        let length = scheme.utf8CodeUnitCount
        guard text.count > length + 1, text[length] == UInt8(ascii: " ") else { return nil }
        for index in 0..<length where text[index] | 0x20 != scheme.utf8Start[index] { return nil }
        return UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[(length + 1)...]))
    }
}
