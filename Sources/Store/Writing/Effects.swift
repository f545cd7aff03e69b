// What a transaction leaves to be done at its commit: counters to fold, events to show to live watchers, and actions.
// A savepoint that is undone takes its own away with it.

struct Effects {
    var actions: [@Sendable () -> Void] = []
    /// Events appended, in the order of their cursors.
    var events: [EventRecord] = []
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

    struct Mark {
        let audit: AuditMemory?
        let actions: Int
        let events: Int
        let folds: Int
    }

    var mark: Mark { Mark(audit: audit, actions: actions.count, events: events.count, folds: folds.count) }

    mutating func rollBack(to mark: Mark) {
        audit = mark.audit
        actions.removeSubrange(mark.actions...)
        events.removeSubrange(mark.events...)
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
}
