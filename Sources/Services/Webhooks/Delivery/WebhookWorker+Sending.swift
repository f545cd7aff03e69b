// Posting, and what is noted of it: in the lanes one after the other, beside them a few at a time.

internal import Logging
internal import Store

extension WebhookWorker {
    private static let besidePortion = 16
    private static let besideAtOnce = 2
    /// Who has answered well since then is not down.
    private static let wellFor: Duration = .seconds(60)

    /// Posts the first of a lane.
    /// - Parameter isRefused: its session's last post failed.
    func send(_ delivery: DeliveryRecord, isRefused: Bool) async {
        defer { pump() }
        guard let target else {
            end(isRefused)
            queue?.release(delivery)
            return
        }
        let outcome = await post(delivery, to: target)
        end(isRefused)
        switch settled(delivery, outcome, version: target.version) {
        case .some(let after): note(queue?.settle(after) ?? [])
        case .none: queue?.release(delivery)
        }
        goBack()
    }

    private func end(_ isRefused: Bool) {
        inFlight -= 1
        if isRefused { refusedInFlight -= 1 }
    }

    /// Posts what is due beside the lanes, until nothing is.
    func sendBeside() async {
        let now = house.clock.now()
        let id = id
        // What was posted last and is not written would be posted again.
        guard await journal.flush(self) else {
            isBesideRunning = false
            hold(for: .seconds(1))
            return pump()
        }
        do {
            let due = try await house.store.read { db in
                let due = try db.deliveries.due(ofWebhook: id, at: now, limit: Self.besidePortion)
                guard due.isEmpty else { return due }
                // Put off by a clock that was ahead.
                return try db.deliveries.putOff(
                    ofWebhook: id, beyond: now + WebhookSchedule.longest, limit: Self.besidePortion)
            }
            await withTaskGroup(of: Void.self) { group in
                for (index, delivery) in due.enumerated() {
                    if index >= Self.besideAtOnce { await group.next() }
                    group.addTask { await self.sendBeside(delivery) }
                }
            }
            await journal.flush(self)
            let next = try await house.store.read { db in try db.deliveries.nextDue(ofWebhook: id) }
            besideDue = next.map { WebhookSchedule.sane($0, at: house.clock.now()) }
        } catch {
            hold(for: .seconds(1))
        }
        isBesideRunning = false
        pump()
    }

    private func sendBeside(_ delivery: DeliveryRecord) async {
        // Once one of them has shown that nothing more is to be posted, the others stay as they are.
        guard let target, heldUntil == nil, !isGone, !isEnding else { return }
        let outcome = await post(delivery, to: target)
        if let after = settled(delivery, outcome, version: target.version) { note([after]) }
    }

    private func post(_ delivery: DeliveryRecord, to target: WebhookTarget) async -> WebhookTry {
        let slots = isTroubled ? house.troubledSlots : house.slots
        await slots.acquire(id, of: userID)
        defer { slots.release(id, of: userID) }
        // It may have waited for its slot until after the end.
        guard !isStopping, !isGone else { return .postponed }
        return await house.sender.deliver(delivery, to: target)
    }

    /// A delivery as it is after a try; nil: it was none.
    /// - Parameter version: of the webhook, as it was posted to.
    private func settled(_ delivery: DeliveryRecord, _ outcome: WebhookTry, version: Int64) -> DeliveryRecord? {
        let now = house.clock.now()
        switch outcome {
        case .arrived(let status):
            isTroubled = false
            delivered += 1
            lastSuccessAt = now
            lastArrivalAt = now
            house.tally.add(.delivered)
            journal.note(self)
            return WebhookSchedule.arrived(delivery, status: status, at: now)
        case .failed(let failure):
            isTroubled = true
            lastFailureAt = now
            lastError = failure.text
            // It asked to be left alone, and not only with this event.
            if let asked = failure.retryAfter, asked > .zero {
                hold(for: min(asked, WebhookSchedule.longestAsked))
            }
            // An endpoint that takes other events and not these: it is not held up by them until no session gets on.
            let isWell = lastArrivalAt.map { $0 <= now && now - $0 < Self.wellFor } ?? false
            let after = WebhookSchedule.failed(
                delivery, failure, at: now, random: house.random(),
                leavesLane: isWell && queue?.isCrowded == true)
            house.tally.add(.failed)
            if after.state == .dead { house.tally.add(.dead) }
            if after.state == .beside, let next = after.nextTryAt { besideDue = min(besideDue ?? next, next) }
            return after
        case .gone:
            if goneVersion != version {
                goneVersion = version
                retryGoneAt = nil
                deactivate()
            }
            return nil
        case .unreadable:
            // It never will be: its session's later events do not wait for it.
            lastError = WebhookSchedule.unreadable
            house.tally.add(.dead)
            house.logger.error(
                "an event cannot be read and is not delivered",
                metadata: ["webhook": "\(id)", "event": "\(delivery.cursor)", "type": "\(delivery.event.type)"])
            return WebhookSchedule.givenUp(delivery, WebhookSchedule.unreadable, at: now)
        case .changed:
            mustReload()
            return nil
        case .postponed:
            hold(for: .seconds(1))
            return nil
        }
    }

    /// Writes that the endpoint wants no more, now or when its time has come. Until that is written nothing is posted: where
    /// the disk is full, it would be asked again and again.
    func deactivate() {
        let now = house.clock.now()
        if let retryGoneAt, retryGoneAt > now, retryGoneAt <= now + Self.rest { return }
        guard let version = goneVersion, !isDeactivating else { return }
        isDeactivating = true
        Task {
            let isWritten = await journal.deactivate(self, version: version, at: now)
            isDeactivating = false
            if isWritten { return changed() }
            retryGoneAt = house.clock.now() + Self.rest
            pump()
        }
    }

    // MARK: What is to be written

    func note(_ rows: [DeliveryRecord]) {
        for row in rows { unwritten[row.cursor] = row }
        journal.note(self)
    }

    /// What is to be written now; nil: nothing, or it is being written.
    func progress() -> WebhookProgress? {
        guard writing == nil, let place = queue?.place else { return nil }
        var progress = WebhookProgress(
            webhookID: id, from: savedPosition, position: place.position, sequence: place.sequence)
        progress.rows = unwritten.values.sorted { $0.cursor < $1.cursor }
        progress.delivered = delivered
        progress.lastSuccessAt = lastSuccessAt
        progress.lastFailureAt = lastFailureAt
        progress.lastError = lastError
        let isSomething =
            !progress.rows.isEmpty || delivered > 0 || lastFailureAt != nil || place.position != savedPosition
        guard isSomething else { return nil }
        writing = progress
        unwritten = [:]
        (delivered, lastSuccessAt, lastFailureAt, lastError) = (0, nil, nil, "")
        return progress
    }

    /// What became of the writing. - Parameter wasTaken: nil: it could not be written; false: it is not where it began.
    func wrote(_ wasTaken: Bool?) {
        guard let progress = writing else { return }
        writing = nil
        switch wasTaken {
        case true?: savedPosition = progress.position
        case false?:
            // Somebody took it past what is gone, or deleted it. What is stored is right.
            unwritten = [:]
            mustReload()
        case nil:
            for row in progress.rows where unwritten[row.cursor] == nil { unwritten[row.cursor] = row }
            delivered += progress.delivered
            lastSuccessAt = lastSuccessAt ?? progress.lastSuccessAt
            lastFailureAt = lastFailureAt ?? progress.lastFailureAt
            if lastError.isEmpty { lastError = progress.lastError }
        }
        pump()
    }
}
