// Where log lines go: a bounded buffer, written to stderr by a thread of its own, so that a slow or stuck reader of the
// log never holds up an event loop. When the buffer is full, lines are dropped and counted, and the count is logged.
// The level can be changed while running (SIGHUP).

internal import Dispatch
internal import Glibc
internal import Logging
internal import Services
internal import Synchronization

final class LogSink: Sendable {
    private struct State {
        var buffer: [UInt8] = []
        var dropped = 0
        var isScheduled = false
        /// Whether what is scheduled is to happen at once.
        var isUrgent = false
    }

    private let state = Mutex(State())
    private let threshold: Atomic<Int>
    private let format: LogFormat
    private let clock: any Clock
    private let descriptor: Int32
    private let capacity: Int
    private let writer = DispatchQueue(label: "log")
    /// How long a line may wait for company: waking a thread for each costs more than writing it. Warnings and what is
    /// worse do not wait.
    private static let patience = DispatchTimeInterval.milliseconds(20)

    init(
        format: LogFormat, level: Logger.Level, clock: any Clock = SystemClock(), descriptor: Int32 = STDERR_FILENO,
        capacity: Int = 4 << 20
    ) {
        self.format = format
        self.clock = clock
        self.descriptor = descriptor
        self.capacity = capacity
        threshold = Atomic(level.severity)
    }

    var level: Logger.Level {
        get {
            let severity = threshold.load(ordering: .relaxed)
            return Logger.Level.allCases.first { $0.severity == severity } ?? .info
        }
        set { threshold.store(newValue.severity, ordering: .relaxed) }
    }

    func admits(_ level: Logger.Level) -> Bool { level.severity >= threshold.load(ordering: .relaxed) }

    /// Takes one event; nothing where its level is below the threshold.
    func log(_ level: Logger.Level, _ message: String, _ fields: [(name: String, value: String)] = []) {
        guard admits(level) else { return }
        let line = LogLine(time: clock.now(), level: level, message: message, fields: fields)
        let isUrgent = level.severity >= Logger.Level.warning.severity
        let mustSchedule = state.withLock { state in
            guard state.buffer.count < capacity else {
                state.dropped += 1
                return false
            }
            line.append(to: &state.buffer, as: format)
            guard !state.isScheduled || isUrgent && !state.isUrgent else { return false }
            state.isScheduled = true
            state.isUrgent = state.isUrgent || isUrgent
            return true
        }
        guard mustSchedule else { return }
        if isUrgent {
            writer.async { self.writeOut() }
        } else {
            writer.asyncAfter(deadline: .now() + Self.patience) { self.writeOut() }
        }
    }

    /// Waits until all that was taken is written, but no longer than a second.
    func flush() {
        let done = DispatchSemaphore(value: 0)
        writer.async {
            self.writeOut()
            done.signal()
        }
        _ = done.wait(timeout: .now() + 1)
    }

    private func writeOut() {
        let batch = state.withLock { state in
            if state.dropped > 0 {
                let line = LogLine(
                    time: clock.now(), level: .warning, message: "log lines were dropped: nobody reads fast enough",
                    fields: [("count", String(state.dropped))])
                line.append(to: &state.buffer, as: format)
                state.dropped = 0
            }
            let batch = state.buffer
            state = State()
            // As much will come again; growing to it step by step costs more than it.
            state.buffer.reserveCapacity(min(batch.count, 64 << 10))
            return batch
        }
        if !batch.isEmpty { write(batch) }
    }

    private func write(_ batch: [UInt8]) {
        batch.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written > 0 {
                    rest = rest.dropFirst(written)
                } else if errno == EAGAIN {
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&waiting, 1, 1_000)
                } else if errno != EINTR {
                    // Nobody is there to tell.
                    return
                }
            }
        }
    }
}

extension Logger.Level {
    /// Rising with importance.
    var severity: Int {
        switch self {
        case .trace: 0
        case .debug: 1
        case .info: 2
        case .notice: 3
        case .warning: 4
        case .error: 5
        case .critical: 6
        }
    }
}
