// Pages of other origins (CORS): which of them a browser may let call this server, and read what it answers. None unless
// the configuration names them. Cookies never take part: whoever calls brings a credential in a header.

internal import HTTPTypes
internal import HummingbirdCore

/// The origins whose pages may call.
package struct CrossOrigin: Sendable {
    private let origins: Set<String>

    /// None.
    package init() { origins = [] }

    /// - Parameter words: origins as browsers write them, such as `https://app.example.org` or `http://localhost:5173`.
    /// - Returns: nil where a word is none: with a path, a slash at the end, upper case, the scheme's own port, or `*`.
    package init?(_ words: [String]) {
        for word in words where !Self.isOrigin(word) { return nil }
        origins = Set(words)
    }

    /// What pages may send beside what they always may.
    private static let requestHeaders = [
        "Authorization", "Content-Type", "X-API-Key", "Idempotency-Key", "If-Match", "If-None-Match", "Range",
        "Last-Event-ID", "Connect-Timeout-Ms", "X-Request-Id",
    ].joined(separator: ", ")
    /// What pages may read beside what they always may.
    private static let responseHeaders = [
        "ETag", "X-Request-Id", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset",
        "Pacing-Profile", "Pacing-Next-Send", "Pacing-Cold-Remaining", "WWW-Authenticate", "Content-Disposition",
        "Content-Range", "Accept-Ranges",
    ].joined(separator: ", ")
    /// How long a browser may keep what a preflight said, in seconds: a change of the configuration counts after it.
    private static let maxAge = "600"

    /// Lets the page that asked read the answer, and answers its preflight, where its origin is known.
    /// - Parameter response: to OPTIONS, one that has `Allow`, where the path is known.
    func apply(to response: inout Response, for request: Request) {
        guard !origins.isEmpty else { return }
        // Also where no page asked: a cache must not give its answer to one.
        response.headers.append(HTTPField(name: .vary, value: "Origin"))
        let given = request.headers[values: .origin]
        guard given.count == 1, let origin = given.first, origins.contains(origin) else { return }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlExposeHeaders] = Self.responseHeaders
        guard request.method == .options, request.headers.contains(.accessControlRequestMethod),
            let allow = response.headers[.allow]
        else { return }
        response.headers[.accessControlAllowMethods] = allow
        response.headers[.accessControlAllowHeaders] = Self.requestHeaders
        response.headers[.accessControlMaxAge] = Self.maxAge
    }

    /// Spelled as a browser spells it, or it would never match.
    private static func isOrigin(_ word: String) -> Bool {
        let scheme = word.hasPrefix("https://") ? "https://" : word.hasPrefix("http://") ? "http://" : ""
        let rest = word.dropFirst(scheme.count)
        guard !scheme.isEmpty, !rest.isEmpty, rest.utf8.count <= 262,
            rest.utf8.allSatisfy({ byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-._:[]".utf8.contains(byte)
            })
        else { return false }
        let isDefaultPort = rest.hasSuffix(scheme == "https://" ? ":443" : ":80")
        let host = rest.hasPrefix("[") ? rest.drop { $0 != "]" }.dropFirst() : rest.drop { $0 != ":" }
        guard !isDefaultPort, rest.first != ":" else { return false }
        // What is left is a port, or nothing.
        return host.isEmpty || host.first == ":" && (UInt16(host.dropFirst()) ?? 0) > 0
    }
}
