// A copy of the database as it was at one moment, made while it is written. The copy is one file, complete without a WAL,
// readable by its owner alone; it gets its name only when it is whole, checked and on the disk. Nothing that is there is
// ever replaced. What goes beside it (key files) is drafted beside it and gets its name after it: a folder of that name is
// never without its backup, and one that is there already, of another backup, is in the way. What must not be ahead of the
// copy is drafted before its moment, and what must not be behind it after: a key that something in it is sealed with.
//
// Read from a state of its own and not from the writer's connection: a slow disk under the copy must not hold writers up.
// After each portion the copier rests for as long as the portion took, so that it never has more than half of the disk.

internal import CSQLite
internal import Glibc

/// A backup that is in its place.
package struct BackupReport: Sendable, Equatable {
    package let path: String
    package let bytes: Int64
    package let schemaVersion: Int
}

/// Why a backup was not made.
package enum BackupFailure: Error, Sendable, Equatable {
    /// There is something of that name.
    case exists(path: String)
    /// There is no directory for it, or none that can be written.
    case inaccessible(path: String, detail: String)
    /// The disk has less room than the copy needs, in bytes.
    case noRoom(path: String, needed: Int64, free: Int64)
    /// The copy contradicts itself, and so does the database that it was made of, most likely.
    case damaged(faults: [String])
    /// What goes beside it lacks keys that something in it is sealed with.
    case keysMissing(Set<UInt32>)
}

/// What is put beside a backup, under its name and a suffix.
package struct BackupCompanion: Sendable {
    /// Behind the path of the backup.
    package static let suffix = ".secrets"

    /// Begins it, under another name, with what may be a little behind the database that is copied, and never ahead.
    let begin: @Sendable () throws -> Void
    /// Makes it whole, with what may be ahead of the database that is copied, and never behind. It is told what tells the
    /// backup from all others, and gives the keys for secrets that it has.
    let draft: @Sendable (_ mark: String) throws -> Set<UInt32>
    /// Gives it its name.
    let publish: @Sendable () throws -> Void
    /// Removes it, under whichever name.
    let discard: @Sendable (_ isPublished: Bool) -> Void

    package init(
        begin: @escaping @Sendable () throws -> Void, draft: @escaping @Sendable (_ mark: String) throws -> Set<UInt32>,
        publish: @escaping @Sendable () throws -> Void, discard: @escaping @Sendable (_ isPublished: Bool) -> Void
    ) {
        self.begin = begin
        self.draft = draft
        self.publish = publish
        self.discard = discard
    }
}

struct Backup {
    /// Pages copied in one go: a mebibyte.
    static let portion: Int32 = 256
    /// Between the target's name and the random end of a draft's.
    static let draftMark = ".part-"

    let path: String
    let interrupt: Interrupt
    var makesFolder = false
    var companion: BackupCompanion?
    /// Called before some of the steps; for tests, which break off by it.
    var beforeStep: (String) throws -> Void = { _ in }

