// Posts under way: nobody's endpoints that hang hold up another user's, nor one webhook all the others of its user.
import Contract
import Store
import Synchronization
import TestKit
import Testing

@testable import Services

/// Who came, one after the other.
private final class Order: Sendable {
    private let noted = Mutex<[Int64]>([])

    var all: [Int64] { noted.withLock { $0 } }

    func note(_ one: Int64) { noted.withLock { $0.append(one) } }
}

@Suite(.timeLimit(.minutes(2))) struct WebhookSharesTests {
    @Test func whoHoldsManySlotsLeavesSomeForOthers() async throws {
        let slots = WebhookSlots(20)
        let greedy = (0..<30).map { number in Task { await slots.acquire(Int64(number), of: 1) } }
        try await untilTrue { slots.waiting == 26 }
        for user: Int64 in 2...5 { await slots.acquire(100 + user, of: user) }
        #expect(slots.waiting == 26)
        for user: Int64 in 2...5 { slots.release(100 + user, of: user) }
        // Each that ends lets the next begin, until none waits.
        for number: Int64 in 0..<30 { slots.release(number, of: 1) }
        for task in greedy { await task.value }
        #expect(slots.waiting == 0)
    }

    @Test func aSlotGoesToUsersWhoHaveNoneBeforeThoseWhoHave() async throws {
        let slots = WebhookSlots(2)
        let order = Order()
        await slots.acquire(1, of: 1)
        await slots.acquire(2, of: 2)
        for (index, user) in [Int64(1), 3, 4].enumerated() {
            Task {
                await slots.acquire(user, of: user)
                order.note(user)
            }
            try await untilTrue { slots.waiting == index + 1 }
        }
        for (index, user) in [Int64(2), 3, 1].enumerated() {
            slots.release(user, of: user)
            try await untilTrue { order.all.count == index + 1 }
        }
        #expect(order.all == [3, 4, 1])
    }

    @Test func ofOneUserTheWebhookIsNextThatHasTheFewestUnderWay() async throws {
        let slots = WebhookSlots(20)
        let order = Order()
        for _ in 0..<4 { await slots.acquire(1, of: 1) }
        for (index, webhook) in [Int64(1), 1, 2].enumerated() {
            Task {
                await slots.acquire(webhook, of: 1)
                order.note(webhook)
            }
            try await untilTrue { slots.waiting == index + 1 }
        }
        for count in 1...3 {
            slots.release(1, of: 1)
            try await untilTrue { order.all.count == count }
        }
        #expect(order.all == [2, 1, 1])
    }

    /// As many posts as there are slots hang, all of one user.
    @Test func aUserWhoseEndpointsHangHoldsUpNobodyElse() async throws {
        let place = try await WebhookHouse()
        let (well, hanging) = (try await Receiver(), try await Receiver())
        hanging.reply { _ in .silence }
        let eve = try await place.house.user("eve")
        let (now, ada, box) = (place.clock.now(), place.ada.id, place.house.box)
        try await place.store.write { db in
            for number in 0..<81 {
                let (owner, url) = number == 0 ? (ada, well.url()) : (eve.id, hanging.url("/\(number)"))
                let id = try db.webhooks.insert(
                    WebhookRecord(userID: owner, url: url, position: db.events.newestCursor(), createdAt: now))
                try WebhookSecrets(box: box).put([1], .secret, of: id, in: db)
                db.afterCommit { place.dispatcher.changed(id, of: owner) }
            }
        }
        for session: Int64 in 1...Int64(WebhookWorker.most) {
            try await place.happen("a.hangs", session: session, of: eve)
        }
        let slots = place.dispatcher.house.slots
        try await untilTrue { hanging.posts.count + slots.waiting == 80 * WebhookWorker.most }
        try await place.happen("a.well")
        try await well.has(1)
        // Nobody's time was over before.
        #expect(slots.waiting > 0)
        #expect(try await place.store.read { db in try db.deliveries.open().count } == 0)
    }
}
