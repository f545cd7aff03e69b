// rpcd with a certificate: RPC and HTTP over TLS, client certificates, a certificate that is replaced under calls.
import Contract
import Foundation
import Glibc
import RPC
import TestCertificates
import Testing

@testable import rpcd

@Suite(.timeLimit(.minutes(1))) struct TLSDaemonTests {
    private let place = DaemonPlace()
    private let certificates: Certificates

    init() throws {
        certificates = try Certificates()
        try certificates.issue("server")
    }

    private var flags: [String] {
        ["--tls-cert", certificates["server.pem"], "--tls-key", certificates["server.key"]]
    }

    private func endpoints(_ kind: String) -> [String] {
        guard let bytes = FileManager.default.contents(atPath: place.data + "/endpoints.json"),
            let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        else { return [] }
        return object[kind] as? [String] ?? []
    }

    private func health(
        _ endpoint: String, ca: String = "ca.pem", certificate: String? = nil
    ) throws -> HealthClient {
        var configuration = ClientConnection.Configuration()
        configuration.tls.authorities = [certificates[ca]]
        if let certificate {
            configuration.tls.certificate = certificates["\(certificate).pem"]
            configuration.tls.key = certificates["\(certificate).key"]
        }
        return HealthClient(
            RPCClient(transport: ClientConnection(try Endpoint(parsing: endpoint), configuration: configuration)))
    }

    private func curl(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = ["-sS", "--max-time", "10"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        while process.isRunning { usleep(1_000) }
        return text
    }

    @Test func everyDoorIsOpenAtOnceAndSaysWhatItIs() async throws {
        let daemon = try place.start(
            "rpcd",
            flags + [
                "--listen", "127.0.0.1:0", "--listen", "tcp:127.0.0.1:0", "--listen", "[::1]:0", "--http",
                "127.0.0.1:0", "--http", "http://127.0.0.1:0", "--http", "unix:\(place.path)/http.sock",
            ])
        #expect(try await daemon.until { place.isReady(daemon) }, "\(daemon.output)")
        let rpc = endpoints("rpc")
        #expect(rpc.map { $0.prefix { $0 != ":" } } == ["unix", "tls", "tcp", "tls"], "\(rpc)")
        for endpoint in rpc where !endpoint.contains("[::1]") {
            #expect(try await health(endpoint).check(HealthCheckRequest()).status == .serving)
        }
        let http = endpoints("http")
        #expect(http.map { $0.prefix { $0 != ":" } } == ["https", "http", "unix"], "\(http)")
        let live = try curl(["--cacert", certificates["ca.pem"], "\(http[0])/health/live"])
        #expect(live.contains("status") || live.contains("live") || live.contains("ok"), "\(live)")
        #expect(try curl(["\(http[1])/health/live"]) == live)
        #expect(try curl(["\(http[0])/health/live"]).contains("curl: (60)"))
        let old = try curl([
            "--cacert", certificates["ca.pem"], "--tls-max", "1.1", "--ciphers", "DEFAULT:@SECLEVEL=0",
            "\(http[0])/health/live",
        ])
        #expect(old.contains("curl: (35)"), "\(old)")
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
    }

    @Test func withAnAuthorityForClientsNobodyComesInWithoutACertificate() async throws {
        try certificates.issue("one")
        let daemon = try place.start(
            "rpcd",
            flags + ["--tls-client-ca", certificates["ca.pem"], "--listen", "127.0.0.1:0", "--http", "127.0.0.1:0"])
        #expect(try await daemon.until { place.isReady(daemon) }, "\(daemon.output)")
        let tls = try #require(endpoints("rpc").last)
        #expect(try await health(tls, certificate: "one").check(HealthCheckRequest()).status == .serving)
        await #expect(throws: RPCError.self) { try await health(tls).check(HealthCheckRequest()) }
        let url = try #require(endpoints("http").first) + "/health/live"
        let trusting = ["--cacert", certificates["ca.pem"]]
        #expect(try curl(trusting + [url]).contains("curl: ("))
        let shown = ["--cert", certificates["one.pem"], "--key", certificates["one.key"]]
        #expect(!(try curl(trusting + shown + [url])).contains("curl: ("))
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
    }

    @Test func aCertificateIsReplacedUnderCallsAndABadOneIsNot() async throws {
        let daemon = try place.start(
            "rpcd", flags + ["--listen", "127.0.0.1:0", "--http", "127.0.0.1:0", "--log-format", "json"])
        #expect(try await daemon.until { place.isReady(daemon) }, "\(daemon.output)")
        let tls = try #require(endpoints("rpc").last)
        let url = try #require(endpoints("http").first) + "/health/live"
        let before = try health(tls)
        // A stream that stands all the while, and calls beside it.
        var watch = try await before.watch(HealthCheckRequest()).makeAsyncIterator()
        #expect(try await watch.next()?.status == .serving)
        let calls = Task {
            var count = 0
            while !Task.isCancelled {
                _ = try await before.check(HealthCheckRequest())
                count += 1
            }
            return count
        }
        // First what cannot be used: another key.
        try certificates.issue("other")
        rename(certificates["other.key"], certificates["server.key"])
        daemon.signal(SIGHUP)
        #expect(try await daemon.until { daemon.output.contains("settings not reread") })
        #expect(daemon.output.components(separatedBy: "does not belong to the certificate").count == 2)
        #expect(try await health(tls).check(HealthCheckRequest()).status == .serving)
        // Then one of another authority.
        try certificates.authority("new")
        try certificates.issue("server", by: "new")
        daemon.signal(SIGHUP)
        #expect(try await daemon.until { daemon.output.contains("\"settings reread\"") })
        #expect(try await health(tls, ca: "new.pem").check(HealthCheckRequest()).status == .serving)
        await #expect(throws: RPCError.self) { try await health(tls).check(HealthCheckRequest()) }
        #expect(!(try curl(["--cacert", certificates["new.pem"], url])).contains("curl: ("))
        calls.cancel()
        // Cancelled under a call or between two: no call failed otherwise.
        do {
            #expect(try await calls.value > 0)
        } catch let error as RPCError {
            #expect(error.code == .cancelled)
        }
        // The stream has not been cut: it hears of the end.
        daemon.signal(SIGTERM)
        let last = try? await watch.next()
        #expect(last?.status == .notServing)
        #expect(try await daemon.status() == 0)
    }

    @Test func whatIsWrongWithFilesIsSaidBeforeAnythingStarts() async throws {
        try certificates.issue("old", days: -1)
        func check(_ certificate: String, _ key: String) async throws -> (status: Int32?, output: String) {
            try await place.run([
                "--check-config", "--tls-cert", certificates[certificate], "--tls-key", certificates[key],
            ])
        }
        let good = try await check("server.pem", "server.key")
        #expect(good.status == 0)
        #expect(good.output.contains("# the certificate: sha256 "))
        for (certificate, key, words) in [
            ("none.pem", "server.key", "No such file"), ("server.pem", "ca.key", "does not belong"),
            ("old.pem", "old.key", "expired on 20"), ("server.pem", "ca.pem", "open to everybody"),
        ] {
            let bad = try await check(certificate, key)
            #expect(bad.status == 78)
            #expect(bad.output.contains(words), "\(bad.output)")
        }
    }
}
