// Events on their way to real sockets: what is posted, in which order, when again, and what becomes of what never arrives.
import Codec
import Contract
import Outbound
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(2))) struct WebhookDeliveryTests {
    private func member(_ post: Receiver.Post, _ path: String...) throws -> JSONValue? {
        var value: JSONValue? = try JSONValue(parsing: post.text)
        for name in path { value = value?[name] }
        return value
    }

    // MARK: What is posted

    @Test func anEventIsPostedSignedWithItsSequence() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        let (_, secret) = try await place.webhook(receiver.url("/a?b=1"), headers: [("X-Tenant", "7")])
        try await place.happen("session.connected", "session.disconnected", session: 4)
        try await receiver.has(2)
        let (first, second) = (receiver.posts[0], receiver.posts[1])
        #expect(first.method == "POST" && first.target == "/a?b=1")
        #expect(first.header("content-type") == "application/json" && first.header("x-tenant") == "7")
        #expect(first.header("user-agent") == "Switchboard/0")
        #expect(try member(first, "type") == .string("session.connected"))
        #expect(try member(first, "sequence") == .integer(1) && member(second, "sequence") == .integer(2))
        #expect(try member(first, "timestamp") == .string("2026-01-01T00:00:00.000Z"))
        #expect(try member(first, "data", "session_id") == .integer(4))
        #expect(try member(first, "data", "session", "name") == .string("session.connected"))
        #expect(first.header("webhook-id") != second.header("webhook-id"))
        #expect(first.header("webhook-timestamp") == String(place.clock.now().seconds))
        let expected = WebhookSignature.header(
            id: try #require(first.header("webhook-id")), timestamp: place.clock.now().seconds, body: first.body,
            keys: [try WebhookHouse.key(secret)])
        #expect(first.header("webhook-signature") == expected)
    }

    @Test func anEventOfAMessageCarriesTheMessage() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        _ = try await place.webhook(receiver.url())
        let (owner, now) = (place.ada.id, place.clock.now())
        let session = try await place.session()
        try await place.store.write { db in
            let id = try db.messages.insert(
                MessageRecord(
                    userID: owner, sessionID: session, direction: .outbound, kind: .text, status: .sent,
                    recipient: "+491", createdAt: now,
                    content: "hello"))
            try EventLog.append(
                db, TimelineEntry.with { $0.to = .sent }, messageID: id, userID: owner, sessionID: 0, at: now)
        }
        try await receiver.has(1)
        #expect(try member(receiver.posts[0], "data", "message", "message", "recipient") == .string("+491"))
    }

    @Test(.enabled(if: Others.areAsked, "standardwebhooks is not there: make test fetches it"))
    func standardwebhooksVerifiesWhatIsPostedBeforeAndDuringARotation() async throws {
        // Its receivers look at the machine's clock.
        let place = try await WebhookHouse(clock: FakeClock(SystemClock().now()))
        let receiver = try await Receiver()
        let (webhook, old) = try await place.webhook(receiver.url())
        try await place.happen("session.connected")
        try await receiver.has(1)
        let rotated = try await place.calls(.operator).rotateWebhookSecret(.with { $0.id = webhook.id })
        try await place.happen("session.disconnected")
        try await receiver.has(2)
        let ended = try await place.calls(.operator).rotateWebhookSecret(
            .with {
                $0.id = webhook.id
                $0.overlap = .init()
            })
        try await place.happen("session.connected")
        try await receiver.has(3)
        func verdict(_ post: Receiver.Post, _ secret: String, body: String? = nil) throws -> Bool {
            let headers = post.headers.filter { $0.name.hasPrefix("webhook-") }
            let answer = try Others.ask([
                Others.object([
                    ("ask", .string("verify_webhook")), ("secret", .string(secret)),
                    ("body", .string(body ?? post.text)),
                    ("headers", Others.object(headers.map { ($0.name, .string($0.value)) })),
                ])
            ])
            return answer[0].at("error") == .null
        }
        let posts = receiver.posts
        #expect(try verdict(posts[0], old))
        #expect(try !verdict(posts[0], rotated.secret))
        #expect(try !verdict(posts[0], old, body: posts[0].text + " "))
        #expect(try verdict(posts[1], old) && verdict(posts[1], rotated.secret))
        #expect(try verdict(posts[2], ended.secret) && !verdict(posts[2], rotated.secret) && !verdict(posts[2], old))
    }

    @Test func aFormerSecretSignsNoLongerThanItWasGiven() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        let (webhook, _) = try await place.webhook(receiver.url())
        _ = try await place.calls(.operator).rotateWebhookSecret(
            .with {
                $0.id = webhook.id
                $0.overlap = .with { $0.seconds = 60 }
            })
        try await place.happen("session.connected")
        try await receiver.has(1)
        place.clock.advance(by: .seconds(61))
        try await place.happen("session.connected")
        try await receiver.has(2)
        let counts = receiver.posts.map { $0.header("webhook-signature")?.split(separator: " ").count }
        #expect(counts == [2, 1])
        #expect(try await place.get(webhook.id).formerSecretUntil == nil)
    }

    // MARK: Whose, and which

    @Test func onlyItsOwnersEventsOfItsTypesAndItsSession() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        let eve = try await place.house.user("eve")
        let session = try await place.session()
        _ = try await place.webhook(receiver.url(), types: ["message.sent", "session.*"], session: session)
        try await place.happen("session.connected", session: session)
        try await place.happen("session.disconnected", session: session + 1)
        try await place.happen("message.read", "messages.sent", session: session)
        try await place.happen("session.conflict", session: session, of: eve)
        try await place.happen("session.restricted", session: session)
        try await receiver.has(2)
        #expect(receiver.types == ["session.connected", "session.restricted"])
        // What is none of its business is not counted.
        #expect(try member(receiver.posts[1], "sequence") == .integer(2))
    }

    @Test func itBeginsWithWhatHappensAfterItWasMade() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        try await place.happen("session.connected")
        _ = try await place.webhook(receiver.url())
        try await place.happen("session.disconnected")
        try await receiver.has(1)
        #expect(receiver.types == ["session.disconnected"])
    }

    // MARK: Order, tries, ends

    @Test func manyEventsOfASessionArriveInOrderAndOnce() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        _ = try await place.webhook(receiver.url())
        // More than is kept in memory: the rest is read from the log.
        let types = (0..<600).map { "a.e\($0)" }
        for start in stride(from: 0, to: 600, by: 50) {
            try await place.happen(Array(types[start..<start + 50]), session: 1)
        }
        try await receiver.has(600)
        #expect(receiver.types == types)
        #expect(try await place.deliveries(1).isEmpty)
        try await untilTrue {
            await place.dispatcher.flush()
            return try await place.get(1).delivered == 600
        }
    }

    @Test func whatFailsIsTriedAgainUnderTheSameIdAndWhatFollowsInItsSessionWaits() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { post in post.text.contains("session.connected") ? .status(500) : .status(200) }
        let (webhook, _) = try await place.webhook(receiver.url())
        try await place.happen("session.connected", "session.disconnected", session: 1)
        try await place.happen("session.conflict", session: 2)
        try await receiver.has(2)
        #expect(Set(receiver.types) == ["session.connected", "session.conflict"])
        for (wait, count) in [(5, 3), (300, 4)] {
            try await untilTrue { try await place.deliveries(webhook.id).contains { $0.tries == count - 2 } }
            try await place.pass(.seconds(wait - 1))
            try await Task.sleep(for: .milliseconds(50))
            #expect(receiver.posts.count == count - 1)
            place.clock.advance(by: .seconds(1))
            try await receiver.has(count)
        }
        // After the third try the session goes on, and what failed is tried beside it.
        try await receiver.has(5)
        #expect(receiver.types.last == "session.disconnected")
        let tried = receiver.posts.filter { $0.text.contains("session.connected") }
        #expect(tried.count == 3 && Set(tried.map { $0.header("webhook-id") }).count == 1)
        #expect(Set(tried.map { $0.header("webhook-timestamp") }).count == 3)
        #expect(Set(tried.map { $0.header("webhook-signature") }).count == 3)
        receiver.reply { _ in .status(200) }
        try await untilTrue { try await place.deliveries(webhook.id).contains { $0.state == .beside } }
        try await place.pass(.seconds(1_800))
        try await receiver.has(6)
        try await untilTrue { try await place.deliveries(webhook.id).allSatisfy { $0.state == .delivered } }
        let shown = try await place.get(webhook.id)
        #expect(shown.waiting == 0 && shown.dead == 0 && shown.delivered == 3 && shown.lastError == "status 500")
        #expect(place.dispatcher.tally.byName == ["delivered": 3, "failed": 3, "dead": 0, "lost": 0])
    }

    @Test func whatNeverArrivesIsGivenUpAfterTenTriesAndCanBeReplayed() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .status(503) }
        let (webhook, _) = try await place.webhook(receiver.url())
        try await place.happen("session.connected")
        for (index, wait) in WebhookSchedule.waits.enumerated() {
            try await untilTrue { try await place.deliveries(webhook.id).first?.tries == Int32(index + 1) }
            try await place.pass(wait)
            try await receiver.has(index + 2)
        }
        try await untilTrue { try await place.deliveries(webhook.id).first?.state == .dead }
        #expect(receiver.posts.count == 10)
        #expect(try await place.get(webhook.id).dead == 1)
        let row = try #require(try await place.deliveries(webhook.id).first)
        #expect(row.lastStatus == 503 && row.lastError == "status 503" && row.finishedAt != nil)
        receiver.reply { _ in .status(204) }
        let calls = place.calls(.operator)
        let replayed = try await calls.replayDeliveries(
            .with {
                $0.id = webhook.id
                $0.since = (row.finishedAt ?? row.event.at).timestamp
            })
        #expect(replayed.replayed == 1)
        try await receiver.has(11)
        #expect(Set(receiver.posts.map { $0.header("webhook-id") }).count == 1)
        try await untilTrue { try await place.deliveries(webhook.id).first?.state == .delivered }
        // One that has arrived, by its id.
        #expect(
            try await calls.replayDeliveries(
                .with {
                    $0.id = webhook.id
                    $0.deliveryId = row.id
                }
            ).replayed == 1)
        try await receiver.has(12)
        #expect(place.dispatcher.tally.byName["dead"] == 1)
    }

    @Test(arguments: [301, 304, 400, 404, 500])
    func nothingBut2xxIsSuccess(status: Int) async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .status(status, headers: [("location", "http://127.0.0.1:1/")]) }
        let (webhook, _) = try await place.webhook(receiver.url())
        try await place.happen("session.connected")
        try await untilTrue { try await place.deliveries(webhook.id).first?.tries == 1 }
        #expect(try await place.deliveries(webhook.id).first?.lastStatus == Int32(status))
    }

    @Test func aStatusOf410StopsItUntilSomebodyStartsItAgain() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .status(410) }
        let (webhook, _) = try await place.webhook(receiver.url())
        try await place.happen("session.connected")
        try await untilTrue { try await !place.get(webhook.id).isActive }
        #expect(try await place.get(webhook.id).inactiveReason == "gone")
        try await place.happen("session.disconnected")
        try await place.pass(.seconds(600))
        #expect(receiver.posts.count == 1)
        receiver.reply { _ in .status(200) }
        _ = try await place.calls(.operator).updateWebhook(
            .with {
                $0.id = webhook.id
                $0.webhook = .with { $0.isActive = true }
                $0.updateMask = .with { $0.paths = ["is_active"] }
            })
        // From where it stopped: what was refused is in it.
        try await receiver.has(3)
        #expect(receiver.types == ["session.connected", "session.connected", "session.disconnected"])
    }

    @Test func retryAfterHoldsAllOfIt() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .status(429, headers: [("retry-after", "120")]) }
        let (webhook, _) = try await place.webhook(receiver.url())
        try await place.happen("session.connected", session: 1)
        try await untilTrue { try await place.deliveries(webhook.id).first?.tries == 1 }
        try await place.happen("session.connected", session: 2)
        try await place.pass(.seconds(119))
        try await Task.sleep(for: .milliseconds(100))
        #expect(receiver.posts.count == 1)
        receiver.reply { _ in .status(200) }
        place.clock.advance(by: .seconds(1))
        try await receiver.has(3)
    }

    @Test func aPrivateAddressIsAFailureLikeAnyOther() async throws {
        let place = try await WebhookHouse(rules: AddressRules())
        let now = place.clock.now()
        let (box, owner) = (place.house.box, place.ada.id)
        let id = try await place.store.write { db in
            let id = try db.webhooks.insert(
                WebhookRecord(userID: owner, url: "https://localhost:1/", position: 0, createdAt: now))
            try WebhookSecrets(box: box).put([1], .secret, of: id, in: db)
            return id
        }
        place.dispatcher.changed(id, of: owner)
        try await place.happen("session.connected")
        try await untilTrue { try await place.deliveries(id).first?.tries == 1 }
        #expect(
            try await place.deliveries(id).first?.lastError == "the address may not be connected to: loopback")
    }

    // MARK: Ends

    @Test func aDeletedWebhookIsPostedNothing() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .status(500) }
        let (webhook, _) = try await place.webhook(receiver.url())
        try await place.happen("session.connected")
        try await untilTrue { try await place.deliveries(webhook.id).first?.tries == 1 }
        _ = try await place.calls(.operator).deleteWebhook(.with { $0.id = webhook.id })
        try await place.happen("session.connected")
        try await place.pass(.seconds(600))
        try await Task.sleep(for: .milliseconds(100))
        #expect(receiver.posts.count == 1)
        #expect(try await place.store.read { db in try db.deliveries.open().count } == 0)
    }

    @Test func whoIsNotActiveIsPostedNothingUntilTheyAreAgain() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        _ = try await place.webhook(receiver.url())
        let users = UsersClient(place.house.client(as: .operator))
        let id = place.ada.id
        _ = try await users.deactivateUser(.with { $0.id = id })
        try await place.happen("session.connected")
        try await place.pass(.seconds(40))
        try await Task.sleep(for: .milliseconds(100))
        #expect(receiver.posts.isEmpty)
        _ = try await users.activateUser(.with { $0.id = id })
        // It looks every half minute.
        try await untilTrue {
            try await place.pass(.seconds(31))
            return !receiver.posts.isEmpty
        }
    }
}