    func make(from source: Database) throws -> BackupReport {
        let directory = try folder()
        for taken in [path, path + BackupCompanion.suffix] where FileStatus.isTaken(taken) {
            throw BackupFailure.exists(path: taken)
        }
        var mark = ""
        for _ in 0..<2 { mark += String(UInt64.random(in: .min ... .max), radix: 36) }
        var (isDone, isPublished) = (false, false)
        defer { if !isDone { companion?.discard(isPublished) } }
        try companion?.begin()

        // By its real path: what is opened below must not be reached by a link.
        let draft =
            directory.path + "/" + path.split(separator: "/").suffix(1).joined() + Self.draftMark
            + String(UInt64.random(in: .min ... .max), radix: 36)
        let descriptor = Glibc.open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw BackupFailure.inaccessible(path: draft, detail: FileStatus.lastError) }
        fchmod(descriptor, 0o600)
        Glibc.close(descriptor)
        defer { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) } }

        try beforeStep("open")
        let report = try fill(draft, from: source, in: directory, mark)
        try Self.sync(draft)
        try publish(draft)
        do {
            try companion?.publish()
            isPublished = true
            try beforeStep("sync")
            try directory.sync()
        } catch {
            // It was ours for that moment alone, and failed.
            unlink(path)
            throw error
        }
        isDone = true
        return report
    }

    /// Where it goes to, by its real path.
    private func folder() throws -> DataDirectory {
        let path = FileStatus.parent(of: path)
        if makesFolder {
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
                throw BackupFailure.inaccessible(path: path, detail: FileStatus.lastError)
            }
            guard try FileStatus(path)?.isDirectory == true, !FileStatus.isLink(path) else {
                throw BackupFailure.inaccessible(path: path, detail: "it is no directory")
            }
        }
        guard let real = realpath(path, nil) else {
            let isMissing = [ENOENT, ENOTDIR].contains(errno)
            throw BackupFailure.inaccessible(
                path: path, detail: isMissing ? "there is no such directory" : FileStatus.lastError)
        }
        defer { free(real) }
        let directory = DataDirectory(path: String(cString: real))
        guard try FileStatus(directory.path)?.isDirectory == true else {
            throw BackupFailure.inaccessible(path: path, detail: "there is no such directory")
        }
        return directory
    }

    private func fill(
        _ draft: String, from source: Database, in directory: DataDirectory, _ mark: String
    ) throws -> BackupReport {
        // A directory of others: what lies under the name by now could be a link to a file of ours.
        let copy = try Database(path: draft, followsLinks: false)
        defer { copy.close() }
        // Synced once, when it is whole; until then nobody relies on it.
        try copy.execute("PRAGMA synchronous = OFF")
        try beforeStep("snapshot")
        try source.begin(immediate: false)
        defer { source.rollback() }
        // From the first read on, the connection sees one state.
        _ = try source.scalar("SELECT count(*) FROM migrations", as: Int64.self)
        let pages: Int64 = try source.scalar("PRAGMA page_count") ?? 0
        let pageSize: Int64 = try source.scalar("PRAGMA page_size") ?? 0
        try beforeStep("keys")
        if let companion {
            // A key is in its file before anything is sealed with it, and stays while something is.
            let missing = try source.sealingKeys().subtracting(try companion.draft(mark))
            guard missing.isEmpty else { throw BackupFailure.keysMissing(missing) }
        }
        try beforeStep("copy")
        let needed = pages * pageSize
        if let free = FileStatus.freeBytes(at: directory.path), free < needed + Self.margin {
            throw BackupFailure.noRoom(path: directory.path, needed: needed + Self.margin, free: free)
        }
        try copyPages(from: source, to: copy)
        source.rollback()
        // One file, also for whoever opens it elsewhere.
        let mode: String? = try copy.scalar("PRAGMA journal_mode = DELETE")
        guard mode == "delete" else { throw BackupFailure.damaged(faults: ["its journal mode is \(mode ?? "none")"]) }
        let version: Int64 = try copy.scalar("PRAGMA user_version") ?? 0
        guard try copy.scalar("PRAGMA application_id") == DatabaseFile.applicationID else {
            throw BackupFailure.damaged(faults: ["it is not marked as ours"])
        }
        let report = try interrupt.during(copy) { try IntegrityCheck.run(copy, isFull: true) }
        guard report.isSound else { throw BackupFailure.damaged(faults: report.faults) }
        try copy.execute("INSERT OR REPLACE INTO backup_mark (id, mark) VALUES (1, ?)", mark)
        return BackupReport(path: path, bytes: report.bytes, schemaVersion: Int(version))
    }

    /// Left free beside the copy, for the server itself.
    private static let margin: Int64 = 16 << 20

    private func copyPages(from source: Database, to copy: Database) throws {
        guard let backup = sqlite3_backup_init(copy.handle, "main", source.handle, "main") else {
            throw ResultCode.error(sqlite3_errcode(copy.handle), on: copy.handle)
        }
        var isFinished = false
        defer { if !isFinished { sqlite3_backup_finish(backup) } }
        while true {
            let began = Self.nanoseconds()
            let code = sqlite3_backup_step(backup, Self.portion)
            if code == SQLITE_DONE { break }
            guard code == SQLITE_OK else {
                isFinished = true
                sqlite3_backup_finish(backup)
                throw ResultCode.error(code, on: copy.handle)
            }
            try interrupt.check()
            let took = Self.nanoseconds() - began
            var rest = timespec(tv_sec: 0, tv_nsec: min(took, 100_000_000))
            nanosleep(&rest, nil)
        }
        isFinished = true
        let code = sqlite3_backup_finish(backup)
        guard code == SQLITE_OK else { throw ResultCode.error(code, on: copy.handle) }
    }

    private static func nanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Gives the draft its name, unless somebody took that meanwhile.
    private func publish(_ draft: String) throws {
        if link(draft, path) == 0 {
            unlink(draft)
            return
        }
        if errno == EEXIST { throw BackupFailure.exists(path: path) }
        // A file system without links: between the look and the renaming another could come, and no further.
        guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno), !FileStatus.isTaken(path), rename(draft, path) == 0
        else { throw BackupFailure.inaccessible(path: path, detail: FileStatus.lastError) }
    }

    static func sync(_ path: String) throws {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BackupFailure.inaccessible(path: path, detail: FileStatus.lastError) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError.ioFailure("sync of \(path): \(FileStatus.lastError)") }
    }
}
