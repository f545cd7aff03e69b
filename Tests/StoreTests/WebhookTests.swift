// Webhooks and their deliveries: rows come back as they went in, progress is all or nothing, and what is lost is counted.

import Testing

@testable import Store

@Suite struct WebhookTests {
    private func webhook(_ db: Database, user: Int64, position: Int64 = 0, types: [String] = []) throws -> Int64 {
        try db.webhooks.insert(
            WebhookRecord(
                userID: user, url: "https://x.example/", description: "d", types: types, headerNames: ["x-a", "x-b"],
                position: position, createdAt: epoch))
    }

    private func delivery(_ id: Int64, _ cursor: Int64, _ state: DeliveryRecord.State = .lane) -> DeliveryRecord {
        DeliveryRecord(
            webhookID: id, sequence: cursor, state: state,
            event: EventRecord(cursor: cursor, at: epoch, type: "a.b", sessionID: 3, messageID: 4, body: [1, 2]))
    }

    @Test func aWebhookAndADeliveryComeBackAsTheyWentIn() throws {
        try withDatabase { db in
            let user = try db.makeUser()
            let id = try webhook(db, user: user, position: 7, types: ["a.*", "b.c"])
            var record = try #require(try db.webhooks.get(id))
            #expect(record.types == ["a.*", "b.c"] && record.headerNames == ["x-a", "x-b"] && record.position == 7)
            let before = record
            record.isActive = false
            record.inactiveReason = "gone"
            record.version = 2
            try db.webhooks.update(from: before, to: record)
            #expect(try db.webhooks.get(id) == record)
            var one = delivery(id, 9)
            one.nextTryAt = epoch
            one.lastError = "e"
            try db.deliveries.put(one)
            var found = try #require(try db.deliveries.list(webhookID: id, limit: 9).first)
            one.id = found.id
            #expect(found == one)
            found.state = .dead
            found.finishedAt = epoch
            found.tries = 10
            try db.deliveries.put(found)
            #expect(try db.deliveries.list(webhookID: id, state: .dead, limit: 9) == [found])
        }
    }

    @Test func progressIsTakenWhereItBeginsAndNowhereElse() throws {
        try withDatabase { db in
            let id = try webhook(db, user: try db.makeUser(), position: 5)
            var progress = WebhookProgress(webhookID: id, from: 5, position: 8, sequence: 2)
            progress.delivered = 2
            progress.lastSuccessAt = epoch
            progress.rows = [delivery(id, 6)]
            #expect(try db.webhooks.save(progress))
            #expect(try !db.webhooks.save(progress))
            progress.from = 8
            progress.position = 9
            progress.lastError = "e"
            progress.rows = [delivery(id, 7, .beside)]
            #expect(try db.webhooks.save(progress))
            let record = try #require(try db.webhooks.get(id))
            #expect(record.position == 9 && record.delivered == 4 && record.lastError == "e")
            #expect(try db.deliveries.count(webhookID: id) == 2)
            progress.webhookID = 99
            #expect(try !db.webhooks.save(progress))
        }
    }

