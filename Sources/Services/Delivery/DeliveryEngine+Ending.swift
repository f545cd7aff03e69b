// The end of sessions: what waits to go out through them fails, and rows go. Deleting a user deletes their sessions in
// the transaction of the user's row; whoever carries one is told when that is committed.

internal import Contract
package import Store

extension DeliveryEngine {
    /// Deletes all sessions of a user. To be called inside a write job (`store.write`), before the user's row is deleted:
    /// bridges are told, and memory follows, when the job is committed, and only then.
    ///
    /// What waits fails with SESSION_LOGGED_OUT; what is under way, with OUTCOME_UNKNOWN, since nobody will find out.
    /// The messages stay, as those of no session.
    package func deleteSessions(ofUser userID: Int64, at now: Instant, in db: Database) throws {
        while true {
            let page = try db.sessions.list(userID: userID, limit: 200)
            for session in page { try delete(session, at: now, in: db) }
            if page.count < 200 { return }
        }
    }

    /// Deletes one session, inside a write job.
    func delete(_ session: SessionRecord, at now: Instant, in db: Database) throws {
        var aftermath = Aftermath()
        try sessions.write(.logout, of: session, at: now, in: db, &aftermath)
        let last = try db.sessions.apply(session.id, at: now) { $0.releaseLease() }
        while try failSome(of: session.id, .sessionDeleted, limit: 500, at: now, in: db) {}
        try EventLog.append(
            db, type: "session.deleted", userID: last.userID, sessionID: last.id, body: Session(last), at: now)
        try db.sessions.delete(session.id)
        // Nobody carries it, and nobody wants it: memory forgets it.
        aftermath.sessions[session.id] = last
        let done = aftermath
        db.afterCommit { self.follow(done, from: nil) }
    }

    /// Fails what waits to go out through a session that has ended, in portions, so that other writes come between.
    func failWaiting(of sessionID: Int64, _ cause: MessageCause) async throws {
        let now = clock.now()
        while try await change({ [self] db, _ in
            // Linked again meanwhile, it has messages of its new life.
            guard let session = try db.sessions.get(sessionID), session.status == .loggedOut || !session.isLinked else {
                return false
            }
            return try failSome(of: sessionID, cause, limit: 200, at: now, in: db)
        }) {}
    }

    /// What waits goes on failing where a life of the server ended in the middle of it.
    func finishLogout(of sessionID: Int64) async throws {
        let isOver = try await store.read { db in
            guard let session = try db.sessions.get(sessionID) else { return false }
            return session.status == .loggedOut && session.statusReason == SessionReason.requested
        }
        if isOver { try await failWaiting(of: sessionID, .sessionLoggedOut) }
    }

    /// Returns whether there may be more.
    private func failSome(
        of sessionID: Int64, _ cause: MessageCause, limit: Int, at now: Instant, in db: Database
    ) throws -> Bool {
        let nobody = MessageBook.Party(bridge: "", repeatsAreSafe: true)
        let page = try db.messages.open(
            sessionID: sessionID, inFlight: cause == .sessionDeleted, limit: limit)
        var changed = 0
        for message in page
        where try messages.write(.sessionEnded(cause), of: message.id, by: nobody, at: now, in: db) != nil {
            changed += 1
        }
        // What does not change would be read again for ever.
        return changed > 0 && page.count == limit
    }
}
