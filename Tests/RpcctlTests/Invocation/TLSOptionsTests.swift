// Which certificates rpcctl trusts and shows, and what it says when they are of no use.
import ArgumentParser
import TestCertificates
import Testing

@testable import RPC
@testable import rpcctl

@Suite struct TLSOptionsTests {
    private let certificates: Certificates

    init() throws {
        certificates = try Certificates()
        try certificates.issue("one")
    }

    private func options(
        _ flags: [String], _ environment: [String: String] = [:], endpoint: String = "tls:h:1"
    ) throws -> TLSOptions {
        try Dialling.tls(GlobalOptions.parse(flags), environment, for: Endpoint(parsing: endpoint))
    }

    private func complaint(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Failure)?.message
        }
    }

    @Test func flagsBeatTheEnvironment() throws {
        let environment = [
            "SWITCHBOARD_TLS_CA": certificates["none.pem"], "SWITCHBOARD_TLS_CLIENT_CERT": certificates["one.pem"],
            "SWITCHBOARD_TLS_CLIENT_KEY": certificates["one.key"],
        ]
        let tls = try options(["--tls-ca", certificates["ca.pem"]], environment)
        #expect(tls.authorities == [certificates["ca.pem"]])
        #expect(tls.certificate == certificates["one.pem"])
        #expect(tls.key == certificates["one.key"])
        #expect(complaint { _ = try options([], environment) }?.contains("cannot read the authority") == true)
        // What the environment says is not meant for every endpoint.
        #expect(try options([], environment, endpoint: "unix:/x") == TLSOptions())
        #expect(try options([]) == TLSOptions())
    }

    @Test func whatMakesNoSenseIsSaidBeforeAnythingIsDialled() throws {
        let ca = certificates["ca.pem"]
        #expect(
            complaint { _ = try options(["--tls-ca", ca], endpoint: "tcp:h:1") }
                == "--tls-ca, --tls-cert and --tls-key are for tls: endpoints, and tcp:h:1 is none")
        #expect(
            complaint { _ = try options(["--tls-cert", certificates["one.pem"]]) }
                == "a client certificate and its key are given together")
        #expect(
            complaint { _ = try options(["--tls-cert", ca, "--tls-key", certificates["one.key"]]) }?
                .contains("does not belong to the certificate") == true)
    }

    @Test func aWayThatIsNotTrustedSaysWhatToDo() {
        func hint(_ kind: ConnectionFailure.Kind) -> String? {
            let failure = ConnectionFailure(kind: kind, endpoint: .tls(host: "h", port: 1), description: "why")
            return Failure(RPCError(.unavailable, reason: "UNAVAILABLE", message: "why", cause: failure)).hint
        }
        #expect(hint(.untrustedServer)?.contains("--tls-ca") == true)
        #expect(hint(.refused)?.contains("--tls-cert") == true)
        #expect(hint(.cannotConnect) == "is rpcd running there? nothing was sent")
        #expect(hint(.lost) == nil)
    }
}
