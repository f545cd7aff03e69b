// Where a list goes on (API.md 2, "Shapes"): the position after the last row that was given, opaque to callers,
// authenticated, and bound to the method and to every other argument, so that a token cannot be made up, edited or
// carried to another list. Layout before base64url: version, 16 bytes of HMAC, then the position as big-endian Int64s.

/// Makes and reads the tokens of all lists.
package struct PageTokens: Sendable {
    private static let version: UInt8 = 1
    private static let tagLength = 16
    /// No list sorts by more columns than this.
    private static let longestPosition = 4

    private let key: HMACKey

    /// - Parameter key: secret, the same over restarts, or callers lose their place.
    package init(key: HMACKey) {
        self.key = key
    }

    /// - Parameters:
    ///   - position: the sort columns of the last row given, such as `[id]`.
    ///   - method: the path of the listing method.
    ///   - filters: the other arguments: the request's bytes without page size, token and page number, and whatever
    ///     the caller's rights add to it.
    package func make(position: [Int64], method: String, filters: [UInt8]) -> String {
        var body: [UInt8] = []
        for value in position { withUnsafeBytes(of: value.bigEndian) { body.append(contentsOf: $0) } }
        return Base64URL.encode([Self.version] + tag(body, method, filters) + body)
    }

    /// The position that `make` was given; nil for anything that did not come out of it with these arguments.
    package func read(_ token: String, method: String, filters: [UInt8]) -> [Int64]? {
        let longest = 1 + Self.tagLength + Self.longestPosition * 8
        guard token.utf8.count <= longest * 4 / 3 + 2, let bytes = Base64URL.decode(token) else { return nil }
        guard bytes.count > 1 + Self.tagLength, bytes[0] == Self.version else { return nil }
        let body = Array(bytes[(1 + Self.tagLength)...])
        guard body.count.isMultiple(of: 8) else { return nil }
        guard isEqualInConstantTime(Array(bytes[1...Self.tagLength]), tag(body, method, filters)) else { return nil }
        return stride(from: 0, to: body.count, by: 8).map { start in
            body[start..<start + 8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        }
    }

    private func tag(_ body: [UInt8], _ method: String, _ filters: [UInt8]) -> [UInt8] {
        // Method names hold no NUL, and the body's length is bound: no two sets of arguments give the same bytes.
        let head = Array(method.utf8) + [0, UInt8(truncatingIfNeeded: body.count)]
        return Array(key.authenticate([Self.version], head, body, filters).prefix(Self.tagLength))
    }
}
