// The keys of secrets at rest as a set: read as they were written, the first seals, and none that is in use is given up.
import Testing

@testable import Services

@Suite struct SecretKeysTests {
    private func key(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

    private func set(_ keys: [(id: UInt32, bytes: [UInt8])]) throws -> SecretKeys {
        let made = SecretKeys(keys)
        return try #require(made)
    }

    @Test func aSetIsReadAsItWasWritten() throws {
        let keys = try set([(0xab, key(1)), (0xffff_ffff, key(2))])
        let read = try #require(SecretKeys(parsing: keys.text))
        #expect(keys.text.hasPrefix("000000ab "))
        #expect(read.keys.map(\.id) == [0xab, 0xffff_ffff] && read.keys.map(\.bytes) == [key(1), key(2)])
        #expect(read.newest.name == "000000ab")
    }

    @Test func whatIsNoSetIsRefused() throws {
        let line = try set([(7, key(1))]).text
        #expect(SecretKeys(parsing: line) != nil)
        let texts: [String] = [
            "", "\n", line + line, line.replacing("00000007", with: "7"), line.replacing("00000007", with: "0000000G"),
            line.replacing("00000007", with: "00000000"), "00000007 AAAA\n", "00000007\n",
            line.replacing(" ", with: "  "),
            "000000AB" + String(line.dropFirst(8)),
        ]
        for text in texts { #expect(SecretKeys(parsing: text) == nil, "\(text.count)") }
        let wrong: [[(id: UInt32, bytes: [UInt8])]] = [[], [(1, [1])], [(1, key(1)), (1, key(2))], [(0, key(1))]]
        for keys in wrong {
            let made = SecretKeys(keys)
            #expect(made == nil)
        }
    }

    @Test func aNewKeyComesFirstAndTheOldestUnusedGoes() throws {
        var keys = try #require(SecretKeys.fresh())
        let first = keys.newest.id
        for _ in 0..<40 {
            let next = try #require(keys.rotated(keeping: [first]))
            #expect(!keys.ids.contains(next.newest.id) && next.keys[1].id == keys.newest.id)
            keys = next
        }
        #expect(keys.keys.count == SecretKeys.most && keys.ids.contains(first))
        #expect(keys.rotated(keeping: keys.ids) == nil)
    }
}
