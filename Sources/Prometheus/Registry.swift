// All the figures of one process, by family: what counters, meters and histograms were told, and what collectors find
// out when somebody asks. The backend of swift-metrics; the text that Prometheus reads is made in Exposition.swift.

package import CoreMetrics
internal import Synchronization

/// One figure of a family.
package struct Sample: Sendable, Hashable {
    package var labels: [Label]
    package var value: Double

    package init(_ value: Double, labels: [Label] = []) {
        self.value = value
        self.labels = labels
    }
}

package struct Label: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

package enum FamilyKind: String, Sendable {
    case counter, gauge, histogram
}

package final class MetricsRegistry: Sendable {
    struct Family: Sendable {
        var kind: FamilyKind
        var help: String
        var instruments: [[Label]: any Instrument] = [:]
        var collect: (@Sendable () -> [Sample])?
    }

    private let families = Mutex<[String: Family]>([:])
    /// Upper bounds of histograms, in seconds.
    package static let buckets: [Double] = [
        0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]

    package init() {}

    /// Says what a family means. What was never described is shown with its name for help.
    package func describe(_ name: String, _ help: String) {
        families.withLock { $0[MetricName.sanitized(name)]?.help = help }
    }

    /// A family whose figures are found out each time somebody asks. `collect` must be quick and must not wait.
    package func collect(
        _ name: String, _ kind: FamilyKind, _ help: String, _ collect: @escaping @Sendable () -> [Sample]
    ) {
        families.withLock {
            $0[MetricName.sanitized(name)] = Family(kind: kind, help: help, collect: collect)
        }
    }

    /// What there is now, in Prometheus' text format.
    package var text: String {
        let all = families.withLock { $0 }
        var text = Exposition()
        for (name, family) in all.sorted(by: { $0.key < $1.key }) {
            let instruments = family.instruments.map { (labels: $0.key, instrument: $0.value) }
            text.add(name, family, instruments, family.collect?() ?? [])
        }
        return text.text
    }

    // MARK: Instruments

    package func counter(_ name: String, _ help: String, labels: [Label] = []) -> Counting {
        instrument(name, .counter, help, labels) { Counting() }
    }

    package func gauge(_ name: String, _ help: String, labels: [Label] = []) -> Gauge {
        instrument(name, .gauge, help, labels) { Gauge() }
    }

    package func histogram(_ name: String, _ help: String, labels: [Label] = []) -> Histogram {
        instrument(name, .histogram, help, labels) { Histogram(bounds: Self.buckets) }
    }

    /// The instrument of these labels: the same one each time. A name that is of another kind already gives one that
    /// counts for itself and is not shown: two kinds under one name would make the whole page unreadable.
    private func instrument<I: Instrument>(
        _ name: String, _ kind: FamilyKind, _ help: String, _ labels: [Label], _ make: () -> I
    ) -> I {
        let name = MetricName.sanitized(name)
        let labels = labels.sorted { $0.name < $1.name }
        let made = make()
        return families.withLock { families in
            let family = families[name] ?? Family(kind: kind, help: help)
            guard family.kind == kind, family.collect == nil else { return made }
            if let known = family.instruments[labels] as? I { return known }
            families[name] = family
            families[name]?.instruments[labels] = made
            return made
        }
    }

    fileprivate func forget(_ handler: AnyObject) {
        families.withLock { families in
            for (name, family) in families {
                for (labels, instrument) in family.instruments where instrument === handler {
                    families[name]?.instruments[labels] = nil
                }
            }
        }
    }
}

// MARK: swift-metrics

extension MetricsRegistry: MetricsFactory {
    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(MetricName.ofCounter(label), label, labels: MetricName.labels(dimensions))
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, label, labels: MetricName.labels(dimensions))
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        if aggregate { return histogram(label, label, labels: MetricName.labels(dimensions)) }
        return gauge(label, label, labels: MetricName.labels(dimensions))
    }

    /// In seconds, as Prometheus has it.
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(MetricName.ofTimer(label), label, labels: MetricName.labels(dimensions))
    }

    package func destroyCounter(_ handler: any CounterHandler) { forget(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { forget(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { forget(handler) }
}
