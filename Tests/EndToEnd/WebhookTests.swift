// Webhooks from the outside: set up with rpcctl, posted by a real rpcd, which is killed in the middle of retries.
import Codec
import Contract
import Foundation
import RPC
import TestKit
import Testing

@Suite(.serialized) struct WebhookTests {
    private static let settings = ["SWITCHBOARD_WEBHOOKS_ALLOW_PRIVATE": "true"]

    private func rename(_ name: String, to new: String, _ sessions: SessionsClient, _ id: Int64) async throws {
        _ = try await sessions.updateSession(
            .with {
                $0.id = id
                $0.session = .with { $0.name = new }
                $0.updateMask = .with { $0.paths = ["name"] }
            })
    }

    private func sequence(_ post: Receiver.Post) throws -> Int64 {
        guard case .integer(let number)? = try JSONValue(parsing: post.text)["sequence"] else { return 0 }
        return number
    }

    @Test func rpcdKilledInTheMiddleOfRetriesLosesNone() async throws {
        let server = try await Server(in: Sandbox(), environment: Self.settings)
        let account = try await Account("ada", on: server)
        let receiver = try await Receiver()
        // Every third event is refused the first time.
        receiver.reply { [weak receiver] post in
            let id = post.header("webhook-id")
            let isFirst = receiver?.posts.count { $0.header("webhook-id") == id } == 1
            let number = Int(post.text.firstMatch(of: /"sequence":(\d+)/)?.1 ?? "0") ?? 0
            return isFirst && number.isMultiple(of: 3) ? .status(503) : .status(204)
        }
        var control = Control(server: server)
        control.key = account.key
        let made = try await control.json("webhooks", "create", receiver.url(), "--type", "session.*")
        #expect((made["secret"] as? String)?.hasPrefix("whsec_") == true)
        let sessions = SessionsClient(server.client(key: account.key))
        var ids: [Int64] = []
        for number in 0..<6 { ids.append(try await sessions.createSession(.with { $0.name = "s\(number)" }).id) }
        for round in 0..<9 {
            for (number, id) in ids.enumerated() {
                try await rename("", to: "s\(number)-\(round)", SessionsClient(server.client(key: account.key)), id)
            }
            // In the middle: some have arrived, some wait for their second try, some were never tried.
            if round == 3 || round == 6 {
                server.child.kill()
                try await server.restart(environment: Self.settings)
            }
        }
        let expected = Set((1...60).map(Int64.init))
        let last = try await eventually("all events to arrive", within: 60) { () -> Set<Int64>? in
            // What was refused has come again under its id.
            var arrived: Set<Int64> = []
            for (_, posts) in Dictionary(grouping: receiver.posts, by: { $0.header("webhook-id") ?? "" }) {
                let number = try sequence(posts[0])
                if !number.isMultiple(of: 3) || posts.count > 1 { arrived.insert(number) }
            }
            return arrived == expected ? arrived : nil
        }
        #expect(last.count == 60)
        // An event has one id and one number, however often it was posted.
        let byNumber = try Dictionary(grouping: receiver.posts, by: sequence)
        for posts in byNumber.values { #expect(Set(posts.map { $0.header("webhook-id") }).count == 1) }
        try await eventually("nothing to wait", within: 30) { () -> Bool? in
            let status = try await SystemClient(server.client()).getStatus(.init())
            return status.live?.webhookQueue == 0 ? true : nil
        }
    }

    @Test func itIsManagedFromTheShell() async throws {
        let server = try await Server(in: Sandbox(), environment: Self.settings)
        let account = try await Account("ada", on: server)
        let receiver = try await Receiver()
        var control = Control(server: server)
        control.key = account.key
        let made = try await control.json("webhooks", "create", receiver.url(), "--header", "X-Tenant: 7")
        let id = try #require((made["webhook"] as? [String: Any])?["id"] as? Int)
        let tested = try await control("webhooks", "test", "\(id)")
        #expect(tested.status == 0 && tested.output.contains("delivered"), "\(tested)")
        #expect(receiver.posts.first?.header("x-tenant") == "7")
        let listed = try await control("webhooks", "list")
        #expect(listed.output.contains(receiver.url()) && listed.output.contains("active"), "\(listed)")
        receiver.reply { _ in .status(500) }
        let failed = try await control("webhooks", "test", "\(id)")
        #expect(failed.status == 1 && failed.output.contains("status 500"), "\(failed)")
        _ = try await SessionsClient(server.client(key: account.key)).createSession(.with { $0.name = "one" })
        let waiting = try await eventually("a delivery to wait") { () -> [String: Any]? in
            let list = try await control.json("webhooks", "deliveries", "\(id)", "--state", "waiting")
            return (list["deliveries"] as? [[String: Any]])?.first
        }
        #expect(waiting["type"] as? String == "session.created" && waiting["last_error"] as? String == "status 500")
        let rotated = try await control.json("webhooks", "rotate", "\(id)", "--overlap", "2d")
        #expect((rotated["secret"] as? String) != (made["secret"] as? String))
        let updated = try await control.json("webhooks", "update", "\(id)", "--type", "message.*", "--deactivate")
        #expect(updated["is_active"] as? Bool == false && updated["types"] as? [String] == ["message.*"])
        let nothing = try await control("webhooks", "replay", "\(id)", "--dead-for", "1h")
        #expect(nothing.status == 0, "\(nothing)")
        let deleted = try await control("webhooks", "delete", "\(id)", "--yes")
        #expect(deleted.status == 0, "\(deleted)")
        #expect(try await control("webhooks", "get", "\(id)").status == 1)
        // Nothing of it is in the log.
        for secret in [made["secret"] as? String ?? "?", rotated["secret"] as? String ?? "?"] {
            #expect(!server.child.text.contains(secret))
        }
    }

    @Test func withoutTheSettingNothingPrivateIsPostedTo() async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("ada", on: server)
        var control = Control(server: server)
        control.key = account.key
        for url in ["http://127.0.0.1:1/", "https://127.0.0.1/", "https://[::1]/", "https://2130706433/"] {
            let refused = try await control("webhooks", "create", url)
            #expect(refused.status == 1 && refused.errors.contains("VALIDATION_ERROR"), "\(url): \(refused)")
        }
        let made = try await control.json("webhooks", "create", "https://localhost:1/")
        let id = try #require((made["webhook"] as? [String: Any])?["id"] as? Int)
        let tested = try await control("webhooks", "test", "\(id)")
        #expect(tested.status == 1 && tested.output.contains("may not be connected to"), "\(tested)")
    }
}
