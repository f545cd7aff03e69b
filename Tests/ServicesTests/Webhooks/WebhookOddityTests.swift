// What seldom happens: clocks that are set, settings that are taken back, more events than anybody hands out, an answer that
// comes after somebody has changed the webhook.
import Codec
import Contract
import Logging
import Outbound
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(2))) struct WebhookOddityTests {
    private func webhook(_ url: String, in place: WebhookHouse) async throws -> Int64 {
        let (now, owner, box) = (place.clock.now(), place.ada.id, place.house.box)
        return try await place.store.write { db in
            let id = try db.webhooks.insert(
                WebhookRecord(userID: owner, url: url, position: try db.events.newestCursor(), createdAt: now))
            try WebhookSecrets(box: box).put([1], .secret, of: id, in: db)
            db.afterCommit { place.dispatcher.changed(id, of: owner) }
            return id
        }
    }

    /// A receiver that cannot take the events of one session answers those of the others.
    @Test func aSessionWhoseEventsAreAllRefusedStopsNoOther() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { $0.text.contains("a.bad") ? .status(400) : .status(204) }
        let id = try await place.webhook(receiver.url()).webhook.id
        try await place.happen("a.good", session: 2)
        try await receiver.has(1)
        try await place.happen([String](repeating: "a.bad", count: WebhookQueue.mostWaiting + 100), session: 1)
        // It is long ago that anything was answered well.
        for _ in 0..<10 { try await place.pass(.seconds(10)) }
        try await place.happen("a.good", session: 2)
        try await untilTrue { receiver.types.filter { $0 == "a.good" }.count == 2 }
        #expect(try await place.deliveries(id).contains { $0.event.type == "a.bad" && $0.state != .dead })
        // Its answer is written down a moment after it came, with those of others.
        try await untilTrue {
            await place.dispatcher.flush()
            return try await place.get(id).delivered == 2
        }
    }

    /// Whatever writes that it is to be stopped fails, and somebody changes something else meanwhile.
    @Test func whoWantsNoMoreIsAskedOnceWhateverCannotBeWritten() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .status(410) }
        let id = try await place.webhook(receiver.url()).webhook.id
        try await place.store.write { db in
            _ = try db.execute(
                "CREATE TRIGGER full BEFORE UPDATE OF is_active ON webhooks BEGIN SELECT RAISE(ABORT, 'full'); END")
        }
        for session: Int64 in 1...4 { try await place.happen("a.b", session: session) }
        try await receiver.has(1)
        for _ in 0..<5 {
            place.dispatcher.changed(id)
            try await place.pass(.seconds(10))
        }
        // Those that were under way with the first.
        #expect(receiver.posts.count <= 4)
        #expect(try await place.get(id).isActive)
        try await place.store.write { db in _ = try db.execute("DROP TRIGGER full") }
        try await untilTrue {
            try await place.pass(.seconds(10))
            return try await !place.get(id).isActive
        }
        #expect(try await place.get(id).inactiveReason == "gone")
    }

    /// Such a time has no form in JSON.
    @Test func anEventOfWhichNoPostCanBeMadeIsGivenUpAndHoldsUpNothing() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        let id = try await place.webhook(receiver.url()).webhook.id
        let owner = place.ada.id
        try await place.store.write { db in
            _ = try db.events.append(
                EventRecord(
                    at: Instant(seconds: 300_000_000_000, nanoseconds: 0), type: "a.bad", userID: owner, sessionID: 1))
        }
        try await place.happen("a.good", session: 1)
        try await receiver.has(1)
        #expect(receiver.types == ["a.good"])
        let row = try #require(try await place.deliveries(id).first)
        #expect(row.state == .dead && row.lastError == WebhookSchedule.unreadable && row.event.type == "a.bad")
        #expect(try await place.get(id).isActive && place.dispatcher.tally.byName["dead"] == 1)
    }

    /// As `rpcd new-key` leaves it.
    @Test func withoutItsHeadersNothingIsPostedUntilTheyAreSetAnew() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        let id = try await place.webhook(receiver.url(), headers: [("X-Tenant", "7")]).webhook.id
        try await place.store.write { db in
            _ = try db.forgetSecrets(sealedWith: try db.sealingKeys())
            db.afterCommit { place.dispatcher.changed(id) }
        }
        #expect(try await place.get(id).inactiveReason == "no_secret")
        let calls = place.calls(.operator)
        _ = try await calls.rotateWebhookSecret(.with { $0.id = id })
        #expect(try await place.get(id).inactiveReason == "no_headers")
        #expect(await refusal { _ = try await calls.testWebhook(.with { $0.id = id }) }?.reason == "CONFLICT")
        try await place.happen("a.one")
        _ = try await calls.updateWebhook(
            .with {
                $0.id = id
                $0.webhook = .with {
                    $0.headers = [
                        .with {
                            $0.name = "X-Tenant"
                            $0.value = "8"
                        }
                    ]
                }
                $0.updateMask = .with { $0.paths = ["headers"] }
            })
        try await receiver.has(1)
        #expect(receiver.posts.map { $0.header("x-tenant") } == ["8"])
        #expect(try await place.get(id).inactiveReason == "")
    }

    /// It was made when `webhooks.allow-private` was set.
    @Test func plainHTTPIsNotPostedToWhereItIsNotAllowedAnyMore() async throws {
        let place = try await WebhookHouse(rules: AddressRules())
        let id = try await webhook("http://hooks.example:1/", in: place)
        try await place.happen("session.connected")
        try await untilTrue { try await place.deliveries(id).first?.tries == 1 }
        #expect(try await place.deliveries(id).first?.lastError == "the URL is not https://")
    }

    @Test func moreEventsThanAreHandedOutAreReadFromTheLog() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        _ = try await place.webhook(receiver.url(), types: ["a.*"])
        try await place.happen("a.first")
        try await receiver.has(1)
        let many = [String](repeating: "b.other", count: 9_000)
        try await place.happen(["a.second"] + many + ["a.third"] + many + ["a.fourth"])
        try await place.happen("a.fifth")
        try await receiver.has(5)
        #expect(receiver.types == ["a.first", "a.second", "a.third", "a.fourth", "a.fifth"])
    }

    @Test func anAnswerOf410StopsNothingThatWasChangedMeanwhile() async throws {
        let place = try await WebhookHouse()
        let id = try await place.webhook("http://127.0.0.1:9/").webhook.id
        let before = try await place.get(id)
        _ = try await place.calls(.operator).updateWebhook(
            .with {
                $0.id = id
                $0.webhook = .with { $0.url = "http://127.0.0.1:10/" }
                $0.updateMask = .with { $0.paths = ["url"] }
            })
        let journal = WebhookJournal(store: place.store, clock: place.clock, logger: Logger(label: "test")) { _ in }
        let worker = WebhookWorker(
            id: id, userID: place.ada.id, house: place.dispatcher.house, journal: journal)
        await worker.stop()
        await journal.deactivate(worker, version: Int64(before.etag) ?? 0, at: place.clock.now())
        let after = try await place.get(id)
        #expect(after.isActive && after.etag != before.etag)
        await journal.deactivate(worker, version: Int64(after.etag) ?? 0, at: place.clock.now())
        #expect(try await !place.get(id).isActive)
    }

    @Test func aClockThatIsSetBackHoldsNobodyForLong() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .status(429, headers: [("retry-after", "3000")]) }
        let id = try await place.webhook(receiver.url()).webhook.id
        try await place.happen("session.connected")
        try await untilTrue { try await place.deliveries(id).first?.tries == 1 }
        receiver.reply { _ in .status(204) }
        place.clock.setWall(place.clock.now() - .seconds(30 * 86_400))
        // It is looked every minute.
        try await untilTrue {
            try await place.pass(.seconds(61))
            return receiver.posts.count == 2
        }
    }

    @Test func whatAClockThatWasAheadHasPutOffIsPostedAtOnce() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        let (now, owner) = (place.clock.now(), place.ada.id)
        let id = try await webhook(receiver.url(), in: place)
        try await place.store.write { db in
            for (cursor, state) in [(1_001, .lane), (1_002, .beside)] as [(Int64, DeliveryRecord.State)] {
                var row = DeliveryRecord(
                    webhookID: id, sequence: cursor, state: state,
                    event: EventRecord(cursor: cursor, at: now, type: "a.b", sessionID: 0, messageID: 0, body: []))
                row.tries = 2
                row.nextTryAt = now + .seconds(900 * 86_400)
                try db.deliveries.put(row)
            }
            db.afterCommit { place.dispatcher.changed(id, of: owner) }
        }
        try await receiver.has(2)
        try await untilTrue { try await place.deliveries(id).allSatisfy { $0.state == .delivered } }
    }

    @Test func aFewWebhooksOfAUserAreTestedAtATime() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .silence }
        let id = try await place.webhook(receiver.url()).webhook.id
        let calls = place.calls(.operator)
        let tests = (0..<WebhookTestTurns.mostOfOne).map { _ in
            Task { try await calls.testWebhook(.with { $0.id = id }) }
        }
        try await receiver.has(WebhookTestTurns.mostOfOne)
        #expect(await refusal { _ = try await calls.testWebhook(.with { $0.id = id }) }?.reason == "OVERLOADED")
        // Another's are none of its business.
        let turns = place.dispatcher.testTurns
        #expect(turns.begin(of: place.ada.id + 1))
        turns.end(of: place.ada.id + 1)
        for test in tests { test.cancel() }
        for test in tests { _ = await test.result }
        receiver.reply { _ in .status(204) }
        try await untilTrue { turns.begin(of: place.ada.id) }
        turns.end(of: place.ada.id)
    }

    /// Nobody tells of it: they go with their user.
    @Test func aWebhookThatWentWithItsSessionIsForgotten() async throws {
        let place = try await WebhookHouse()
        let session = try await place.session()
        _ = try await place.webhook("http://127.0.0.1:9/", session: session)
        #expect(place.dispatcher.count == 1)
        try await place.store.write { db in _ = try db.sessions.delete(session) }
        try await untilTrue {
            try await place.pass(.seconds(61))
            return place.dispatcher.count == 0
        }
    }

    /// Those that were down do not begin as if they were well.
    @Test func afterARestartWhoWasDownHasFewPostsUnderWay() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .silence }
        let (now, owner) = (place.clock.now(), place.ada.id)
        let box = place.house.box
        // As the server before has left it.
        let id = try await place.store.write { db in
            let id = try db.webhooks.insert(
                WebhookRecord(userID: owner, url: receiver.url(), position: 0, createdAt: now))
            try WebhookSecrets(box: box).put([1], .secret, of: id, in: db)
            var progress = WebhookProgress(webhookID: id, from: 0, position: 0, sequence: 0)
            progress.lastSuccessAt = now
            progress.lastFailureAt = now + .seconds(1)
            #expect(try db.webhooks.save(progress))
            return id
        }
        for session in 1...20 { try await place.happen("a.next", session: Int64(session)) }
        place.dispatcher.changed(id, of: owner)
        try await receiver.has(WebhookWorker.mostTroubled)
        try await Task.sleep(for: .milliseconds(200))
        #expect(receiver.posts.count == WebhookWorker.mostTroubled)
    }
}
