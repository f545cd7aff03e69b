// How a worker comes by its events: from the log, until it has come to its end, and from then on from what the dispatcher hands
// out of each commit. Who falls behind reads the log again: nothing is missed, and nothing is kept for anybody.

internal import Store

extension WebhookWorker {
    private static let portion = 64

    /// Events of the owner, all there are up to `cursor` since the offer before.
    func offer(_ events: [EventRecord], upTo cursor: Int64) {
        offeredUpTo = max(offeredUpTo, cursor)
        guard isLive else { return }
        guard queue?.isFull == false else {
            isLive = false
            return
        }
        take(events, upTo: cursor)
        pump()
    }

    /// Events up to `cursor` went by that nobody could hand out: what is being read just now may not hold them.
    func fellBehind(upTo cursor: Int64) {
        offeredUpTo = max(offeredUpTo, cursor)
        isLive = false
        pump()
    }

    /// Nothing of the owner's happened up to here that was not offered.
    func passed(_ cursor: Int64) {
        guard isLive, cursor > offeredUpTo else { return }
        take([], upTo: cursor)
        // So that a restart does not read through all of it.
        if let place = queue?.place, place.position > savedPosition + 1_000 { journal.note(self) }
    }

    private func take(_ events: [EventRecord], upTo cursor: Int64) {
        let wanted = events.filter { event in
            (sessionID == 0 || event.sessionID == sessionID) && types?.admit(event.type) == true
        }
        let rows = queue?.take(wanted, upTo: cursor) ?? []
        if !rows.isEmpty { note(rows) }
    }

    /// Reads a portion of the log.
    func readOn() async {
        guard let from = queue?.readUpTo else {
            isReading = false
            return pump()
        }
        do {
            let (userID, sessionID) = (userID, sessionID)
            let page = try await house.store.read { db in
                try db.events.list(after: from, userID: userID, sessionID: sessionID, limit: Self.portion)
            }
            // It has gone back meanwhile.
            guard queue?.readUpTo == from else {
                isReading = false
                return pump()
            }
            take(page.events, upTo: page.cursor)
            // What was committed after this reading is offered after it.
            if page.isAtEnd, page.cursor >= offeredUpTo { isLive = true }
            isReading = false
            goBack()
            if page.cursor > savedPosition + 1_000 { journal.note(self) }
        } catch {
            isReading = false
            hold(for: .seconds(1))
            return waitForStore()
        }
        pump()
    }

    /// Reads what was left in the log, where there is room for it. What the dispatcher hands out is beyond that.
    func goBack() {
        guard isLive || queue?.isFull == true, queue?.goBack() == true else { return }
        isLive = false
    }

    /// Looks again when what held it up may be over.
    private func waitForStore() {
        let clock = house.clock
        Task { [weak self] in
            try? await clock.sleep(for: .seconds(1))
            await self?.pump()
        }
    }
}
