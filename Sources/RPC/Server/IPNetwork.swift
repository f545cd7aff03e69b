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

    /// As it is written, one way for each address: IPv4 in IPv6 clothing as IPv4.
    package var text: String {
        if isV4 { return bytes[12...].map(String.init).joined(separator: ".") }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
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

/// A network in CIDR form; a bare address is a network of one. It is of one family: `::/0` is all of IPv6, and nothing of
/// IPv4.
package struct IPNetwork: Sendable, Hashable {
    private let address: IPAddress
    private let bits: Int
    private let isV4: Bool

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
        isV4 = address.isV4 && bits >= 96
    }

    package func contains(_ other: IPAddress) -> Bool { isV4 == other.isV4 && hasPrefix(of: other) }

    /// Whether every address of the other one is in this one.
    package func covers(_ other: IPNetwork) -> Bool {
        isV4 == other.isV4 && bits <= other.bits && hasPrefix(of: other.address)
    }

    private func hasPrefix(of other: IPAddress) -> Bool {
        let whole = bits / 8
        guard address.bytes[..<whole] == other.bytes[..<whole] else { return false }
        let rest = bits % 8
        return rest == 0 || (address.bytes[whole] ^ other.bytes[whole]) >> UInt8(8 - rest) == 0
    }
}
