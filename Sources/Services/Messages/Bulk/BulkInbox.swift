// What a bulk send brings: items are taken off the stream as they come, so that the transport's bound is never what stops a
// client who keeps to the credit, and wait here until a write job takes them. Bounded by the credit and the window of bytes.

internal import Codec
internal import Contract
internal import RPC
internal import Synchronization

/// Filled by one task, emptied by another.
final class BulkInbox: Sendable {
    struct Item: Sendable {
        /// Counted from 1.
        let number: Int64
        let request: SendTextRequest?
        fileprivate let bytes: Int
    }

    private struct State {
        var waiting: [Item] = []
        var taken: Int64 = 0
        var unanswered = 0
        var unansweredBytes = 0
        var isWhole = false
    }

    private let limits: BulkLimits
    private let state = Mutex(State())
    private let wake = Wake()

    init(limits: BulkLimits) { self.limits = limits }

    /// Reads the stream to its end.
    /// - Throws: what is wrong with it, STREAM_OVERFLOW.
    func fill(from requests: RequestStream<SendBulkRequest>) async throws {
        for try await request in requests { try put(request) }
        state.withLock { $0.isWhole = true }
        wake.notify()
    }

    private func put(_ request: SendBulkRequest) throws {
        let bytes = request.text.map(Self.bytes) ?? 0
        let limits = limits
        try state.withLock { state throws(RPCError) in
            state.unanswered += 1
            state.unansweredBytes += bytes
            guard state.unanswered <= limits.window else {
                throw RPCError.make(.streamOverflow, "More items came than there was credit for.")
            }
            guard state.unanswered == 1 || state.unansweredBytes <= limits.windowBytes else {
                throw RPCError.make(
                    .streamOverflow, "More than \(limits.windowBytes) bytes of items came without waiting for answers.")
            }
            state.taken += 1
            state.waiting.append(Item(number: state.taken, request: request.text, bytes: bytes))
        }
        wake.notify()
    }

    /// No more than it takes on the wire: whoever counts what they send is never over.
    private static func bytes(_ request: SendTextRequest) -> Int {
        let text = request.message.utf8.count + request.recipient.utf8.count
        return request.variables.reduce(text) { $0 + $1.key.utf8.count + $1.value.utf8.count }
            + request.mentions.reduce(0) { $0 + $1.utf8.count }
    }

    /// What has come, and waits until something has.
    /// - Returns: nil when the client has sent all.
    /// - Throws: `CancellationError`.
    func take() async throws -> [Item]? {
        while true {
            let (items, isWhole) = state.withLock { state in
                defer { state.waiting = [] }
                return (state.waiting, state.isWhole)
            }
            if !items.isEmpty { return items }
            if isWhole { return nil }
            await wake.wait()
            try Task.checkCancellation()
        }
    }

    /// What has come by now.
    func takeAtOnce() -> [Item] {
        state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    /// An item is about to be answered and makes room.
    func answer(_ item: Item) {
        state.withLock { state in
            state.unanswered -= 1
            state.unansweredBytes -= item.bytes
        }
    }
}

/// What one bulk send may have under way.
struct BulkLimits: Sendable {
    /// Items without an answer. Less than a stream is allowed to hold, should all of them come at once.
    var window = 48
    var windowBytes = 512 << 10
    /// Items of one write job: it must not keep others waiting for long, and larger ones gain nothing.
    var portion = 32
    /// How long a client may leave a stream without items.
    var silence: Duration = .seconds(60)
    /// The longest a client is left without a word while an item waits for its turn.
    var heartbeat: Duration = .seconds(15)
}
