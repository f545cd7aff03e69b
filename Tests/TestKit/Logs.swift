// Loggers for tests: one that says nothing, and one whose lines can be read.
package import Logging
internal import Synchronization

extension Logger {
    package static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

/// The lines that were logged.
package final class LogLines: Sendable {
    package struct Line: Sendable {
        package let level: Logger.Level
        package let message: String
        package let fields: [String: String]
    }

    private let state = Mutex<[Line]>([])

    package init() {}

    package var all: [Line] { state.withLock { $0 } }

    package var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

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
                $0.append(
                    Line(level: level, message: "\(message)", fields: (metadata ?? [:]).mapValues { "\($0)" }))
            }
        }
    }
}
