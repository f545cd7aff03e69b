// SIGHUP: what is said to be in force is, and what has to wait for a restart is named.
import Foundation
import Glibc
import TestCertificates
import Testing

@testable import rpcd

@Suite(.timeLimit(.minutes(1))) struct ReloadTests {
    private let place = DaemonPlace()
    private let certificates: Certificates
    private var file: String { place.path + "/rpcd.yaml" }

    init() throws {
        certificates = try Certificates()
        try certificates.issue("server")
    }

    private var tls: String {
        "tls-cert: '\(certificates["server.pem"])'\ntls-key: '\(certificates["server.key"])'\n"
    }

    /// The lines that rpcd, started with one file, writes once it was changed to another: of rereading, and of waiting.
    private func reload(from old: String, to new: String) async throws -> (reread: String, waiting: String?) {
        try old.write(toFile: file, atomically: true, encoding: .utf8)
        let daemon = try place.start("rpcd", ["--config", file])
        #expect(try await daemon.until { place.isReady(daemon) }, "\(daemon.output)")
        try new.write(toFile: file, atomically: true, encoding: .utf8)
        daemon.signal(SIGHUP)
        #expect(try await daemon.until { daemon.output.contains("reread") }, "\(daemon.output)")
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        let lines = daemon.output.split(separator: "\n").map(String.init)
        let waiting = lines.filter { $0.contains("need a restart") }
        #expect(waiting.count <= 1)
        return (lines.first { $0.contains("reread") } ?? "", waiting.first)
    }

    @Test func aCertificateThatAppearsIsNotSaidToBeInForce() async throws {
        let (reread, waiting) = try await reload(
            from: "listen: [127.0.0.1:0]\n", to: "listen: [127.0.0.1:0]\n" + tls)
        #expect(reread.contains("settings reread"))
        #expect(!reread.contains("certificate"))
        let line = try #require(waiting)
        #expect(line.contains("WARNING"))
        // A certificate gives TLS to the address that did not say.
        #expect(line.hasSuffix("settings=listen,tls-cert,tls-key"), "\(line)")
    }

    @Test func aCertificateThatIsTakenAwayStaysUntilTheRestart() async throws {
        let (reread, waiting) = try await reload(
            from: "listen: [tcp:127.0.0.1:0]\n" + tls, to: "listen: [127.0.0.1:0]\n")
        #expect(reread.contains("settings reread"))
        #expect(!reread.contains("certificate"))
        // The address was plain before, and is plain now.
        #expect(try #require(waiting).hasSuffix("settings=tls-cert,tls-key"))
    }

    @Test func everythingElseThatWasChangedIsNamed() async throws {
        let (reread, waiting) = try await reload(
            from: "log-level: info\n",
            to: "log-level: notice\nbridges:\n  lease: 10s\nlimits:\n  http-idle: 7s\n  connections: 5\n")
        #expect(reread.contains("log-level=notice"))
        let line = try #require(waiting)
        #expect(line.hasSuffix("settings=bridges.lease,limits.connections,limits.http-idle"), "\(line)")
    }

    @Test func whatIsInForceAtOnceIsNotNamed() async throws {
        try certificates.issue("other")
        let other = "tls-cert: '\(certificates["other.pem"])'\ntls-key: '\(certificates["other.key"])'\n"
        let (reread, waiting) = try await reload(
            from: tls, to: other + "tls-client-ca: '\(certificates["ca.pem"])'\nlog-level: notice\n")
        #expect(reread.contains("certificate=") && reread.contains("good-until="), "\(reread)")
        #expect(waiting == nil)
    }
}
