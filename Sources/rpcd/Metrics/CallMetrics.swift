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
    private let ended = Mutex<[Key: Counting]>([:])
    private let took = Mutex<[Method: Histogram]>([:])

    init(_ registry: MetricsRegistry) {
        self.registry = registry
    }

    /// Only methods of the router come here, so there are no more names than methods.
    func record(_ call: CallRecord) {
        counter(of: call).increment(by: 1)
        guard call.method.kind == .unary else { return }
        let parts = call.duration.components
        histogram(of: call.method).record(Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
    }

    private func histogram(of method: Method) -> Histogram {
        took.withLock { took in
            if let histogram = took[method] { return histogram }
            let made = registry.histogram(
                "switchboard_call_duration_seconds", "How long unary calls took.",
                labels: [Label("method", method.path)])
            took[method] = made
            return made
        }
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
