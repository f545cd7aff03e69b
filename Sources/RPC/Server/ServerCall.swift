// One call that a peer has opened, from its Request to the return of its handler: what the handler reads from and writes
// to, and what ends it early (deadline, lost peer, a broken rule). Lives on its connection's event loop; handlers run
// there too, and who comes from elsewhere is brought there first. The answer is written once, by the connection.

internal import Codec
internal import NIOCore
internal import Synchronization

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class ServerCall: IncomingCall, TimerTarget, @unchecked Sendable {
    let context: CallContext
    let route: Route
    let stream: UInt32
    let connection: ServerConnection

    @exclusivity(unchecked) private var payload: ByteBuffer?
    /// Of the payload, while its handler waits before it is decoded.
    @exclusivity(unchecked) private var waitingPages = 0
    @exclusivity(unchecked) private var inbound: InboundBuffer
    @exclusivity(unchecked) private var reader: LoopWaiter<ByteBuffer?>?
    @exclusivity(unchecked) private var task: Task<Void, Never>?
    @exclusivity(unchecked) private var timer: LoopTimers.Token?
    private var writes = 0
    @exclusivity(unchecked) private var hasReturned = false
    /// Why nothing more can be read or written, an `RPCError`; `nil` while the call is open.
    @exclusivity(unchecked) private var ending: (any Error)?
    /// Items that tasks elsewhere have written and the loop has not come to. The flag is true while there may be any.
    private let outbox = Mutex<[ByteBuffer]>([])
    private let hasOutbox = Atomic<Bool>(false)

    /// Items that a handler may write in one go.
    private static let turn = 64

    init(_ context: CallContext, _ route: Route, stream: UInt32, payload: ByteBuffer, on connection: ServerConnection) {
        self.context = context
        self.route = route
        self.stream = stream
        self.connection = connection
        let limits = connection.core.configuration.limits
        inbound = InboundBuffer(itemLimit: limits.bufferedItems, byteLimit: limits.bufferedBytes)
        if route.method.kind.clientStreams {
            // A first item may come with the Request; an empty one would be no payload, so it is none.
            if payload.readableBytes > 0 { _ = inbound.push(payload) }
        } else {
            self.payload = payload
            inbound.end()
        }
    }

    var isOver: Bool { ending != nil }

    // MARK: Running

    /// The handler is done. On the loop.
    /// - Parameter response: without meaning where the call streams its responses.
    func returned(_ response: any ProtoMessage) {
        leave()
        connection.handlerReturned(self, response)
    }

    func failed(_ error: any Error) {
        leave()
        connection.handlerFailed(self, error)
    }

    private func leave() {
        connection.loop.loop.assertInEventLoop()
        hasReturned = true
        task = nil
    }

    /// The handler has not returned but waits in `task`, which is its own from now on: it can be cancelled, and has a
    /// deadline. One that never waits needs neither, since nobody else gets to run before it is done.
    func waits(in task: Task<Void, Never>) {
        self.task = task
        if let payload { waitingPages = connection.core.parsing.charge(bytes: payload.readableBytes) }
        if ending != nil { return task.cancel() }
        if !context.deadline.isNever { timer = connection.loop.timers.add(self, at: context.deadline) }
    }

    /// Nothing more is read or written. Wakes whoever waits, and cancels the handler where it still runs.
    /// - Parameter error: an `RPCError`, in a box already.
    func end(_ error: any Error) {
        guard ending == nil else { return }
        ending = error
        if let timer { connection.loop.timers.remove(timer) }
        timer = nil
        dropPayload()
        inbound.discard(error)
        reader?.resume(with: .failure(error))
        reader = nil
        connection.wakeWriters(of: self)
        if !hasReturned { task?.cancel() }
    }

    func timerFired() {
        timer = nil
        connection.cut(self, .deadlinePassed)
    }

    // MARK: Requests

    func takePayload() throws -> ByteBuffer {
        guard let payload else { throw ending ?? RPCError.requestTakenTwice }
        dropPayload()
        return payload
    }

    private func dropPayload() {
        payload = nil
        guard waitingPages > 0 else { return }
        connection.core.parsing.giveBack(pages: waitingPages)
        waitingPages = 0
    }

    /// Hands in what came; false when the buffer is full.
    func deliver(_ item: ByteBuffer?, end: Bool) -> Bool {
        if let item {
            if let reader, reader.resume(with: .success(item)) {
                self.reader = nil
            } else if !inbound.push(item) {
                return false
            }
        }
        if end {
            inbound.end()
            reader?.resume(with: .success(nil))
            reader = nil
        }
        return true
    }

    func next() async throws -> ByteBuffer? {
        if connection.loop.loop.inEventLoop {
            switch inbound.next() {
            case .item(let item): return item
            case .end: return nil
            case .failed(let error): throw error
            case .wait: break
            }
        }
        return try await LoopWaiter.wait(on: connection.loop.loop) { self.register($0) }
    }

    private func register(_ waiter: LoopWaiter<ByteBuffer?>) {
        switch inbound.next() {
        case .item(let item): waiter.resume(with: .success(item))
        case .end: waiter.resume(with: .success(nil))
        case .failed(let error): waiter.resume(with: .failure(error))
        case .wait:
            // The stream has one reader; of two, the later one is the mistake of a program and is told so.
            if let reader, !reader.isDone {
                waiter.resume(with: .failure(Misuse("two tasks read the requests of one call")))
            } else {
                reader = waiter
            }
        }
    }

    // MARK: Responses

    func ready() async throws {
        if connection.loop.loop.inEventLoop {
            if let ending { throw ending }
            if connection.isWritable {
                // A handler that only writes would keep its loop from everybody else: every so often it stands in line.
                writes &+= 1
                guard writes % Self.turn == 0 else { return }
                await Task.yield()
                if let ending { throw ending }
                if connection.isWritable { return }
            }
        }
        repeat {
            try await LoopWaiter<Void>.wait(on: connection.loop.loop) { self.connection.waitForRoom(self, $0) }
        } while connection.loop.loop.inEventLoop && !connection.isWritable
    }

    func send(size: Int, _ fill: (UnsafeMutableRawPointer) -> Void) throws {
        let limit = connection.core.frameLimit
        guard size <= limit else { throw StreamRefusal.frameTooLarge(length: size, limit: limit).error }
        if connection.loop.loop.inEventLoop {
            if let ending { throw ending }
            writeOutbox()
            connection.writeItem(self, size: size, fill)
        } else {
            let item = ByteBuffer(size: size, filledBy: fill)
            let isFirst = outbox.withLock { items in
                items.append(item)
                hasOutbox.store(true, ordering: .releasing)
                return items.count == 1
            }
            if isFirst { connection.loop.loop.execute { self.writeOutbox() } }
        }
    }

    /// Puts what was written elsewhere before whatever comes after it: the loop's own items, the end of the call. Its
    /// handler may be back before the loop has come to it.
    func writeOutbox() {
        guard hasOutbox.load(ordering: .acquiring) else { return }
        let items = outbox.withLock { items in
            hasOutbox.store(false, ordering: .relaxed)
            defer { items = [] }
            return items
        }
        guard ending == nil else { return }
        for item in items { connection.writeItem(self, item) }
    }

    /// Somebody may write again, or learns that nobody can.
    func resume(_ waiter: LoopWaiter<Void>) {
        waiter.resume(with: ending.map { .failure($0) } ?? .success(()))
    }
}
