// The system's time zones, read when somebody first names them and kept.

internal import Glibc
internal import Synchronization

package enum Zones {
    private static let directory = "/usr/share/zoneinfo/"
    /// More than any real one has.
    private static let longest = 1 << 20
    /// As many as a world needs.
    private static let known = Mutex<[String: Zone]>([:])
    /// Names that were not found, until when that is believed: seconds of a clock that nobody sets. Callers make names up, so
    /// only so many are kept.
    private static let unknown = Mutex<[String: Int]>([:])
    private static let mostUnknown = 64

    /// The zone of this name, such as `Europe/Berlin`; nil where the system knows none.
    package static func find(_ name: String) -> Zone? {
        guard isName(name) else { return nil }
        if let zone = known.withLock({ $0[name] }) { return zone }
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let now = time.tv_sec
        if unknown.withLock({ $0[name] ?? 0 }) > now { return nil }
        guard let file = read(directory + name), let zone = Zone(file: file) else {
            unknown.withLock { unknown in
                if unknown.count >= mostUnknown { unknown = [:] }
                unknown[name] = now + 60
            }
            return nil
        }
        known.withLock { $0[name] = zone }
        return zone
    }

    /// Nothing that could lead out of the directory: words of letters, digits, `_`, `+`, `-`, up to three, by slashes.
    static func isName(_ name: String) -> Bool {
        let words = name.split(separator: "/", omittingEmptySubsequences: false)
        guard name.utf8.count <= 64, (1...3).contains(words.count) else { return false }
        return words.allSatisfy { word in
            !word.isEmpty
                && word.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
    }

    private static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var file: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 16 << 10)
        while file.count <= longest {
            let count = Glibc.read(descriptor, &part, part.count)
            guard count >= 0 else { return nil }
            if count == 0 { return file }
            file += part[..<count]
        }
        return nil
    }
}
