// A server that ends in the middle: what is in the store is all that the next one has, and nothing is missing from it.
import Codec
import Contract
import Logging
import Outbound
import RPC
import Store
import Synchronization
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(2))) struct WebhookRestartTests {
    /// What the first dispatcher knew and had not written is gone with it.
    @Test func anotherDispatcherGoesOnFromWhatIsStored() async throws {
        let clock = FakeClock()
        let temporary = try TemporaryStore(at: clock.now())
        let (store, box, pages) = (temporary.store, House.makeBox(), PageTokens(key: HMACKey([1])))
        let receiver = try await Receiver()
        let client = OutboundClient(rules: .init(allowsPrivate: true))
        let now = clock.now()
        let (owner, id) = try await store.write { db -> (Int64, Int64) in
            let owner = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            let id = try db.webhooks.insert(
                WebhookRecord(userID: owner, url: receiver.url(), position: 0, createdAt: now))
            try WebhookSecrets(box: box).put([1], .secret, of: id, in: db)
            return (owner, id)
        }
        func happen(_ types: [String], session: Int64) async throws {
            try await store.write { db in
                for type in types {
                    try EventLog.append(
                        db, type: type, userID: owner, sessionID: session, body: Session(), at: now)
                }
            }
        }
        // The first life: one session fails, another goes on.
        receiver.reply { $0.text.contains("\"session_id\":1") ? .status(500) : .status(200) }
        let first = WebhookHouse.dispatcher(store, clock, box, client, pages)
        let running = Task { await first.run() }
        try await first.start()
        try await happen(["a.one", "a.two"], session: 1)
        try await happen(["b.one", "b.two"], session: 2)
        first.publish(try await store.read { db in try db.events.list(after: 0, limit: 100).events })
        try await receiver.has(3)
        try await untilTrue {
            await first.flush()
            return try await store.read { db in
                try db.deliveries.list(webhookID: id, limit: 9).count == 2 && db.webhooks.get(id)?.position == 4
            }
        }
        running.cancel()
        await first.abandon()
        // In between.
        try await happen(["a.three"], session: 1)
        try await happen(["b.three"], session: 2)
        // The second.
        receiver.forget()
        receiver.reply { _ in .status(200) }
        let second = WebhookHouse.dispatcher(store, clock, box, client, pages)
        let runningAgain = Task { await second.run() }
        defer { runningAgain.cancel() }
        try await second.start()
        try await receiver.has(1)
        clock.advance(by: .seconds(5))
        try await receiver.has(4)
        #expect(receiver.types.filter { $0.hasPrefix("a") } == ["a.one", "a.two", "a.three"])
        #expect(receiver.types.filter { $0.hasPrefix("b") } == ["b.three"])
        let sequences = receiver.posts.compactMap { try? JSONValue(parsing: $0.text) }.map {
            "\($0.at("type").string) \($0.at("sequence"))"
        }
        #expect(sequences.count == 4)
        try await untilTrue {
            await second.flush()
            return try await store.read { db in try db.deliveries.open().count } == 0
        }
        await second.stop()
        await client.close()
    }

    /// Wherever the first life is cut off, each event arrives, under one id.
    @Test func nothingIsLostWhereverItIsCutOff() async throws {
        let clock = FakeClock()
        let temporary = try TemporaryStore(at: clock.now())
        let (store, box, pages) = (temporary.store, House.makeBox(), PageTokens(key: HMACKey([1])))
        let receiver = try await Receiver()
        let client = OutboundClient(rules: .init(allowsPrivate: true))
        let now = clock.now()
        let owner = try await store.write { db -> Int64 in
            let owner = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            let id = try db.webhooks.insert(
                WebhookRecord(userID: owner, url: receiver.url(), position: 0, createdAt: now))
            try WebhookSecrets(box: box).put([1], .secret, of: id, in: db)
            return owner
        }
        // Every third fails, as long as it has not failed twice.
        let taken = Mutex<Set<String>>([])
        receiver.reply { [weak receiver] post in
            let type = (try? JSONValue(parsing: post.text))?.at("type").string ?? ""
            let count = receiver?.posts.count { $0.header("webhook-id") == post.header("webhook-id") } ?? 0
            if count <= 2, type.utf8.reduce(0, { $0 + Int($1) }).isMultiple(of: 3) { return .status(500) }
            taken.withLock { _ = $0.insert(type) }
            return .status(200)
        }
        for life in 0..<8 {
            let dispatcher = WebhookHouse.dispatcher(store, clock, box, client, pages)
            let running = Task { await dispatcher.run() }
            try await dispatcher.start()
            for number in 0..<25 {
                let events = try await store.write { db in
                    [
                        try EventLog.append(
                            db, type: "life\(life).e\(number)", userID: owner, sessionID: Int64(number % 4),
                            body: Session(), at: now)
                    ]
                }
                dispatcher.publish(events)
            }
            try await Task.sleep(for: .milliseconds(20 * (life + 1)))
            clock.advance(by: .seconds(6))
            // Cut off: nothing is written any more.
            running.cancel()
            await dispatcher.abandon()
        }
        let last = WebhookHouse.dispatcher(store, clock, box, client, pages)
        let running = Task { await last.run() }
        defer { running.cancel() }
        try await last.start()
        let all = Set((0..<8).flatMap { life in (0..<25).map { "life\(life).e\($0)" } })
        var arrived: Set<String> = []
        let end = ContinuousClock.now + .seconds(60)
        while arrived != all, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(20))
            await last.flush()
            clock.advance(by: .seconds(60))
            arrived = taken.withLock { $0 }
        }
        #expect(arrived == all)
        // Each under one id, whatever life it was posted in.
        let ids = Dictionary(grouping: receiver.posts) { (try? JSONValue(parsing: $0.text))?.at("type").string ?? "" }
        for posts in ids.values { #expect(Set(posts.map { $0.header("webhook-id") }).count == 1) }
        await last.stop()
        await client.close()
    }

    @Test func whatRetentionTookIsCountedAndTheSequenceShowsIt() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        let (webhook, _) = try await place.webhook(receiver.url(), types: ["a.*"])
        let calls = place.calls(.operator)
        func set(active: Bool) async throws {
            _ = try await calls.updateWebhook(
                .with {
                    $0.id = webhook.id
                    $0.webhook = .with { $0.isActive = active }
                    $0.updateMask = .with { $0.paths = ["is_active"] }
                })
        }
        try await place.happen("a.zero")
        try await receiver.has(1)
        await place.dispatcher.flush()
        try await set(active: false)
        try await place.happen("a.one", "b.two", "a.three", "a.four")
        try await place.happen("a.five")
        place.clock.advance(by: .seconds(8 * 86_400))
        try await place.happen("a.six")
        var jobs = HouseJobs(store: place.store, clock: place.clock)
        jobs.pause = .zero
        jobs.onLoss = { [dispatcher = place.dispatcher] id in dispatcher.changed(id) }
        let runner = JobRunner(jobs.all, store: place.store, clock: place.clock, logger: Logger(label: "test"))
        try await runner.load()
        await runner.start("purge-events", by: "test")?.wait()
        #expect(runner.snapshot("purge-events")?.record.outcome == .succeeded)
        #expect(try await place.get(webhook.id).lost == 4)
        receiver.forget()
        try await set(active: true)
        try await receiver.has(1)
        #expect(receiver.types == ["a.six"])
        #expect(try JSONValue(parsing: receiver.posts[0].text).at("sequence") == .integer(6))
    }
}
