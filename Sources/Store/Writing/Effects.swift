// What a transaction leaves to be done at its commit: counters to fold, events to show to live watchers, and actions; and
// what is to be taken back in memory where it is undone instead. A savepoint that is undone takes its own away with it.

struct Effects {
    var actions: [@Sendable () -> Void] = []
    /// What memory takes back where the rows are undone.
    private(set) var undos: [@Sendable () -> Void] = []
    /// Events appended, in the order of their cursors.
    var events: [EventRecord] = []
    /// How many of them have their rows.
    private var eventsWritten = 0
    var eventsToWrite: ArraySlice<EventRecord> { events[eventsWritten...] }
    mutating func eventsWereWritten() { eventsWritten = events.count }
    /// Counter changes, in the order they were made; added up once per batch.
    private(set) var folds: [(fold: Fold, by: Int64)] = []
    /// Messages accepted in this transaction, which no row tells of yet: a limit has to count them.
    private(set) var accepted: [UsageKey: Int64] = [:]

    mutating func fold(_ fold: Fold, by difference: Int64) {
        folds.append((fold, difference))
        if case .usage(let key, .messagesAccepted) = fold { accepted[key, default: 0] += difference }
    }

    /// Where the audit log stands, once something was written to it.
    var audit: AuditMemory?

    /// The last ids given, in the tables that got rows.
    var givenIDs = GivenIDs()

    mutating func onUndo(_ action: @escaping @Sendable () -> Void) { undos.append(action) }

    struct Mark {
        let audit: AuditMemory?
        let givenIDs: GivenIDs
        let actions: Int
        let undos: Int
        let events: Int
        let eventsWritten: Int
        let folds: Int
    }

    var mark: Mark {
        Mark(
            audit: audit, givenIDs: givenIDs, actions: actions.count, undos: undos.count, events: events.count,
            eventsWritten: eventsWritten, folds: folds.count)
    }

    /// All of it is undone: nothing of it follows, and memory takes back what it was given.
    mutating func rollBack() {
        let undone = undos
        self = Effects()
        for action in undone.reversed() { action() }
    }

    mutating func rollBack(to mark: Mark) {
        audit = mark.audit
        givenIDs = mark.givenIDs
        actions.removeSubrange(mark.actions...)
        let undone = undos[mark.undos...]
        undos.removeSubrange(mark.undos...)
        for action in undone.reversed() { action() }
        events.removeSubrange(mark.events...)
        // Also of those from before it, where they got their rows after it.
        eventsWritten = mark.eventsWritten
        for (fold, difference) in folds[mark.folds...] {
            if case .usage(let key, .messagesAccepted) = fold { accepted[key, default: 0] -= difference }
        }
        folds.removeSubrange(mark.folds...)
    }
}

extension Database {
    /// Runs `action` once the transaction is committed and synced, in commit order, on the writer's thread, before
    /// any caller of the batch hears of it. It must be quick and must not wait for the store.
    package func afterCommit(_ action: @escaping @Sendable () -> Void) {
        effects.actions.append(action)
    }

    /// Runs `action` where what this transaction did up to here is undone, by whom or whatever: what a job took in memory
    /// is given back there. On the writer's thread, before anybody hears of it and before the job is run again. It must
    /// be quick and must not wait for the store.
    package func ifUndone(_ action: @escaping @Sendable () -> Void) { effects.onUndo(action) }
}
