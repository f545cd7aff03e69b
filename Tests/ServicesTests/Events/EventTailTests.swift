// The tail of the event log: what is there, what is not, and that nobody who goes by it misses or repeats anything.

import Codec
import Contract
import RPC
import Store
import Synchronization
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct EventTailTests {
    private let clock = FakeClock()

    /// Encodes when it is let.
    private final class Encoder: Sendable {
        private let state = Mutex<(encoded: [Int64], isOpen: Bool, fails: Bool)>(([], true, false))

        var encoded: [Int64] { state.withLock { $0.encoded } }
        func open(_ isOpen: Bool) { state.withLock { $0.isOpen = isOpen } }
        func fail(_ fails: Bool) { state.withLock { $0.fails = fails } }

        func encode(_ events: [EventRecord]) async throws -> [EncodedEvent] {
            state.withLock { $0.encoded += events.map(\.cursor) }
            while !state.withLock({ $0.isOpen }) { try await Task.sleep(for: .milliseconds(1)) }
            if state.withLock({ $0.fails }) { throw StoreError.overloaded }
            return events.map { event in EncodedEvent(.with { $0.type = "\(event.cursor)" }) }
        }
    }

    private func tail(_ encoder: Encoder, _ change: (inout EventTail.Limits) -> Void = { _ in }) -> EventTail {
        var limits = EventTail.Limits()
        change(&limits)
        return EventTail(clock: clock, limits: limits) { try await encoder.encode($0) }
    }

    private func events(_ cursors: ClosedRange<Int64>, user: Int64 = 1) -> [EventRecord] {
        cursors.map {
            var event = EventRecord(at: clock.now(), type: "message.accepted", userID: user, body: [])
            event.cursor = $0
            return event
        }
    }

    private func cursors(_ page: EventTail.Page?) -> [Int64]? { page?.entries.map(\.event.cursor) }

    @Test func whatIsWatchedIsThereWithItsBytes() async throws {
        let encoder = Encoder()
        let tail = tail(encoder)
        let watcher = tail.hub.watch(.init(), drain: DrainSignal())
        tail.publish(events(5...9))
        #expect(try await watcher.next() == .change)
        let page = try #require(tail.page(after: 6, .init(), limit: 10))
        #expect(try page.entries.map { try Event(decoding: $0.encoded.found.bytes).type } == ["7", "8", "9"])
        #expect(page.cursor == 9 && page.isAtEnd)
        let first = try #require(tail.page(after: 4, .init(), limit: 2))
        #expect(cursors(first) == [5, 6] && first.cursor == 6 && !first.isAtEnd)
        // Who is ahead of it stays there; what lies before it is in the log alone.
        #expect(tail.page(after: 12, .init(), limit: 2)?.cursor == 12)
        #expect(tail.page(after: 3, .init(), limit: 2) == nil)
        #expect(encoder.encoded == [5, 6, 7, 8, 9])
    }

    /// Who watches messages takes a part of what was encoded for those who watch events.
    @Test func aChangeOfAMessageIsThereAsAnUpdateToo() throws {
        let change = MessageChange.with { change in
            change.message = .with {
                $0.id = 7
                $0.content = "Hello"
                $0.holdReason = "pacing"
            }
            change.entry = .with { $0.cause = "accepted" }
        }
        let event = EncodedEvent(
            .with {
                $0.cursor = "c"
                $0.at = clock.now().timestamp
                $0.type = "message.accepted"
                $0.messageId = 7
                $0.body = .message(change)
            })
        let update = MessageUpdate.with {
            $0.message = change.message
            $0.entry = change.entry
        }
        #expect(try MessageUpdate(decoding: event.update.found) == update)
        #expect(event.update == update.encoded())
        // Its message is gone; there is none.
        #expect(EncodedEvent(.with { $0.body = .message(.with { $0.entry = change.entry }) }).update == nil)
        #expect(EncodedEvent(.with { $0.body = .session(.with { $0.id = 1 }) }).update == nil)
    }

    @Test func whatNobodyWantedIsLeftToTheLog() async throws {
        let encoder = Encoder()
        let tail = tail(encoder)
        tail.publish(events(1...3))
        #expect(tail.page(after: 0, .init(), limit: 10) == nil && encoder.encoded.isEmpty)
        let watcher = tail.hub.watch(.init(userID: 1), drain: DrainSignal())
        tail.publish(events(4...5, user: 2) + events(6...6))
        #expect(try await watcher.next() == .change)
        #expect(encoder.encoded == [6])
        #expect(cursors(tail.page(after: 3, .init(userID: 1), limit: 10)) == [6])
        #expect(tail.page(after: 3, .init(), limit: 10) == nil)
        #expect(cursors(tail.page(after: 5, .init(), limit: 10)) == [6])
    }

    @Test func itIsBoundInNumberBytesAndAge() async throws {
        let encoder = Encoder()
        let few = tail(encoder) { $0.events = 3 }
        let small = tail(encoder) { $0.bytes = 3 * 131 }
        for tail in [few, small] {
            let watcher = tail.hub.watch(.init(), drain: DrainSignal())
            tail.publish(events(1...9))
            #expect(try await watcher.next() == .change)
            #expect(tail.page(after: 5, .init(), limit: 10) == nil)
            #expect(cursors(tail.page(after: 6, .init(), limit: 10)) == [7, 8, 9])
            clock.advance(by: .seconds(10))
            #expect(cursors(tail.page(after: 6, .init(), limit: 10)) == [7, 8, 9])
            clock.advance(by: .milliseconds(1))
            #expect(tail.page(after: 8, .init(), limit: 10) == nil)
            #expect(cursors(tail.page(after: 9, .init(), limit: 10)) == [])
        }
    }

    @Test func whatCannotBeEncodedIsLeftToTheLogAndTold() async throws {
        let encoder = Encoder()
        let tail = tail(encoder)
        let watcher = tail.hub.watch(.init(), drain: DrainSignal())
        encoder.fail(true)
        tail.publish(events(1...2))
        #expect(try await watcher.next() == .change)
        #expect(tail.page(after: 0, .init(), limit: 10) == nil && tail.page(after: 2, .init(), limit: 10) == nil)
        encoder.fail(false)
        tail.publish(events(3...4))
        try await untilTrue { cursors(tail.page(after: 2, .init(), limit: 10)) == [3, 4] }
        #expect(tail.page(after: 1, .init(), limit: 10) == nil)
    }

    @Test func whatIsTooMuchToWaitLeavesAGapThatNobodyFallsInto() async throws {
        let encoder = Encoder()
        let tail = tail(encoder) { $0.waiting = 3 }
        let watcher = tail.hub.watch(.init(), drain: DrainSignal())
        encoder.open(false)
        tail.publish(events(1...2))
        try await untilTrue { encoder.encoded == [1, 2] }
        tail.publish(events(3...4))
        tail.publish(events(5...6))
        // Told at once: they are in the log.
        #expect(try await watcher.next() == .change)
        tail.publish(events(7...8))
        encoder.open(true)
        try await untilTrue { tail.page(after: 6, .init(), limit: 10)?.entries.count == 2 }
        #expect(encoder.encoded == [1, 2, 7, 8])
        for cursor: Int64 in 0...5 { #expect(tail.page(after: cursor, .init(), limit: 10) == nil) }
    }

    /// It said that it was at its end, and who had been woken for the gap went to sleep before it.
    @Test func whoIsWokenForAGapBehindWhatIsThereReadsTheLog() async throws {
        let encoder = Encoder()
        let tail = tail(encoder) { $0.waiting = 3 }
        let watcher = tail.hub.watch(.init(), drain: DrainSignal())
        tail.publish(events(1...2))
        #expect(try await watcher.next() == .change)
        #expect(cursors(tail.page(after: 0, .init(), limit: 10)) == [1, 2])
        encoder.open(false)
        tail.publish(events(3...4))
        try await untilTrue { encoder.encoded == [1, 2, 3, 4] }
        tail.publish(events(5...8))
        #expect(try await watcher.next() == .change)
        for cursor: Int64 in 0...8 { #expect(tail.page(after: cursor, .init(), limit: 10) == nil) }
        encoder.open(true)
        // What was being encoded meanwhile is told, and left to the log with the rest.
        #expect(try await watcher.next() == .change)
        tail.publish(events(9...9))
        try await untilTrue { cursors(tail.page(after: 8, .init(), limit: 10)) == [9] }
        for cursor: Int64 in 0...7 { #expect(tail.page(after: cursor, .init(), limit: 10) == nil) }
    }

    @Test func whoeverGoesByItMissesAndRepeatsNothing() async throws {
        let house = try House.identity()
        let encoder = EventEncoder(tokens: house.pages)
        let tail = EventTail(store: house.store, clock: clock, encoder: encoder)
        house.store.observeEvents { tail.publish($0) }
        let user = try await house.user("ada")
        let total = 400
        let drain = DrainSignal()
        /// Reads on from where it stands, and now and then begins anew from its cursor.
        @Sendable func follow(_ number: Int) async throws -> [Int64] {
            var seen: [Int64] = []
            while seen.count < total {
                var (feed, _) = try await EventFeed.open(
                    house.store, tail, .init(userID: user.id), from: seen.last ?? 0, drain: drain
                ) { _ in }
                for _ in 0..<(number * 3) where seen.count < total {
                    let news = try await feed.next {
                        Int64($0.event.cursor)
                    } _: { _, events in
                        events.map(\.cursor)
                    }
                    if case .items(let cursors) = news { seen += cursors }
                }
            }
            return seen
        }
        try await withThrowingTaskGroup(of: [Int64].self) { group in
            for number in 1...8 { group.addTask { try await follow(number) } }
            var left = total
            while left > 0 {
                let count = min(left, Int.random(in: 1...9))
                left -= count
                let now = clock.now()
                try await house.store.write { db in
                    for _ in 0..<count {
                        try EventLog.append(
                            db, type: "message.accepted", userID: user.id, body: TimelineEntry(), at: now)
                    }
                }
            }
            for try await seen in group { #expect(seen == Array(1...Int64(total))) }
        }
    }
}
