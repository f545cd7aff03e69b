// Moves committed pages from the WAL into the database file, on the writer's connection and by nobody else: Debian's
// SQLite has a bug that two checkpointing connections can lose a WAL by (SAFETY.md 1). SQLite's own automatic
// checkpoint is off because it drops errors: a sync that failed there would be tried again, and "succeed".

internal import CSQLite

final class Checkpointer {
    /// Every so many pages of WAL a checkpoint is tried; it passes by what readers still need.
    static let interval: Int32 = 4000
    /// Beyond so many, readers are waited for, up to the busy timeout, so that the WAL can begin again from its start.
    static let patience: Int32 = 16_000

    private final class Pages {
        var count: Int32 = 0
        var commits = 0
    }

    private let db: Database
    private let pages = Pages()
    private var due = Checkpointer.interval
    private(set) var done = 0

    init(_ db: Database) {
        self.db = db
        sqlite3_wal_hook(
            db.handle,
            { context, _, _, count in
                if let context {
                    let pages = Unmanaged<Pages>.fromOpaque(context).takeUnretainedValue()
                    pages.count = count
                    pages.commits &+= 1
                }
                return SQLITE_OK
            }, Unmanaged.passUnretained(pages).toOpaque())
    }

    /// Before the connection closes. Not in a deinit: Swift may run that after the last line that uses this object, which
    /// is before the close, or at the end of the scope, which is after it, on freed memory.
    func detach() { sqlite3_wal_hook(db.handle, nil, nil) }

    /// Pages in the WAL after the last commit.
    var walPages: Int32 { pages.count }

    /// Commits that put anything into the WAL.
    var commits: Int { pages.commits }

    /// After each batch: a checkpoint, where one is due. A full disk or a reader in the way is no error: later.
    /// - Parameter isPinned: somebody reads one state for long, so that waiting for readers would be in vain.
    func afterCommit(isPinned: Bool = false) throws(StoreError) {
        guard pages.count >= due else {
            // The WAL began again from its start.
            if pages.count < due - Self.interval { due = Self.interval }
            return
        }
        let mode = pages.count >= Self.patience && !isPinned ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE
        try run(mode)
        due = pages.count + Self.interval
    }

    /// Everything into the file and the WAL emptied, where no reader is in the way for longer than a moment.
    /// - Returns: whether it was; false leaves the rest to a later one.
    func empty() throws(StoreError) -> Bool {
        sqlite3_busy_timeout(db.handle, 20)
        defer { sqlite3_busy_timeout(db.handle, Pragmas.busyTimeout) }
        let before = done
        try run(SQLITE_CHECKPOINT_TRUNCATE)
        guard done > before else { return false }
        pages.count = 0
        due = Self.interval
        return true
    }

    /// Before closing: everything into the file, the WAL emptied. Detaches, whatever the outcome.
    func finish() throws(StoreError) {
        defer { detach() }
        try run(SQLITE_CHECKPOINT_TRUNCATE)
    }

    private func run(_ mode: Int32) throws(StoreError) {
        FaultPoint.begin(.checkpoint)
        let code = sqlite3_wal_checkpoint_v2(db.handle, nil, mode, nil, nil)
        guard code != SQLITE_OK else {
            done += 1
            return
        }
        let error = ResultCode.error(code, on: db.handle)
        if error.isFatal { throw error }
    }
}
