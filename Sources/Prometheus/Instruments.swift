// What is told figures as they arise: on event loops, by many threads at once, for a few nanoseconds each.

internal import CoreMetrics
internal import Synchronization

/// Something that a family can show.
protocol Instrument: AnyObject, Sendable {}

/// Only ever rises.
package final class Counting: Instrument, CounterHandler {
    private let count = Atomic<Int64>(0)

    package var value: Int64 { count.load(ordering: .relaxed) }

    package func increment(by amount: Int64) {
        guard amount > 0 else { return }
        count.wrappingAdd(amount, ordering: .relaxed)
    }

    package func reset() { count.store(0, ordering: .relaxed) }
}

/// Rises and falls.
package final class Gauge: Instrument, MeterHandler, RecorderHandler {
    private let bits = Atomic<UInt64>(0)

    package var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    package func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }
    package func set(_ value: Int64) { set(Double(value)) }
    package func record(_ value: Double) { set(value) }
    package func record(_ value: Int64) { set(Double(value)) }
    package func increment(by amount: Double) { add(amount) }
    package func decrement(by amount: Double) { add(-amount) }

    private func add(_ amount: Double) {
        var seen = bits.load(ordering: .relaxed)
        while true {
            let wanted = (Double(bitPattern: seen) + amount).bitPattern
            let (exchanged, original) = bits.weakCompareExchange(
                expected: seen, desired: wanted, ordering: .relaxed)
            if exchanged { return }
            seen = original
        }
    }
}

/// How often a value was at most each bound, and what all came to.
package final class Histogram: Instrument, RecorderHandler, TimerHandler {
    struct Snapshot: Sendable, Equatable {
        /// By bound, not yet added up; one more for what exceeds the last bound.
        var counts: [UInt64]
        var sum: Double
    }

    let bounds: [Double]
    private let state: Mutex<Snapshot>

    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex(Snapshot(counts: Array(repeating: 0, count: bounds.count + 1), sum: 0))
    }

    var snapshot: Snapshot { state.withLock { $0 } }

    package func record(_ value: Double) {
        guard value.isFinite else { return }
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock {
            $0.counts[place] &+= 1
            $0.sum += value
        }
    }

    package func record(_ value: Int64) { record(Double(value)) }
    package func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }
}
