// The page that Prometheus reads, letter by letter, and what promtool says about it where it is installed.
import CoreMetrics
import Foundation
import Testing

@testable import Prometheus

@Suite struct ExpositionTests {
    @Test func aCounterIsItsFamilyAndItsLabels() {
        let registry = MetricsRegistry()
        registry.counter("calls_total", "Calls.", labels: [Label("method", "a/B"), Label("code", "OK")]).increment(
            by: 3)
        registry.counter("calls_total", "Calls.", labels: [Label("code", "NOT_FOUND"), Label("method", "a/B")])
            .increment(by: 1)
        #expect(
            registry.text == """
                # HELP calls_total Calls.
                # TYPE calls_total counter
                calls_total{code="NOT_FOUND",method="a/B"} 1
                calls_total{code="OK",method="a/B"} 3

                """)
    }

    @Test func theSameLabelsAreTheSameInstrumentWhateverTheirOrder() {
        let registry = MetricsRegistry()
        let one = registry.counter("c_total", "", labels: [Label("a", "1"), Label("b", "2")])
        let other = registry.counter("c_total", "", labels: [Label("b", "2"), Label("a", "1")])
        #expect(one === other)
    }

    @Test func aHistogramAddsUp() {
        let registry = MetricsRegistry()
        let histogram = registry.histogram("took_seconds", "How long.")
        for value in [0.000_05, 0.003, 0.003, 99] { histogram.record(value) }
        histogram.record(Double.nan)
        let text = registry.text
        #expect(text.contains("took_seconds_bucket{le=\"0.0001\"} 1\n"))
        #expect(text.contains("took_seconds_bucket{le=\"0.0025\"} 1\n"))
        #expect(text.contains("took_seconds_bucket{le=\"0.005\"} 3\n"))
        #expect(text.contains("took_seconds_bucket{le=\"10\"} 3\n"))
        #expect(text.contains("took_seconds_bucket{le=\"+Inf\"} 4\n"))
        #expect(text.contains("took_seconds_count 4\n"))
    }

    @Test func aLabelCannotBreakItsLine() {
        let registry = MetricsRegistry()
        registry.gauge("g", "Two\nlines.", labels: [Label("x", "a\"b\\c\nd")]).set(1.5)
        #expect(
            registry.text == """
                # HELP g Two\\nlines.
                # TYPE g gauge
                g{x="a\\"b\\\\c\\nd"} 1.5

                """)
    }

    @Test func whatIsCollectedIsAskedEachTime() {
        let registry = MetricsRegistry()
        let gauge = registry.gauge("source", "")
        registry.collect("seen", .gauge, "Seen.") { [Sample(gauge.value)] }
        #expect(registry.text.contains("seen 0\n"))
        gauge.set(7.0)
        #expect(registry.text.contains("seen 7\n"))
    }

    @Test func twoKindsUnderOneNameDoNotSpoilThePage() {
        let registry = MetricsRegistry()
        registry.counter("x", "").increment(by: 1)
        registry.gauge("x", "").set(5.0)
        #expect(registry.text.split(separator: "\n").filter { $0.hasPrefix("x") } == ["x 1"])
    }

    @Test func packagesThatKnowOnlySwiftMetricsAreHeard() {
        let registry = MetricsRegistry()
        Counter(label: "http.requests", dimensions: [("http.method", "GET")], factory: registry).increment()
        Timer(label: "http.time", dimensions: [], factory: registry).recordNanoseconds(2_000_000)
        Meter(label: "pool size", dimensions: [], factory: registry).set(3)
        let text = registry.text
        #expect(text.contains("http_requests_total{http_method=\"GET\"} 1\n"))
        #expect(text.contains("http_time_seconds_count 1\n"))
        #expect(text.contains("http_time_seconds_sum 0.002\n"))
        #expect(text.contains("pool_size 3\n"))
    }

    @Test func whatWasDestroyedIsGone() {
        let registry = MetricsRegistry()
        let counter = Counter(label: "gone", dimensions: [], factory: registry)
        counter.increment()
        #expect(registry.text.contains("gone_total"))
        counter.destroy()
        #expect(!registry.text.contains("gone_total"))
    }

    @Test func manyThreadsLoseNothing() async {
        let registry = MetricsRegistry()
        let counter = registry.counter("n_total", "")
        let gauge = registry.gauge("level", "")
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1_000 {
                        counter.increment(by: 1)
                        gauge.increment(by: 1)
                    }
                }
            }
        }
        #expect(counter.value == 8_000)
        #expect(gauge.value == 8_000)
    }
}
