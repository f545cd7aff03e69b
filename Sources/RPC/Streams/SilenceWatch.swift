// Ends a stream of responses on which nothing comes for too long: over a connection that stands and a server that is gone
// (stopped, cut off) nothing else would. Only the time counts in which somebody waits for an item: a reader that is busy
// with the last one holds it against nobody.

internal import NIOCore
internal import Synchronization

extension ResponseStream {
    /// The same responses, given up with UNAVAILABLE when the wait for one lasts `limit`. For methods whose servers send
    /// signs of life, such as the watches of events: three times their interval is a good limit.
    public func givingUp(afterSilence limit: Duration) -> ResponseStream {
        ResponseStream(lease, SilenceWatch(lease.stream, limit))
    }
}

final class SilenceWatch: Sendable {
    private struct State {
        /// While somebody waits.
        var silence: Silence?
        var isGone = false
        var task: Task<Void, Never>?
    }

    private let stream: any ClientStream
    private let limit: Duration
    private let state = Mutex(State())

    init(_ stream: any ClientStream, _ limit: Duration) {
        self.stream = stream
        self.limit = limit
    }

    deinit { state.withLock { $0.task }?.cancel() }

    func receive(from lease: StreamLease) async throws -> ByteBuffer? {
        let now = Self.now()
        state.withLock { state in
            state.silence = Silence(limit: limit, since: now)
            guard state.task == nil else { return }
            state.task = Task { [weak self, limit] in
                var wait = limit
                while (try? await Task.sleep(for: wait)) != nil {
                    guard let next = self?.look() else { return }
                    wait = next
                }
            }
        }
        defer { state.withLock { $0.silence = nil } }
        do {
            return try await lease.receive()
        } catch {
            guard state.withLock({ $0.isGone }) else { throw error }
            throw RPCError(
                .unavailable, reason: "UNAVAILABLE", message: "nothing was heard from the server for \(limit)")
        }
    }

    /// When to look again; `nil` when the stream was given up.
    private func look() -> Duration? {
        let now = Self.now()
        let next = state.withLock { state -> Duration? in
            guard let silence = state.silence else { return limit }
            guard silence.isTooLong(at: now) else { return silence.left(at: now) }
            state.isGone = true
            return nil
        }
        if next == nil { stream.cancel() }
        return next
    }

    private static func now() -> Duration { .nanoseconds(Int64(clamping: NIODeadline.now().uptimeNanoseconds)) }
}
