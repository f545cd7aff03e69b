import Testing

@testable import RPC

struct StreamTableTests {
    /// Ids as a client gives them out, ids that all want the same place, and both.
    @Test(arguments: [2, 64, 1 << 12, 1 << 31])
    func itHoldsWhatADictionaryWouldHold(_ step: UInt32) {
        var random = Seeded(state: UInt64(step))
        var table = StreamTable<Int>()
        var expected: [UInt32: Int] = [:]
        var next: UInt32 = 1
        for round in 0..<4_000 {
            switch Int.random(in: 0..<5, using: &random) {
            case 0,
                1 where expected.count < 200:
                table.insert(next, round)
                expected[next] = round
                next &+= round % 3 == 0 ? 2 : step
                while expected[next] != nil { next &+= 2 }
            case 2:
                guard let id = expected.keys.sorted().randomElement(using: &random) else { continue }
                table.update(id) { $0 += 1 }
                expected[id, default: 0] += 1
            default:
                let id = expected.keys.sorted().randomElement(using: &random) ?? 7
                #expect(table.remove(id) == expected.removeValue(forKey: id))
            }
            #expect(table.count == expected.count && table.isEmpty == expected.isEmpty)
        }
        #expect(Dictionary(uniqueKeysWithValues: table.all.map { ($0.id, $0.value) }) == expected)
        for (id, value) in expected { #expect(table[id] == value) }
        #expect(table[next &+ 2] == nil)
    }

    @Test
    func whatIsNotThereIsNil() {
        var table = StreamTable<Int>()
        #expect(table[1] == nil && table.remove(1) == nil && table.isEmpty && table.all.isEmpty)
        table.insert(1, 5)
        #expect(table[17] == nil && table.remove(17) == nil && table.remove(1) == 5 && table[1] == nil)
    }
}

private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
