// A thread of the store's own. SQLite blocks in fdatasync and on locks, which neither an event loop nor Swift's pool of
// threads may do.

internal import Glibc

final class WorkerThread: @unchecked Sendable {
    private final class Start {
        let name: String
        let body: @Sendable () -> Void
        init(_ name: String, _ body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }

    private var thread = pthread_t()

    /// `name`: at most 15 bytes, shown by ps and top.
    init(name: String, _ body: @escaping @Sendable () -> Void) throws(StoreError) {
        let start = Unmanaged.passRetained(Start(name, body))
        let code = pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                let start = Unmanaged<Start>.fromOpaque(raw).takeRetainedValue()
                WorkerThread.blockSignals()
                WorkerThread.nameThread(start.name)
                start.body()
                return nil
            }, start.toOpaque())
        guard code == 0 else {
            start.release()
            throw .ioFailure("no thread: errno \(code)")
        }
    }

    /// Waits for the thread to end. Once only, and not from the thread itself.
    func join() { pthread_join(thread, nil) }

    var isCurrent: Bool { pthread_equal(thread, pthread_self()) != 0 }

    /// glibc's own function for it is hidden from Swift.
    private static func nameThread(_ name: String) {
        let descriptor = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = write(descriptor, name, name.utf8.count)
        close(descriptor)
    }

    /// Signals are for the main thread; and SIGXFSZ must become EFBIG at the write, not the end of the process.
    private static func blockSignals() {
        var all = sigset_t()
        sigfillset(&all)
        for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&all, fault) }
        pthread_sigmask(SIG_BLOCK, &all, nil)
    }
}
