// SHA-256 (FIPS 180-4), for the fingerprints of certificates alone: public bytes, one block at a time, once a handshake.
// What is secret is hashed elsewhere, by libcrypto, which this room does not have.

enum SHA256 {
    /// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
    private static let start: [UInt32] = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]

    /// The same of the cube roots of the first 64 primes, found by whole-number arithmetic.
    private static let constants: [UInt32] = {
        var primes: [UInt64] = []
        var candidate: UInt64 = 2
        while primes.count < 64 {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        // The largest r with r³ ≤ p·2⁹⁶ is ∛p·2³²; its low 32 bits are the fraction.
        return primes.map { prime in
            var low: UInt64 = 0
            var high: UInt64 = 7 << 32
            while high - low > 1 {
                let middle = (low + high) / 2
                if isCube(of: middle, atMost: prime) { low = middle } else { high = middle }
            }
            return UInt32(truncatingIfNeeded: low)
        }
    }()

    private static func isCube(of root: UInt64, atMost prime: UInt64) -> Bool {
        // root < 7·2³², so its cube needs up to 105 bits.
        let square = root.multipliedFullWidth(by: root)
        let low = root.multipliedFullWidth(by: square.low)
        let high = root.multipliedFullWidth(by: square.high).low &+ low.high
        // Compared with prime·2⁹⁶ = (prime << 32)·2⁶⁴.
        return high < prime << 32 || high == prime << 32 && low.low == 0
    }

    static func hexadecimal(of message: [UInt8]) -> String {
        digest(of: message).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    static func digest(of message: [UInt8]) -> [UInt8] {
        var padded = message
        padded.append(0x80)
        padded.append(contentsOf: repeatElement(0, count: (119 - message.count % 64) % 64))
        let bits = UInt64(message.count) * 8
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        var hash = start
        for block in stride(from: 0, to: padded.count, by: 64) { mix(padded[block..<(block + 64)], into: &hash) }
        return hash.flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) }
        }
    }

    private static func mix(_ block: ArraySlice<UInt8>, into hash: inout [UInt32]) {
        func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
        var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { at in
            block[at..<(at + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<64 {
            let early = words[index - 15]
            let late = words[index - 2]
            let small0 = turned(early, 7) ^ turned(early, 18) ^ early >> 3
            let small1 = turned(late, 17) ^ turned(late, 19) ^ late >> 10
            words.append(words[index - 16] &+ small0 &+ words[index - 7] &+ small1)
        }
        // a…h are state[0]…state[7].
        var state = hash
        for index in 0..<64 {
            let large1 = turned(state[4], 6) ^ turned(state[4], 11) ^ turned(state[4], 25)
            let choice = state[4] & state[5] ^ ~state[4] & state[6]
            let first = state[7] &+ large1 &+ choice &+ constants[index] &+ words[index]
            let large0 = turned(state[0], 2) ^ turned(state[0], 13) ^ turned(state[0], 22)
            let majority = state[0] & state[1] ^ state[0] & state[2] ^ state[1] & state[2]
            state.removeLast()
            state.insert(first &+ large0 &+ majority, at: 0)
            state[4] &+= first
        }
        for index in 0..<8 { hash[index] &+= state[index] }
    }
}
