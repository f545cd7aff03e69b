// Transactions and savepoints. A write job never begins or commits: the Writer does, around a whole batch. What a job
// may use is `savepoint`, to undo a part of itself.

internal import CSQLite

extension Database {
    /// True between begin and commit, as the engine sees it: some errors end a transaction by themselves.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    func begin(immediate: Bool) throws(StoreError) {
        spoiled = nil
        effects = Effects()
        try execute(immediate ? "BEGIN IMMEDIATE" : "BEGIN")
    }

    /// Commits, after the folded counters were written. When it throws, the transaction is to be rolled back.
    func commit() throws(StoreError) {
        if let spoiled { throw spoiled }
        guard isInTransaction else { throw .invalid(code: SQLITE_MISUSE, message: "no transaction to commit") }
        if !effects.folds.isEmpty { try Fold.write(effects.folds, to: self) }
        try writeEvents()
        try writeGivenIDs()
        try execute("COMMIT")
        if let audit = effects.audit { auditMemory = audit }
        givenIDs.merge(effects.givenIDs)
    }

    /// Never throws: a transaction that the engine ended by itself is rolled back already.
    func rollback() {
        known?.forgetAll()
        effects.rollBack()
        guard isInTransaction else { return }
        _ = try? execute("ROLLBACK")
    }

    /// A transaction of one's own: opening, migrations, tests and tools. Inside a write job use `savepoint`.
    func transaction<T>(immediate: Bool = true, _ body: () throws -> T) throws -> T {
        try begin(immediate: immediate)
        do {
            let result = try body()
            try commit()
            return result
        } catch {
            rollback()
            throw error
        }
    }

    /// Runs `body`; when it throws, what it did (its effects at commit included) is undone, and the error goes on.
    package func savepoint<T>(_ body: () throws -> T) throws -> T {
        try execute("SAVEPOINT job")
        let mark = effects.mark
        do {
            let result = try body()
            try execute("RELEASE job")
            return result
        } catch {
            known?.forgetAll()
            effects.rollBack(to: mark)
            if isInTransaction {
                do {
                    try execute("ROLLBACK TO job")
                    try execute("RELEASE job")
                } catch let undoing {
                    // Half a job must not be committed with its neighbours.
                    spoiled = spoiled ?? undoing
                }
            }
            throw error
        }
    }
}
