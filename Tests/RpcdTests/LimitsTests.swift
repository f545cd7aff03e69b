// The limits on callers, as settings, in GetStatus and on /metrics; and who counts as known in a running rpcd.

import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcd

@Suite(.timeLimit(.minutes(2))) struct LimitsTests {
    private func settings(_ file: String) throws -> Configuration {
        try Configuration([try FileLayer.read(file, file: "rpcd.yaml")])
    }

    @Test(arguments: [
        ("connections", "5", "connections", 5), ("connections-per-address", "6", "connections_per_address", 6),
        ("reserved-descriptors", "99", "reserved_descriptors", 99), ("first-frame", "7s", "first_frame_ms", 7_000),
        ("tls-handshake", "8s", "tls_handshake_ms", 8_000), ("idle", "20m", "idle_ms", 1_200_000),
        ("tcp-timeout", "40s", "tcp_timeout_ms", 40_000), ("frame-bytes", "5000", "frame_bytes", 5_000),
        ("stranger-frame-bytes", "4100", "stranger_frame_bytes", 4_100), ("frame-time", "3s", "frame_ms", 3_000),
        ("frame-bytes-per-second", "2048", "frame_bytes_per_second", 2_048),
        ("parsing-bytes", "33554432", "parsing_bytes", 33_554_432),
        ("streams-per-connection", "9", "streams_per_connection", 9),
        ("running-handlers", "10", "running_handlers", 10),
        ("metadata-pairs", "11", "metadata_pairs", 11), ("metadata-bytes", "4096", "metadata_bytes", 4_096),
        ("stream-items", "12", "buffered_items_per_stream", 12),
        ("stream-bytes", "8192", "buffered_bytes_per_stream", 8_192),
        ("outbound-bytes", "131072", "outbound_buffer_bytes", 131_072), ("write-stall", "4s", "write_stall_ms", 4_000),
        ("default-timeout", "9s", "default_timeout_ms", 9_000), ("max-timeout", "2h", "max_timeout_ms", 7_200_000),
    ])
    func everyLimitIsASettingAndIsShown(setting: String, text: String, name: String, value: Int64) throws {
        let given = try settings("limits.\(setting): \(text)")
        #expect(given.limits[name] == value)
        #expect(
            given.summary.contains("limits.\(setting): \(text)\n")
                || given.summary.hasSuffix("limits.\(setting): \(text)"))
        let standard = try settings("")
        #expect(standard.limits[name] != value)
        #expect(standard.limits.merging([name: value]) { $1 } == given.limits)
    }

    @Test func theDefaultsAreThoseOfTheContract() throws {
        let limits = try settings("").limits
        let expected: [String: Int64] = [
            "connections": 10_000, "connections_per_address": 100, "reserved_descriptors": 64, "first_frame_ms": 5_000,
            "tls_handshake_ms": 5_000, "idle_ms": 900_000, "tcp_timeout_ms": 30_000, "frame_bytes": 4 << 20,
            "stranger_frame_bytes": 256 << 10, "frame_ms": 10_000, "frame_bytes_per_second": 64 << 10,
            "parsing_bytes": 256 << 20, "streams_per_connection": 1_024, "running_handlers": 4_096,
            "metadata_pairs": 64, "metadata_bytes": 8 << 10, "buffered_items_per_stream": 64,
            "buffered_bytes_per_stream": 1 << 20, "outbound_buffer_bytes": 1 << 20, "write_stall_ms": 10_000,
        ]
        for (name, value) in expected { #expect(limits[name] == value, "\(name)") }
    }

    @Test func strangersOverTCPHaveSmallFramesUntilTheirKeyIsSeen() async throws {
        let place = DaemonPlace()
        let daemon = try place.start("rpcd", ["--listen", "127.0.0.1:0", "--http", "127.0.0.1:0"])
        #expect(try await daemon.until { place.isReady(daemon) }, "\(daemon.output)")
        let endpoint = Endpoint.unix(path: place.data + "/rpcd.sock")
        let operatorClient = RPCClient(transport: ClientConnection(endpoint))
        let user = try await UsersClient(operatorClient).createUser(.with { $0.username = "ada" })
        let key = try await KeysClient(operatorClient).createKey(
            .with {
                $0.userId = user.id
                $0.name = "tests"
            }
        ).secret
        let bytes = try #require(FileManager.default.contents(atPath: place.data + "/endpoints.json"))
        let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let tcp = try #require((object["rpc"] as? [String])?.first { $0.hasPrefix("tcp:") })
        let client = RPCClient(transport: ClientConnection(try Endpoint(parsing: tcp)))

        // Not a message: whether it comes that far is the question.
        let large = [UInt8](repeating: 255, count: 300_000)
        func reason(_ client: RPCClient, _ options: CallOptions = .init()) async -> String? {
            do {
                _ = try await client.rawUnary(AuthMethods.getMe, large, options: options)
                return nil
            } catch {
                return (error as? RPCError)?.reason
            }
        }
        let authorized = CallOptions(metadata: ["authorization": "ApiKey \(key)"])
        #expect(await reason(client, authorized) == "FRAME_TOO_LARGE")
        _ = try await AuthClient(client).getMe(.init(), options: authorized)
        #expect(await reason(client, authorized) == "MALFORMED_REQUEST")
        // The operator's uid is known before it has said a word.
        #expect(await reason(RPCClient(transport: ClientConnection(endpoint))) == "MALFORMED_REQUEST")

        let status = try await SystemClient(operatorClient).getStatus(.init())
        #expect(status.refused["frame_bytes"] == 1)
        #expect(status.refused["idle"] == 0)
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
    }
}
