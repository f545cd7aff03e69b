// From where a key may be used: networks in CIDR form, and the word `unix` for Unix sockets, which have no address
// (SAFETY.md 5). An IPv4 address that comes in IPv6 clothing (`::ffff:a.b.c.d`) is the IPv4 address.

internal import Glibc
package import RPC

/// An IP address as 16 bytes; IPv4 as its v4-mapped form.
struct IPAddress: Sendable, Hashable {
    private(set) var bytes: [UInt8]
    let isV4: Bool

    /// Reads an address without port and without zone.
    init?(_ text: String) {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + withUnsafeBytes(of: four) { Array($0) }
            isV4 = true
            return
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        bytes = withUnsafeBytes(of: six) { Array($0) }
        isV4 = bytes.starts(with: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF])
    }

    /// Reads `a.b.c.d:port` or `[v6]:port`.
    init?(peerAddress text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        // A zone names an interface of this machine and is no part of the address.
        if let percent = host.firstIndex(of: "%") { host = host[..<percent] }
        self.init(String(host))
    }
}

/// A network in CIDR form; a bare address is a network of one.
struct Network: Sendable, Hashable {
    private let address: IPAddress
    private let bits: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(String(first)) else { return nil }
        let width = address.isV4 && !first.contains(":") ? 32 : 128
        var length = width
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), parts[1].utf8.count <= 3,
                let given = Int(parts[1]), given <= width
            else { return nil }
            length = given
        }
        self.address = address
        bits = length + (128 - width)
    }

    func contains(_ other: IPAddress) -> Bool {
        let whole = bits / 8
        guard address.bytes[..<whole] == other.bytes[..<whole] else { return false }
        let rest = bits % 8
        return rest == 0 || (address.bytes[whole] ^ other.bytes[whole]) >> UInt8(8 - rest) == 0
    }
}

extension Peer {
    /// Whether the caller came through a Unix socket, over HTTP or not.
    var isOnUnixSocket: Bool {
        transport == .unix || (transport == .http && address.isEmpty) || address.hasPrefix("unix:")
    }

    /// Where the caller is, without what changes from one connection to the next: an address without its port, or the
    /// uid on a Unix socket.
    package var place: String {
        if isOnUnixSocket { return uid.map { "unix:\($0)" } ?? "unix" }
        guard let colon = address.lastIndex(of: ":") else { return address }
        return String(address[..<colon])
    }
}

/// What `allowed_ips` of a key says. Empty admits everybody.
package struct NetworkList: Sendable, Hashable {
    private var networks: [Network] = []
    private var admitsUnix = false
    /// Whether it admits everybody.
    package let isEmpty: Bool

    /// Nil where a word is neither a network nor `unix`.
    package init?(_ words: [String]) {
        isEmpty = words.isEmpty
        for word in words {
            if word == "unix" {
                admitsUnix = true
            } else if let network = Network(word) {
                networks.append(network)
            } else {
                return nil
            }
        }
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
