// What the process is told from outside. The first SIGTERM or SIGINT asks for an orderly end; a second one ends the
// process at once, whatever it is doing, and so it is handled on a thread that nothing else uses. SIGHUP asks to reread
// what can be reread. SIGPIPE is ignored: a peer that is gone is an error of a write.

internal import Dispatch
internal import Glibc
internal import Synchronization

final class Signals: Sendable {
    private let sources: Mutex<[any DispatchSourceSignal]>

    /// Handles signals from now on, for as long as it lives.
    /// - Parameters:
    ///   - end: called at the first SIGTERM or SIGINT.
    ///   - endAtOnce: called at the second; does not return.
    ///   - reread: called at each SIGHUP.
    init(
        end: @escaping @Sendable (_ signal: String) -> Void, endAtOnce: @escaping @Sendable () -> Never,
        reread: @escaping @Sendable () -> Void
    ) {
        signal(SIGPIPE, SIG_IGN)
        let queue = DispatchQueue(label: "signals", qos: .userInteractive)
        let asked = Counter()
        sources = Mutex([
            Self.source(SIGTERM, queue) {
                if asked.next() > 1 { endAtOnce() }
                end("SIGTERM")
            },
            Self.source(SIGINT, queue) {
                if asked.next() > 1 { endAtOnce() }
                end("SIGINT")
            },
            Self.source(SIGHUP, queue, reread),
        ])
    }

    private final class Counter: Sendable {
        private let value = Atomic<Int>(0)
        func next() -> Int { value.add(1, ordering: .relaxed).newValue }
    }

    private static func source(
        _ number: Int32, _ queue: DispatchQueue, _ body: @escaping @Sendable () -> Void
    ) -> any DispatchSourceSignal {
        // The default action would come before the source.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler(handler: DispatchWorkItem(block: body))
        source.resume()
        return source
    }
}
