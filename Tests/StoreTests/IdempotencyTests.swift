// Answers kept for repeats: one per owner, method and key, until it is too old.

import Testing

@testable import Store

@Suite struct IdempotencyTests {
    private func record(_ user: Int64, _ method: String, _ key: String, at time: Moment = epoch) -> IdempotencyRecord {
        IdempotencyRecord(
            userID: user, method: method, key: key, fingerprint: [1, 2], answerKind: 3, answerID: 4, createdAt: time)
    }

    @Test func anAnswerIsFoundByItsOwnerMethodAndKeyOnly() throws {
        try withDatabase { db in
            for (user, method, key) in [(0, "m", "k"), (1, "m", "k"), (1, "n", "k"), (1, "m", "K")]
                as [(Int64, String, String)]
            {
                try db.idempotency.put(record(user, method, key), replacingBefore: epoch)
            }
            #expect(try db.idempotency.get(userID: 1, method: "m", key: "k") == record(1, "m", "k"))
            #expect(try db.idempotency.get(userID: 2, method: "m", key: "k") == nil)
            let error = try #require(throws: StoreError.self) {
                try db.idempotency.put(record(1, "m", "k"), replacingBefore: epoch)
            }
            #expect(error.violatesUnique("idempotency.key"))
        }
    }

    @Test func anAnswerThatIsTooOldGivesWay() throws {
        try withDatabase { db in
            try db.idempotency.put(record(1, "m", "k"), replacingBefore: epoch)
            let later = record(1, "m", "k", at: epoch + .seconds(90_000))
            try db.idempotency.put(later, replacingBefore: epoch + .seconds(3600))
            #expect(try db.idempotency.get(userID: 1, method: "m", key: "k") == later)
        }
    }

    @Test func oldAnswersArePurged() throws {
        try withDatabase { db in
            for number in 0..<5 {
                try db.idempotency.put(
                    record(1, "m", "\(number)", at: epoch + .seconds(number)), replacingBefore: epoch)
            }
            #expect(
                try db.idempotency.purge(before: epoch + .seconds(3), now: epoch + .seconds(3), limit: 2).deleted == 2)
            #expect(
                try db.idempotency.purge(before: epoch + .seconds(3), now: epoch + .seconds(3), limit: 2).deleted == 1)
            #expect(try db.idempotency.get(userID: 1, method: "m", key: "3") != nil)
        }
    }
}
