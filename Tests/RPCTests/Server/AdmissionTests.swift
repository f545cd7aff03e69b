// Who is let in, and where callers come from.

import Glibc
import Testing

@testable import RPC

@Suite
struct AdmissionTests {
    private func admission(_ configure: (inout Server.Limits) -> Void) -> Admission {
        var limits = Server.Limits()
        configure(&limits)
        return Admission(limits) { _ in }
    }

    private func limit(_ result: Result<ConnectionLease, ConnectionRefusal>) -> ServerLimitName? {
        if case .failure(let refusal) = result { refusal.limit } else { nil }
    }

    private func tcp(_ address: String) -> Peer { Peer(transport: .tcp, address: address) }

    @Test
    func theLastDescriptorsAreLeftToOthers() {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let all = CInt(clamping: limit.rlim_cur)
        let admission = admission { $0.reservedDescriptors = 64 }
        let unix = Peer(transport: .unix)
        #expect(self.limit(admission.admit(all - 64, unix, isKnown: true)) == .descriptors)
        #expect(self.limit(admission.admit(all - 65, unix, isKnown: true)) == nil)
    }

    @Test
    func strangersCountByAddressUntilTheyAreKnownOrGone() throws {
        let admission = admission { $0.connectionsPerAddress = 2 }
        let first = try admission.admit(9, tcp("10.0.0.1:1000"), isKnown: false).get()
        let second = try admission.admit(9, tcp("10.0.0.1:1001"), isKnown: false).get()
        #expect(limit(admission.admit(9, tcp("10.0.0.1:1002"), isKnown: false)) == .connectionsPerAddress)
        #expect(limit(admission.admit(9, tcp("10.0.0.2:1002"), isKnown: false)) == nil)
        #expect(limit(admission.admit(9, tcp("10.0.0.1:1002"), isKnown: true)) == nil)
        first.callerIsKnown()
        first.callerIsKnown()
        let third = try admission.admit(9, tcp("10.0.0.1:1003"), isKnown: false).get()
        #expect(limit(admission.admit(9, tcp("10.0.0.1:1004"), isKnown: false)) == .connectionsPerAddress)
        first.release()
        second.release()
        second.release()
        #expect(limit(admission.admit(9, tcp("10.0.0.1:1005"), isKnown: false)) == nil)
        #expect(limit(admission.admit(9, tcp("10.0.0.1:1006"), isKnown: false)) == .connectionsPerAddress)
        third.release()
        #expect(admission.connections == 3)
    }

    @Test
    func addressesOfOneNetworkAreOne() {
        #expect(NetworkAddress("10.0.0.1:80") == NetworkAddress("10.0.0.1:9999"))
        #expect(NetworkAddress("10.0.0.1:80") != NetworkAddress("10.0.0.2:80"))
        #expect(NetworkAddress("[2001:db8:0:1::1]:80") == NetworkAddress("[2001:db8:0:1:ffff::2]:81"))
        #expect(NetworkAddress("[2001:db8:0:1::1]:80") != NetworkAddress("[2001:db8:0:2::1]:80"))
        #expect(NetworkAddress("[::ffff:10.0.0.1]:80") == NetworkAddress("10.0.0.1:80"))
        #expect(NetworkAddress("[::ffff:10.0.0.1]:80") != NetworkAddress("[::ffff:10.0.0.2]:80"))
        #expect(NetworkAddress("[fe80::1%eth0]:80") == NetworkAddress("[fe80::2%eth1]:80"))
        #expect(NetworkAddress("[::]:80") != NetworkAddress("0.0.0.0:80"))
        for none in ["", "x", "10.0.0.1", "[::1]", "host:80", "[host]:80"] { #expect(NetworkAddress(none) == nil) }
    }
}
