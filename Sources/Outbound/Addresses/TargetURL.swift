// A URL that somebody else has given us to connect to, read strictly and put together anew from its parts, so that no two
// readers can see two hosts in it: no user name, no fragment, no backslash, no percent sign or letter beyond ASCII in the
// host, and nothing that reads as a number but `1.2.3.4` (inet_aton would take 2130706433, 0177.1 and 0x7f.0.0.1 for
// loopback). Pure.

package struct TargetURL: Sendable, Hashable {
    package static let longest = 2_048

    package enum Scheme: String, Sendable {
        case http, https

        var port: UInt16 { self == .http ? 80 : 443 }
    }

    package let scheme: Scheme
    /// In lower case; an IPv6 address without its brackets.
    package let host: String
    package let port: UInt16
    /// Path and query, beginning with `/`.
    package let target: String

    /// Where the host is written as an address.
    package var address: TargetAddress? { TargetAddress(host) }

    /// Scheme, host and, where it is no usual one, port: what may be told to others. Paths of webhooks are secrets often
    /// enough.
    package var origin: String {
        "\(scheme.rawValue)://\(shownHost)" + (port == scheme.port ? "" : ":\(port)")
    }

    /// The whole, in one form.
    package var text: String { origin + target }

    /// As it stands in `Host`.
    package var authority: String { String(origin.dropFirst(scheme.rawValue.count + 3)) }

    private var shownHost: String { host.contains(":") ? "[\(host)]" : host }

    package struct Fault: Error, Sendable, Equatable, CustomStringConvertible {
        /// Follows the name of a field.
        package let description: String
    }

    package init(_ text: String) throws(Fault) {
        guard text.utf8.count <= Self.longest else {
            throw Fault(description: "must be at most \(Self.longest) characters")
        }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.forbidden.contains($0) }) else {
            throw Fault(description: "must be printable ASCII: encode anything else")
        }
        guard let mark = text.firstRange(of: "://"),
            let scheme = Scheme(rawValue: text[..<mark.lowerBound].lowercased())
        else { throw Fault(description: "must begin with https:// or http://") }
        let rest = text[mark.upperBound...]
        guard !rest.contains("#") else { throw Fault(description: "must be without a fragment") }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw Fault(description: "must be without user name and password") }
        (host, port) = try Self.place(authority, scheme)
        self.scheme = scheme
        let path = rest[authority.endIndex...]
        target = path.hasPrefix("/") ? String(path) : "/" + path
    }

    /// What URLs never hold unencoded, and what some readers take for a slash.
    private static let forbidden = Set("\"<>\\^`{|}".utf8)

    private static func place(_ authority: Substring, _ scheme: Scheme) throws(Fault) -> (String, UInt16) {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { throw Fault(description: "has no host") }
            let inside = String(authority[authority.index(after: authority.startIndex)..<end])
            guard inside.contains(":"), let address = TargetAddress(inside) else {
                throw Fault(description: "has a host in brackets that is no IPv6 address")
            }
            return ("\(address)", try port(authority[authority.index(after: end)...], scheme))
        }
        let host = authority.prefix { $0 != ":" }.lowercased()
        try check(host: host)
        return (host, try port(authority[authority.index(authority.startIndex, offsetBy: host.count)...], scheme))
    }

    private static func check(host: String) throws(Fault) {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard !host.isEmpty, host.utf8.count <= 253,
            labels.allSatisfy({ label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { Self.isHostLetter($0) }
            })
        else { throw Fault(description: "has no host that can be looked up: names beyond ASCII are written as xn--…") }
        // Whatever ends in a number is an address to somebody (WHATWG URL, "ends in a number").
        let last = labels.last ?? ""
        let isNumber = last.utf8.allSatisfy { (0x30...0x39).contains($0) } || last.hasPrefix("0x")
        guard !isNumber || TargetAddress(host) != nil else {
            throw Fault(description: "has an address that is not written as 1.2.3.4")
        }
    }

    private static func isHostLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }

    private static func port(_ text: Substring, _ scheme: Scheme) throws(Fault) -> UInt16 {
        if text.isEmpty { return scheme.port }
        let digits = text.dropFirst()
        guard text.first == ":", (1...5).contains(digits.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = UInt16(digits), port > 0
        else { throw Fault(description: "has a port that is none") }
        return port
    }
}
