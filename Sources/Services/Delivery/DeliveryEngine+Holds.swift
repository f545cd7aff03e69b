// Says of messages that wait what they wait for. Looked at only when something has lasted a second, and written only
// where the reason is another than before: a connection that blinks writes nothing.

internal import Contract
internal import RPC
internal import Store
internal import Synchronization

extension DeliveryEngine {
    /// A session was not connected a moment ago; if it still is not, its pending messages say so.
    func noteHold(_ sessionID: Int64) async throws {
        var last: MessageRecord?
        while true {
            let after = last
            let now = clock.now()
            let found = try await store.read { db -> (reason: HoldReason, messages: [MessageRecord])? in
                guard let reason = try Self.hold(sessionID, in: db) else { return nil }
                let waiting = try db.messages.pendingWithoutHold(
                    reason.rawValue, sessionID: sessionID, after: after, at: now, limit: 200)
                return (reason, waiting)
            }
            guard let found, let end = found.messages.last else { return }
            try await change { [messages] db, _ in
                guard try Self.hold(sessionID, in: db) == found.reason else { return }
                for message in found.messages { try messages.hold(message.id, found.reason, at: now, in: db) }
            }
            guard found.messages.count == 200 else { return }
            last = end
        }
    }

    private static func hold(_ sessionID: Int64, in db: Database) throws -> HoldReason? {
        guard let session = try db.sessions.get(sessionID), session.status != .connected else { return nil }
        return session.status == .loggedOut ? .sessionLoggedOut : .sessionNotConnected
    }

    /// A bridge gave no credit a moment ago; if it still gives none, the messages whose turn it would be say so.
    func noteStarvation(_ key: String) async throws {
        guard let link = link(key) else { return }
        let waiting = link.state.withLock { state in
            guard state.credit.room == 0 else { return [Int64]() }
            // One that is not connected waits for that, and says so.
            let carried = state.carried
            return Array(state.ready.sessions.lazy.filter { carried[$0]?.isConnected == true }.prefix(64))
        }
        for session in waiting {
            let now = clock.now()
            try await change { [messages] db, _ in
                guard try db.sessions.get(session)?.status == .connected else { return }
                let next = try db.messages.candidates(sessionID: session, at: now, limit: 64)
                for message in next where message.holdReason != HoldReason.noBridgeCredit.rawValue {
                    try messages.hold(message.id, .noBridgeCredit, at: now, in: db)
                }
            }
        }
    }
}
