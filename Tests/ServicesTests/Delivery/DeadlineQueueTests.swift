import Testing

@testable import Services

@Suite struct DeadlineQueueTests {
    private func take<Key>(_ queue: inout DeadlineQueue<Key>, at now: Duration) -> [Key] { queue.takeDue(at: now) }

    @Test func whatIsDueComesOutInOrderAndOnce() {
        var queue = DeadlineQueue<String>()
        queue.set("c", at: .seconds(3))
        queue.set("a", at: .seconds(1))
        queue.set("b", at: .seconds(2))
        let earliest = queue.earliest
        #expect(earliest == .seconds(1))
        #expect(take(&queue, at: .seconds(2)) == ["a", "b"])
        #expect(take(&queue, at: .seconds(2)) == [])
        let next = queue.earliest
        #expect(next == .seconds(3))
        #expect(queue.count == 1)
    }

    @Test func aKeyHasOneTime() {
        var queue = DeadlineQueue<Int>()
        queue.set(1, at: .seconds(5))
        queue.set(1, at: .seconds(9))
        #expect(take(&queue, at: .seconds(6)) == [])
        queue.advance(1, to: .seconds(20))
        #expect(queue[1] == .seconds(9))
        queue.advance(1, to: .seconds(7))
        #expect(take(&queue, at: .seconds(8)) == [1])
        queue.set(2, at: .seconds(1))
        queue.remove(2)
        let earliest = queue.earliest
        #expect(earliest == nil)
    }

    @Test(arguments: 1...10)
    func itAgreesWithASortedList(seed: UInt64) {
        var random = Xorshift(seed)
        var queue = DeadlineQueue<Int>()
        var model: [Int: Int] = [:]
        var now = 0
        for _ in 0..<5_000 {
            let key = Int(random.next() % 50)
            switch random.next() % 4 {
            case 0, 1:
                let time = now + Int(random.next() % 100)
                queue.set(key, at: .seconds(time))
                model[key] = time
            case 2:
                queue.remove(key)
                model[key] = nil
            default:
                now += Int(random.next() % 10)
                let due = queue.takeDue(at: .seconds(now))
                let expected = model.filter { $0.value <= now }
                #expect(Set(due) == Set(expected.keys))
                #expect(due.map { expected[$0] ?? -1 } == due.map { expected[$0] ?? -1 }.sorted())
                for key in expected.keys { model[key] = nil }
            }
            #expect(queue.count == model.count)
            let earliest = queue.earliest
            #expect(earliest == model.values.min().map { .seconds($0) })
        }
    }
}
