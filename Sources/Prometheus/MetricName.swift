// Names as Prometheus wants them: letters, digits and `_`, not beginning with a digit; `_total` and `_seconds` say what
// is counted (https://prometheus.io/docs/practices/naming/).

enum MetricName {
    static func sanitized(_ name: String) -> String {
        var result = ""
        for character in name.unicodeScalars {
            switch character {
            case "a"..."z", "A"..."Z", "0"..."9", "_", ":": result.unicodeScalars.append(character)
            default: result.append("_")
            }
        }
        guard let first = result.unicodeScalars.first else { return "_" }
        return ("0"..."9").contains(first) ? "_" + result : result
    }

    static func ofCounter(_ label: String) -> String { label.hasSuffix("_total") ? label : label + "_total" }

    static func ofTimer(_ label: String) -> String { label.hasSuffix("_seconds") ? label : label + "_seconds" }

    static func labels(_ dimensions: [(String, String)]) -> [Label] {
        dimensions.map { Label(sanitized($0.0).replacing(":", with: "_"), $0.1) }
    }
}
