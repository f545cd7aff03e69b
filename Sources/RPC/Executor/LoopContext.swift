// What the connections on one event loop share: the executor of their handlers, the timers, the counts, a spare buffer for
// output, and the list of those that have written something and wait for their flush. Sharing keeps an idle connection
// small; living on one thread keeps all of it free of locks.

internal import NIOCore
internal import Synchronization

/// Something with output to flush.
protocol Flushable: AnyObject {
    func flushOutput()
}

/// Confined to its loop but for the counts, which others may read: `@unchecked` because the compiler cannot see that.
final class LoopContext: @unchecked Sendable {
    let loop: any EventLoop
    let timers: LoopTimers
    let counts = LoopCounts()
    let executor: LoopExecutor
    private let flushes: Flushes
    /// Connections that are open on this loop.
    var connections: [ObjectIdentifier: ServerConnection] = [:]
    /// True while somebody looks after them (ServerConnection+Watch.swift).
    var isWatched = false
    /// Those that wait for room for their frames.
    let parsing = ParsingQueue()

    /// Connections that are not yet, because their TLS handshake is under way.
    var handshakes: [ObjectIdentifier: ServerHandshake] = [:]

    @exclusivity(unchecked) private var spare = ByteBuffer()

    /// What a buffer may have grown to and still be kept.
    private static let keptCapacity = 256 << 10

    init(loop: any EventLoop) {
        self.loop = loop
        self.timers = LoopTimers(loop: loop)
        let flushes = Flushes(loop: loop)
        self.flushes = flushes
        executor = LoopExecutor(loop: loop) { flushes.around($0) }
    }

    /// Flushes `connection` at the end of this tick.
    func flushLater(_ connection: any Flushable) { flushes.add(connection) }

    /// A buffer to write into; the loop has one that is passed around.
    func borrowBuffer() -> ByteBuffer {
        defer { spare = ByteBuffer() }
        return spare
    }

    /// Taken from the caller, so that clearing it needs no new memory.
    func giveBack(_ buffer: inout ByteBuffer) {
        guard buffer.storageCapacity <= Self.keptCapacity, buffer.storageCapacity > spare.storageCapacity else {
            return
        }
        swap(&spare, &buffer)
        buffer = ByteBuffer()
        spare.clear()
    }
}

/// Who has written something since the last flush. Confined to its loop.
private final class Flushes: @unchecked Sendable {
    private let loop: any EventLoop
    @exclusivity(unchecked) private var waiting: [any Flushable] = []
    /// True where somebody will flush at the end of what runs now.
    @exclusivity(unchecked) private var isDue = false

    init(loop: any EventLoop) { self.loop = loop }

    func add(_ connection: any Flushable) {
        waiting.append(connection)
        guard !isDue else { return }
        isDue = true
        loop.execute { self.flush() }
    }

    /// Runs `work`, then flushes what it wrote.
    func around(_ work: () -> Void) {
        isDue = true
        work()
        flush()
    }

    private func flush() {
        isDue = false
        guard !waiting.isEmpty else { return }
        let connections = waiting
        waiting.removeAll(keepingCapacity: true)
        for connection in connections { connection.flushOutput() }
    }
}

/// Written by one loop, read by all: plain stores, no read-modify-write, no contention.
final class LoopCounts: Sendable {
    private let streamCount = Atomic<Int>(0)
    private let handlerCount = Atomic<Int>(0)

    var streams: Int { streamCount.load(ordering: .relaxed) }
    var handlers: Int { handlerCount.load(ordering: .relaxed) }

    /// On the owning loop only.
    func addStreams(_ change: Int) {
        streamCount.store(streamCount.load(ordering: .relaxed) + change, ordering: .relaxed)
    }

    /// On the owning loop only.
    func addHandlers(_ change: Int) {
        handlerCount.store(handlerCount.load(ordering: .relaxed) + change, ordering: .relaxed)
    }
}
