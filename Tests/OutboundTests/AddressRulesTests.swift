// Which addresses are public: the registries of special addresses as a table, and the neighbours of each that are not special.

import Testing

@testable import Outbound

@Suite struct AddressRulesTests {
    @Test(arguments: [
        ("0.0.0.0", "this network"), ("0.255.255.255", "this network"), ("10.0.0.1", "private"),
        ("10.255.255.255", "private"), ("100.64.0.1", "carrier-grade NAT"), ("100.127.255.255", "carrier-grade NAT"),
        ("127.0.0.1", "loopback"), ("127.255.255.254", "loopback"), ("169.254.169.254", "link-local"),
        ("172.16.0.1", "private"), ("172.31.255.255", "private"), ("192.0.0.8", "protocol assignments"),
        ("192.0.2.1", "documentation"), ("192.88.99.1", "6to4 relay"), ("192.168.1.1", "private"),
        ("198.18.0.1", "benchmarking"), ("198.19.255.255", "benchmarking"), ("198.51.100.7", "documentation"),
        ("203.0.113.9", "documentation"), ("168.63.129.16", "cloud metadata"), ("224.0.0.1", "multicast"),
        ("239.255.255.255", "multicast"), ("240.0.0.1", "reserved"), ("255.255.255.255", "reserved"),
        ("::", "unspecified or IPv4 in IPv6"), ("::1", "loopback"), ("::7f00:1", "unspecified or IPv4 in IPv6"),
        ("::ffff:127.0.0.1", "unspecified or IPv4 in IPv6"), ("::ffff:8.8.8.8", "unspecified or IPv4 in IPv6"),
        ("64:ff9b::7f00:1", "NAT64"), ("64:ff9b:1::a00:1", "NAT64"), ("2001::1", "Teredo and other assignments"),
        ("2001:2::1", "Teredo and other assignments"), ("2001:20::1", "Teredo and other assignments"),
        ("2001:db8::1", "documentation"), ("2002:7f00:1::", "6to4"), ("2002:a00:1::1", "6to4"),
        ("3fff::1", "documentation"), ("fc00::1", "unique local"), ("fd12:3456::1", "unique local"),
        ("fe80::1", "link-local"), ("febf::1", "link-local"), ("fec0::1", "site-local"), ("ff02::1", "multicast"),
        ("100::1", "reserved"), ("4000::1", "reserved"), ("5f00::1", "reserved"), ("e000::1", "reserved"),
    ])
    func whatIsSpecialIsRefused(text: String, name: String) throws {
        let address = try #require(TargetAddress(text))
        #expect(AddressRules().refusal(of: address) == name)
        #expect(AddressRules(allowsPrivate: true).refusal(of: address) == nil)
    }

    @Test(arguments: [
        "1.0.0.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.1", "169.253.255.255", "169.255.0.1", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.0.3.1",
        "192.167.255.255", "192.169.0.1", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::1",
        "2001:4860:4860::8888", "2001:db7::1", "2001:db9::1", "2003::1", "2606:4700::1111", "3ffe::1",
    ])
    func itsNeighboursAreNot(text: String) throws {
        #expect(AddressRules().refusal(of: try #require(TargetAddress(text))) == nil)
    }

    @Test(arguments: [
        "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "127.0.0.01", "1.2.3", "1.2.3.4.5", "256.1.1.1", "",
        "fe80::1%eth0", "[::1]", "::1::", "1.2.3.4\u{0}", " 1.2.3.4",
    ])
    func anAddressIsWrittenInOneWay(text: String) { #expect(TargetAddress(text) == nil) }

    @Test(arguments: ["1.2.3.4", "0.0.0.0", "255.255.255.255", "::", "::1", "2001:db8::ff00:42:8329", "ff02::1"])
    func anAddressIsWrittenAsItIsRead(text: String) throws { #expect("\(try #require(TargetAddress(text)))" == text) }

    @Test func aListenerOnEveryAddressIsOnThoseOfTheMachine() throws {
        let own = OwnListeners {
            [.init(address: nil, port: 8_443), .init(address: TargetAddress("10.1.2.3"), port: 80)]
        }
        #expect(own.contains(try #require(TargetAddress("127.0.0.1")), port: 8_443))
        #expect(!own.contains(try #require(TargetAddress("127.0.0.1")), port: 8_444))
        #expect(!own.contains(try #require(TargetAddress("8.8.8.8")), port: 8_443))
        #expect(own.contains(try #require(TargetAddress("10.1.2.3")), port: 80))
    }
}
