// Opening switchboard.db: a new one only where the directory is new or the operator says so, made under another name and
// renamed when it is whole; an existing one only when it is ours, whole, and not from the future.

internal import Glibc

struct DatabaseFile {
    static let name = "switchboard.db"
    /// "SWBD": how `file` and we tell our databases from others.
    static let applicationID: Int64 = 0x5357_4244
    /// Up to so many bytes the whole file is checked at every start; beyond, only the roots of its tables.
    var fullCheckLimit: Int64 = 32 << 20

    let directory: DataDirectory
    let path: String
    var migrator = Migrator()
    /// SQLite's name of the disk it works on; nil: the real one.
    var vfs: String?

    init(directory: String) {
        self.directory = DataDirectory(path: directory)
        path = directory + "/" + Self.name
    }

    /// The writer's connection, set up and migrated.
    func open(initialise: Bool, now: Moment) throws -> Database {
        try directory.make()
        if let copy = Self.displaced(in: directory.path).last {
            throw StoreError.refused(.displaced(path: path, copy: copy))
        }
        if let there = try FileStatus(path) {
            guard there.isRegular else { throw StoreError.refused(.inaccessible(path: path, detail: "it is no file")) }
            if there.size == 0 {
                guard initialise else { throw StoreError.refused(.empty(path: path)) }
                try create(now: now)
            } else if there.mode & 0o077 != 0 {
                try check(chmod(path, 0o600))
            }
        } else {
            if !initialise, let beside = try directory.traces() {
                throw StoreError.refused(.missing(path: path, beside: beside))
            }
            try create(now: now)
        }
        do {
            return try openExisting(now: now)
        } catch let error as StoreError {
            throw refusal(error).map(StoreError.refused) ?? error
        }
    }

    func openReader() throws(StoreError) -> Database {
        let db = try Database(path: path, vfs: vfs)
        try Pragmas.setUpReader(db)
        return db
    }

    private func openExisting(now: Moment) throws -> Database {
        let db = try Database(path: path, vfs: GatheringDisk.name(over: vfs))
        try db.execute("PRAGMA busy_timeout = 5000")
        // Read before anything is set: a file that is not ours is left as it is.
        let application: Int64 = try db.scalar("PRAGMA application_id") ?? 0
        guard application == Self.applicationID else {
            throw StoreError.refused(.foreign(path: path, detail: "its application id is \(application)"))
        }
        let done = try migrator.check(db, path: path)
        try Pragmas.setUpWriter(db)
        try probe(db)
        try migrator.migrate(db, from: done, at: now)
        return db
    }

    /// Finds damage early: everything in a small file, else the root and the last leaf of each table.
    private func probe(_ db: Database) throws(StoreError) {
        let size = FileStatus.size(of: path) + FileStatus.size(of: path + "-wal")
        if size <= fullCheckLimit {
            let answer: String = try db.scalar("PRAGMA quick_check(1)") ?? "no answer"
            guard answer == "ok" else { throw .refused(.damaged(path: path, detail: answer)) }
            return
        }
        let tables = try db.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%'"
        ) { row throws(StoreError) -> String in try row.next() }
        for table in tables { try db.execute("SELECT max(rowid) FROM \"\(table)\"") }
    }

    /// Under another name, so that a kill leaves either nothing or a whole database.
    private func create(now: Moment) throws {
        let draft = directory.path + "/new-" + Self.name
        for suffix in ["", "-wal", "-shm", "-journal"] where unlink(draft + suffix) != 0 && errno != ENOENT {
            throw StoreError.refused(.inaccessible(path: draft + suffix, detail: FileStatus.lastError))
        }
        // What an earlier database left may hold what it acknowledged: kept, out of the new one's way.
        if FileStatus.size(of: path + "-wal") > 0 {
            try check(rename(path + "-wal", path + "-wal.orphan-\(now.microseconds)"))
        }
        _ = unlink(path + "-shm")
        let descriptor = Glibc.open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.refused(.inaccessible(path: draft, detail: FileStatus.lastError))
        }
        Glibc.close(descriptor)  // before SQLite opens it: no lock can be dropped by this
        let db = try Database(path: draft, vfs: GatheringDisk.name(over: vfs))
        try Pragmas.setUpWriter(db)
        try db.execute("PRAGMA application_id = \(Self.applicationID)")
        try migrator.prepare(db)
        try migrator.migrate(db, from: 0, at: now)
        try Checkpointer(db).finish()
        db.close()
        try check(rename(draft, path))
        try directory.sync()
    }

    private func check(_ code: Int32) throws(StoreError) {
        guard code == 0 else { throw .refused(.inaccessible(path: path, detail: FileStatus.lastError)) }
    }

    /// What an error met while opening means for the operator; nil: it stays what it is.
    private func refusal(_ error: StoreError) -> Refusal? {
        switch error {
        case .corrupt(let detail): .damaged(path: path, detail: detail)
        case .unexpectedValue(let column, let expected):
            .damaged(path: path, detail: "\(column) holds something else than \(expected)")
        case .ioFailure(let detail), .readOnly(let detail): .inaccessible(path: path, detail: detail)
        default: nil
        }
    }
}
