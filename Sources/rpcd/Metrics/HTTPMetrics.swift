// What the gateway refused and cut, and how many streams go on over HTTP, as figures for Prometheus.

internal import Gateway
internal import Prometheus
internal import Services

extension MetricsRegistry {
    func collectHTTP(_ refusals: HTTPRefusals, _ streams: StreamLimits) {
        collect(
            "switchboard_http_refused_total", .counter,
            "Requests refused and connections turned away or cut over HTTP, by the limit that was the reason."
        ) {
            refusals.byName(and: streams).map { Sample(Double($0.value), labels: [Label("limit", $0.key)]) }
        }
        collect("switchboard_http_streams", .gauge, "Event streams that go on over HTTP.") {
            [Sample(Double(streams.count))]
        }
    }
}

extension HTTPRefusals {
    /// Everything that was refused over HTTP, streams included, by the limit that was the reason.
    func byName(and streams: StreamLimits) -> [String: Int] {
        let counts = counts.map { ($0.kind.rawValue, $0.count) }
        return streams.refused.merging(counts) { $0 + $1 }
    }
}
