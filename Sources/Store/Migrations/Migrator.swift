// Brings a database to the schema of this program, one transaction per step, the step's name and number inside it: a
// kill at any moment leaves the schema before or after a step. Refuses a database whose history is not a beginning of
// ours: the names of its steps, and the fingerprints of what they did. Until the first release a step is still edited in
// place, under the same name; a database from before such an edit lacks what the code asks for, and is told so by the
// fingerprint.

internal import CSQLite

struct Migrator {
    let migrations: [Migration]

    init(_ migrations: [Migration] = Migrations.all) {
        self.migrations = migrations
    }

    /// How many steps the database has behind it. Throws a Refusal where its history is not ours.
    func check(_ db: Database, path: String) throws(StoreError) -> Int {
        let version: Int64 = try db.scalar("PRAGMA user_version") ?? 0
        guard try db.scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'migrations'") == Int64(1) else {
            throw .refused(.foreign(path: path, detail: "it has no list of migrations"))
        }
        let names = try db.query("SELECT name FROM migrations ORDER BY number") {
            row throws(StoreError) -> String in try row.next()
        }
        guard version == Int64(names.count) else {
            throw .refused(.damaged(path: path, detail: "its version \(version) is not its list of migrations"))
        }
        for (applied, ours) in zip(names, migrations) where applied != ours.name {
            throw .refused(.otherSchema(path: path, detail: "\"\(applied)\" is not \"\(ours.name)\""))
        }
        try compareFingerprints(db, path: path)
        guard names.count <= migrations.count else {
            throw .refused(.newer(path: path, version: names.count, supported: migrations.count))
        }
        return names.count
    }

    private func compareFingerprints(_ db: Database, path: String) throws(StoreError) {
        let isKept: Int64? = try db.scalar(
            "SELECT count(*) FROM pragma_table_info('migrations') WHERE name = 'fingerprint'")
        guard isKept == 1 else {
            throw .refused(.otherSchema(path: path, detail: "it does not say what its schema was made of"))
        }
        let prints = try db.query("SELECT fingerprint FROM migrations ORDER BY number") {
            row throws(StoreError) -> String in try row.next()
        }
        for (applied, ours) in zip(prints, migrations) where applied != ours.fingerprint {
            throw .refused(.otherSchema(path: path, detail: "\"\(ours.name)\" is \(applied), not \(ours.fingerprint)"))
        }
    }

    /// Makes the list of migrations in a database that has nothing yet.
    func prepare(_ db: Database) throws {
        try db.transaction {
            try db.executeScript(
                """
                CREATE TABLE migrations (
                    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL,
                    applied_at INTEGER NOT NULL
                ) STRICT
                """)
        }
    }

    /// Runs the steps that are missing. Foreign keys are off meanwhile, as rebuilding a table needs, and are checked as
    /// a whole before each commit.
    func migrate(_ db: Database, from done: Int, at now: Moment) throws {
        guard done < migrations.count else { return }
        try db.execute("PRAGMA foreign_keys = OFF")
        for (index, migration) in migrations.enumerated().dropFirst(done) {
            let number = index + 1
            try db.transaction {
                try db.executeScript(migration.sql)
                try db.execute(
                    "INSERT INTO migrations (number, name, fingerprint, applied_at) VALUES (?, ?, ?, ?)", number,
                    migration.name, migration.fingerprint, now)
                try db.execute("PRAGMA user_version = \(number)")
                let broken = try db.query("PRAGMA foreign_key_check") {
                    row throws(StoreError) -> String in try row.next()
                }
                if let table = broken.first {
                    throw StoreError.corrupt("migration \(migration.name) leaves dangling references in \(table)")
                }
            }
        }
        try db.execute("PRAGMA foreign_keys = ON")
    }
}

extension Database {
    /// Runs a script of several statements without parameters.
    fileprivate func executeScript(_ sql: String) throws(StoreError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw ResultCode.error(code, on: handle) }
    }
}
