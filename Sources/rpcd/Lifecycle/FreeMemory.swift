// Gives back to the system what is free, once the process has come to rest. After a crowd of peers glibc keeps what their
// buffers took, a hundred megabytes and more, for a next time that may never come: it only lets go of what lies at the end
// of its heap. While there is work nothing is given back: it takes time under the allocator's locks, and what was given
// back would be wanted again at once.

internal import CMalloc
internal import Glibc

enum FreeMemory {
    /// Until cancelled.
    static func run() async {
        var rest = RestAfterWork()
        while true {
            do { try await Task.sleep(for: RestAfterWork.pause) } catch { return }
            if rest.isReached(worked: processorTime(), free: { Int(clamping: mallinfo2().fordblks) }) { malloc_trim(0) }
        }
    }

    /// What the whole process has taken so far.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

/// Whether it is time to give memory back, looked at once a `pause`. Pure.
struct RestAfterWork {
    static let pause = Duration.seconds(2)
    /// Who takes less than this in a pause rests.
    static let quiet = Duration.milliseconds(100)
    /// More than this must have become free since the last time, in bytes.
    static let worthwhile = 16 << 20

    private var worked = Duration.zero
    /// What was given back still counts as free, so at rest only what is new tells. After work nothing is known: what is
    /// free may have been in use meanwhile, and be resident again.
    private var known = 0

    /// - Parameters:
    ///   - now: processor time taken so far.
    ///   - free: bytes that the allocator has and nobody uses; not asked for during work, since that has a price too.
    mutating func isReached(worked now: Duration, free: () -> Int) -> Bool {
        defer { worked = now }
        guard now - worked < Self.quiet else {
            known = 0
            return false
        }
        let free = free()
        known = min(known, free)
        guard free > known + Self.worthwhile else { return false }
        known = free
        return true
    }
}
