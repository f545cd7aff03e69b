// Whom a request comes from behind proxies: by their word alone, from the right, and no further than they are trusted.
import Codec
import Contract
import HTTPTypes
import NIOCore
import RPC
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(2))) struct TrustedProxiesTests {
    private func client(_ trusted: [String], from peer: String, _ forwarded: String...) throws -> String {
        let proxies = try #require(TrustedProxies(trusted))
        var headers = HTTPFields()
        headers[values: .forwardedFor] = forwarded
        let origin: Origin =
            peer == "unix" ? .unixSocket : .network(try SocketAddress(ipAddress: peer, port: 4_000))
        return proxies.client(origin, headers).text
    }

    @Test func withoutProxiesNobodysWordCounts() throws {
        #expect(try client([], from: "10.0.0.1", "192.0.2.7") == "10.0.0.1:4000")
        #expect(try client(["10.0.0.2"], from: "10.0.0.1", "192.0.2.7") == "10.0.0.1:4000")
        #expect(try client(["10.0.0.0/8"], from: "unix", "192.0.2.7") == "")
        #expect(try client(["unix"], from: "10.0.0.1", "192.0.2.7") == "10.0.0.1:4000")
    }

    @Test(
        arguments: [
            (["192.0.2.7"], "192.0.2.7:0"),
            // What the client says of itself stands to the left and is not believed.
            (["127.0.0.1, 192.0.2.7"], "192.0.2.7:0"), (["10.9.9.9, 192.0.2.7"], "192.0.2.7:0"),
            (["192.0.2.7, 10.0.0.2"], "192.0.2.7:0"), (["192.0.2.7, 10.0.0.2,10.0.0.3"], "192.0.2.7:0"),
            (["203.0.113.9, 192.0.2.7, 10.0.0.2"], "192.0.2.7:0"),
            // Several fields are one list.
            (["203.0.113.9", "192.0.2.7, 10.0.0.2"], "192.0.2.7:0"), (["192.0.2.7", "10.0.0.2"], "192.0.2.7:0"),
            // All of them proxies: the first of them it was.
            (["10.0.0.5, 10.0.0.2"], "10.0.0.5:0"),
            (["192.0.2.7:5555"], "192.0.2.7:0"), (["\t192.0.2.7 "], "192.0.2.7:0"),
            (["2001:db8::1"], "[2001:db8::1]:0"), (["[2001:db8::1]:443"], "[2001:db8::1]:0"),
            (["[2001:db8::1]"], "[2001:db8::1]:0"), (["::ffff:10.0.0.2"], "10.0.0.2:0"),
            (["::ffff:192.0.2.7, 10.0.0.2"], "192.0.2.7:0"), (["2001:DB8:0::1"], "[2001:db8::1]:0"),
            (["unknown"], "unknown"), (["192.0.2.7, unknown"], "unknown"), (["192.0.2.7,"], "192.0.2.7:0"),
            (["192.0.2.7, , 10.0.0.2"], "unknown"), (["_hidden"], "unknown"), (["192.0.2.256"], "unknown"),
            (["fe80::1%eth0"], "unknown"), (["[2001:db8::1"], "unknown"), (["localhost"], "unknown"),
        ] as [([String], String)])
    func theRightMostHopThatIsNoProxyIsTheClient(forwarded: [String], expected: String) throws {
        let proxies = try #require(TrustedProxies(["10.0.0.0/8", "fd00::/8"]))
        var headers = HTTPFields()
        headers[values: .forwardedFor] = forwarded
        for peer in ["10.0.0.1", "fd00::1"] {
            let origin = Origin.network(try SocketAddress(ipAddress: peer, port: 1))
            #expect(proxies.client(origin, headers).text == expected)
        }
    }

    /// Some proxies drop the header when the client tells them to.
    @Test func aProxyThatSaysNothingIsNotTheClient() throws {
        #expect(try client(["10.0.0.0/8"], from: "10.0.0.1") == "unknown")
        #expect(try client(["10.0.0.0/8"], from: "10.0.0.1", "") == "unknown")
        #expect(try client(["10.0.0.0/8"], from: "10.0.0.1", " , ") == "unknown")
        #expect(try client(["unix"], from: "unix") == "unknown")
        #expect(try client(["10.0.0.0/8"], from: "11.0.0.1") == "11.0.0.1:4000")
        #expect(try client(["::/0"], from: "10.0.0.1") == "10.0.0.1:4000", "IPv6 alone")
        #expect(try client(["unix"], from: "unix", "192.0.2.7") == "192.0.2.7:0")
    }

    @Test(arguments: ["", "x", "10.0.0.0/33", "localhost", "10.0.0.0/8 "])
    func whatIsNoNetworkIsRefused(word: String) { #expect(TrustedProxies([word]) == nil) }

    @Test func theCallIsMadeAsTheClientAndNeverAsThisMachine() async throws {
        let proxies = try #require(TrustedProxies(["127.0.0.0/8"]))
        let http = try await ScriptedGateway(proxies: proxies, metrics: { "# figures" })
        _ = try await http("GET", "/api/v1/users/5/", headers: ["X-Forwarded-For": "203.0.113.9, 192.0.2.7"])
        #expect(http.methods.context?.peer.address == "192.0.2.7:0")
        _ = try await http("GET", "/api/v1/users/5/")
        #expect(http.methods.context?.peer.address == "unknown")
        // Not even by naming this machine, or by saying nothing.
        http.methods.answer(SystemMethods.getStatus) { _ in throw RPCError.refusal(.permissionDenied, "No.") }
        #expect(try await http("GET", "/metrics", headers: ["X-Forwarded-For": "127.0.0.1"]).status == 403)
        #expect(try await http("GET", "/metrics").status == 403)
        await http.end()
    }

    @Test func withoutTheSettingTheHeaderIsNothing() async throws {
        let http = try await ScriptedGateway()
        _ = try await http("GET", "/api/v1/users/5/", headers: ["X-Forwarded-For": "192.0.2.7"])
        #expect(http.methods.context?.peer.address.hasPrefix("127.0.0.1:") == true)
        await http.end()
    }

    @Test func conditionsAndVersionsTravelAsHTTPHasThem() async throws {
        let http = try await ScriptedGateway()
        http.methods.answer(UsersMethods.updateUser) { context in
            context.responseMetadata = ["etag": "\"8\""]
            return User.with { $0.etag = "8" }
        }
        let answer = try await http(
            "PATCH", "/api/v1/users/5/", #"{"email": "a@b"}"#, headers: ["If-Match": "\"7\""])
        #expect(answer.headers["etag"] == "\"8\"")
        #expect(http.methods.context?.metadata["if-match"] == "\"7\"")
        http.methods.answer(UsersMethods.updateUser) { _ in throw RPCError.refusal(.etagMismatch, "No.") }
        #expect(try await http("PATCH", "/api/v1/users/5/", #"{"email": "a@b"}"#).status == 412)
        await http.end()
    }
}
