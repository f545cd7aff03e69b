// TLS as server and client speak it: who is admitted, who is believed, what each end is told, and that nothing of a call
// leaves before that is settled.

import Codec
import Glibc
import TestCertificates
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct TLSTests {
        @Test(arguments: ["127.0.0.1", "localhost"])
        func callsGoOverTLSByNameAndByAddress(host: String) async throws {
            let server = try await TLSServer()
            let answer = try await server.client(host: host).call("who")
            #expect(answer.hasPrefix("tls tls true uid=none [none] []"))
            await server.stop()
        }

        @Test
        func largeMessagesAndStreamsPassWhole() async throws {
            let server = try await TLSServer(Handlers().router())
            let client = server.client()
            let large = String(repeating: "x", count: 3 << 20)
            #expect(try await client.call(large) == "echo:\(large)")
            let items: ResponseStream<StringValue> = try await client.serverStreaming(
                TestMethods.list, StringValue("2000"))
            var count = 0
            for try await item in items {
                #expect(item.value == "\(count)")
                count += 1
            }
            #expect(count == 2000)
            await server.stop()
        }

        @Test
        func aClientsCertificateIsKnownToTheHandler() async throws {
            let server = try await TLSServer(mutual: true)
            try server.certificates.issue(
                "bridge", subject: "/O=A, B/CN=bridge-1",
                names: "DNS:bridge.example,IP:10.1.2.3,IP:::1,URI:spiffe://x/y,email:a@b.c")
            let answer = try await server.client(certificate: "bridge").call("who")
            let fingerprint = try Certificates.openssl([
                "x509", "-in", server.certificates["bridge.pem"], "-noout", "-fingerprint", "-sha256",
            ]).split(separator: "=").last.map { $0.filter(\.isHexDigit).lowercased() }
            let names = ["DNS:bridge.example", "IP:10.1.2.3", "IP:::1", "URI:spiffe://x/y", "email:a@b.c"]
            #expect(
                answer == "tls tls true uid=none [O=A\\, B,CN=bridge-1] \(names) \(try #require(fingerprint))")
            await server.stop()
        }

        @Test(arguments: [true, false])
        func whereACertificateIsWantedNobodyComesInWithoutAGoodOne(withSomeCertificate: Bool) async throws {
            let ran = Notes()
            var handlers = Handlers()
            handlers.unary = { _, _ in
                ran.add("ran")
                return ""
            }
            let server = try await TLSServer(handlers.router(), mutual: true)
            try server.certificates.authority("other")
            try server.certificates.issue("stranger", by: "other")
            let client = server.client(certificate: withSomeCertificate ? "stranger" : nil)
            let failure = await CallFailure { _ = try await client.call() }
            #expect(failure.kind == .refused)
            let words =
                withSomeCertificate
                ? "the client certificate comes from no authority that it trusts"
                : "it wants a client certificate, and none was given"
            #expect(failure.words.hasSuffix(words), "\(failure.words)")
            #expect(ran.all.isEmpty)
            #expect(await server.eventually { $0.connections == 0 })
            await server.stop()
        }

        @Test
        func aServerOfAnUnknownAuthorityIsNotTrusted() async throws {
            let server = try await TLSServer()
            try server.certificates.authority("other")
            let other = server.certificates["other.pem"]
            let client = server.client { $0.tls.authorities = [other] }
            let failure = await CallFailure { _ = try await client.call() }
            #expect(failure.kind == .untrustedServer)
            #expect(
                failure.words.hasSuffix("its certificate (CN=server) comes from no authority that is trusted here"),
                "\(failure.words)")
            // Nor is one that only the system's authorities could vouch for.
            let system = server.client { $0.tls.authorities = [] }
            #expect(await CallFailure { _ = try await system.call() }.kind == .untrustedServer)
            await server.stop()
        }

        @Test
        func aServerOfAnotherNameIsNotTrusted() async throws {
            let server = try await TLSServer()
            let client = server.client(host: "localhost") { $0.tls.serverName = "other.example" }
            let failure = await CallFailure { _ = try await client.call() }
            #expect(failure.kind == .untrustedServer)
            #expect(
                failure.words.hasSuffix("its certificate is for DNS:localhost, IP:127.0.0.1 and not for this name"),
                "\(failure.words)")
            await server.stop()
        }

        @Test
        func anExpiredServerIsNotTrusted() async throws {
            let certificates = try Certificates()
            try certificates.issue("server", days: -1)
            // Ours would not start with it; another server would.
            let port = try freePort()
            let server = try OpenSSLServer(certificates, port: port)
            defer { server.stop() }
            var configuration = ClientConnection.Configuration()
            configuration.tls.authorities = [certificates["ca.pem"]]
            configuration.waitForServer = .seconds(20)
            let client = RPCClient(
                transport: ClientConnection(.tls(host: "127.0.0.1", port: port), configuration: configuration))
            let failure = await CallFailure { _ = try await client.call() }
            #expect(failure.kind == .untrustedServer)
            #expect(failure.words.contains("its certificate expired on 20"), "\(failure.words)")
        }

        @Test
        func oldVersionsAreRefused() async throws {
            let server = try await TLSServer()
            func dial(_ version: String) throws -> String {
                try Certificates.openssl(
                    [
                        "s_client", "-connect", "127.0.0.1:\(server.port)", "-CAfile", server.certificates["ca.pem"],
                        "-cipher", "DEFAULT:@SECLEVEL=0", version,
                    ], mayFail: true)
            }
            for version in ["-tls1", "-tls1_1"] {
                let text = try dial(version)
                #expect(text.contains("alert protocol version"), "\(text)")
            }
            for version in ["-tls1_2", "-tls1_3"] {
                let text = try dial(version)
                #expect(text.contains("Verify return code: 0 (ok)"), "\(text)")
            }
            await server.stop()
        }

        @Test
        func whatIsNoTLSEndsItsOwnConnectionAlone() async throws {
            let server = try await TLSServer()
            let good = server.client()
            #expect(try await good.call("a") == "echo:a")
            var configuration = ClientConnection.Configuration()
            configuration.connectTimeout = .seconds(5)
            let plain = RPCClient(
                transport: ClientConnection(.tcp(host: "127.0.0.1", port: server.port), configuration: configuration))
            #expect(await rpcError { _ = try await plain.call() }?.code == .unavailable)
            #expect(try await good.call("b") == "echo:b")
            #expect(await server.eventually { $0.connections == 1 })
            await server.stop()
        }

        @Test
        func aServerWithoutTLSIsTold() async throws {
            let server = try await Served(Handlers().router(), .tcp)
            guard case .tcp(_, let port) = (server.client.transport as? ClientConnection)?.endpoint else { return }
            let client = RPCClient(transport: ClientConnection(.tls(host: "127.0.0.1", port: port)))
            // Its answer to bytes that are no frame is silence and a close, so either end may come first.
            let failure = await CallFailure { _ = try await client.call(options: .init(timeout: .seconds(10))) }
            #expect(failure.kind == .cannotConnect || failure.kind == .refused, "\(failure)")
            await server.stop()
        }

        @Test
        func anEndpointWithTLSNeedsACertificate() async {
            let server = Server(router: Handlers().router(), logger: .quiet)
            await #expect(throws: BindError.self) { try await server.bind(.tls(host: "127.0.0.1", port: 0)) }
        }
    }
}

/// A port that nobody listens on now.
func freePort() throws -> Int {
    let socket = try ListeningSocket.open(ListenerConfiguration(.tcp(host: "127.0.0.1", port: 0)))
    defer { SocketCalls.close(socket.descriptor) }
    guard case .tcp(_, let port) = socket.bound else { throw RawPeerError.timeout }
    return port
}
