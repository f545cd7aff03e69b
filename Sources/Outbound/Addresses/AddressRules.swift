// Which addresses a user may have this server connect to. Users name URLs (webhooks, media), and the server stands where
// they do not: on its own loopback, in its owner's network, beside a cloud's metadata. So only what is public by the IANA
// registries of special addresses is admitted (RFC 6890 and what came after it), and of IPv6 only what is given out as
// unicast: what carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo) would be a way round. Pure.

package struct AddressRules: Sendable {
    /// Admits everything: for those who know that their users may.
    package var allowsPrivate: Bool
    /// Admitted whatever they are: tests stand for the public on addresses of this machine.
    var admitted: Set<TargetAddress> = []

    package init(allowsPrivate: Bool = false) { self.allowsPrivate = allowsPrivate }

    /// Why an address is refused; nil: it is not.
    package func refusal(of address: TargetAddress) -> String? {
        allowsPrivate || admitted.contains(address) ? nil : Self.special(address)
    }

    /// What an address is that is not simply public.
    package static func special(_ address: TargetAddress) -> String? {
        switch address {
        case .v4(let bits): fours.first { bits >> (32 - $0.length) == $0.bits >> (32 - $0.length) }?.name
        case .v6(let high, let low): special(high, low)
        }
    }

    private static func special(_ high: UInt64, _ low: UInt64) -> String? {
        if high == 0 && low == 1 { return "loopback" }
        if let known = sixes.first(where: { high >> (64 - $0.length) == $0.high >> (64 - $0.length) }) {
            return known.name
        }
        // 2000::/3 is all that was ever given out.
        return high >> 61 == 1 ? nil : "reserved"
    }

    private struct Four {
        let bits: UInt32
        let length: UInt32
        let name: String

        init(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ length: UInt32, _ name: String) {
            bits = a << 24 | b << 16 | c << 8
            self.length = length
            self.name = name
        }
    }

    private static let fours = [
        Four(0, 0, 0, 8, "this network"), Four(10, 0, 0, 8, "private"), Four(100, 64, 0, 10, "carrier-grade NAT"),
        Four(127, 0, 0, 8, "loopback"), Four(169, 254, 0, 16, "link-local"), Four(172, 16, 0, 12, "private"),
        Four(192, 0, 0, 24, "protocol assignments"), Four(192, 0, 2, 24, "documentation"),
        Four(192, 88, 99, 24, "6to4 relay"), Four(192, 168, 0, 16, "private"), Four(198, 18, 0, 15, "benchmarking"),
        Four(198, 51, 100, 24, "documentation"), Four(203, 0, 113, 24, "documentation"),
        // Reached through anycast: the metadata and DNS of some clouds are public addresses by their numbers.
        Four(168, 63, 129, 24, "cloud metadata"), Four(224, 0, 0, 4, "multicast"), Four(240, 0, 0, 4, "reserved"),
    ]

    private struct Six {
        /// The first 64 bits; no prefix below is longer.
        let high: UInt64
        let length: UInt64
        let name: String
    }

    private static let sixes = [
        // ::, ::1 and ::ffff:a.b.c.d are all in here.
        Six(high: 0, length: 64, name: "unspecified or IPv4 in IPv6"),
        Six(high: 0x0064_ff9b_0000_0000, length: 32, name: "NAT64"),
        Six(high: 0x2001_0000_0000_0000, length: 23, name: "Teredo and other assignments"),
        Six(high: 0x2001_0db8_0000_0000, length: 32, name: "documentation"),
        Six(high: 0x2002_0000_0000_0000, length: 16, name: "6to4"),
        Six(high: 0x3fff_0000_0000_0000, length: 20, name: "documentation"),
        Six(high: 0xfc00_0000_0000_0000, length: 7, name: "unique local"),
        Six(high: 0xfe80_0000_0000_0000, length: 10, name: "link-local"),
        Six(high: 0xfec0_0000_0000_0000, length: 10, name: "site-local"),
        Six(high: 0xff00_0000_0000_0000, length: 8, name: "multicast"),
    ]
}
