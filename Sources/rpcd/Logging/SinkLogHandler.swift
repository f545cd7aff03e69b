// swift-log's way into the sink: what the packages and rooms below log comes out in the same lines. The level is the
// sink's, for all loggers at once; a logger may be quieter than that, never louder.

internal import Logging

struct SinkLogHandler: LogHandler {
    private let label: String
    private let sink: LogSink
    private var ownLevel = Logger.Level.trace
    var metadata = Logger.Metadata()
    var metadataProvider: Logger.MetadataProvider?

    init(label: String, sink: LogSink) {
        self.label = label
        self.sink = sink
    }

    var logLevel: Logger.Level {
        get { max(ownLevel, sink.level) }
        set { ownLevel = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard event.level >= ownLevel, sink.admits(event.level) else { return }
        var all = metadataProvider?.get() ?? [:]
        all.merge(metadata) { $1 }
        if let given = event.metadata { all.merge(given) { $1 } }
        var fields = all.sorted { $0.key < $1.key }.map { (name: $0.key, value: "\($0.value)") }
        if let error = event.error { fields.append(("error", "\(error)")) }
        fields.append(("from", label))
        sink.log(event.level, event.message.description, fields)
    }
}
