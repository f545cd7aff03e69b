// The path of a request as logs may keep it. People put keys and tokens where an id belongs; nothing that long is one of
// ours, so what could be a secret is cut to what may be shown.

enum LoggedPath {
    /// Segments of ours are names and numbers; keys and tokens are longer than all of them.
    private static let longest = 60
    private static let keyMark = "sbk_"
    /// `sbk_` and the prefix, which is safe to show.
    private static let shownOfKey = 12

    /// At most 256 characters, without the query: that may hold anything.
    static func text(_ path: String) -> String {
        let path = path.prefix { $0 != "?" }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).map { segment -> String in
            if segment.hasPrefix(keyMark), segment.utf8.count > shownOfKey { return segment.prefix(shownOfKey) + "…" }
            return segment.utf8.count > longest ? "…" : String(segment)
        }
        return String(segments.joined(separator: "/").prefix(256))
    }
}
