// Delivers to one webhook: reads the log from its place on, posts what its queue allows, and notes what has become of it
// for the journal. All webhooks are apart: nothing of one waits for another. Sending is in WebhookWorker+Sending.swift,
// reading in WebhookWorker+Reading.swift.

internal import Logging
internal import Store

actor WebhookWorker {
    /// What all of them share.
    struct House: Sendable {
        let store: Store
        let clock: any Clock
        let box: SecretBox
        let sender: WebhookSender
        let tally: WebhookTally
        let logger: Logger
        let random: @Sendable () -> Double
        let slots: WebhookSlots
        /// For webhooks whose last try failed.
        let troubledSlots: WebhookSlots
    }

    /// Posts at once to an endpoint that answers well, and to one that does not.
    static let most = 8
    static let mostTroubled = 2
    /// What is not written yet, at most; then nothing more is posted.
    private static let mostUnwritten = 2_000
    /// A clock may be set: no timer is longer.
    private static let longestTimer: Duration = .seconds(300)
    /// How often it is looked whether an owner is active again.
    static let rest: Duration = .seconds(30)

    let id: Int64
    let userID: Int64
    let house: House
    let journal: WebhookJournal
    var queue: WebhookQueue?
    var target: WebhookTarget?
    var types: EventTypes?
    var sessionID: Int64 = 0
    /// Events come in from the dispatcher; else they are read from the log.
    var isLive = false
    /// Of the log: all that is the owner's up to there has been offered.
    var offeredUpTo: Int64 = 0
    var isReading = false
    var inFlight = 0
    /// Of those, what is of sessions whose last post failed.
    var refusedInFlight = 0
    var isTroubled = false
    /// When a post was last answered well.
    var lastArrivalAt: Instant?
    /// Nothing is posted before.
    var heldUntil: Instant?
    /// The webhook's version whose endpoint has answered that it wants no more: it is posted nothing, written or not.
    var goneVersion: Int64?
    /// When it is next tried to write that; nil: now.
    var retryGoneAt: Instant?
    var isDeactivating = false
    /// When the next delivery beside the lanes is due.
    var besideDue: Instant?
    var isBesideRunning = false
    private var mustLoad = true
    private var isLoading = false
    private var retryLoadAt: Instant?
    private(set) var isStopping = false
    private var timer: Task<Void, Never>?
    private var lastLost: Int64?

    // What the journal has not written yet.
    var savedPosition: Int64 = 0
    var unwritten: [Int64: DeliveryRecord] = [:]
    var delivered: Int64 = 0
    var lastSuccessAt: Instant?
    var lastFailureAt: Instant?
    var lastError = ""
    var writing: WebhookProgress?

    init(id: Int64, userID: Int64, house: House, journal: WebhookJournal) {
        self.id = id
        self.userID = userID
        self.house = house
        self.journal = journal
    }

    /// Begins, or takes note that somebody has changed the webhook or its rows.
    func changed() {
        mustLoad = true
        pump()
    }

    /// Posts nothing more. What is under way is settled as it ends.
    func stop() {
        isStopping = true
        timer?.cancel()
        timer = nil
    }

    var isIdle: Bool { inFlight == 0 && !isReading && !isBesideRunning && !isLoading }

    /// Taken up and not saved.
    var unsavedCount: Int { queue?.unsavedCount ?? 0 }
    var oldest: Instant? { queue?.oldest }

    /// Whether what is under way is to come to its end soon.
    var isEnding: Bool { isStopping || mustLoad }

    var isGone: Bool { goneVersion != nil && goneVersion == target?.version }

    /// Begins whatever can begin now.
    func pump() {
        guard !isStopping, !isLoading else { return }
        if mustLoad {
            if isIdle { startLoading() }
            return
        }
        if isGone {
            deactivate()
            return arm()
        }
        guard queue != nil else { return arm() }
        let now = house.clock.now()
        // Nobody is held for longer than one may ask for: the clock was set back.
        if let heldUntil, heldUntil <= now || heldUntil > now + WebhookSchedule.longestAsked { self.heldUntil = nil }
        if heldUntil == nil, unwritten.count < Self.mostUnwritten {
            let most = isTroubled ? Self.mostTroubled : Self.most
            // Sessions that are refused come back again and again: half is for those that are not.
            while inFlight < most, let delivery = queue?.next(at: now, refusedToo: refusedInFlight < most / 2) {
                let isRefused = queue?.isRefused(delivery.event.sessionID) == true
                inFlight += 1
                if isRefused { refusedInFlight += 1 }
                Task { await self.send(delivery, isRefused: isRefused) }
            }
            if let due = besideDue, due <= now, !isBesideRunning {
                isBesideRunning = true
                Task { await self.sendBeside() }
            }
        }
        if !isLive, !isReading, queue?.isFull == false {
            isReading = true
            Task { await self.readOn() }
        }
        arm()
    }

    /// Sleeps until something is due.
    private func arm() {
        timer?.cancel()
        timer = nil
        let now = house.clock.now()
        var times = [heldUntil, retryLoadAt]
        if isGone {
            times = [retryLoadAt, isDeactivating ? nil : retryGoneAt]
        } else if heldUntil == nil {
            times.append(queue?.wake(after: now))
            if !isBesideRunning { times.append(besideDue) }
        }
        guard let next = times.compactMap({ $0 }).min() else { return }
        let clock = house.clock
        timer = Task { [weak self] in
            do {
                try await clock.sleep(for: max(.milliseconds(1), min(next - now, Self.longestTimer)))
                await self?.timeIsUp()
            } catch {}
        }
    }

    private func timeIsUp() {
        if let retryLoadAt, retryLoadAt <= house.clock.now() { mustLoad = true }
        pump()
    }

    // MARK: Loading

    private func startLoading() {
        isLoading = true
        mustLoad = false
        retryLoadAt = nil
        Task { await self.load() }
    }

    /// Begins anew from what is stored.
    private func load() async {
        // What is known here and not there would be forgotten.
        await journal.flush(self)
        do {
            let (id, box) = (id, house.box)
            let found = try await house.store.read { db -> Loaded? in try Loaded(id, box, in: db) }
            isLoading = false
            take(found)
        } catch {
            isLoading = false
            retryLoadAt = house.clock.now() + .seconds(1)
        }
        pump()
    }

    private func take(_ found: Loaded?) {
        queue = nil
        target = nil
        isLive = false
        unwritten = [:]
        heldUntil = nil
        besideDue = nil
        guard let found else {
            stop()
            return journal.dispatcherForgets(self)
        }
        if let lastLost, found.webhook.lost > lastLost {
            house.tally.add(.lost, found.webhook.lost - lastLost)
            house.logger.warning(
                "events were not kept until a webhook took them",
                metadata: ["webhook": "\(id)", "lost": "\(found.webhook.lost - lastLost)"])
        }
        lastLost = found.webhook.lost
        savedPosition = found.webhook.position
        // After a restart those that were down do not take the slots of those that are well.
        if let failed = found.webhook.lastFailureAt {
            isTroubled = found.webhook.lastSuccessAt.map { failed > $0 } ?? true
        }
        if found.webhook.isActive, !found.isOwnerActive { retryLoadAt = house.clock.now() + Self.rest }
        guard let target = found.target else { return }
        self.target = target
        types = found.types
        sessionID = found.webhook.sessionID
        let now = house.clock.now()
        let rows = found.rows.map { row in
            var row = row
            row.nextTryAt = row.nextTryAt.map { WebhookSchedule.sane($0, at: now) }
            return row
        }
        queue = WebhookQueue(found.webhook, rows: rows, known: found.known)
        besideDue = found.besideDue.map { WebhookSchedule.sane($0, at: now) }
    }

    /// Nothing is posted for so long, at least.
    func hold(for duration: Duration) {
        let until = house.clock.now() + duration
        heldUntil = max(heldUntil ?? until, until)
    }

    func mustReload() { mustLoad = true }
}

/// A webhook as it is stored, with all that is needed to deliver to it.
private struct Loaded: Sendable {
    let webhook: WebhookRecord
    let isOwnerActive: Bool
    /// Nil where nothing is to be delivered.
    var target: WebhookTarget?
    var types: EventTypes?
    var rows: [DeliveryRecord] = []
    var known: Set<Int64> = []
    var besideDue: Instant?

    /// Nil where there is no such webhook.
    init?(_ id: Int64, _ box: SecretBox, in db: Database) throws {
        guard let webhook = try db.webhooks.get(id) else { return nil }
        self.webhook = webhook
        isOwnerActive = try db.users.get(webhook.userID)?.isActive ?? false
        guard webhook.isActive, isOwnerActive else { return }
        do {
            target = try WebhookTarget(webhook, box: box, in: db)
        } catch is WebhookTarget.Obstacle {
            return
        }
        types = try EventTypes(webhook.types)
        rows = try db.deliveries.inLanes(ofWebhook: id)
        known = try db.deliveries.cursors(ofWebhook: id, after: webhook.position)
        besideDue = try db.deliveries.nextDue(ofWebhook: id)
    }
}
