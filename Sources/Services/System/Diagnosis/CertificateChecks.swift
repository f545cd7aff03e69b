// How long the server's certificate is good for.

package import Contract
internal import Store

package enum CertificateChecks {
    private static let soon: Duration = .seconds(14 * 86_400)

    /// - Parameter goodUntil: the second, since 1970, in which it runs out.
    package static func finding(goodUntil: Int64, now: Instant) -> Finding {
        let end = Instant(seconds: goodUntil, nanoseconds: 0)
        let left = end - now
        let advice = "Put another one in the place of its files, then SIGHUP: rpcd takes it without a restart."
        guard left > .zero else {
            return .fail("certificate", "it ran out \(CalendarDay.stamp(end)): nobody can connect by TLS", do: advice)
        }
        let text = "good until \(CalendarDay.stamp(end)), for \(Amount.time(left))"
        return left < soon ? .warn("certificate", text, do: advice) : .ok("certificate", text)
    }
}
