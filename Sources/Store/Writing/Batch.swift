// Runs waiting jobs in one transaction: the group of a group commit. Each job stands for itself by its savepoint; the
// disk stands for all of them. Tells nobody anything: that is the Writer's, when it is committed.

struct Batch {
    let db: Database

    /// After success every job has its outcome, good or bad, and what is good is committed and synced. After failure
    /// nothing of it was kept, or (a failed commit) nothing of it can be relied on.
    func run(_ jobs: [Job]) -> Result<Effects, StoreError> {
        do {
            if jobs.count == 1, let job = jobs.first { return .success(try runAlone(job)) }
            if let effects = try runTogether(jobs, careful: false) { return .success(effects) }
            return .success(try runTogether(jobs, careful: true) ?? Effects())
        } catch {
            db.rollback()
            return .failure(error)
        }
    }

    /// A job without neighbours needs no savepoint: its failure rolls the transaction back.
    private func runAlone(_ job: Job) throws(StoreError) -> Effects {
        try db.begin(immediate: true)
        do {
            try job.run(db)
        } catch {
            if let spoiled = db.spoiled { throw spoiled }
            db.rollback()
            job.fail(error)
            return Effects()
        }
        return try commit()
    }

    /// nil: a job that was not to fail did, and everything has to be run again with care.
    private func runTogether(_ jobs: [Job], careful: Bool) throws(StoreError) -> Effects? {
        try db.begin(immediate: true)
        for job in jobs {
            let alone = careful || job.savepoint == .own
            do {
                if alone { try db.savepoint { try job.run(db) } } else { try job.run(db) }
            } catch {
                if let spoiled = db.spoiled { throw spoiled }
                guard alone else {
                    db.rollback()
                    return nil
                }
                job.fail(error)
            }
            // Also where the job swallowed the error: what is left is not what it thinks.
            if let spoiled = db.spoiled { throw spoiled }
            guard db.isInTransaction else { throw .invalid(code: 0, message: "the transaction ended inside a job") }
        }
        return try commit()
    }

    private func commit() throws(StoreError) -> Effects {
        let effects = db.effects
        try db.commit()
        db.effects = Effects()
        return effects
    }
}
