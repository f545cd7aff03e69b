// Keeps the log of calls off their way: a call notes its record in a ring and goes on; once a second, or when 256 wait, all
// of them are written in one job, with the count of requests in their users' usage.
//
// The window of loss: a crash loses what was noted since the last write, a second or less. A drain writes everything
// (`flush`). Where the store cannot keep up, or is full, the oldest records go first, and are counted. Calls of nobody,
// who may be anybody, are kept at a bounded rate and only counted beyond it: else whoever finds the port fills the disk.

internal import RPC
package import Store
internal import Synchronization

package final class ApiLogRecorder: Sendable {
    /// Records in one write.
    package static let batch = 256

    /// Calls of nobody that are kept in a second, and at once after a silence.
    package static let nobodysRate = 10.0
    package static let nobodysBurst = 100.0

    private struct State {
        var waiting: [ApiLogRecord] = []
        var lost: Int64 = 0
        var unkept: Int64 = 0
        var nobodysRoom = ApiLogRecorder.nobodysBurst
        var refilledAt = Duration.zero

        /// Whether one more call of nobody is kept.
        mutating func takesNobody(at now: Duration) -> Bool {
            let passed = max(0, (now - refilledAt) / .seconds(1))
            nobodysRoom = min(ApiLogRecorder.nobodysBurst, nobodysRoom + passed * ApiLogRecorder.nobodysRate)
            refilledAt = now
            guard nobodysRoom >= 1 else {
                unkept += 1
                return false
            }
            nobodysRoom -= 1
            return true
        }
    }

    private let state = Mutex(State())
    private let full = Wake()
    private let store: Store
    private let clock: any Clock
    private let capacity: Int

    /// - Parameter capacity: how many records may wait.
    package init(store: Store, clock: any Clock, capacity: Int = 16_384) {
        self.store = store
        self.clock = clock
        self.capacity = capacity
    }

    /// Notes a call that is over. Quick: for event loops.
    package func record(_ call: CallRecord) {
        guard let record = ApiLogRecord(call, at: clock.now()) else { return }
        let isNobodys = call.caller == CallRecord.nobody
        let now = clock.monotonic()
        let isBatch = state.withLock { state in
            if isNobodys, !state.takesNobody(at: now) { return false }
            state.waiting.append(record)
            // In one go, and not with each record: taking the first of an array moves all the others.
            if state.waiting.count > capacity + Self.batch {
                state.waiting.removeFirst(Self.batch)
                state.lost += Int64(Self.batch)
            }
            return state.waiting.count == Self.batch
        }
        if isBatch { full.notify() }
    }

    /// Records that were dropped since the start.
    package var lostCount: Int64 { state.withLock { $0.lost } }

    /// Calls of nobody that came too fast to be kept, since the start.
    package var unkeptCount: Int64 { state.withLock { $0.unkept } }

    /// Records that wait to be written.
    package var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Writes every second, and sooner where much waits, until it is cancelled.
    package func run() async {
        while !Task.isCancelled {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { [full] in await full.wait() }
                group.addTask { [clock] in try? await clock.sleep(for: .seconds(1)) }
                await group.next()
                group.cancelAll()
            }
            await flush()
        }
    }

    /// Writes everything that waits now. What the store refuses for a while waits on; for what it refuses otherwise there
    /// is no other place.
    package func flush() async {
        while true {
            let batch = state.withLock { state in
                let batch = Array(state.waiting.prefix(Self.batch))
                state.waiting.removeFirst(batch.count)
                return batch
            }
            guard !batch.isEmpty else { return }
            do {
                try await write(batch)
            } catch StoreError.overloaded, StoreError.busy {
                return state.withLock { $0.waiting.insert(contentsOf: batch, at: 0) }
            } catch {
                state.withLock { $0.lost += Int64(batch.count) }
            }
        }
    }

    private func write(_ batch: [ApiLogRecord]) async throws {
        try await store.write(savepoint: .none) { db in
            try db.apiLogs.insert(batch)
            var requests: [UsageKey: Int64] = [:]
            for record in batch {
                if record.userID != 0 { requests[UsageKey(userID: record.userID, day: record.at.day), default: 0] += 1 }
            }
            for (key, count) in requests { db.usage.count(.apiRequests, for: key, times: count) }
        }
    }
}
