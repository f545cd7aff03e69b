// SIGTERM: what was begun is answered in full, what comes later is refused, and the process ends by itself.
import Codec
import Contract
import Foundation
import RPC
import Synchronization
import Testing

private final class Count: Sendable {
    let value = Mutex(0)
}

@Suite(.serialized) struct ShutdownTests {
    @Test func callsUnderWayAreAnsweredAndTheProcessExitsCleanly() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        let account = try await Account("ada", on: server)
        try await account.link(on: server)
        let client = server.client(key: account.key)
        let watch = try await MessagesClient(client).watchMessages(.init())

        let soFar = Count()
        let accepted = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for worker in 0..<8 {
                group.addTask {
                    var ids: [Int64] = []
                    for number in 0..<200 {
                        do {
                            let message = try await MessagesClient(client).sendText(
                                .with {
                                    $0.recipient = "+4915112345678"
                                    $0.message = "\(worker)/\(number)"
                                })
                            ids.append(message.id)
                            soFar.value.withLock { $0 += 1 }
                        } catch let error as RPCError {
                            // Told to go away, or nobody there any more; never a broken answer.
                            #expect(error.code == .unavailable, "\(error)")
                            break
                        }
                    }
                    return ids
                }
            }
            // In the middle of it, on however slow a machine.
            try await eventually("some to be accepted") { () -> Bool? in soFar.value.withLock { $0 >= 40 } ? true : nil
            }
            server.child.signal(SIGTERM)
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(try await server.child.exitStatus(within: 15) == 0, "\(server.child.text)")
        #expect(!FileManager.default.fileExists(atPath: server.data + "/endpoints.json"))
        await #expect(throws: (any Error).self) {
            for try await _ in watch {}; throw CancellationError()
        }

        try await server.restart()
        let messages = MessagesClient(server.client(key: account.key))
        for id in accepted {
            let message = try await messages.getMessage(.with { $0.id = id })
            #expect(message.id == id)
        }
        #expect(accepted.count >= 40)
        _ = bridge
    }

    @Test func aBridgeEndsCleanlyToo() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        let bridges = BridgeClient(server.client())
        try await eventually("the bridge to be attached") { () -> Bool? in
            try await bridges.listBridges(.init()).bridges.first?.status == .attached ? true : nil
        }
        bridge.child.signal(SIGTERM)
        #expect(try await bridge.child.exitStatus(within: 10) == 0, "\(bridge.child.text)")
        try await eventually("rpcd to notice") { () -> Bool? in
            try await bridges.listBridges(.init()).bridges.first?.status != .attached ? true : nil
        }
    }
}
