// All webhooks: a worker for each, fed with what each commit has appended to the event log. On the writer's thread no more is
// done than to keep the events of those who have webhooks; a task of its own hands them out.

package import Logging
package import Store
internal import Synchronization

package final class WebhookDispatcher: Sendable {
    /// Events that wait to be handed out; beyond that the workers read the log.
    private static let mostWaiting = 16_384
    /// How often those are taken along whose owners' logs are quiet.
    private static let tick: Duration = .seconds(60)

    private struct State {
        var workers: [Int64: WebhookWorker] = [:]
        var byUser: [Int64: [Int64]] = [:]
        var inbox: [EventRecord] = []
        /// Of all events that were published, not only of those in the inbox.
        var lastCursor: Int64 = 0
        var hasGap = false
        /// It is time to take those along whose owners' logs are quiet.
        var isTick = false
        var isStopped = false
    }

    private let state = Mutex(State())
    private let wake = Wake()
    private let store: Store
    private let clock: any Clock
    private let journal: WebhookJournal
    let house: WebhookWorker.House
    package let sender: WebhookSender
    package let tally = WebhookTally()
    let testTurns = WebhookTestTurns()

    /// - Parameters:
    ///   - box: opens the secrets of webhooks.
    ///   - random: 0 up to, not including, 1: for jitter.
    package init(
        store: Store, clock: any Clock, box: SecretBox, sender: WebhookSender, logger: Logger,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.store = store
        self.clock = clock
        self.sender = sender
        house = WebhookWorker.House(
            store: store, clock: clock, box: box, sender: sender, tally: tally, logger: logger, random: random,
            slots: WebhookSlots(512), troubledSlots: WebhookSlots(96))
        let forgetting = Forgetting()
        journal = WebhookJournal(store: store, clock: clock, logger: logger) { forgetting.dispatcher?.forget($0.id) }
        forgetting.dispatcher = self
    }

    /// The dispatcher, for what it makes itself.
    private final class Forgetting: Sendable {
        private struct Held { weak var dispatcher: WebhookDispatcher? }
        private let held = Mutex(Held())
        var dispatcher: WebhookDispatcher? {
            get { held.withLock { $0.dispatcher } }
            set { held.withLock { $0.dispatcher = newValue } }
        }
    }

    // MARK: Feeding

    /// To be called with the events of each commit, in the order of commits. Quick: it may run on the writer's thread.
    package func publish(_ events: [EventRecord]) {
        guard let last = events.last else { return }
        let isNews = state.withLock { state -> Bool in
            state.lastCursor = last.cursor
            guard !state.byUser.isEmpty, !state.isStopped else { return false }
            let before = state.inbox.count
            for event in events where state.byUser[event.userID] != nil { state.inbox.append(event) }
            if state.inbox.count > Self.mostWaiting {
                state.inbox = []
                state.hasGap = true
            }
            return state.inbox.count != before || state.hasGap
        }
        if isNews { wake.notify() }
    }

    /// Makes a worker for each webhook. To be called before anything new can be committed, or before `publish` is.
    package func start() async throws {
        let (owners, newest) = try await store.read { db in (try db.webhooks.owners(), try db.events.newestCursor()) }
        state.withLock { $0.lastCursor = max($0.lastCursor, newest) }
        for owner in owners { changed(owner.id, of: owner.userID) }
    }

    /// Hands out events and writes what becomes of them, until cancelled.
    package func run() async {
        async let writing: Void = journal.run()
        async let ticking: Void = takeAlong()
        while !Task.isCancelled {
            await wake.wait()
            await handOut()
        }
        _ = await (writing, ticking)
    }

    private func handOut() async {
        let (events, last, hasGap, isTick) = state.withLock { state in
            defer {
                state.inbox = []
                state.hasGap = false
                state.isTick = false
            }
            return (state.inbox, state.lastCursor, state.hasGap, state.isTick)
        }
        if hasGap {
            for worker in workers { await worker.fellBehind(upTo: last) }
        } else {
            for (userID, theirs) in Dictionary(grouping: events, by: \.userID) {
                for worker in workers(of: userID) { await worker.offer(theirs, upTo: last) }
            }
            // In the same turn: whoever is told that nothing is missing up to here has been given all there was.
            if isTick { for worker in workers { await worker.passed(last) } }
        }
    }

    private func takeAlong() async {
        var before = clock.now()
        while (try? await clock.sleep(for: Self.tick)) != nil {
            let now = clock.now()
            // Whatever was put off was so by a clock that has been set back since.
            if now < before { for worker in workers { await worker.changed() } }
            before = now
            await forgetThoseThatAreGone()
            state.withLock { $0.isTick = true }
            wake.notify()
        }
    }

    /// Webhooks also go with their user or their session, and then nothing happens any more that they would hear of.
    private func forgetThoseThatAreGone() async {
        let all = workers
        guard !all.isEmpty, let owners = try? await store.read({ db in try db.webhooks.owners() }) else { return }
        let there = Set(owners.map(\.id))
        for worker in all where !there.contains(worker.id) { await worker.changed() }
    }

    private var workers: [WebhookWorker] { state.withLock { Array($0.workers.values) } }

    private func workers(of userID: Int64) -> [WebhookWorker] {
        state.withLock { state in (state.byUser[userID] ?? []).compactMap { state.workers[$0] } }
    }

    /// Webhooks that it delivers to, or would.
    var count: Int { state.withLock { $0.workers.count } }

    // MARK: Changes

    /// To be called after the commit of whatever somebody has done to a webhook or its deliveries. Quick.
    package func changed(_ id: Int64, of userID: Int64) {
        let worker = state.withLock { state -> WebhookWorker? in
            guard !state.isStopped else { return nil }
            if let worker = state.workers[id] { return worker }
            let worker = WebhookWorker(id: id, userID: userID, house: house, journal: journal)
            state.workers[id] = worker
            state.byUser[userID, default: []].append(id)
            return worker
        }
        if let worker { Task { await worker.changed() } }
    }

    /// Something else has changed the rows of a webhook.
    package func changed(_ id: Int64) {
        if let worker = state.withLock({ $0.workers[id] }) { Task { await worker.changed() } }
    }

    private func forget(_ id: Int64) {
        state.withLock { state in
            guard let worker = state.workers.removeValue(forKey: id) else { return }
            state.byUser[worker.userID]?.removeAll { $0 == id }
            if state.byUser[worker.userID]?.isEmpty == true { state.byUser[worker.userID] = nil }
        }
    }

    // MARK: The end, and how it is

    /// Posts nothing more, waits a little for what is under way, and writes how far it has come. To be called while `run`
    /// still runs, or after it.
    package func stop(within limit: Duration = .seconds(5)) async {
        let all = state.withLock { state in
            state.isStopped = true
            return Array(state.workers.values)
        }
        for worker in all { await worker.stop() }
        let end = ContinuousClock.now + limit
        for worker in all {
            while await !worker.isIdle, ContinuousClock.now < end { try? await Task.sleep(for: .milliseconds(20)) }
            journal.note(worker)
        }
        await journal.flush()
    }

    /// Ends as a crash does: nothing more is posted, and nothing is written. For tests.
    package func abandon() async {
        let all = state.withLock { state in
            state.isStopped = true
            return Array(state.workers.values)
        }
        journal.abandon()
        for worker in all { await worker.stop() }
    }

    /// Writes what has become of deliveries so far; for tests.
    package func flush() async {
        for worker in workers { journal.note(worker) }
        await journal.flush()
    }

    package struct Backlog: Sendable, Equatable {
        /// What is still to be delivered, of what was taken up.
        package var count: Int64
        /// When the oldest of it happened.
        package var oldest: Instant?
    }

    package func backlog() async -> Backlog {
        let found = try? await store.read { db in try db.deliveries.open() }
        var backlog = Backlog(count: found?.count ?? 0, oldest: found?.oldest)
        for worker in workers {
            backlog.count += Int64(await worker.unsavedCount)
            backlog.oldest = [backlog.oldest, await worker.oldest].compactMap { $0 }.min()
        }
        return backlog
    }
}
