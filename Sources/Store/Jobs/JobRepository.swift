// Queries on `jobs`: a handful of rows, read at the start and written when a run begins and when it ends.

package struct JobRepository {
    let db: Database

    /// All of them, by name.
    package func all() throws(StoreError) -> [JobRecord] {
        try db.query("SELECT \(JobRecord.columns) FROM jobs ORDER BY name", row: JobRecord.init)
    }

    /// Inserts or replaces.
    package func put(_ job: JobRecord) throws(StoreError) {
        try db.execute(
            "INSERT OR REPLACE INTO jobs (\(JobRecord.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values: job.values)
    }

    /// Forgets one that there is no more.
    package func delete(_ name: String) throws(StoreError) {
        try db.execute("DELETE FROM jobs WHERE name = ?", name)
    }
}

extension Database {
    package var jobs: JobRepository { JobRepository(db: self) }
}
