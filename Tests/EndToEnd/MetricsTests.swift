// /metrics of a running server, as Prometheus would fetch it, and what Prometheus' own checker says about it.
import Foundation
import Testing

@Suite(.serialized) struct MetricsTests {
    static let promtool = Sandbox.repository.appendingPathComponent(".tools/promtool").path

    @Test func theFiguresAreThoseOfTheServer() async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("ada", on: server)
        let refused = try await Control(server: server, key: account.key)("messages", "get", "4711")
        #expect(refused.status == 1)
        let page = try await page(of: server)
        #expect(page.contains("# TYPE switchboard_calls_total counter\n"), "\(page)")
        #expect(
            page.contains(
                "switchboard_calls_total{method=\"switchboard.v1.MessagesService/GetMessage\",status=\"NOT_FOUND\"} 1\n"
            ),
            "\(page)")
        #expect(
            page.contains(
                "switchboard_call_duration_seconds_count{method=\"switchboard.v1.UsersService/CreateUser\"} 1\n"))
        #expect(page.contains("switchboard_bridges 0\n"))
        #expect(page.contains("switchboard_limit{limit=\"parsing_bytes\"} 268435456\n"))
        #expect(page.contains("# TYPE switchboard_rpc_refused_total counter\n"))
        #expect(page.contains("# TYPE switchboard_facts_dropped_total counter\n"))
        #expect(page.contains("switchboard_facts_dropped_total{reason=\"unwritable\"} 0\n"))
        #expect(page.contains("switchboard_rpc_refused_total{limit=\"frame_bytes\"} 0\n"))
        #expect(page.contains("switchboard_call_records_lost_total 0\n"))
        #expect(!page.contains(account.key))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: promtool), "no promtool: scripts/test-tools.sh"))
    func promtoolHasNothingToSay() async throws {
        let server = try await Server(in: Sandbox())
        _ = try await Account("ada", on: server)
        let checked = try await run(
            Self.promtool, ["check", "metrics"], input: try await page(of: server), in: server.sandbox)
        #expect(checked.status == 0, "\(checked)")
        #expect(checked.errors.isEmpty, "\(checked)")
    }

    private func page(of server: Server) async throws -> String {
        let address = try #require((server.endpoints?["http"] as? [String])?.first)
        let url = try #require(URL(string: address + "/metrics"))
        let fetched = try await run("/usr/bin/env", ["curl", "-sS", "--fail", url.absoluteString], in: server.sandbox)
        #expect(fetched.status == 0, "\(fetched)")
        return fetched.output
    }
}
