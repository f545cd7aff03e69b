// rpcctl as operators and users have it: the real programs, from signing in to the story of a message.
import Contract
import Foundation
import Testing

@Suite(.serialized) struct OperatorTests {
    @Test func aSignInIsTheCallerUntilItEnds() async throws {
        let server = try await Server(in: Sandbox())
        let rpcctl = Control(server: server)
        let made = try await rpcctl("users", "create", "ada", "--password-stdin", input: "correct horse\n")
        #expect(made.status == 0, "\(made)")
        let wrong = try await rpcctl("login", "ada", "--password-stdin", input: "wrong horse\n")
        #expect(wrong.status == 1 && wrong.errors.contains("error: INVALID_CREDENTIALS: "), "\(wrong)")
        let signedIn = try await rpcctl("login", "ADA", "--password-stdin", input: "correct horse\n")
        #expect(signedIn.status == 0, "\(signedIn)")
        #expect(try await rpcctl.json("whoami")["kind"] as? String == "user")

        // Long ago: the next call renews it, once, though three are made.
        let file = server.sandbox.path(".config/switchboard/credentials.json")
        let before = try String(contentsOfFile: file, encoding: .utf8)
        let old = before.replacing(/"expires_at":\d+/, with: "\"expires_at\":1")
        try Data(old.utf8).write(to: URL(fileURLWithPath: file))
        async let first = rpcctl("whoami")
        async let second = rpcctl("whoami")
        async let third = rpcctl("whoami")
        for outcome in try await [first, second, third] { #expect(outcome.status == 0, "\(outcome)") }
        let after = try String(contentsOfFile: file, encoding: .utf8)
        #expect(after != before && !after.contains("\"expires_at\":1}"))

        let denied = try await rpcctl("users", "list")
        #expect(denied.status == 1 && denied.errors.contains("you are signed in as ada"), "\(denied)")

        // A new password ends it, and nobody becomes the operator by that.
        let elsewhere = try await run(
            Sandbox.product("rpcctl"),
            ["--endpoint", "unix:" + server.socket, "users", "passwd", "ada", "--password-stdin"],
            input: "battery staple\n", environment: ["HOME": server.sandbox.path("other")], in: server.sandbox)
        #expect(elsewhere.status == 0, "\(elsewhere)")
        let ended = try await rpcctl("whoami")
        #expect(ended.status == 1 && ended.errors.contains("error: TOKEN_REVOKED: "), "\(ended)")
        #expect(ended.errors.contains("rpcctl login ada"), "\(ended)")
        #expect(try await rpcctl("logout").status == 0)
        #expect(try await rpcctl.json("whoami")["kind"] as? String == "operator")
    }

    @Test func keysAreChangedRotatedAndEnded() async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("ada", on: server)
        let rpcctl = Control(server: server)
        let prefix = String(account.key.prefix(12))
        #expect(try await rpcctl.json("keys", "get", prefix)["name"] as? String == "tests")
        let updated = try await rpcctl.json("keys", "update", prefix, "--name", "desk", "--scope", "messages:read")
        #expect(updated["name"] as? String == "desk")
        #expect(updated["scopes"] as? [String] == ["messages:read"])
        let rotated = try await rpcctl.json("keys", "rotate", prefix, "--overlap", "5m")
        let secret = try #require(rotated["secret"] as? String)
        for key in [account.key, secret] { #expect(try await Control(server: server, key: key)("whoami").status == 0) }
        #expect(try await rpcctl("keys", "revoke", prefix).status == 0)
        #expect(try await Control(server: server, key: account.key)("whoami").status == 1)
        #expect(try await Control(server: server, key: secret)("whoami").status == 0)
        #expect(try await rpcctl("users", "deactivate", "ada").status == 0)
        #expect(try await Control(server: server, key: secret)("whoami").errors.contains("USER_INACTIVE"))
        #expect(try await rpcctl("users", "delete", "ada", "--purge-messages").status == 0)
        #expect(try await rpcctl("users", "get", "ada").status == 1)
    }

    @Test func theContractIsToldByTheServer() async throws {
        let server = try await Server(in: Sandbox())
        let rpcctl = Control(server: server)
        let services = try await rpcctl.json("services")["services"] as? [[String: Any]]
        #expect(services?.contains { $0["name"] as? String == "switchboard.v1.SystemService" } == true)
        let method = try await rpcctl.json("describe", "sendtext")["method"] as? [String: Any]
        #expect(method?["path"] as? String == "switchboard.v1.MessagesService/SendText")
        let slip = try await rpcctl("describe", "SendTxt")
        #expect(slip.status == 1 && slip.errors.contains("Did you mean switchboard.v1.MessagesService/SendText?"))
        // What --example writes is taken, and refused for what it does not say.
        let example = try await rpcctl("call", "MessagesService/SendText", "--example", "-o", "jsonl")
        let call = try await rpcctl("call", "MessagesService/SendText", "-", input: example.output)
        #expect(call.status == 1 && call.errors.contains("error: VALIDATION_ERROR: "), "\(call)")
    }

    @Test func aMessageThatWaitsIsExplainedFollowedAndTakenBack() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        let account = try await Account("ada", on: server)
        let session = try await account.link(on: server)
        let rpcctl = Control(server: server, key: account.key)
        let sent = try await rpcctl("send", "text", "+4915112345678", "one", "--wait", "delivered")
        #expect(sent.status == 0, "\(sent)")
        #expect(try await rpcctl("messages", "why", "1").output.contains("It arrived on the recipient's device."))

        #expect(try await rpcctl("sessions", "disconnect", session.name).status == 0)
        let held = try await rpcctl.json("send", "text", "+4915112345678", "two")
        let id = String(try #require(held["id"] as? Int))
        let why = try await rpcctl("messages", "why", id)
        #expect(why.output.contains("It waits because its session \(session.name) is not connected"), "\(why)")
        #expect(why.output.contains("rpcctl sessions link \(session.name)"))
        #expect(try await rpcctl.json("messages", "cancel", id)["status"] as? String == "cancelled")
        #expect(try await rpcctl("messages", "resolve", id, "--sent").errors.contains("error: CONFLICT: "))

        // From its first event on, everything is told again, and the end of the time that was given is an end.
        let live = try await rpcctl("events", "tail", "--type", "message.*", "--timeout", "1s", "-o", "jsonl")
        #expect(live.errors.contains("error: DEADLINE_EXCEEDED: "), "\(live)")
        let cursor = try #require(live.errors.firstMatch(of: /--from (\S+)/)?.1)
        let held2 = try await rpcctl.json("send", "text", "+4915112345678", "three")
        let third = try #require(held2["id"] as? Int)
        let replay = try await rpcctl(
            "events", "tail", "--from", String(cursor), "--timeout", "1s", "-o", "jsonl")
        let events = try replay.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(events.first?["type"] as? String == "message.accepted", "\(replay)")
        #expect(events.first?["message_id"] as? Int == third)

        let usage = try await rpcctl.json("stats", "usage")["usage"] as? [[String: Any]]
        #expect(usage?.first?["messages_accepted"] as? Int == 3)
        #expect(usage?.first?["messages_sent"] as? Int == 1)
        #expect(try await rpcctl.json("stats", "overview")["queue_depth"] as? Int == 1)
        // Calls are logged within a second or so of their answer.
        try await eventually("the refusal to be in the log", within: 60) {
            let logs = try await rpcctl("logs", "--status", "error", "--method", "MessagesService/ResolveMessage")
            return logs.output.contains("CONFLICT") ? true : nil
        }
        _ = bridge
    }
}