    @Test func whatIsDueComesInItsOrderAndWhatIsOverGoes() throws {
        try withDatabase { db in
            let id = try webhook(db, user: try db.makeUser())
            for (cursor, wait) in [(1, 30), (2, 10), (3, 20), (4, 99)] as [(Int64, Int64)] {
                var row = delivery(id, cursor, .beside)
                row.nextTryAt = epoch + .seconds(wait)
                try db.deliveries.put(row)
            }
            #expect(try db.deliveries.nextDue(ofWebhook: id) == epoch + .seconds(10))
            #expect(
                try db.deliveries.due(ofWebhook: id, at: epoch + .seconds(30), limit: 2).map(\.cursor) == [2, 3])
            #expect(try db.deliveries.open().count == 4 && db.deliveries.open().oldest == epoch)
            for cursor: Int64 in 1...2 {
                var row = delivery(id, cursor, cursor == 1 ? .dead : .delivered)
                row.finishedAt = epoch + .seconds(cursor)
                try db.deliveries.put(row)
            }
            let since = epoch + .seconds(2)
            #expect(try db.deliveries.replayDead(ofWebhook: id, since: since, at: epoch, limit: 9) == (0, nil))
            #expect(try db.deliveries.replayDead(ofWebhook: id, since: epoch, at: epoch, limit: 9) == (1, nil))
            #expect(try db.deliveries.purge(finishedBefore: epoch + .seconds(9), limit: 9) == 1)
            #expect(try db.deliveries.count(webhookID: id) == 3)
            #expect(try !db.deliveries.replay(3, webhookID: id, at: epoch))
        }
    }

    @Test func eventsThatGoAreCountedForWhomTheyConcern() throws {
        try withDatabase { db in
            let (ada, eve) = (try db.makeUser("ada"), try db.makeUser("eve"))
            let behind = try webhook(db, user: ada, position: 1, types: ["a"])
            let ahead = try webhook(db, user: ada, position: 6, types: ["a"])
            let others = try webhook(db, user: eve, position: 0, types: ["a"])
            for (type, user) in [("a", ada), ("a", ada), ("b", ada), ("a", ada), ("a", ada), ("a", ada), ("a", ada)] {
                try db.events.append(EventRecord(at: epoch, type: type, userID: user))
            }
            // It failed before, and has a row.
            try db.deliveries.put(delivery(behind, 4))
            var told: [Int64] = []
            let later = epoch + .seconds(60)
            let purged = try db.events.purge(before: later, now: later) { end in
                #expect(end == 6)
                let loss = try db.webhooks.noteLoss(upTo: end) { wanted in { wanted.contains($0) } }
                told = loss.losers
                return loss.reached
            }
            #expect(purged.deleted == 6 && told == [behind])
            let record = try #require(try db.webhooks.get(behind))
            #expect(record.lost == 3 && record.position == 6 && record.sequence == 4)
            #expect(try db.webhooks.get(ahead)?.lost == 0 && db.webhooks.get(others)?.lost == 0)
        }
    }

    /// Every other write waits for it: many webhooks, or many events, are counted in portions, and none of them twice.
    @Test func soMuchIsCountedAtOnceAndTheRestInTheNextPortion() throws {
        try withDatabase { db in
            let (ada, eve) = (try db.makeUser("ada"), try db.makeUser("eve"))
            let theirs = try (0..<4).map { _ in try webhook(db, user: ada) }
            let other = try webhook(db, user: eve)
            for number in 0..<21 {
                try db.events.append(EventRecord(at: epoch, type: "a", userID: number.isMultiple(of: 2) ? ada : eve))
            }
            let later = epoch + .seconds(60)
            var portions: [Int] = []
            var position: Int64? = 0
            while let after = position, portions.count < 99 {
                let purged = try db.events.purge(before: later, now: later, after: after) { end in
                    try db.webhooks.noteLoss(upTo: end, work: 10) { _ in { _ in true } }.reached
                }
                portions.append(purged.deleted)
                position = purged.next
            }
            // The newest stays.
            #expect(portions.reduce(0, +) == 20 && portions.allSatisfy { $0 <= 5 })
            for id in theirs { #expect(try db.webhooks.get(id)?.lost == 10 && db.webhooks.get(id)?.sequence == 10) }
            #expect(try db.webhooks.get(other)?.lost == 10)
            // One event that concerns more than there is work for is counted all the same.
            try db.events.append(EventRecord(at: epoch, type: "a", userID: ada))
            #expect(try db.webhooks.noteLoss(upTo: 21, work: 1) { _ in { _ in true } }.losers == theirs)
        }
    }

    @Test func eachIsReplayedOnceWhateverBecomesOfItMeanwhile() throws {
        try withDatabase { db in
            let id = try webhook(db, user: try db.makeUser())
            func die(_ cursor: Int64, at time: Moment) throws {
                var row = delivery(id, cursor, .dead)
                row.finishedAt = time
                try db.deliveries.put(row)
            }
            for cursor: Int64 in 1...7 { try die(cursor, at: cursor == 4 ? epoch - .seconds(1) : epoch) }
            var (count, rounds) = (0, 0)
            var position: Int64? = 0
            while let after = position, rounds < 99 {
                let (some, next) = try db.deliveries.replayDead(
                    ofWebhook: id, since: epoch, at: epoch, after: after, limit: 2)
                (count, position, rounds) = (count + some, next, rounds + 1)
                // It is given up again at once.
                try die(1, at: epoch + .seconds(1))
            }
            #expect(count == 6 && rounds == 4)
            #expect(try db.deliveries.list(webhookID: id, state: .dead, limit: 9).map(\.cursor) == [4, 1])
        }
    }

    @Test func theyGoWithTheirUserAndTheirSession() throws {
        try withDatabase { db in
            let user = try db.makeUser()
            let id = try webhook(db, user: user)
            try db.deliveries.put(delivery(id, 1))
            try db.webhookSecrets.put([1], webhookID: id, kind: .secret, keyID: 5)
            #expect(try db.sealingKeys() == [5])
            #expect(try db.forgetSecrets(sealedWith: [5]) == 1)
            try db.webhookSecrets.put([1], webhookID: id, kind: .headers, keyID: 6)
            #expect(try db.deliveries.empty(ofUser: user) == 1)
            try db.deliveries.put(delivery(id, 1))
            _ = try db.users.delete(user)
            #expect(try db.webhooks.count() == 0 && db.deliveries.open().count == 0 && db.sealingKeys().isEmpty)
        }
    }
}
