// One direction of an in-process stream: items by one task, out by another, bounded, so that a fast sender waits for a
// slow reader as it would on a socket. Any thread; nothing is called with the lock held.

internal import NIOCore
internal import Synchronization

final class Pipe: Sendable {
    private struct State {
        var buffer: InboundBuffer
        var nextID: UInt64 = 0
        var reader: (id: UInt64, continuation: CheckedContinuation<ByteBuffer?, any Error>)?
        var writers: [(id: UInt64, continuation: CheckedContinuation<Void, any Error>)] = []
        /// Why nothing more is taken.
        var refusal: RPCError?
    }

    private let state: Mutex<State>

    init(itemLimit: Int, byteLimit: Int) {
        state = Mutex(State(buffer: InboundBuffer(itemLimit: itemLimit, byteLimit: byteLimit)))
    }

    // MARK: Sending

    /// Returns when there is room; throws when nothing is taken any more.
    func ready() async throws {
        let id = newID()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result: Result<Void, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let refusal = state.refusal { return .failure(refusal) }
                    if state.buffer.isBelowLimits { return .success(()) }
                    state.writers.append((id, continuation))
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let writer = state.withLock { state in
                state.writers.firstIndex { $0.id == id }.map { state.writers.remove(at: $0) }
            }
            writer?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Hands over an item after `ready`. Throws when nothing is taken any more.
    func push(_ item: ByteBuffer) throws {
        let reader: CheckedContinuation<ByteBuffer?, any Error>? = try state.withLock { state in
            if let refusal = state.refusal { throw refusal }
            if let reader = state.reader {
                state.reader = nil
                return reader.continuation
            }
            state.buffer.append(item)
            return nil
        }
        reader?.resume(returning: item)
    }

    /// No more items come; those that wait are still to be had.
    func end() { close(.callOver) { $0.end() } }

    /// The call failed; items that wait are still to be had, then the error.
    func fail(_ error: RPCError) { close(error) { $0.fail(error) } }

    /// The call is over and nobody wants the items.
    func discard(_ error: RPCError) { close(error) { $0.discard(error) } }

    private func close(_ refusal: RPCError, _ change: (inout InboundBuffer) -> Void) {
        let (reader, next, writers) = state.withLock { state in
            if state.refusal == nil { state.refusal = refusal }
            change(&state.buffer)
            let writers = state.writers
            state.writers = []
            guard let reader = state.reader else {
                return (nil as CheckedContinuation<ByteBuffer?, any Error>?, InboundBuffer.Next.wait, writers)
            }
            state.reader = nil
            return (reader.continuation, state.buffer.next(), writers)
        }
        if let reader { Self.resume(reader, next) }
        for writer in writers { writer.continuation.resume(throwing: refusal) }
    }

    // MARK: Receiving

    func next() async throws -> ByteBuffer? {
        let id = newID()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let (next, writer) = state.withLock { state in take(&state, id, continuation) }
                switch next {
                case .success(.wait): break
                case .success(let next): Self.resume(continuation, next)
                case .failure(let error): continuation.resume(throwing: error)
                }
                writer?.resume()
            }
        } onCancel: {
            let reader = state.withLock { state in
                guard let reader = state.reader, reader.id == id else {
                    return nil as CheckedContinuation<ByteBuffer?, any Error>?
                }
                state.reader = nil
                return reader.continuation
            }
            reader?.resume(throwing: CancellationError())
        }
    }

    private func take(
        _ state: inout State, _ id: UInt64, _ continuation: CheckedContinuation<ByteBuffer?, any Error>
    ) -> (Result<InboundBuffer.Next, any Error>, CheckedContinuation<Void, any Error>?) {
        if Task.isCancelled { return (.failure(CancellationError()), nil) }
        let next = state.buffer.next()
        if case .wait = next {
            guard state.reader == nil else { return (.failure(Misuse("two tasks read one stream")), nil) }
            state.reader = (id, continuation)
        }
        let mayWrite = !state.writers.isEmpty && state.buffer.isBelowLimits
        return (.success(next), mayWrite ? state.writers.removeFirst().continuation : nil)
    }

    private static func resume(
        _ reader: CheckedContinuation<ByteBuffer?, any Error>, _ next: InboundBuffer.Next
    ) {
        switch next {
        case .item(let item): reader.resume(returning: item)
        case .end: reader.resume(returning: nil)
        case .failed(let error): reader.resume(throwing: error)
        case .wait: reader.resume(throwing: Misuse("woken without a reason"))
        }
    }

    private func newID() -> UInt64 {
        state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
    }
}
