// What engines keep of sessions: how much there is of it is known without counting, whatever happens to the rows.

import Testing

@testable import Store

@Suite struct AuthStateTests {
    private func counted(_ db: Database, _ session: Int64) throws -> [Int64] {
        try db.query(
            "SELECT count(*), coalesce(sum(length(sealed)), 0) FROM auth_state WHERE session_id = ?", session
        ) { row throws(StoreError) in [try row.next(Int64.self), try row.next(Int64.self)] }.first ?? []
    }

    private func total(_ db: Database, _ session: Int64) throws -> [Int64] {
        let total = try db.authState.total(ofSession: session)
        return [total.count, total.bytes]
    }

    @Test(arguments: 1...5) func theTotalsAreWhatCountingSays(seed: UInt64) throws {
        try withDatabase { db in
            let user = try db.makeUser("ada")
            let sessions = try (0..<2).map { try db.makeSession(user, "s\($0)") }
            var random = seed
            func draw(_ bound: UInt64) -> UInt64 {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return (random >> 33) % bound
            }
            for _ in 0..<300 {
                let session = sessions[Int(draw(2))]
                let key = "key-\(draw(20))"
                let value = [UInt8](repeating: 7, count: Int(draw(2_000)))
                switch draw(20) {
                case 0: try db.authState.deleteAll(ofSession: session)
                case 1...5: _ = try db.authState.delete(sessionID: session, key: key)
                case 6:
                    guard let entry = try db.authState.list(sessionID: session, limit: 1).first else { continue }
                    try db.authState.reseal(entry.id, value, keyID: 9)
                default: try db.authState.put(value, sessionID: session, key: key, keyID: 1, at: epoch)
                }
                for session in sessions { #expect(try total(db, session) == counted(db, session)) }
            }
            try db.authState.put([1], sessionID: sessions[0], key: "last", keyID: 1, at: epoch)
            try db.authState.put([1], sessionID: sessions[1], key: "last", keyID: 1, at: epoch)
            #expect(try total(db, sessions[0])[0] > 0)
            try db.execute("DELETE FROM sessions WHERE id = ?", sessions[0])
            #expect(try db.scalar("SELECT count(*) FROM auth_state_totals", as: Int64.self) == 1)
            #expect(try total(db, sessions[0]) == [0, 0])
            #expect(try total(db, sessions[1]) == counted(db, sessions[1]))
        }
    }

    @Test func aSizeIsKnownWithoutTheValue() throws {
        try withDatabase { db in
            let session = try db.makeSession(try db.makeUser("ada"), "s")
            try db.authState.put([1, 2, 3], sessionID: session, key: "creds", keyID: 1, at: epoch)
            #expect(try db.authState.size(sessionID: session, key: "creds") == 3)
            #expect(try db.authState.size(sessionID: session, key: "other") == nil)
        }
    }
}
