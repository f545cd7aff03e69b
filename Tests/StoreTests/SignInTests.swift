// Sign-ins as rows: one step at a time, an end that stays, and what is forgotten when.

import Testing

@testable import Store

@Suite struct SignInTests {
    private func signIn(_ family: String, _ userID: Int64, expiresIn seconds: Int64 = 60) -> SignInRecord {
        SignInRecord(
            family: family, userID: userID, expiresAt: epoch + .seconds(seconds), address: "192.0.2.1",
            createdAt: epoch)
    }

    @Test func aSignInComesBackAsItWasPut() throws {
        try withDatabase { db in
            var put = signIn("f", try db.makeUser())
            put.id = try db.signIns.insert(put)
            #expect(try db.signIns.get(family: "f") == put)
            #expect(try db.signIns.get(family: "F") == nil)
            #expect(throws: StoreError.self) { try db.signIns.insert(put) }
        }
    }

    @Test func aGenerationFollowsOnlyTheOneBefore() throws {
        try withDatabase { db in
            let id = try db.signIns.insert(signIn("f", try db.makeUser()))
            let later = epoch + .seconds(5)
            #expect(try db.signIns.rotate(id, from: 1, at: later, expiresAt: later + .seconds(60)))
            #expect(try !db.signIns.rotate(id, from: 1, at: later, expiresAt: later))
            #expect(try !db.signIns.rotate(id + 1, from: 2, at: later, expiresAt: later))
            let row = try #require(try db.signIns.get(family: "f"))
            #expect(row.generation == 2)
            #expect(row.rotatedAt == later)
            #expect(row.expiresAt == later + .seconds(60))
            #expect(try db.signIns.end(family: "f", reason: "logout", at: later))
            #expect(try !db.signIns.rotate(id, from: 2, at: later, expiresAt: later))
        }
    }

    @Test func theFirstEndStays() throws {
        try withDatabase { db in
            let (ada, bob) = (try db.makeUser("ada"), try db.makeUser("bob"))
            for family in ["a", "b", "c"] { _ = try db.signIns.insert(signIn(family, ada)) }
            _ = try db.signIns.insert(signIn("d", bob))
            #expect(try db.signIns.end(family: "a", reason: "logout", at: epoch + .seconds(1)))
            #expect(try !db.signIns.end(family: "a", reason: "reused", at: epoch + .seconds(2)))
            #expect(try db.signIns.endAll(ofUser: ada, except: "b", reason: "password", at: epoch + .seconds(3)) == 1)
            let reasons = try db.signIns.list(userID: ada, limit: 10).map(\.endedReason)
            #expect(reasons == ["password", "", "logout"])
            #expect(try db.signIns.get(family: "a")?.endedAt == epoch + .seconds(1))
            #expect(try db.signIns.get(family: "d")?.endedAt == nil)
            #expect(try db.signIns.endAll(ofUser: ada, reason: "deactivated", at: epoch) == 1)
        }
    }

    @Test func whatHasRunOutIsForgottenOldestFirst() throws {
        try withDatabase { db in
            let ada = try db.makeUser()
            for seconds in 1...5 as ClosedRange<Int64> {
                _ = try db.signIns.insert(signIn("f\(seconds)", ada, expiresIn: seconds))
            }
            #expect(try db.signIns.forget(expiredBefore: epoch + .seconds(5), limit: 3) == 3)
            #expect(try db.signIns.list(userID: ada, limit: 10).map(\.family) == ["f5", "f4"])
            #expect(try db.signIns.forget(expiredBefore: epoch + .seconds(5), limit: 3) == 1)
            #expect(try db.signIns.forget(expiredBefore: epoch + .seconds(5), limit: 3) == 0)
        }
    }

    @Test func aUserHasOnlySoMany() throws {
        try withDatabase { db in
            let (ada, bob) = (try db.makeUser("ada"), try db.makeUser("bob"))
            for number in 1...6 { _ = try db.signIns.insert(signIn("f\(number)", ada)) }
            _ = try db.signIns.insert(signIn("b", bob))
            // The first two are in use, the last has ended.
            for family in ["f1", "f2"] {
                let id = try #require(try db.signIns.get(family: family)).id
                #expect(try db.signIns.rotate(id, from: 1, at: epoch + .seconds(9), expiresAt: epoch + .seconds(99)))
            }
            try db.signIns.end(family: "f6", reason: "logout", at: epoch)
            #expect(try db.signIns.trim(ofUser: ada, to: 6) == [])
            #expect(try db.signIns.trim(ofUser: ada, to: 4) == ["f3"])
            #expect(try db.signIns.list(userID: ada, limit: 10).map(\.family) == ["f5", "f4", "f2", "f1"])
            #expect(try db.signIns.trim(ofUser: ada, to: 2).sorted() == ["f4", "f5"])
            #expect(try db.signIns.list(limit: 10).map(\.family) == ["b", "f2", "f1"])
        }
    }

    @Test func theyAreListedByWhoseTheyAreAndWhetherTheyLive() throws {
        try withDatabase { db in
            let (ada, bob) = (try db.makeUser("ada"), try db.makeUser("bob"))
            for seconds in 1...5 as ClosedRange<Int64> {
                _ = try db.signIns.insert(signIn("f\(seconds)", ada, expiresIn: seconds))
            }
            _ = try db.signIns.insert(signIn("b", bob))
            try db.signIns.end(family: "f4", reason: "logout", at: epoch)
            let now = epoch + .seconds(2)
            #expect(try db.signIns.list(userID: ada, livingAt: now, limit: 10).map(\.family) == ["f5", "f3"])
            #expect(try db.signIns.count(userID: ada, livingAt: now) == 2)
            #expect(try db.signIns.count(userID: ada) == 5)
            #expect(try db.signIns.count(livingAt: now) == 3)
            let third = try #require(try db.signIns.get(family: "f3"))
            #expect(try db.signIns.get(third.id) == third)
            #expect(try db.signIns.list(before: third.id, offset: 1, limit: 10).map(\.family) == ["f1"])
            #expect(try db.signIns.addresses(ofUser: ada) == ["192.0.2.1"])
            #expect(try db.signIns.addresses(ofUser: 99).isEmpty)
        }
    }

    @Test func theyGoWithTheirUser() throws {
        try withDatabase { db in
            let ada = try db.makeUser()
            _ = try db.signIns.insert(signIn("f", ada))
            #expect(try db.users.delete(ada))
            #expect(try db.signIns.get(family: "f") == nil)
            #expect(try !db.users.delete(ada))
        }
    }
}
