// Room in a webhook's queue: no session takes all of it, what is left in the log comes in its order later, and nothing twice.
import Store
import Testing

@testable import Services

@Suite struct WebhookRoomTests {
    private static let start = Instant(microseconds: 1_767_225_600_000_000)

    /// A log of its own, and what has become of its events.
    private struct Bench {
        var queue: WebhookQueue
        var log: [EventRecord] = []
        var arrived: [Int64] = []
        /// As they are stored.
        var rows: [Int64: DeliveryRecord] = [:]

        init() {
            queue = WebhookQueue(WebhookRecord(id: 7, userID: 1, url: "", position: 0, createdAt: start))
        }

        mutating func happen(_ count: Int, session: Int64) {
            for _ in 0..<count {
                log.append(
                    EventRecord(
                        cursor: Int64(log.count + 1), at: start, type: "a.b", userID: 1, sessionID: session))
            }
        }

        /// Reads the log on, as far as there is room.
        mutating func read() {
            while !queue.isFull, queue.readUpTo < Int64(log.count) {
                let events = log.filter { $0.cursor > queue.readUpTo }.prefix(64)
                save(queue.take(Array(events), upTo: events.last?.cursor ?? 0))
            }
        }

        /// Posts whatever may be now; those of `refusing` fail.
        mutating func post(at now: Instant = start, refusing: Set<Int64> = []) {
            read()
            while let next = queue.next(at: now) {
                let isRefused = refusing.contains(next.event.sessionID)
                if !isRefused { arrived.append(next.cursor) }
                save(
                    queue.settle(
                        isRefused
                            ? WebhookSchedule.failed(next, WebhookFailure(text: "x"), at: now, random: 0.5)
                            : WebhookSchedule.arrived(next, status: 200, at: now)))
                if queue.isFull || queue.readUpTo == Int64(log.count) { _ = queue.goBack() }
                read()
            }
        }

        mutating func save(_ changed: [DeliveryRecord]) {
            for row in changed { rows[row.cursor] = row }
        }

        func cursors(of session: Int64) -> [Int64] { log.filter { $0.sessionID == session }.map(\.cursor) }
    }

    @Test func aSessionThatIsRefusedLeavesRoomForTheOthers() {
        var bench = Bench()
        bench.happen(3_000, session: 1)
        bench.happen(2, session: 2)
        bench.post(refusing: [1])
        #expect(bench.arrived == bench.cursors(of: 2))
        bench.happen(3_000, session: 1)
        bench.happen(2, session: 3)
        bench.post(refusing: [1])
        #expect(bench.arrived == bench.cursors(of: 2) + bench.cursors(of: 3))
        #expect(!bench.queue.isFull && bench.queue.isCrowded)
        // What is left in the log has no rows, and the place to save is before it.
        #expect(bench.rows.count < 1_000 && bench.queue.place.position < 1_000)
        // Once it is taken, all of it comes, in order, and nothing twice.
        bench.post(at: Self.start + .seconds(5))
        #expect(bench.arrived.filter { bench.log[Int($0) - 1].sessionID == 1 } == bench.cursors(of: 1))
        #expect(bench.arrived.count == bench.log.count && Set(bench.arrived).count == bench.log.count)
        #expect(bench.queue.place == (Int64(bench.log.count), Int64(bench.log.count)))
    }

    @Test func manySessionsThatAreRefusedLeaveRoom() {
        var bench = Bench()
        for session: Int64 in 1...40 { bench.happen(100, session: session) }
        bench.happen(3, session: 99)
        bench.post(refusing: Set(1...40))
        #expect(bench.arrived == bench.cursors(of: 99))
        bench.post(at: Self.start + .seconds(5))
        for session: Int64 in 1...40 {
            #expect(bench.arrived.filter { bench.log[Int($0) - 1].sessionID == session } == bench.cursors(of: session))
        }
        #expect(bench.arrived.count == bench.log.count)
    }

    /// Not refused: each post takes long.
    @Test func aSessionThatIsSlowLeavesRoomForTheOthers() {
        var bench = Bench()
        bench.happen(1_000, session: 1)
        bench.happen(1, session: 2)
        bench.read()
        #expect(bench.queue.next(at: Self.start)?.event.sessionID == 1)
        #expect(bench.queue.next(at: Self.start)?.event.sessionID == 2)
    }

    /// What arrived before what was left in the log is known to whoever reads the log again from there.
    @Test func afterARestartWhatWasLeftComesAndNothingElse() {
        var bench = Bench()
        bench.happen(2_000, session: 1)
        bench.happen(2, session: 2)
        bench.post(refusing: [1])
        let place = bench.queue.place
        var webhook = WebhookRecord(id: 7, userID: 1, url: "", position: place.position, createdAt: Self.start)
        webhook.sequence = place.sequence
        let lane = bench.rows.values.filter { $0.state == .lane }.sorted { $0.cursor < $1.cursor }
        bench.queue = WebhookQueue(
            webhook, rows: lane, known: Set(bench.rows.keys.filter { $0 > place.position }))
        bench.post(at: Self.start + .seconds(5))
        #expect(bench.arrived == bench.cursors(of: 2) + bench.cursors(of: 1))
        #expect(bench.queue.place == (2_002, 2_002))
    }

    @Test func refusedSessionsArePassedOverWhereOthersAreAskedFor() throws {
        var bench = Bench()
        bench.happen(1, session: 1)
        bench.post(refusing: [1])
        bench.happen(1, session: 2)
        bench.read()
        let later = Self.start + .seconds(60)
        #expect(bench.queue.next(at: later, refusedToo: false)?.event.sessionID == 2)
        #expect(bench.queue.next(at: later, refusedToo: false) == nil)
        #expect(bench.queue.isRefused(1) && !bench.queue.isRefused(2))
        let found = bench.queue.next(at: later)
        let again = try #require(found)
        _ = bench.queue.settle(WebhookSchedule.arrived(again, status: 200, at: later))
        #expect(!bench.queue.isRefused(1))
    }
}
