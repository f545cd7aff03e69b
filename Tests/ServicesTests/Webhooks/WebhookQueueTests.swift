// One webhook's queue by itself: order within a session, freedom between sessions, what has a row, and the place to save.
import Store
import Testing

@testable import Services

@Suite struct WebhookQueueTests {
    private static let start = Instant(microseconds: 1_767_225_600_000_000)

    private func queue(position: Int64 = 0, rows: [DeliveryRecord] = [], known: Set<Int64> = []) -> WebhookQueue {
        var webhook = WebhookRecord(userID: 1, url: "", position: position, createdAt: Self.start)
        webhook.id = 7
        return WebhookQueue(webhook, rows: rows, known: known)
    }

    private func event(_ cursor: Int64, session: Int64 = 0) -> EventRecord {
        EventRecord(cursor: cursor, at: Self.start, type: "a.b", userID: 1, sessionID: session)
    }

    private func failed(_ delivery: DeliveryRecord, at now: Instant = start) -> DeliveryRecord {
        WebhookSchedule.failed(delivery, WebhookFailure(text: "x"), at: now, random: 0.5)
    }

    private func arrived(_ delivery: DeliveryRecord) -> DeliveryRecord {
        WebhookSchedule.arrived(delivery, status: 200, at: Self.start)
    }

    private func next(of queue: inout WebhookQueue, at now: Instant) throws -> DeliveryRecord {
        let found = queue.next(at: now)
        return try #require(found)
    }

    /// All that may be posted at once, by cursors.
    private func all(_ queue: inout WebhookQueue, at now: Instant = start) -> [DeliveryRecord] {
        var found: [DeliveryRecord] = []
        while let next = queue.next(at: now) { found.append(next) }
        return found
    }

    @Test func ofEachSessionOneAtATimeAndSessionsBesideOneAnother() {
        var queue = queue()
        _ = queue.take([event(1, session: 5), event(2, session: 5), event(3, session: 6), event(4)], upTo: 4)
        let first = all(&queue)
        #expect(first.map(\.cursor) == [1, 3, 4])
        #expect(first.map(\.sequence) == [1, 3, 4])
        #expect(queue.settle(arrived(first[0])).isEmpty)
        #expect(all(&queue).map(\.cursor) == [2])
        #expect(queue.place.position == 1 && queue.place.sequence == 1)
    }

    @Test func whatArrivesAtOnceHasNoRowAndThePlaceIsBehindIt() {
        var queue = queue(position: 10)
        _ = queue.take([event(11), event(14)], upTo: 20)
        #expect(queue.place.position == 10 && queue.place.sequence == 0)
        for _ in 0..<2 {
            guard let next = queue.next(at: Self.start) else { return }
            #expect(queue.settle(arrived(next)).isEmpty)
        }
        #expect(queue.place.position == 20 && queue.place.sequence == 2 && queue.unsavedCount == 0)
    }

    /// The wall of what failed: it keeps its place twice, and what waits behind it has rows, so that the place moves on.
    @Test func whatFailsBlocksItsSessionUpToItsThirdTryAndNoOther() throws {
        var queue = queue()
        _ = queue.take([event(1, session: 5), event(2, session: 5), event(3, session: 6)], upTo: 3)
        let first = all(&queue)
        var now = Self.start
        let rows = queue.settle(failed(first[0]))
        #expect(rows.map(\.cursor) == [1, 2] && rows.map(\.state) == [.lane, .lane] && rows.map(\.tries) == [1, 0])
        #expect(queue.settle(arrived(first[1])).isEmpty)
        #expect(queue.place.position == 3)
        #expect(queue.next(at: now) == nil)
        #expect(queue.wake(after: now) == now + .seconds(5))
        // Behind the wall, with a row at once.
        #expect(queue.take([event(4, session: 5), event(5, session: 6)], upTo: 5).map(\.cursor) == [4])
        #expect(all(&queue).map(\.cursor) == [5])
        now = now + .seconds(5)
        let second = try next(of: &queue, at: now)
        #expect(second.cursor == 1)
        #expect(queue.settle(failed(second, at: now)).map(\.tries) == [2])
        #expect(queue.next(at: now + .seconds(299)) == nil)
        now = now + .seconds(300)
        let third = try next(of: &queue, at: now)
        let moved = queue.settle(failed(third, at: now))
        #expect(moved.map(\.state) == [.beside] && moved.map(\.tries) == [3])
        // Now the next of that session has its first try.
        let next = try next(of: &queue, at: now)
        #expect(next.cursor == 2 && next.tries == 0)
        // It has a row, so its end has to be written.
        #expect(queue.settle(arrived(next)).map(\.state) == [.delivered])
        #expect(queue.next(at: now)?.cursor == 4)
    }

    @Test func whatIsReleasedIsPostedAgainAndWasNoTry() throws {
        var queue = queue()
        _ = queue.take([event(1), event(2)], upTo: 2)
        let first = try next(of: &queue, at: Self.start)
        #expect(queue.next(at: Self.start) == nil)
        queue.release(first)
        #expect(queue.next(at: Self.start) == first)
    }

    @Test func afterARestartNothingIsTakenUpTwiceThatHasARow() throws {
        var lane = DeliveryRecord(webhookID: 7, sequence: 3, event: event(12, session: 5))
        lane.tries = 1
        lane.nextTryAt = Self.start + .seconds(5)
        var queue = queue(position: 10, rows: [lane], known: [12, 13])
        _ = queue.take([event(11), event(12, session: 5), event(13), event(14)], upTo: 14)
        #expect(all(&queue).map(\.cursor) == [11])
        let due = all(&queue, at: Self.start + .seconds(5))
        let again = try #require(due.first)
        #expect(again.cursor == 12 && again.sequence == 3)
        // 14 waits behind 11, and counts on from all of them.
        _ = queue.settle(arrived(DeliveryRecord(webhookID: 7, sequence: 1, event: event(11))))
        #expect(queue.next(at: Self.start)?.sequence == 4)
        #expect(queue.place.position == 13 && queue.place.sequence == 3)
    }

    @Test func whatWasSeenAlreadyIsNotTakenUpAgain() {
        var queue = queue(position: 10)
        _ = queue.take([event(9), event(10), event(11)], upTo: 11)
        _ = queue.take([event(11), event(12)], upTo: 12)
        #expect(queue.unsavedCount == 2 && queue.place.sequence == 0)
    }

    @Test func aFullQueueSaysSo() throws {
        var queue = queue()
        let many = Int64(WebhookQueue.mostInMemory)
        _ = queue.take((1...many).map { event($0, session: $0) }, upTo: many)
        #expect(queue.isFull)
        // What failed has rows and is counted there.
        for delivery in all(&queue) { #expect(queue.settle(failed(delivery)).count == 1) }
        #expect(!queue.isFull && queue.unsavedCount == 0)
        for start in stride(from: Int64(300), to: 1_200, by: 100) where !queue.isFull {
            _ = queue.take((start..<start + 100).map { event($0, session: $0) }, upTo: start + 99)
            for delivery in all(&queue) { _ = queue.settle(failed(delivery)) }
        }
        #expect(queue.isFull && queue.isCrowded)
    }
}
