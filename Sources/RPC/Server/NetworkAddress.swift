// Where a connection comes from, as something to count by. IPv6: the first 64 bits, since whoever has one address has all
// that share them.

internal import Glibc

struct NetworkAddress: Hashable {
    private let high: UInt64
    private let low: UInt64

    /// - Parameter text: `ip:port` or `[ip]:port`, as `Peer.address` has it; `nil` for anything else.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let ip = String(text[..<colon])
        var four: UInt32 = 0
        if inet_pton(AF_INET, ip, &four) == 1 {
            high = 0
            low = UInt64(UInt32(bigEndian: four))
            return
        }
        guard ip.hasPrefix("["), ip.hasSuffix("]") else { return nil }
        // A link-local address may name its interface.
        let bare = String(ip.dropFirst().dropLast().prefix { $0 != "%" })
        var six: (UInt64, UInt64) = (0, 0)
        guard inet_pton(AF_INET6, bare, &six) == 1 else { return nil }
        let (first, last) = (UInt64(bigEndian: six.0), UInt64(bigEndian: six.1))
        // An IPv4 peer of a socket for both (RFC 4291, 2.5.5.2).
        let isMapped = first == 0 && last >> 32 == 0xFFFF
        high = first
        low = isMapped ? last & 0xFFFF_FFFF : .max
    }
}
