// What the server knows of its own upkeep: its jobs, the last check of the database, the key files that belong to it.

extension Schema1 {
    static let upkeep = """

        -- The last check of the whole database.
        CREATE TABLE integrity (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            checked_at INTEGER NOT NULL,
            is_sound INTEGER NOT NULL CHECK (is_sound IN (0, 1)),
            detail TEXT NOT NULL
        ) STRICT;

        -- What the server does from time to time: when next, and how the last run went.
        CREATE TABLE jobs (
            name TEXT NOT NULL PRIMARY KEY,
            is_running INTEGER NOT NULL CHECK (is_running IN (0, 1)),
            next_run_at INTEGER NOT NULL,
            started_at INTEGER,
            started_by TEXT NOT NULL,
            finished_at INTEGER,
            outcome INTEGER NOT NULL,
            detail TEXT NOT NULL,
            duration_us INTEGER NOT NULL,
            rows INTEGER NOT NULL,
            failures INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Which keys in the folder of secrets belong to this database; several for a file that holds several.
        CREATE TABLE key_prints (
            file TEXT NOT NULL,
            print BLOB NOT NULL,
            PRIMARY KEY (file, print)
        ) STRICT, WITHOUT ROWID;

        -- In backups alone: what tells this one from all others, noted beside its key files as well.
        CREATE TABLE backup_mark (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            mark TEXT NOT NULL
        ) STRICT;
        """
}
