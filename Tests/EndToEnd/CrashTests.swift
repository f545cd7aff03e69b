// Processes die in the middle of sends, and nothing that was accepted is lost or sent twice: the judge is the network's
// own journal.
import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized) struct CrashTests {
    /// Sends 500 texts, 16 at a time, and remembers which were acknowledged. A refused or broken call is tried again with
    /// its idempotency key until it is answered, as a caller that must not lose a message would.
    private func send500(
        on server: Server, key: String, from first: Int = 0, disturb: @escaping @Sendable (Int) async throws -> Void
    ) async throws -> [String: Int64] {
        let progress = Progress()
        return try await withThrowingTaskGroup(of: [String: Int64].self) { group in
            for worker in 0..<16 {
                group.addTask {
                    var acknowledged: [String: Int64] = [:]
                    for number in stride(from: first + worker, to: first + 500, by: 16) {
                        let message = try await eventually("message \(number) to be accepted", within: 60) {
                            () -> Message? in
                            try? await MessagesClient(server.client(key: key)).sendText(
                                .with {
                                    $0.recipient = "+49151" + String(1_000_000 + number % 7)
                                    $0.message = "message \(number)"
                                    $0.idempotencyKey = "send-\(number)"
                                }, options: CallOptions(timeout: .seconds(5)))
                        }
                        acknowledged[message.clientMessageId] = message.id
                        try await disturb(progress.next())
                    }
                    return acknowledged
                }
            }
            return try await group.reduce(into: [:]) { $0.merge($1) { $1 } }
        }
    }

    private final class Progress: @unchecked Sendable {
        private let lock = NSLock()
        private var count = 0
        func next() -> Int {
            lock.withLock {
                count += 1; return count
            }
        }
    }

    private func expectAllDelivered(
        _ acknowledged: [String: Int64], key: String, server: Server, bridge: SimulatedBridge
    )
        async throws
    {
        #expect(acknowledged.count == 500)
        let messages = MessagesClient(server.client(key: key))
        try await eventually("all 500 to be delivered", within: 120) { () -> Bool? in
            var open = 0
            for status: MessageStatus in [.pending, .dispatched, .submitted, .unknown, .sent] {
                let list = try await messages.listMessages(
                    .with {
                        $0.status = status
                        $0.page = 1
                    })
                open += Int(list.totalSize)
            }
            return open == 0 ? true : nil
        }
        let sent = try bridge.sentMessages()
        #expect(Set(sent.keys) == Set(acknowledged.keys))
        #expect(sent.values.allSatisfy { $0 == 1 }, "sent more than once: \(sent.filter { $0.value != 1 })")
        for id in acknowledged.values {
            let message = try await messages.getMessage(.with { $0.id = id })
            #expect(message.status == .delivered, "\(id): \(message.status) \(message.errorCode)")
        }
    }

    @Test func rpcdKilledAmidSendsLosesNothing() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        let account = try await Account("ada", on: server)
        try await account.link(on: server)
        let acknowledged = try await send500(on: server, key: account.key) { done in
            guard done == 100 || done == 300 else { return }
            server.child.kill()
            try await server.restart()
        }
        try await expectAllDelivered(acknowledged, key: account.key, server: server, bridge: bridge)
    }

    @Test func theBridgeKilledAmidSendsLosesNothing() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        let account = try await Account("ada", on: server)
        try await account.link(on: server)
        let acknowledged = try await send500(on: server, key: account.key) { done in
            guard done == 100 || done == 250 || done == 400 else { return }
            bridge.child.kill()
            try bridge.restart()
        }
        try await expectAllDelivered(acknowledged, key: account.key, server: server, bridge: bridge)
    }

    @Test func aSecondBridgeTakesOverFromOneThatDied() async throws {
        let server = try await Server(in: Sandbox(), environment: ["SWITCHBOARD_BRIDGES_LEASE": "2s"])
        let first = try SimulatedBridge("bridge-1", for: server)
        let account = try await Account("ada", on: server)
        try await account.link(on: server)
        let second = try SimulatedBridge("bridge-2", for: server)
        let acknowledged = try await send500(on: server, key: account.key) { done in
            if done == 200 { first.child.kill() }
        }
        try await expectAllDelivered(acknowledged, key: account.key, server: server, bridge: second)
        let session = try await SessionsClient(server.client(key: account.key)).getSessionStatus(.init())
        #expect(session.bridge == "bridge-2")
        #expect(session.epoch == 2)
    }
}
