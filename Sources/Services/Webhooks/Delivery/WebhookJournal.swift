// Writes what has become of deliveries: of all webhooks together, a few times a second, one job. So deliveries cost the
// store a handful of writes however many there are; what is lost with a crash in between is delivered again.

internal import Logging
internal import Store
internal import Synchronization

final class WebhookJournal: Sendable {
    /// Between two writings.
    private static let pause: Duration = .milliseconds(250)
    /// After one that failed.
    private static let pauseAfterFailure: Duration = .seconds(1)
    /// Rows of one job, one webhook's of any number excepted.
    private static let mostRows = 500

    private struct State {
        var dirty: [Int64: WebhookWorker] = [:]
        var isAbandoned = false
    }

    private let store: Store
    private let clock: any Clock
    private let logger: Logger
    private let state = Mutex(State())
    private let wake = Wake()
    private let turns = Turns()
    private let forget: @Sendable (WebhookWorker) -> Void

    /// - Parameter forget: told of a worker whose webhook is gone.
    init(store: Store, clock: any Clock, logger: Logger, forget: @escaping @Sendable (WebhookWorker) -> Void) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.forget = forget
    }

    /// A worker has something to write.
    func note(_ worker: WebhookWorker) {
        let isFirst = state.withLock { state in
            defer { state.dirty[worker.id] = worker }
            return state.dirty.isEmpty
        }
        if isFirst { wake.notify() }
    }

    func dispatcherForgets(_ worker: WebhookWorker) { forget(worker) }

    /// Writes until cancelled.
    func run() async {
        while !Task.isCancelled {
            await wake.wait()
            guard !Task.isCancelled else { return }
            let isWritten = await flush()
            guard (try? await clock.sleep(for: isWritten ? Self.pause : Self.pauseAfterFailure)) != nil else { return }
            if !state.withLock({ $0.dirty.isEmpty }) { wake.notify() }
        }
    }

    /// Writes what one worker has. False where that failed.
    @discardableResult
    func flush(_ worker: WebhookWorker) async -> Bool {
        state.withLock { $0.dirty[worker.id] = worker }
        return await flush()
    }

    /// Writes nothing any more.
    func abandon() { state.withLock { $0.isAbandoned = true } }

    /// Writes what there is. False where that failed; it is kept for the next time.
    @discardableResult
    func flush() async -> Bool {
        (try? await turns.take { await self.write() }) ?? false
    }

    private func write() async -> Bool {
        var workers = state.withLock { state in
            defer { state.dirty = [:] }
            return state.isAbandoned ? [] : Array(state.dirty.values)[...]
        }
        var isWritten = true
        while !workers.isEmpty {
            var batch: [(worker: WebhookWorker, progress: WebhookProgress)] = []
            var rows = 0
            while rows < Self.mostRows, let worker = workers.popFirst() {
                guard let progress = await worker.progress() else { continue }
                batch.append((worker, progress))
                rows += 1 + progress.rows.count
            }
            if !(await write(batch)) { isWritten = false }
        }
        return isWritten
    }

    private func write(_ batch: [(worker: WebhookWorker, progress: WebhookProgress)]) async -> Bool {
        guard !batch.isEmpty else { return true }
        let all = batch.map(\.progress)
        do {
            let taken = try await store.write { db in try all.map { try db.webhooks.save($0) } }
            for (entry, wasTaken) in zip(batch, taken) { await entry.worker.wrote(wasTaken) }
            return true
        } catch {
            logger.warning("what became of webhooks was not written", metadata: ["error": "\(error)"])
            for entry in batch {
                await entry.worker.wrote(nil)
                state.withLock { $0.dirty[entry.worker.id] = entry.worker }
            }
            return false
        }
    }

    /// An endpoint has answered that it wants no more.
    /// - Parameter version: the webhook's, as it was posted to: what somebody has changed since is another endpoint.
    /// - Returns: false where that could not be written.
    @discardableResult
    func deactivate(_ worker: WebhookWorker, version: Int64, at now: Instant) async -> Bool {
        do {
            let isStopped = try await store.write { db in
                guard let before = try db.webhooks.get(worker.id), before.isActive, before.version == version else {
                    return false
                }
                var after = before
                after.isActive = false
                after.inactiveReason = "gone"
                after.version += 1
                after.updatedAt = now
                try db.webhooks.update(from: before, to: after)
                return true
            }
            if isStopped {
                logger.warning("a webhook answered 410 and is stopped", metadata: ["webhook": "\(worker.id)"])
            }
            return true
        } catch {
            logger.warning("a webhook was not stopped", metadata: ["webhook": "\(worker.id)", "error": "\(error)"])
            return false
        }
    }
}
