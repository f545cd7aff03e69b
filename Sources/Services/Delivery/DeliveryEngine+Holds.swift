// Tells the first of those that wait what their session waits for, in their timelines. It is for the story alone: what a
// message waits for at a moment is found out when somebody looks at it (ShownHolds), and nothing is written for a whole
// backlog when a session comes, goes or rests. Looked at only when something has lasted a second.

internal import Contract
internal import Logging
internal import RPC
internal import Store
internal import Synchronization

extension DeliveryEngine {
    /// So many are told at a time.
    private static let told = 64

    /// A session was not connected a moment ago, or rests, or takes turns.
    func requestNote(_ sessionID: Int64) {
        state.withLock { _ = $0.notes.insert(sessionID) }
        notesWaiting.notify()
    }

    /// Runs until it is cancelled. Nothing that is due waits for it.
    func runNotes() async {
        while !Task.isCancelled {
            guard let session = state.withLock({ $0.notes.popFirst() }) else {
                await notesWaiting.wait()
                continue
            }
            do {
                try await noteHold(session)
            } catch StoreError.closed {
                // The end is near.
            } catch is CancellationError {
            } catch StoreError.storageFull {
                // DiskRoom tells of it.
                schedule(.hold(session), in: .seconds(1))
            } catch {
                logger.error("what messages wait for was not noted", metadata: ["error": "\(error)"])
                schedule(.hold(session), in: .seconds(1))
            }
        }
    }

    /// If that is still so, the first of its pending messages say so, each once for each attempt: a session that comes and
    /// goes all day makes no timeline longer.
    private func noteHold(_ sessionID: Int64) async throws {
        let time = paceTime()
        let found = try await store.read { db -> (reason: HoldReason, messages: [Int64])? in
            guard let reason = try Self.hold(sessionID, at: time, in: db) else { return nil }
            let waiting = try db.messages.pendingWithoutHold(
                reason.rawValue, sessionID: sessionID, after: nil, at: time.now, limit: Self.told)
            return (reason, try waiting.map(\.id).filter { try !Self.wasTold($0, reason, in: db) })
        }
        guard let found, !found.messages.isEmpty else { return }
        try await change { [messages] db, _ in
            guard try Self.hold(sessionID, at: time, in: db) == found.reason else { return }
            for message in found.messages { try messages.hold(message, found.reason, at: time.now, in: db) }
        }
    }

    private static func wasTold(_ message: Int64, _ reason: HoldReason, in db: Database) throws -> Bool {
        let story = try db.events.timeline(ofMessage: message).compactMap(EventLog.entry)
        let attempt = story.lastIndex { $0.cause == MessageCause.handedToBridge.rawValue }.map { $0 + 1 } ?? 0
        return story[attempt...].contains { $0.detail == reason.rawValue }
    }

    /// Why nothing of a session goes out just now, whatever it is.
    private static func hold(_ sessionID: Int64, at time: PaceTime, in db: Database) throws -> HoldReason? {
        guard let session = try db.sessions.get(sessionID) else { return nil }
        guard session.status == .connected else {
            return session.status == .loggedOut ? .sessionLoggedOut : .sessionNotConnected
        }
        return Pacing(session) == .careful ? try gate(of: session, at: time, in: db)?.reason : nil
    }

    private static func gate(of session: SessionRecord, at time: PaceTime, in db: Database) throws -> Pacer.Hold? {
        let record = try db.pacing.get(session.id) ?? PacingRecord(sessionID: session.id)
        return Pacer(session).gate(record.rebased(to: time), connectedAt: session.connectedAt, at: time.now)
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
            let time = paceTime()
            let again = try await change { [messages] db, _ -> Instant? in
                guard let session = try db.sessions.get(session), session.status == .connected else { return nil }
                var next = try db.messages.candidates(sessionID: session.id, at: time.now, limit: 64)
                if Pacing(session) == .careful {
                    // It rests, or takes its time, and would not send if it could.
                    if let gate = try Self.gate(of: session, at: time, in: db) { return gate.until }
                    for lane in MessageLane.allCases {
                        next += try db.messages.first(64, in: lane, of: session.id)
                    }
                }
                for message in next where message.holdReason != HoldReason.noBridgeCredit.rawValue {
                    try messages.hold(message.id, .noBridgeCredit, at: time.now, in: db)
                }
                return nil
            }
            if let again { schedule(.starved(key), at: again) }
        }
    }
}
