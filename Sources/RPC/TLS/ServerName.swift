// Whether a certificate is for the name that was dialled (RFC 9525): its alternative names alone count, the common name
// never does. The TLS library checks too, but is content with a certificate for the address at the other end, which is
// no proof of a name: whoever bends the name to their own address can have a certificate for that.

internal import NIOCore

enum ServerName {
    /// - Parameters:
    ///   - name: a host name or an IP address.
    ///   - alternativeNames: as `PeerCertificate` has them.
    static func matches(_ name: String, _ alternativeNames: [String]) -> Bool {
        if let address = try? SocketAddress(ipAddress: name, port: 0) {
            return alternativeNames.contains { $0 == "IP:\(address.ipAddress ?? name)" }
        }
        let wanted = labels(name)
        return alternativeNames.contains { $0.hasPrefix("DNS:") && isSame(labels($0.dropFirst(4)), wanted) }
    }

    static func isAddress(_ name: String) -> Bool { (try? SocketAddress(ipAddress: name, port: 0)) != nil }

    /// A star stands for the whole first label, and only where at least two more follow.
    private static func isSame(_ pattern: [Substring], _ name: [Substring]) -> Bool {
        guard pattern.count == name.count, !name.contains(where: \.isEmpty) else { return false }
        if pattern == name { return true }
        return pattern.first == "*" && pattern.count > 2 && pattern.dropFirst() == name.dropFirst()
    }

    private static func labels(_ name: some StringProtocol) -> [Substring] {
        let text = name.hasSuffix(".") ? String(name.dropLast()) : String(name)
        return text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    }
}
