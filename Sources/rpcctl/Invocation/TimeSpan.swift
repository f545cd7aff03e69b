// Lengths of time as people type them: `500ms`, `10s`, `5m`, `1h`, `30d`; a bare number counts seconds.
internal import ArgumentParser

struct TimeSpan: ExpressibleByArgument, Hashable {
    let duration: Duration

    init(_ duration: Duration) { self.duration = duration }

    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let count = Int64(digits), count < 1_000_000_000 else { return nil }
        switch argument.dropFirst(digits.count) {
        case "ms": duration = .milliseconds(count)
        case "s", "": duration = .seconds(count)
        case "m": duration = .seconds(count * 60)
        case "h": duration = .seconds(count * 3600)
        case "d": duration = .seconds(count * 86_400)
        default: return nil
        }
        guard duration > .zero else { return nil }
    }

    /// As it would be typed.
    var defaultValueDescription: String { text }

    var text: String {
        let (seconds, attoseconds) = duration.components
        guard attoseconds == 0 else { return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000)ms" }
        if seconds.isMultiple(of: 3600) { return "\(seconds / 3600)h" }
        return seconds.isMultiple(of: 60) && seconds > 60 ? "\(seconds / 60)m" : "\(seconds)s"
    }
}
