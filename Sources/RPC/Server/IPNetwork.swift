// IP addresses and networks in CIDR form, for those who let callers in by where they come from. An IPv4 address that comes
// in IPv6 clothing (`::ffff:a.b.c.d`) is the IPv4 address.

internal import Glibc

/// An IP address as 16 bytes; IPv4 as its v4-mapped form.
package struct IPAddress: Sendable, Hashable {
    package private(set) var bytes: [UInt8]
    package let isV4: Bool

    /// Reads an address without port and without zone.
    package init?(_ text: String) {
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
    package init?(peerAddress text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        // A zone names an interface of this machine and is no part of the address.
        if let percent = host.firstIndex(of: "%") { host = host[..<percent] }
        self.init(String(host))
    }
}

/// A network in CIDR form; a bare address is a network of one.
package struct IPNetwork: Sendable, Hashable {
    private let address: IPAddress
    private let bits: Int

    package init?(_ text: String) {
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

    package func contains(_ other: IPAddress) -> Bool {
        let whole = bits / 8
        guard address.bytes[..<whole] == other.bytes[..<whole] else { return false }
        let rest = bits % 8
        return rest == 0 || (address.bytes[whole] ^ other.bytes[whole]) >> UInt8(8 - rest) == 0
    }
}
