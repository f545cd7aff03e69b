// Our id of a message, made once, when it is accepted. Engines that let us choose take it as WhatsApp's own id, so that a
// repeat is the same message; its form is one that WhatsApp's clients use.

internal import Synchronization

package enum ClientMessageID {
    /// Random bytes in one id: with 72 bits no two are ever alike.
    package static let entropy = 9

    /// `3EB0` and 18 upper-case hexadecimal digits.
    /// - Parameter random: `entropy` bytes; more are ignored.
    package static func make(random: some Collection<UInt8>) -> String {
        String(unsafeUninitializedCapacity: 4 + 2 * entropy) { text in
            var end = text.initialize(fromContentsOf: "3EB0".utf8)
            for byte in random.prefix(entropy) {
                text.initializeElement(at: end, to: digit(byte >> 4))
                text.initializeElement(at: end + 1, to: digit(byte & 15))
                end += 2
            }
            return end
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// Makes ids from randomness that is fetched for many at once: a request to the generator costs more than all the rest.
    package final class Source: Sendable {
        private struct Pool {
            var bytes: [UInt8] = []
            var used = 0
        }

        private let pool = Mutex(Pool())

        package init() {}

        package func next() -> String {
            pool.withLock { pool in
                if pool.used + entropy > pool.bytes.count {
                    pool.bytes = randomBytes(64 * entropy)
                    pool.used = 0
                }
                defer { pool.used += entropy }
                return make(random: pool.bytes[pool.used..<pool.used + entropy])
            }
        }
    }
}
