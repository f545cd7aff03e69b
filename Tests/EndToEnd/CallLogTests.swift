// The log of calls and usage over an orderly end: what was answered is in them, though they are written later than the
// answers. And logout, restart and deletion with a real bridge.
import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized) struct CallLogTests {
    @Test(.timeLimit(.minutes(2))) func whatWasAnsweredBeforeAnOrderlyEndIsInTheLogOfCalls() async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("ada", on: server)
        let client = SessionsClient(server.client(key: account.key))
        // Less than a batch, and at once: nothing but the end writes it.
        for _ in 0..<100 { _ = try await client.listSessions(.init()) }
        server.child.signal(SIGTERM)
        #expect(try await server.child.exitStatus(within: 15) == 0, "\(server.child.text)")
        try await server.restart()
        let analytics = AnalyticsClient(server.client(key: account.key))
        let logs = try await analytics.listApiLogs(
            .with {
                $0.method = "switchboard.v1.SessionsService/ListSessions"
                $0.pageSize = 200
            }
        ).apiLogs
        #expect(logs.count == 100)
        #expect(logs.allSatisfy { $0.status == "OK" && $0.userId == account.userID && $0.transport == "unix" })
        #expect(Set(logs.map(\.requestId)).count == 100)
        let usage = try await analytics.listUsage(.init()).usage
        // Midnight may have passed.
        #expect(usage.reduce(0) { $0 + $1.apiRequests } >= 100)
    }

    @Test(.timeLimit(.minutes(3))) func aSessionIsRestartedLoggedOutLinkedAnewAndDeletedAtARealBridge() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        let account = try await Account("ada", on: server)
        let sessions = SessionsClient(server.client(key: account.key))
        let messages = MessagesClient(server.client(key: account.key))
        func send() async throws {
            let message = try await messages.sendText(
                .with {
                    $0.recipient = "+4915112345678"
                    $0.message = "Hello"
                })
            _ = try await eventually("the message to be delivered", within: 30) { () -> Bool? in
                try await messages.getMessage(.with { $0.id = message.id }).status == .delivered ? true : nil
            }
        }
        func connected(_ id: Int64) async throws {
            _ = try await eventually("the session to be connected", within: 30) { () -> Bool? in
                try await sessions.getSession(.with { $0.id = id }).status == .connected ? true : nil
            }
        }
        let session = try await account.link(on: server)
        try await send()
        _ = try await sessions.restartSession(.with { $0.sessionId = session.id })
        try await connected(session.id)
        try await send()
        #expect(try await sessions.logoutSession(.init()).status == .loggedOut)
        // A new scan: not the old link.
        _ = try await sessions.initSession(.init())
        try await connected(session.id)
        try await send()
        _ = try await sessions.deleteSession(.with { $0.id = session.id })
        func events(_ name: String) throws -> Int {
            try String(contentsOfFile: bridge.network + "/network.jsonl", encoding: .utf8)
                .split(separator: "\n").count { $0.contains("\"event\":\"\(name)\"") }
        }
        _ = try await eventually("the link to end with the session", within: 30) { () -> Bool? in
            try events("unlinked") == 2 ? true : nil
        }
        #expect(try events("linked") == 2)
        #expect(try bridge.sentMessages().values.allSatisfy { $0 == 1 })
        #expect(try bridge.sentMessages().count == 3)
    }
}
