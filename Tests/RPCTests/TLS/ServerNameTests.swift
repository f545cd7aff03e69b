import Testing

@testable import RPC

@Suite struct ServerNameTests {
    @Test(arguments: [
        ("a.example", "DNS:a.example"), ("A.Example.", "DNS:a.EXAMPLE"), ("a.example.org", "DNS:*.example.org"),
        ("127.0.0.1", "IP:127.0.0.1"), ("0:0:0:0:0:0:0:1", "IP:::1"), ("localhost", "DNS:localhost"),
    ])
    func namesThatMatch(name: String, alternative: String) {
        #expect(ServerName.matches(name, ["DNS:other", alternative]))
    }

    @Test(arguments: [
        ("a.example", "DNS:b.example"), ("a.example", "DNS:a.example.org"), ("example.org", "DNS:*.example.org"),
        ("a.b.example.org", "DNS:*.example.org"), ("example.org", "DNS:*.org"), ("org", "DNS:*"),
        (".example.org", "DNS:*.example.org"), ("127.0.0.1", "DNS:127.0.0.1"), ("localhost", "IP:127.0.0.1"),
        ("127.0.0.1", "IP:127.0.0.2"), ("a.example", "URI:a.example"), ("xa.example.org", "DNS:x*.example.org"),
        ("", "DNS:"),
    ])
    func namesThatDoNot(name: String, alternative: String) {
        #expect(!ServerName.matches(name, [alternative]))
    }
}
