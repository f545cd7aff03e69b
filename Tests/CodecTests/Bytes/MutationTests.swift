// Random damage, the same at every run: whatever comes in, the answer is a message or an error, and protobuf-c never
// refuses what the check pass let through.
import Codec
import TestContract
import Testing

/// A small generator (xorshift64*), so that a failure can be repeated.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 2_685_821_657_736_338_717
    }
}

@Suite struct MutationTests {
    private func damage(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            let place = Int.random(in: 0...bytes.count, using: &dice)
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
            case 1: if place < bytes.count { bytes.remove(at: place) }
            case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &dice) }
            case 3: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice) }
            case 4:
                let end = min(bytes.count, place + Int.random(in: 0..<20, using: &dice))
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
            default: bytes.removeLast(min(bytes.count, Int.random(in: 0..<8, using: &dice)))
            }
        }
        return bytes
    }

    /// - Returns: how many of the damaged messages were still messages.
    private func run<M: ProtoMessage>(_ message: M, iterations: Int, seed: UInt64) -> Int {
        var dice = Dice(state: seed)
        let original = message.encoded()
        var accepted = 0
        for _ in 0..<iterations {
            let bytes = damage(original, &dice)
            do throws(DecodingError) {
                let decoded = try M(decoding: bytes, limits: Bool.random(using: &dice) ? .request : .response)
                accepted += 1
                // NaN is not equal to itself.
                let again = try M(decoding: decoded.encoded(), limits: .response)
                #expect(again == decoded || "\(again)".contains("nan"))
                _ = try? decoded.json()
                _ = try? decoded.json(options: .canonical)
            } catch {
                #expect(error.reason != .refused, "\(bytes)")
                #expect(error.offset <= bytes.count)
            }
        }
        return accepted
    }

    @Test func damagedScalarsNeverCrash() {
        #expect((1..<5_000).contains(run(Samples.scalars, iterations: 5_000, seed: 1)))
    }

    @Test func damagedListsNeverCrash() {
        #expect((1..<5_000).contains(run(Samples.lists, iterations: 5_000, seed: 2)))
    }

    @Test func damagedMapsNeverCrash() {
        #expect((1..<4_000).contains(run(Samples.maps, iterations: 4_000, seed: 3)))
    }

    @Test func damagedTreesNeverCrash() {
        #expect((1..<4_000).contains(run(Samples.tree, iterations: 4_000, seed: 4)))
    }

    @Test func damagedJSONNeverCrashes() throws {
        var dice = Dice(state: 5)
        let texts = [
            Array(try Samples.scalars.json().utf8), Array(try Samples.tree.json().utf8),
            Array(try Samples.lists.json().utf8),
        ]
        for iteration in 0..<4_000 {
            let text = damage(texts[iteration % texts.count], &dice)
            _ = try? Scalars(json: text)
            _ = try? Tree(json: text)
            _ = try? Lists(json: text, options: .canonical)
            _ = try? JSONValue(parsing: text)
            _ = try? StructMessage(json: text)
        }
    }
}
