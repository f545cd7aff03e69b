// A Go program as rpcd's client, over each kind of socket. What it looks at stands in Tests/Interop/go/peer/client.go;
// the sentences it prints are the tests.
import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized, .enabled(if: GoPeer.isBuilt, Comment(rawValue: GoPeer.absent)))
struct GoClientTests {
    @Test(arguments: ["unix", "tcp"])
    func aGoProgramFindsEverythingAsItKnowsIt(kind: String) async throws {
        let server = try await Server(in: Sandbox(), arguments: ["--listen", "127.0.0.1:0"])
        let bridge = try SimulatedBridge(for: server)
        let account = try await Account("gopher", on: server)
        try await account.link(on: server)
        let outcome = try await run(
            GoPeer.program, ["check", try server.endpoint(kind), account.key], in: server.sandbox, within: 120)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        let passed = outcome.output.split(separator: "\n").filter { $0.hasPrefix("ok: ") }
        #expect(passed.count >= 16, "\(outcome)")
        #expect(server.child.isRunning)
        _ = bridge
    }
}

extension Server {
    /// The first RPC socket of a kind, as peers and rpcctl write it.
    func endpoint(_ kind: String) throws -> String {
        let all = endpoints?["rpc"] as? [String] ?? []
        return try #require(all.first { $0.hasPrefix(kind + ":") }, "no \(kind) among \(all)")
    }
}
