// Whom a request comes from where proxies stand in between (SAFETY.md 5). What X-Forwarded-For says counts only as far as
// proxies have written it that are configured: it is read from the right, hop by hop, and the first that is no such proxy
// is the client. Everything to the left of that is the client's own word.
// A trusted proxy that says nothing is not the client: some drop the header when a client tells them to (`Connection:
// X-Forwarded-For`), and who gets that far must not pass for the proxy, which may be this machine.

internal import HTTPTypes
package import RPC

/// The proxies whose word about their clients is taken.
package struct TrustedProxies: Sendable {
    private var networks: [IPNetwork] = []
    private var includesUnix = false

    /// None: every peer is the client itself.
    package init() {}

    /// - Parameter words: networks in CIDR form, and `unix` for whoever connects to a Unix socket for HTTP.
    /// - Returns: nil where a word is neither.
    package init?(_ words: [String]) {
        for word in words {
            if word == "unix" {
                includesUnix = true
            } else if let network = IPNetwork(word) {
                networks.append(network)
            } else {
                return nil
            }
        }
    }

    /// Whether a connection comes from one of them.
    func includes(_ peer: Peer) -> Bool {
        if peer.transport == .unix { return includesUnix }
        return IPAddress(peerAddress: peer.address).map(contains) ?? false
    }

    /// Where a request came from.
    /// - Parameter origin: of its connection.
    func client(_ origin: Origin, _ headers: HTTPFields) -> Origin {
        let isProxy =
            switch origin {
            case .unixSocket: includesUnix
            case .network, .forwarded: IPAddress(peerAddress: origin.text).map(contains) ?? false
            }
        // Several fields of this name are one list, in the order in which they stand.
        let hops = headers[values: .forwardedFor].flatMap { $0.split(separator: ",") }
        guard isProxy else { return origin }
        for (index, hop) in hops.enumerated().reversed() {
            // A proxy that does not say from whom it has a request leaves nobody to believe further left.
            guard let (text, address) = Self.address(hop) else { return .forwarded(nil) }
            if index == 0 || !contains(address) { return .forwarded(text) }
        }
        return .forwarded(nil)
    }

    private func contains(_ address: IPAddress) -> Bool { networks.contains { $0.contains(address) } }

    /// An address as proxies write it: with or without a port, IPv6 with or without brackets.
    private static func address(_ hop: Substring) -> (String, IPAddress)? {
        var text = hop.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            text = text[text.index(after: text.startIndex)..<end]
        } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
            text = text[..<colon]
        }
        return IPAddress(String(text)).map { ($0.text, $0) }
    }
}
