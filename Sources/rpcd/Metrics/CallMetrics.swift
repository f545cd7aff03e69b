// How many calls of each method ended how, and how long they took. One lookup and two additions a call, on its event
// loop; instruments are made once per method and status.

internal import Prometheus
internal import RPC
internal import Services
internal import Synchronization

final class CallMetrics: Sendable {
    private struct Key: Hashable {
        let method: Method
        let reason: String
    }

    private let registry: MetricsRegistry
    private let known: Set<Method>
    private let ended = Mutex<[Key: Counting]>([:])
    private let took: [Method: Histogram]

    /// - Parameter methods: those that are counted by name; others were never reached by a call.
    init(_ registry: MetricsRegistry, methods: [Method]) {
        self.registry = registry
        known = Set(methods)
        took = Dictionary(
            uniqueKeysWithValues: Set(methods).filter { $0.kind == .unary }.map { method in
                let histogram = registry.histogram(
                    "switchboard_call_duration_seconds", "How long unary calls took.",
                    labels: [Label("method", method.path)])
                return (method, histogram)
            })
    }

    func record(_ call: CallRecord) {
        guard known.contains(call.method) else { return }
        counter(of: call).increment(by: 1)
        let parts = call.duration.components
        took[call.method]?.record(Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
    }

    /// Reasons are words of the contract, so there are few of them.
    private func counter(of call: CallRecord) -> Counting {
        let reason = call.code == .ok ? "OK" : call.reason.isEmpty ? call.code.name : call.reason
        return ended.withLock { ended in
            let key = Key(method: call.method, reason: reason)
            if let counter = ended[key] { return counter }
            let made = registry.counter(
                "switchboard_calls_total", "Calls that ended, by method and status.",
                labels: [Label("method", call.method.path), Label("status", reason)])
            ended[key] = made
            return made
        }
    }
}
