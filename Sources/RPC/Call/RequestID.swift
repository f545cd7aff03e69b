// Ids under which calls are logged. A caller's own is taken over if it can stand in a log line as it is.

/// How calls are named in logs and answers.
public enum RequestID {
    static let metadataKey = "x-request-id"

    /// `given` where it is 1…128 bytes of printable ASCII.
    public static func accepted(_ given: String?) -> String? {
        guard let given, (1...128).contains(given.utf8.count) else { return nil }
        return given.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? given : nil
    }

    /// 16 lower-case hexadecimal digits, random.
    public static func make() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
