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
            let counts =
                refusals.counts.map { ($0.kind.rawValue, $0.count) } + streams.refused.map { ($0.key, $0.value) }
            return counts.map { Sample(Double($0.1), labels: [Label("limit", $0.0)]) }
        }
        collect("switchboard_http_streams", .gauge, "Event streams that go on over HTTP.") {
            [Sample(Double(streams.count))]
        }
    }
}
