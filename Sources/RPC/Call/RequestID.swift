// Ids under which calls are logged. A caller's own is taken over if it can stand in a log line as it is.

internal import Synchronization

/// How calls are named in logs and answers.
public enum RequestID {
    static let metadataKey = "x-request-id"

    /// `given` where it is 1…128 bytes of printable ASCII.
    public static func accepted(_ given: String?) -> String? {
        guard let given, (1...128).contains(given.utf8.count) else { return nil }
        return given.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? given : nil
    }

    /// 16 lower-case hexadecimal digits: no two alike in one process, and by chance only in two. Nothing rests on their
    /// being hard to guess: they are a count, scrambled (the output function of SplitMix64), from a random start.
    public static func make() -> String {
        var bits = next.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        return String(unsafeUninitializedCapacity: 16) { text in
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: bits >> UInt64(60 - 4 * place)) & 15
                text.initializeElement(
                    at: place, to: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
            }
            return 16
        }
    }

    private static let next = Atomic(UInt64.random(in: .min ... .max))
}
