// Adds days of usage up to months: from the newest month that is there on, for its last days may be missing, to the present
// one, which grows. The sums are made on a reader and replace what is there, so that a run that is repeated changes nothing.

internal import Store

struct UsageRollup: Sendable {
    /// Users in one portion.
    static let portion = 500

    let store: Store
    let clock: any Clock
    /// How long days are kept; nil: for ever.
    let keptFor: Duration?
    let pause: Duration

    func run(_ progress: JobProgress) async throws {
        let today = clock.now().day
        guard let first = try await store.read({ db in try db.usage.firstToRollUp(notAfter: today) }) else { return }
        var month = CalendarDay.month(of: first)
        while month.lowerBound <= today {
            try await rollUp(month, progress)
            month = CalendarDay.month(of: month.upperBound)
        }
        guard let keptFor else { return }
        // Whole months only, and none that the next run adds up again.
        let kept = CalendarDay.month(of: (clock.now() - keptFor).day).lowerBound
        let newest = try await store.read { db in try db.usage.firstToRollUp(notAfter: today) } ?? kept
        try await Portions(store: store, progress: progress, pause: pause).run { db in
            try db.usage.purge(before: min(kept, newest), limit: Portions.size)
        }
    }

    private func rollUp(_ days: Range<Int64>, _ progress: JobProgress) async throws {
        var last: Int64 = 0
        while true {
            try Task.checkCancellation()
            let after = last
            let sums = try await store.read { db in
                try db.usage.sums(of: days, after: after, limit: Self.portion)
            }
            guard let end = sums.last else { return }
            try await store.write { db in try db.usage.put(months: sums) }
            progress.add(sums.count)
            guard sums.count == Self.portion else { return }
            last = end.key.userID
            try await Task.sleep(for: pause)
        }
    }
}
