// Where a key may be used from.
import RPC
import Testing

@testable import Services

@Suite struct NetworkListTests {
    private func admits(_ words: [String], _ address: String) -> Bool? {
        NetworkList(words)?.admits(Peer(transport: .tcp, address: address))
    }

    @Test(arguments: [
        (["10.0.0.0/8"], "10.255.1.2:80", true), (["10.0.0.0/8"], "11.0.0.1:80", false),
        (["192.0.2.7"], "192.0.2.7:1", true), (["192.0.2.7"], "192.0.2.8:1", false),
        (["192.0.2.128/25"], "192.0.2.127:1", false), (["192.0.2.128/25"], "192.0.2.129:1", true),
        (["0.0.0.0/0"], "203.0.113.9:1", true), (["0.0.0.0/0"], "[2001:db8::1]:1", false),
        (["2001:db8::/32"], "[2001:db8:1::1]:1", true), (["2001:db8::/32"], "[2001:db9::1]:1", false),
        (["::/0"], "[2001:db8::1]:1", true), (["::/0"], "192.0.2.1:1", false),
        (["::/0"], "[::ffff:192.0.2.1]:1", false), (["::/80"], "192.0.2.1:1", false),
        (["::ffff:0:0/96"], "192.0.2.1:1", true), (["10.0.0.0/8"], "[::ffff:10.1.2.3]:1", true),
        (["::ffff:10.0.0.0/104"], "10.1.2.3:1", true), (["fe80::/10"], "[fe80::1%eth0]:1", true),
        (["unix"], "10.0.0.1:1", false), (["10.0.0.0/8", "127.0.0.1"], "127.0.0.1:5", true),
        ([], "203.0.113.9:1", true), (["10.0.0.0/8"], "", false), (["10.0.0.0/8"], "nonsense", false),
        (["10.0.0.0/8"], "10.0.0.1", false),
    ])
    func networksContainWhatTheySay(words: [String], address: String, expected: Bool) {
        #expect(admits(words, address) == expected)
    }

    @Test func unixAdmitsUnixSocketsAndNothingElseDoes() {
        let peer = Peer(transport: .unix, uid: 0, listener: "rpc")
        #expect(NetworkList(["unix"])?.admits(peer) == true)
        #expect(NetworkList(["0.0.0.0/0", "::/0"])?.admits(peer) == false)
        #expect(NetworkList([])?.admits(peer) == true)
        // HTTP over a Unix socket, as the gateway names it.
        #expect(NetworkList(["unix"])?.admits(Peer(transport: .inProcess, address: "unix:")) == true)
        #expect(NetworkList(["unix"])?.admits(Peer(transport: .inProcess, address: "192.0.2.1:5")) == false)
    }

    @Test(arguments: [
        "", "unix ", "UNIX", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/+8", "10.0.0/8", "::/129",
        "10.0.0.0/8/8",
        "example.org", "256.0.0.1", "10.0.0.0/0x8", "10.0.0.1:80", "1.2.3.4/1111",
    ])
    func whatIsNoNetworkIsRefused(word: String) {
        #expect(NetworkList([word]) == nil)
    }
}
