// How a connection is set up. What durability and safety rest on is read back: a library or a setting that does not do
// as told must stop the start, not lose data in a year.

internal import CSQLite

enum Pragmas {
    private enum Expected {
        case number(Int64)
        case text(String)
    }

    /// Milliseconds.
    static let busyTimeout: Int32 = 5_000

    private static let common: [(String, Expected)] = [
        ("busy_timeout = 5000", .number(5000)),
        ("foreign_keys = ON", .number(1)),
        // Functions and virtual tables named by the schema itself are not trusted: the file may be somebody's gift.
        ("trusted_schema = OFF", .number(0)),
        ("cell_size_check = ON", .number(1)),
        // Undo logs of savepoints and sorting stay in memory.
        ("temp_store = MEMORY", .number(2)),
        // Only the writer checkpoints, and by hand.
        ("wal_autocheckpoint = 0", .number(0)),
    ]

    private static let writer: [(String, Expected)] = [
        ("journal_mode = WAL", .text("wal")), ("synchronous = FULL", .number(2)),
        ("journal_size_limit = 67108864", .number(67_108_864)), ("cache_size = -16384", .number(-16384)),
    ]

    static func setUpWriter(_ db: Database) throws(StoreError) {
        for (pragma, expected) in writer + common { try set(pragma, expected, on: db) }
        try harden(db)
        db.keepKnownRows()
    }

    static func setUpReader(_ db: Database) throws(StoreError) {
        try set("cache_size = -8192", .number(-8192), on: db)
        for (pragma, expected) in common { try set(pragma, expected, on: db) }
        try set("query_only = ON", .number(1), on: db)
        try harden(db)
    }

    /// What the writer's settings are now, beside what they should be.
    static func ofWriter(_ db: Database) throws(StoreError) -> [StoreSetting] {
        var settings: [StoreSetting] = []
        for (pragma, expected) in writer + common {
            let name = name(of: pragma)
            let (value, wanted) = try read(name, expected, on: db)
            settings.append(StoreSetting(name: name, value: value ?? "unset", expected: wanted))
        }
        return settings
    }

    private static func name(of pragma: String) -> String { String(pragma.prefix { $0 != " " }) }

    private static func read(
        _ name: String, _ expected: Expected, on db: Database
    ) throws(StoreError) -> (value: String?, wanted: String) {
        switch expected {
        case .number(let number):
            (try db.scalar("PRAGMA \(name)", as: Int64.self).map { String($0) }, String(number))
        case .text(let text): (try db.scalar("PRAGMA \(name)", as: String.self), text)
        }
    }

    /// Sets, asks, compares. `pragma`: `name = value`.
    private static func set(_ pragma: String, _ expected: Expected, on db: Database) throws(StoreError) {
        try db.execute("PRAGMA \(pragma)")
        let name = name(of: pragma)
        let (value, wanted) = try read(name, expected, on: db)
        guard value == wanted else {
            throw .refused(.setting(name: name, value: value ?? "unset", expected: wanted))
        }
    }

    /// No writing to the schema behind SQLite's back, and no "text" where 'text' was meant.
    private static func harden(_ db: Database) throws(StoreError) {
        let options = [
            ("defensive", SQLITE_DBCONFIG_DEFENSIVE, 1), ("dqs_dml", SQLITE_DBCONFIG_DQS_DML, 0),
            ("dqs_ddl", SQLITE_DBCONFIG_DQS_DDL, 0),
        ]
        for (name, option, wanted) in options {
            let value = sb_sqlite3_set_option(db.handle, option, Int32(wanted))
            guard value == wanted else {
                throw .refused(.setting(name: name, value: "\(value)", expected: "\(wanted)"))
            }
        }
    }
}

/// A setting of the writer's connection that durability or safety rests on.
package struct StoreSetting: Sendable, Equatable {
    package let name: String
    package let value: String
    package let expected: String

    package var holds: Bool { value == expected }
}

extension Database {
    /// Closing will leave the WAL as it is: after a failure nothing may move it into the file any more.
    func keepWAL() { _ = sb_sqlite3_set_option(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1) }
}
