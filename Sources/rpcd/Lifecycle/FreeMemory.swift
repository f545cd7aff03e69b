// Gives back to the system what is free. After a crowd of peers glibc keeps what their buffers took, a hundred megabytes
// and more, for a next time that may never come: it only lets go of what lies at the end of its heap.

internal import CMalloc

enum FreeMemory {
    /// More than this must have become free since the last time, in bytes.
    private static let worthwhile = 16 << 20
    private static let pause = Duration.seconds(2)

    /// Until cancelled.
    static func run() async {
        // What was given back still counts as free, so only what is new tells.
        var known = 0
        while true {
            do { try await Task.sleep(for: pause) } catch { return }
            let free = Int(clamping: mallinfo2().fordblks)
            known = min(known, free)
            guard free > known + worthwhile else { continue }
            malloc_trim(0)
            known = free
        }
    }
}
