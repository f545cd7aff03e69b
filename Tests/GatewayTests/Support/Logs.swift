// Loggers for tests: one that says nothing, and one whose lines can be read.
import Logging
import Synchronization

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

/// The lines that were logged.
final class LogLines: Sendable {
    struct Line: Sendable {
        let message: String
        let fields: [String: String]
    }

    private let state = Mutex<[Line]>([])

    var all: [Line] { state.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(
            level: Logger.Level, message: Logger.Message, metadata: Logger.Metadata?, source: String, file: String,
            function: String, line: UInt
        ) {
            lines.state.withLock {
                $0.append(Line(message: "\(message)", fields: (metadata ?? [:]).mapValues { "\($0)" }))
            }
        }
    }
}
