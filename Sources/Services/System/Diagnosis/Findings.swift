// Findings as values: what was looked at, how bad it is, and what to do. The checks beside this file are functions from facts
// to findings, so that each verdict can be tried without the thing that it is about.

internal import Codec
package import Contract

extension Finding {
    package static func ok(_ subject: String, _ detail: String) -> Finding {
        make(subject, .ok, detail, "")
    }

    package static func warn(_ subject: String, _ detail: String, do advice: String) -> Finding {
        make(subject, .warn, detail, advice)
    }

    package static func fail(_ subject: String, _ detail: String, do advice: String) -> Finding {
        make(subject, .fail, detail, advice)
    }

    private static func make(_ subject: String, _ level: FindingLevel, _ detail: String, _ advice: String) -> Finding {
        .with {
            $0.subject = subject
            $0.level = level
            $0.detail = detail
            $0.advice = advice
        }
    }
}

/// Amounts as people read them.
enum Amount {
    /// Such as `12.4 MiB`.
    static func bytes(_ count: Int64) -> String {
        let units = ["B", "KiB", "MiB", "GiB", "TiB"]
        var (tenths, unit) = (max(0, count) * 10, 0)
        while tenths >= 10_240, unit < units.count - 1 { (tenths, unit) = (tenths / 1_024, unit + 1) }
        return unit == 0 ? "\(count) B" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }

    /// Such as `3 d`, `5 h`, `2 min`, `40 s`.
    static func time(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        for (length, unit) in [(86_400, "d"), (3_600, "h"), (60, "min")] where seconds >= Int64(length) * 2 {
            return "\(seconds / Int64(length)) \(unit)"
        }
        return "\(seconds) s"
    }
}
