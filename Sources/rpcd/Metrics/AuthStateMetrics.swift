// What engines keep, and what of it is under way, as figures for Prometheus.

internal import Prometheus
internal import Services

extension MetricsRegistry {
    func collectAuthState(reading: AuthStateBudget, writing: AuthStateBudget) {
        let directions = [("out", reading), ("in", writing)]
        collect(
            "switchboard_auth_state_bytes", .gauge,
            "Bytes of what engines keep that are in memory, on their way out to bridges and in from them."
        ) {
            directions.map { Sample(Double($0.1.total), labels: [Label("direction", $0.0)]) }
        }
        collect(
            "switchboard_auth_state_refused_total", .counter,
            "Calls of bridges that were refused because too much of what engines keep was in memory."
        ) {
            directions.map { Sample(Double($0.1.refused), labels: [Label("direction", $0.0)]) }
        }
    }
}
