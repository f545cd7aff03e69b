// One endpoint that does not answer, or is dead, among a hundred: the others do not notice.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(2))) struct WebhookIsolationTests {
    private func webhooks(_ urls: [String], in place: WebhookHouse) async throws {
        let (now, owner, box) = (place.clock.now(), place.ada.id, place.house.box)
        try await place.store.write { db in
            for url in urls {
                let id = try db.webhooks.insert(
                    WebhookRecord(userID: owner, url: url, position: db.events.newestCursor(), createdAt: now))
                try WebhookSecrets(box: box).put([1], .secret, of: id, in: db)
                db.afterCommit { place.dispatcher.changed(id, of: owner) }
            }
        }
    }

    @Test(arguments: ["silent", "closed"])
    func aDeadEndpointAmongAHundredDelaysTheOthersByLessThanASecond(how: String) async throws {
        let place = try await WebhookHouse()
        let (well, dead) = (try await Receiver(), try await Receiver())
        dead.reply { _ in .silence }
        try await webhooks((0..<99).map { well.url("/\($0)") }, in: place)
        try await place.happen("a.first")
        try await well.has(99)
        let alone = try await time {
            try await place.happen("a.alone")
        } until: {
            try await well.has(99 * 2)
        }
        try await webhooks([dead.url("/dead")], in: place)
        if how == "closed" { await dead.close() }
        // While the dead one has as much under way as it may, and more waits for it.
        for session in 1...4 { try await place.happen("a.busy", session: Int64(session)) }
        try await well.has(99 * 6)
        let beside = try await time {
            try await place.happen("a.last")
        } until: {
            try await well.has(99 * 7)
        }
        #expect(beside - alone < .seconds(1), "\(alone) alone, \(beside) beside")
        #expect(well.posts.count == 99 * 7)
    }

    private func time(
        _ event: () async throws -> Int64, until arrived: () async throws -> Void
    ) async throws -> Duration {
        let begin = ContinuousClock.now
        _ = try await event()
        try await arrived()
        return ContinuousClock.now - begin
    }

    @Test func aTroubledEndpointHasFewPostsUnderWay() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        receiver.reply { _ in .status(500) }
        try await webhooks([receiver.url()], in: place)
        try await place.happen("a.first")
        try await untilTrue { try await place.deliveries(1).first?.tries == 1 }
        receiver.reply { _ in .silence }
        for session in 1...20 { try await place.happen("a.next", session: Int64(session)) }
        try await receiver.has(1 + WebhookWorker.mostTroubled)
        try await Task.sleep(for: .milliseconds(200))
        #expect(receiver.posts.count == 1 + WebhookWorker.mostTroubled)
    }
}
