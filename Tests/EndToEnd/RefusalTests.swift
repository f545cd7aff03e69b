// What is refused, and in which words: scripts decide by them.
import Foundation
import Testing

@Suite(.serialized) struct RefusalTests {
    @Test func wrongAndRevokedKeysAreTold() async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("ada", on: server)
        let wrong = "sbk_" + String(repeating: "A", count: 57)
        let refused = try await Control(server: server, key: wrong)("whoami")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("error: INVALID_CREDENTIALS: "), "\(refused)")
        #expect(refused.output.isEmpty)
        #expect(!refused.errors.contains(wrong))

        let operatorControl = Control(server: server)
        let revoked = try await operatorControl("keys", "revoke", String(account.key.prefix(12)))
        #expect(revoked.status == 0, "\(revoked)")
        let after = try await Control(server: server, key: account.key)("whoami")
        #expect(after.status == 1)
        #expect(after.errors.contains("error: KEY_REVOKED: "), "\(after)")
    }

    @Test func anotherTenantsMessageLooksLikeNone() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        let ada = try await Account("ada", on: server)
        let eve = try await Account("eve", on: server)
        try await ada.link(on: server)
        let message = try await Control(server: server, key: ada.key).json("send", "text", "+4915112345678", "private")
        let id = try #require(message["id"] as? Int)
        let others = try await Control(server: server, key: eve.key)("messages", "get", String(id))
        let none = try await Control(server: server, key: eve.key)("messages", "get", String(id + 1_000_000))
        #expect(others.status == 1)
        #expect(others.errors.contains("error: NOT_FOUND: "))
        #expect(
            others.errors.replacingOccurrences(of: String(id), with: "N")
                == none.errors.replacingOccurrences(of: String(id + 1_000_000), with: "N"))
        _ = bridge
    }

    @Test(arguments: ["", "12345", "+12", "+1234567890123456", "0151 2345678", "x@example.org", "+49151\n2345678"])
    func aBadRecipientIsRefusedByName(recipient: String) async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("ada", on: server)
        let outcome = try await Control(server: server, key: account.key)("send", "text", "--", recipient, "Hello")
        #expect(outcome.status == 1, "\(outcome)")
        #expect(outcome.errors.contains("error: VALIDATION_ERROR: "), "\(outcome)")
        #expect(outcome.errors.contains("recipient"), "\(outcome)")
    }

    @Test func anUnknownMethodIsNamed() async throws {
        let server = try await Server(in: Sandbox())
        let outcome = try await Control(server: server)("call", "switchboard.v1.MessagesService/SendSmoke", "{}")
        #expect(outcome.status == 1 || outcome.status == 64)
        #expect(outcome.errors.contains("SendSmoke"), "\(outcome)")
    }

    @Test func theExitStatusSaysWhatWentWrong() async throws {
        let server = try await Server(in: Sandbox())
        let rpcctl = Control(server: server)
        #expect(try await rpcctl("no-such-command").status == 64)
        #expect(try await rpcctl("users", "get", "nobody").status == 1)
        let away = try await run(
            Sandbox.product("rpcctl"), ["--endpoint", "unix:" + server.sandbox.path("none.sock"), "status"],
            in: server.sandbox)
        #expect(away.status == 69, "\(away)")
        let second = try await run(
            Sandbox.product("rpcd"), ["--data-dir", server.data, "--http", "off"], in: server.sandbox)
        #expect(second.status == 75, "\(second)")
        let usage = try await run(Sandbox.product("rpcd"), ["--no-such-flag"], in: server.sandbox)
        #expect(usage.status == 64, "\(usage)")
        let plain = try await run(
            Sandbox.product("rpcd"),
            ["--data-dir", server.sandbox.path("other"), "--listen", "0.0.0.0:0", "--http", "off"],
            in: server.sandbox)
        #expect(plain.status == 78, "\(plain)")
    }

    @Test func linkingWithoutABridgeRunsOutOfTime() async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("ada", on: server)
        let outcome = try await Control(server: server, key: account.key)("sessions", "link", "--timeout", "2s")
        #expect(outcome.status == 75, "\(outcome)")
    }
}
