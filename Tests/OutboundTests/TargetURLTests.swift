// URLs as strangers write them: what is taken, and into what it is put together; what is not, and why.

import Testing

@testable import Outbound

@Suite struct TargetURLTests {
    @Test(arguments: [
        ("https://example.com", "https://example.com/"), ("HTTPS://Example.COM:443/A?b=C", "https://example.com/A?b=C"),
        ("http://example.com:80/", "http://example.com/"), ("https://example.com:8443/x", "https://example.com:8443/x"),
        ("https://example.com?q=1", "https://example.com/?q=1"), ("https://1.2.3.4/x", "https://1.2.3.4/x"),
        ("https://[2606:4700:0:0::1]:8443/x", "https://[2606:4700::1]:8443/x"),
        ("https://a-b.c_d.xn--bcher-kva.example/%41", "https://a-b.c_d.xn--bcher-kva.example/%41"),
        ("https://3com.example1/", "https://3com.example1/"),
    ])
    func whatIsTakenHasOneForm(text: String, form: String) throws {
        let url = try TargetURL(text)
        #expect(url.text == form)
        #expect(try TargetURL(url.text) == url)
    }

    @Test(arguments: [
        ("https://user@example.com/", "user name"), ("https://user:pass@example.com/", "user name"),
        ("https://example.com@127.0.0.1/", "user name"), ("https://2130706433/", "1.2.3.4"),
        ("https://0x7f000001/", "1.2.3.4"), ("https://0177.0.0.1/", "1.2.3.4"), ("https://127.1/", "1.2.3.4"),
        ("https://127.0.0.0x1/", "1.2.3.4"), ("https://1.2.3.4.5/", "1.2.3.4"), ("https://example.com#x", "fragment"),
        ("ftp://example.com/", "begin with"), ("//example.com/", "begin with"), ("example.com", "begin with"),
        ("https://", "no host"), ("https:///x", "no host"), ("https://exa mple.com/", "ASCII"),
        ("https://example.com\\@evil.com/", "ASCII"), ("https://bücher.example/", "ASCII"),
        ("https://example.com/\r\nx: y", "ASCII"), ("https://example.com/\u{0}", "ASCII"),
        ("https://%31%32%37.0.0.1/", "no host"), ("https://example.com./", "no host"),
        ("https://.example.com/", "no host"),
        ("https://-x.com/", "no host"), ("https://example.com:0/", "port"), ("https://example.com:65536/", "port"),
        ("https://example.com:+80/", "port"), ("https://example.com:/", "port"), ("https://[::1/", "host"),
        ("https://[fe80::1%25eth0]/", "IPv6"), ("https://[1.2.3.4]/", "IPv6"), ("https://[::1]x/", "port"),
        ("https://" + String(repeating: "a", count: 64) + ".com/", "no host"),
        ("https://example.com/" + String(repeating: "a", count: 2_048), "at most 2048"),
    ])
    func whatIsNotTakenIsToldWhy(text: String, part: String) {
        do {
            let url = try TargetURL(text)
            Issue.record("\(text) was taken as \(url.text)")
        } catch {
            #expect(error.description.contains(part), "\(text): \(error.description)")
        }
    }

    @Test func whatIsToldToOthersIsTheOriginAlone() throws {
        let url = try TargetURL("https://hooks.example:8443/services/T0/SECRET?token=x")
        #expect(url.origin == "https://hooks.example:8443" && url.authority == "hooks.example:8443")
    }
}
