// What the writer keeps of sessions and limits is what stands in their rows, whoever changed them and whatever was undone.

import Testing

@testable import Store

@Suite struct KnownRowsTests {
    struct Refused: Error {}

    private func make(_ db: Database) throws -> (user: Int64, session: Int64) {
        let user = try db.users.insert(
            UserRecord(
                username: "ada", usernameKey: "ada", maxMessagesPerDay: 0, maxMessagesPerMinute: 0, createdAt: epoch))
        let session = try db.sessions.insert(
            SessionRecord(userID: user, name: "default", status: .connected, isLinked: true, createdAt: epoch))
        return (user, session)
    }

    private func standing(_ id: Int64, _ db: Database) throws -> SessionStanding? {
        try db.sessions.get(id, as: SessionStanding.self)
    }

    @Test func aSessionIsReadOnceAndAgainWhenItsRowWasWritten() throws {
        try withDatabase { db in
            let (user, session) = try make(db)
            let rows = try #require(db.known)
            #expect(rows.session(session) == nil)
            #expect(try db.sessions.get(userID: user, name: "default", as: SessionStanding.self)?.status == .connected)
            #expect(rows.session(session)?.name == "default")
            #expect(rows.session(userID: user, name: "default")?.id == session)
            try db.sessions.apply(session, at: epoch) { $0.status = .disconnected }
            #expect(rows.session(session) == nil && rows.session(userID: user, name: "default") == nil)
            #expect(try standing(session, db)?.status == .disconnected)
            // By any statement.
            try db.execute("UPDATE sessions SET is_linked = 0, name = 'other' WHERE user_id = ?", user)
            #expect(try standing(session, db)?.isLinked == false)
            #expect(try db.sessions.get(userID: user, name: "default", as: SessionStanding.self) == nil)
            #expect(try db.sessions.get(userID: user, name: "other", as: SessionStanding.self)?.id == session)
            try db.sessions.delete(session)
            #expect(try standing(session, db) == nil)
        }
    }

    @Test func aSessionThatGoesWithItsUserIsKnownNoMore() throws {
        try withDatabase { db in
            let (user, session) = try make(db)
            #expect(try standing(session, db) != nil)
            #expect(try db.users.delete(user))
            #expect(try standing(session, db) == nil)
            #expect(try db.sessions.get(userID: user, name: "default", as: SessionStanding.self) == nil)
        }
    }

    @Test func whatWasReadBeforeItWasUndoneIsForgotten() throws {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        let (user, session) = try db.transaction { try make(db) }
        func change() throws {
            try db.sessions.apply(session, at: epoch) { $0.status = .loggedOut }
            try db.execute("UPDATE users SET max_messages_per_minute = 7 WHERE id = ?", user)
            #expect(try standing(session, db)?.status == .loggedOut)
            #expect(try db.usage.allowance(UsageKey(userID: user, day: 1)).perMinute == 7)
            throw Refused()
        }
        func isAsBefore() throws {
            #expect(try standing(session, db)?.status == .connected)
            #expect(try db.usage.allowance(UsageKey(userID: user, day: 1)).perMinute == 0)
        }
        try db.transaction {
            #expect(throws: Refused.self) { try db.savepoint { try change() } }
            try isAsBefore()
        }
        #expect(throws: Refused.self) { try db.transaction { try change() } }
        try db.transaction { try isAsBefore() }
    }

    @Test func aLimitIsReadOnceAndAgainWhenItsRowWasWritten() throws {
        try withDatabase { db in
            let (user, _) = try make(db)
            let key = UsageKey(userID: user, day: 3)
            #expect(try db.usage.allowance(key) == .init(perDay: 0, perMinute: 0, used: 0))
            #expect(db.known?.limits(ofUser: user) != nil)
            try db.execute("UPDATE users SET max_messages_per_day = 5, max_messages_per_minute = 2 WHERE id = ?", user)
            try db.usage.add([.messagesAccepted: 4], to: key)
            #expect(try db.usage.allowance(key) == .init(perDay: 5, perMinute: 2, used: 4))
            #expect(try db.usage.accept(key).remaining == 0)
            #expect(try db.usage.accept(key).isAccepted == false, "what this batch accepted counts")
            // Nobody is asked of somebody who is not there.
            #expect(try db.usage.allowance(UsageKey(userID: 99, day: 3)).perDay == 0)
            #expect(db.known?.limits(ofUser: 99) == nil)
        }
    }

    @Test func whatIsKeptIsBounded() throws {
        try withDatabase { db in
            let (_, session) = try make(db)
            let rows = try #require(db.known)
            for id in Int64(1)...Int64(KnownRows.most) { rows.keep(.init(perDay: id, perMinute: 0), ofUser: id) }
            #expect(rows.limits(ofUser: 1) != nil)
            #expect(try standing(session, db) != nil)
            rows.keep(.init(perDay: 1, perMinute: 0), ofUser: -1)
            #expect(rows.limits(ofUser: 1) == nil && rows.limits(ofUser: -1) != nil && rows.session(session) == nil)
        }
    }

    @Test func readersKeepNothing() throws {
        let open = try OpenStore()
        #expect(try open.store.readSync { $0.known == nil })
        #expect(try open.store.writeSync { $0.known != nil })
    }
}
