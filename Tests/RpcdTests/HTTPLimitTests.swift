// The limits on HTTP as an operator meets them: settings, GetStatus, figures, and the end of a server that is in use.
import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct HTTPLimitTests {
    private let place = DaemonPlace()

    private func address() throws -> String {
        let bytes = try #require(FileManager.default.contents(atPath: place.data + "/endpoints.json"))
        let object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        return try #require((object?["http"] as? [String])?.first)
    }

    /// By curl: what it prints, the status last.
    private func curl(_ path: String, _ arguments: String...) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = ["-sS", "--max-time", "20", "-w", "\n%{http_code}"] + arguments + [try address() + path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let reading = pipe.fileHandleForReading
        let bytes = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Data, any Error>) in
            DispatchQueue.global().async {
                continuation.resume(with: Swift.Result { try reading.readToEnd() ?? Data() })
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func whatIsSetIsInForceAndShown() async throws {
        let daemon = try place.start(
            "rpcd", ["--http", "127.0.0.1:0"],
            environment: ["SWITCHBOARD_LIMITS_HTTP_BODY_BYTES": "2000", "SWITCHBOARD_LIMITS_HTTP_IDLE": "7s"])
        #expect(try await daemon.until { place.isReady(daemon) }, "\(daemon.output)")
        #expect(try await curl("/nowhere").hasSuffix("\n404"))
        let large = String(repeating: "x", count: 3_000)
        #expect(try await curl("/api/v1/auth/login/", "-d", large).hasSuffix("\n413"))
        let client = SystemClient(RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock"))))
        let status = try await client.getStatus(.init())
        #expect(status.limits["http_body_bytes"] == 2_000)
        #expect(status.limits["http_idle_ms"] == 7_000)
        #expect(status.refused["http_path"] == 1)
        #expect(status.refused["http_body_bytes"] == 1)
        #expect(status.refused["http_tls_handshake"] == 0)
        #expect(status.refused["http_streams"] == 0)
        let page = try await curl("/metrics")
        #expect(page.contains(#"switchboard_limit{limit="http_body_bytes"} 2000"#))
        #expect(page.contains(#"switchboard_http_refused_total{limit="path"} 1"#))
        #expect(page.contains(#"switchboard_http_refused_total{limit="body_bytes"} 1"#))
        #expect(page.contains(#"switchboard_http_refused_total{limit="streams_per_caller"} 0"#))
        #expect(page.contains("switchboard_http_streams 0"))
        #expect(daemon.output.contains("http refused"))
        #expect(daemon.output.contains("/nowhere"))
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
    }
}
