import Testing

@testable import Services

@Suite struct ReadyQueueTests {
    @Test func sessionsTakeTurns() {
        var queue = ReadyQueue()
        for session in [1, 2, 3] as [Int64] { queue.mark(session) }
        queue.mark(2)
        #expect(queue.take(2) == [1, 2])
        queue.finish(1, more: true)
        queue.finish(2, more: false)
        #expect(queue.take(9) == [3, 1])
        #expect(queue.isEmpty)
    }

    @Test func whatIsMarkedWhileItIsLookedAtIsLookedAtAgain() {
        var queue = ReadyQueue()
        queue.mark(7)
        #expect(queue.take(1) == [7])
        queue.mark(7)
        #expect(queue.isEmpty)
        queue.finish(7, more: false)
        #expect(queue.take(1) == [7])
        queue.finish(7, more: false)
        #expect(queue.isEmpty)
    }

    @Test func whatIsForgottenDoesNotComeBackUnlessItIsMarked() {
        var queue = ReadyQueue()
        queue.mark(1)
        queue.mark(2)
        queue.forget(1)
        #expect(queue.take(5) == [2])
        queue.forget(2)
        queue.finish(2, more: true)
        #expect(queue.take(5) == [])
        queue.mark(1)
        #expect(queue.take(5) == [1])
    }

    @Test func nobodyIsTakenAheadOfThoseWhoWait() {
        var queue = ReadyQueue()
        #expect(queue.takeAhead(1) == true)
        #expect(queue.takeAhead(1) == false, "it is looked at already")
        #expect(queue.takeAhead(2) == true, "who is looked at waits for nothing")
        queue.mark(1)
        queue.finish(1, more: false)
        #expect(queue.takeAhead(3) == false)
        #expect(queue.take(5) == [1], "it was marked while it was looked at")
        #expect(queue.takeAhead(3) == true)
    }

    @Test func itStaysSmallHoweverLongItRuns() {
        var queue = ReadyQueue()
        for round in 0..<10_000 {
            queue.mark(Int64(round % 3))
            for session in queue.take(2) { queue.finish(session, more: round % 2 == 0) }
        }
        #expect(queue.sessions.count <= 3)
    }
}
