// One arena per thread, made when the thread first decodes or encodes and freed when it ends.
//
// Event loops are threads, so all connections of a loop share one arena of 32 KiB, and idle connections own none.
internal import Glibc

private let threadArenaKey: pthread_key_t = {
    var key = pthread_key_t()
    let result = pthread_key_create(&key) { pointer in
        guard let pointer else { return }
        Arena(state: pointer.assumingMemoryBound(to: ArenaState.self)).destroy()
    }
    // Keys run out (1,024 a process) only by a mistake of ours, at start.
    precondition(result == 0, "no thread-specific key left")
    return key
}()

extension Arena {
    /// The calling thread's arena.
    @usableFromInline
    static var ofThread: Arena {
        if let pointer = pthread_getspecific(threadArenaKey) {
            return Arena(state: pointer.assumingMemoryBound(to: ArenaState.self))
        }
        guard let arena = make(), pthread_setspecific(threadArenaKey, arena.state) == 0 else {
            // The same as what Swift does when an array cannot grow.
            fatalError("out of memory")
        }
        return arena
    }
}
