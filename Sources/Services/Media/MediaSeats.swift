// Who is at it: which stream writes which upload and how much of it is still to come, and how many read, each user of them no
// more than their share. Bridges read on seats of their own, so that people cannot keep sends from going out.

internal import Contract
internal import RPC
internal import Store
internal import Synchronization

final class MediaSeats: Sendable {
    enum Reader: Hashable {
        /// 0: the operator.
        case user(Int64)
        case bridges
    }

    /// Files that are fetched from elsewhere at once, and of these one user's: each waits for somebody else's server.
    static let mostFetches = 64
    static let mostFetchesOfUser = 8

    /// Readers on the whole server, and bridges' beside them: each has a file open for as long as it likes.
    static let mostReaders = 512
    /// Of these one user's.
    static let mostReadersOfUser = 32

    private struct Writer {
        let userID: Int64
        var missing: Int64
    }

    private struct State {
        var writers: [Int64: Writer] = [:]
        var readers: [Reader: Int] = [:]
        var fetches: [Int64: Int] = [:]
        /// Calls that fetch and could come again meanwhile.
        var running: Set<FetchKey> = []
    }

    /// The key of a call that may be repeated.
    struct FetchKey: Hashable {
        let userID: Int64
        let key: String
    }

    private let state = Mutex(State())

    /// Those that a stream has just now.
    var writing: Set<Int64> { state.withLock { Set($0.writers.keys) } }
    /// Bytes that these have announced, and that have not come.
    var missing: Int64 { state.withLock { state in state.writers.values.reduce(0) { $0 + $1.missing } } }
    var readers: Int { state.withLock { state in state.readers.values.reduce(0, +) } }

    /// Takes an upload for one stream.
    /// - Parameter seats: for all of them.
    /// - Throws: CONFLICT where another has it, TOO_MANY_STREAMS, OVERLOADED.
    func take(_ upload: MediaUploadRecord, of seats: Int) throws {
        // A quarter: less leaves nobody out where four write at once, more shuts out others where one does.
        let share = max(1, seats / 4)
        let refusal: RPCError? = state.withLock { state in
            if state.writers[upload.id] != nil {
                return RPCError.make(
                    .conflict, "This upload goes on on another stream.",
                    hint: "A stream that was lost is noticed in a while: try again then.", retryAfter: .seconds(1))
            }
            if state.writers.values.count(where: { $0.userID == upload.userID }) >= share {
                return Self.tooMany(share, "uploads")
            }
            if state.writers.count >= seats {
                return RPCError.make(
                    .overloaded, "The server takes in as many files as it can.", retryAfter: .seconds(1))
            }
            state.writers[upload.id] = Writer(userID: upload.userID, missing: upload.size - upload.position)
            return nil
        }
        if let refusal { throw refusal }
    }

    /// So many bytes of an upload have come.
    func came(_ bytes: Int, of upload: Int64) {
        state.withLock { state in
            guard let missing = state.writers[upload]?.missing else { return }
            state.writers[upload]?.missing = max(0, missing - Int64(bytes))
        }
    }

    func leave(_ upload: Int64) { state.withLock { $0.writers[upload] = nil } }

    /// Runs `body` as one of those that read files.
    /// - Throws: TOO_MANY_STREAMS, OVERLOADED.
    func reading<T>(as reader: Reader, _ body: () async throws -> T) async throws -> T {
        let refusal: RPCError? = state.withLock { state in
            let own = state.readers[reader, default: 0]
            if reader != .bridges, own >= Self.mostReadersOfUser {
                return Self.tooMany(Self.mostReadersOfUser, "downloads")
            }
            let others = state.readers.reduce(0) { $1.key == .bridges ? $0 : $0 + $1.value }
            guard (reader == .bridges ? own : others) < Self.mostReaders else {
                return RPCError.make(
                    .overloaded, "The server gives as many files as it can.", retryAfter: .seconds(1))
            }
            state.readers[reader] = own + 1
            return nil
        }
        if let refusal { throw refusal }
        defer {
            state.withLock { state in
                let left = state.readers[reader, default: 1] - 1
                state.readers[reader] = left > 0 ? left : nil
            }
        }
        return try await body()
    }

    /// Runs `body` as one of those that fetch for a user.
    /// - Parameter key: of the call, where it has one: its twin is not run beside it.
    /// - Throws: IDEMPOTENCY_IN_FLIGHT, TOO_MANY_STREAMS, OVERLOADED.
    func fetching<T>(for userID: Int64, _ key: FetchKey?, _ body: () async throws -> T) async throws -> T {
        let refusal: RPCError? = state.withLock { state in
            if let key, state.running.contains(key) {
                return RPCError.make(
                    .idempotencyInFlight, "A call with this idempotency key is still fetching its file.",
                    retryAfter: .seconds(1))
            }
            guard state.fetches[userID, default: 0] < Self.mostFetchesOfUser else {
                return Self.tooMany(Self.mostFetchesOfUser, "files that are fetched")
            }
            guard state.fetches.values.reduce(0, +) < Self.mostFetches else {
                return RPCError.make(
                    .overloaded, "The server fetches as many files as it can.", retryAfter: .seconds(1))
            }
            state.fetches[userID, default: 0] += 1
            if let key { state.running.insert(key) }
            return nil
        }
        if let refusal { throw refusal }
        defer {
            state.withLock { state in
                let left = state.fetches[userID, default: 1] - 1
                state.fetches[userID] = left > 0 ? left : nil
                if let key { state.running.remove(key) }
            }
        }
        return try await body()
    }

    /// Files that are being fetched.
    var fetches: Int { state.withLock { state in state.fetches.values.reduce(0, +) } }

    private static func tooMany(_ share: Int, _ what: String) -> RPCError {
        RPCError.make(
            .tooManyStreams, "More than \(share) \(what) of one user at once are too many.",
            hint: "Wait until one has ended.", metadata: ["limit": String(share)], retryAfter: .seconds(1))
    }
}
