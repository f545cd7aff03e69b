// Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/): a line of help and one of
// type per family, then one line per figure, in a stable order.

struct Exposition {
    private(set) var text = ""

    mutating func add(
        _ name: String, _ family: MetricsRegistry.Family,
        _ instruments: [(labels: [Label], instrument: any Instrument)],
        _ samples: [Sample]
    ) {
        guard !instruments.isEmpty || !samples.isEmpty else { return }
        text += "# HELP \(name) \(Self.escaped(family.help, quotes: false))\n"
        text += "# TYPE \(name) \(family.kind.rawValue)\n"
        for (labels, instrument) in instruments.sorted(by: { Self.order($0.labels) < Self.order($1.labels) }) {
            switch instrument {
            case let counting as Counting: line(name, labels, Double(counting.value))
            case let gauge as Gauge: line(name, labels, gauge.value)
            case let histogram as Histogram: lines(name, labels, histogram)
            default: break
            }
        }
        for sample in samples.sorted(by: { Self.order($0.labels) < Self.order($1.labels) }) {
            line(name, sample.labels, sample.value)
        }
    }

    private mutating func lines(_ name: String, _ labels: [Label], _ histogram: Histogram) {
        let snapshot = histogram.snapshot
        var sum: UInt64 = 0
        for (bound, count) in zip(histogram.bounds + [.infinity], snapshot.counts) {
            sum += count
            line(name + "_bucket", labels + [Label("le", Self.number(bound))], Double(sum))
        }
        line(name + "_sum", labels, snapshot.sum)
        line(name + "_count", labels, Double(sum))
    }

    private mutating func line(_ name: String, _ labels: [Label], _ value: Double) {
        text += name
        if !labels.isEmpty {
            text += "{"
            text += labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }.joined(separator: ",")
            text += "}"
        }
        text += " \(Self.number(value))\n"
    }

    private static func order(_ labels: [Label]) -> String {
        labels.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    }

    /// Whole numbers without a point: `le="1"` is what others write.
    static func number(_ value: Double) -> String {
        if value == .infinity { return "+Inf" }
        if value == -.infinity { return "-Inf" }
        if value.isNaN { return "NaN" }
        return Int64(exactly: value).map { String($0) } ?? String(value)
    }

    static func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
