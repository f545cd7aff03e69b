// rpcctl over TLS with client certificates, as it is run from another machine.
import Foundation
import TestCertificates
import Testing

@Suite(.serialized) struct TLSTests {
    @Test func rpcctlComesInOverTLSAndSaysWhyWhenItDoesNot() async throws {
        let certificates = try Certificates()
        for name in ["server", "operator"] { try certificates.issue(name) }
        let server = try await Server(
            in: Sandbox(),
            arguments: [
                "--tls-cert", certificates["server.pem"], "--tls-key", certificates["server.key"], "--tls-client-ca",
                certificates["ca.pem"], "--listen", "127.0.0.1:0",
            ])
        let account = try await Account("ada", on: server)
        let endpoint = try #require((server.endpoints?["rpc"] as? [String])?.first { $0.hasPrefix("tls:") })
        func rpcctl(_ arguments: String...) async throws -> Outcome {
            try await run(
                Sandbox.product("rpcctl"), ["--endpoint", endpoint, "--api-key", account.key] + arguments,
                environment: ["HOME": server.sandbox.directory.path], in: server.sandbox)
        }
        let trust = ["--tls-ca", certificates["ca.pem"]]
        let shown = ["--tls-cert", certificates["operator.pem"], "--tls-key", certificates["operator.key"]]
        let good = try await rpcctl("whoami", trust[0], trust[1], shown[0], shown[1], shown[2], shown[3])
        #expect(good.status == 0 && good.output.contains("ada"), "\(good)")
        let unknown = try await rpcctl("whoami")
        #expect(unknown.status != 0 && unknown.errors.contains("no authority that is trusted here"), "\(unknown)")
        #expect(unknown.errors.contains("--tls-ca"), "\(unknown)")
        let bare = try await rpcctl("whoami", trust[0], trust[1])
        #expect(bare.status != 0 && bare.errors.contains("it wants a client certificate"), "\(bare)")
        let senseless = try await rpcctl("whoami", trust[0], certificates["none.pem"])
        #expect(senseless.status == 64 && senseless.errors.contains("No such file"), "\(senseless)")
    }
}
