// The line works: from a caller through rpcd and the Node bridge and back, driven by rpcctl as a script would.
import Foundation
import Testing

@Suite(.serialized) struct HappyPathTests {
    @Test func aTextGoesFromRpcctlToDelivered() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        var rpcctl = Control(server: server)

        let user = try await rpcctl.json("users", "create", "ada", "--password-stdin", input: "correct horse battery")
        #expect(user["username"] as? String == "ada")
        #expect(user["max_messages_per_day"] as? Int == 1000)

        let key = try await rpcctl.json("keys", "create", "--user", "ada", "--name", "laptop")
        let secret = try #require(key["secret"] as? String)
        #expect(secret.hasPrefix("sbk_"))
        #expect((key["api_key"] as? [String: Any])?["name"] as? String == "laptop")
        rpcctl.key = secret

        let link = try await rpcctl("sessions", "link", "--timeout", "60s")
        #expect(link.status == 0, "\(link)")
        #expect(link.output.contains("█") || link.output.contains("▀"), "no QR code was drawn: \(link)")

        let message = try await rpcctl.json("send", "text", "+49 (151) 234-5678", "Hello", "--wait", "delivered")
        #expect(message["status"] as? String == "delivered")
        #expect(message["recipient"] as? String == "+491512345678")
        #expect(message["content"] as? String == "Hello")
        #expect((message["client_message_id"] as? String)?.hasPrefix("3EB0") == true)

        let id = try #require(message["id"] as? Int)
        let full = try await rpcctl.json("messages", "get", String(id))
        let timeline = try #require(full["timeline"] as? [[String: Any]])
        let path = timeline.compactMap { $0["to"] as? String }
        #expect(path.first == "pending")
        #expect(path.contains("dispatched"))
        #expect(path.last == "delivered")

        let list = try await rpcctl.json("messages", "list", "--status", "delivered")
        #expect((list["messages"] as? [[String: Any]])?.map { $0["id"] as? Int } == [id])
        #expect(list["next_page_token"] as? String == "")
        #expect(try bridge.sentMessages().values.sorted() == [1])
    }

    @Test func whoamiTellsOperatorAndKeyApart() async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("grace", on: server)
        let me = try await Control(server: server).json("whoami")
        #expect(me["kind"] as? String == "operator")
        #expect(me["uid"] as? Int == Int(getuid()))
        let keyed = try await Control(server: server, key: account.key).json("whoami")
        #expect(keyed["kind"] as? String == "api_key")
        #expect((keyed["user"] as? [String: Any])?["username"] as? String == "grace")
    }

    @Test func aMessageForAnOfflineSessionWaitsAndSaysWhy() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        let account = try await Account("ada", on: server)
        try await account.link(on: server)
        bridge.child.kill()
        let rpcctl = Control(server: server, key: account.key)
        let held = try await eventually("the session to be seen as gone") { () -> [String: Any]? in
            let session = try await rpcctl.json("sessions", "get", "default")
            return session["status"] as? String == "disconnected" ? session : nil
        }
        #expect(held["status_reason"] as? String == "bridge_lost")
        let message = try await rpcctl.json("send", "text", "+4915112345678", "later")
        #expect(message["status"] as? String == "pending")
        #expect(message["hold_reason"] as? String == "session_not_connected")
        try bridge.restart()
        let id = try #require(message["id"] as? Int)
        try await eventually("delivery after the bridge is back", within: 30) { () -> Bool? in
            try await rpcctl.json("messages", "get", String(id))["status"] as? String == "delivered" ? true : nil
        }
        #expect(try bridge.sentMessages().values.sorted() == [1])
    }

    @Test func readinessIsAnsweredOverHTTP() async throws {
        let server = try await Server(in: Sandbox())
        let http = try #require((server.endpoints?["http"] as? [String])?.first)
        for path in ["/health/live", "/health/ready"] {
            let outcome = try await run(
                "/usr/bin/env", ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", http + path],
                in: server.sandbox)
            #expect(outcome.output == "200", "\(path)")
        }
    }
}
