// From where a key may be used: networks in CIDR form, and the word `unix` for Unix sockets, which have no address
// (SAFETY.md 5). The address is that of the caller: where trusted proxies stand in between, the one they name.

package import RPC

extension Peer {
    /// Whether the caller came through a Unix socket, over HTTP or not.
    var isOnUnixSocket: Bool {
        transport == .unix || (transport == .http && address.isEmpty) || address.hasPrefix("unix:")
    }

    /// Where the caller is, without what changes from one connection to the next: an address without its port, or the
    /// uid on a Unix socket. One place for an IPv4 caller, whether the listener took them as IPv4 or in IPv6 clothing.
    package var place: String {
        if isOnUnixSocket { return uid.map { "unix:\($0)" } ?? "unix" }
        guard let colon = address.lastIndex(of: ":") else { return address }
        let host = address[..<colon]
        if host.hasPrefix("["), let clothed = IPAddress(peerAddress: address), clothed.isV4 { return clothed.text }
        return String(host)
    }

    /// What counts as one caller's where nobody is known yet: an IPv4 address, or the half of an IPv6 address that a
    /// network is given, because whoever has one has all of the other half; elsewhere the place.
    package var network: String { Self.network(ofPlace: place) }

    /// The same of a place.
    static func network(ofPlace place: String) -> String {
        guard let address = IPAddress(peerAddress: place + ":0") else { return place }
        if address.isV4 { return address.text }
        let digits = Array("0123456789abcdef".utf8)
        let half = address.bytes[..<8].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: half, as: UTF8.self) + "/64"
    }
}

/// What `allowed_ips` of a key says. Empty admits everybody.
package struct NetworkList: Sendable, Hashable {
    private var networks: [IPNetwork] = []
    private var admitsUnix = false
    /// Whether it admits everybody.
    package let isEmpty: Bool

    /// Nil where a word is neither a network nor `unix`.
    package init?(_ words: [String]) {
        isEmpty = words.isEmpty
        for word in words {
            if word == "unix" {
                admitsUnix = true
            } else if let network = IPNetwork(word) {
                networks.append(network)
            } else {
                return nil
            }
        }
    }

    /// Whether whoever this admits is admitted by the other too.
    package func isWithin(_ other: NetworkList) -> Bool {
        if other.isEmpty { return true }
        return !isEmpty && (other.admitsUnix || !admitsUnix)
            && networks.allSatisfy { network in other.networks.contains { $0.covers(network) } }
    }

    /// Whether a call from `peer` is admitted. A call over HTTP goes by the address of the HTTP caller, who has none on
    /// a Unix socket.
    package func admits(_ peer: Peer) -> Bool {
        if isEmpty { return true }
        if peer.isOnUnixSocket { return admitsUnix }
        guard let address = IPAddress(peerAddress: peer.address) else { return false }
        return networks.contains { $0.contains(address) }
    }
}
