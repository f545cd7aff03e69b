// Puts a backup in the place of a data directory's database, while nobody uses that. The backup is copied first and the copy
// is judged: only what this program would open, and what does not contradict itself anywhere, takes the place. What was
// there is set aside under a dated name, its WAL with it, and never removed.
//
// The order of the last steps is what a kill must not harm: the old database goes before its WAL. Between the two there is
// a WAL without a database, which no start takes for a new directory; the other way round there would be a database that
// has lost its last commits and does not know it.

internal import CSQLite
internal import Glibc

package struct Restore {
    package struct Report: Sendable, Equatable {
        package let path: String
        package let bytes: Int64
        package let schemaVersion: Int
        /// Where what was there is now; empty where nothing was.
        package let setAside: [String]
        /// Messages that are sent once the server is started: they wait in this state of things.
        package let waitingMessages: Int64
    }

    /// What a backup is found to be, before anything is changed for it.
    package struct Candidate: Sendable, Equatable {
        package let schemaVersion: Int
        package let waitingMessages: Int64
        /// The key files that it was made beside; empty: it does not say.
        package let keyPrints: Set<KeyPrint>
    }

    private let source: String
    private let target: DatabaseFile
    private let draft: String
    /// Of the names that what is set aside gets.
    private let stamp: String
    /// Called before each step that changes what is there; for tests, which break off by it.
    var beforeStep: (String) throws -> Void = { _ in }

    /// - Parameters:
    ///   - source: the backup. A WAL beside it is taken along.
    ///   - directory: the data directory, whose lock the caller has.
    package init(_ source: String, into directory: String, stamp: String) {
        self.source = source
        self.stamp = stamp
        target = DatabaseFile(directory: directory)
        draft = directory + "/restore-" + DatabaseFile.name
    }

    /// - Parameter accept: is shown what was judged; where it throws, nothing has changed.
    /// - Throws: `StoreError`, of which `.refused` says what is wrong with the backup; nothing has changed then.
    package func run(accept: (Candidate) throws -> Void = { _ in }) throws -> Report {
        let size = try judgeHeader()
        try target.directory.make()
        if let free = FileStatus.freeBytes(at: target.directory.path), free < size { throw StoreError.storageFull }
        sweep()
        defer { sweep() }
        try copy(source, to: draft)
        if FileStatus.size(of: source + "-wal") > 0 { try copy(source + "-wal", to: draft + "-wal") }
        let candidate = try judge()
        try Backup.sync(draft)
        try giveToOwner()
        try accept(candidate)
        let aside = try setAside()
        try move(draft, to: target.path)
        try target.directory.sync()
        return Report(
            path: target.path, bytes: FileStatus.size(of: target.path), schemaVersion: candidate.schemaVersion,
            setAside: aside, waitingMessages: candidate.waitingMessages)
    }

    private func sweep() { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }

    /// Before anything is copied: is it one of ours at all?
    private func judgeHeader() throws(StoreError) -> Int64 {
        guard let status = try FileStatus(source) else {
            throw .refused(.inaccessible(path: source, detail: "there is no such file"))
        }
        guard status.isRegular else { throw .refused(.inaccessible(path: source, detail: "it is no file")) }
        guard status.size > 0 else { throw .refused(.empty(path: source)) }
        let descriptor = Glibc.open(source, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .refused(.inaccessible(path: source, detail: FileStatus.lastError)) }
        defer { Glibc.close(descriptor) }
        var header = [UInt8](repeating: 0, count: 100)
        guard pread(descriptor, &header, header.count, 0) == header.count,
            header.starts(with: Array("SQLite format 3\0".utf8))
        else { throw .refused(.foreign(path: source, detail: "it is no SQLite database")) }
        let application = header[68..<72].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard application == DatabaseFile.applicationID else {
            throw .refused(.foreign(path: source, detail: "its application id is \(application)"))
        }
        return status.size + FileStatus.size(of: source + "-wal")
    }

    /// Opens the copy as a start would, reads all of it, and leaves one file.
    private func judge() throws -> Candidate {
        do {
            let db = try Database(path: draft)
            defer { db.close() }
            for pragma in ["busy_timeout = 5000", "trusted_schema = OFF", "cell_size_check = ON"] {
                try db.execute("PRAGMA \(pragma)")
            }
            let version = try target.migrator.check(db, path: source)
            let report = try IntegrityCheck.run(db, isFull: true)
            guard report.isSound else {
                throw StoreError.refused(.damaged(path: source, detail: report.faults.joined(separator: "; ")))
            }
            let mode: String? = try db.scalar("PRAGMA journal_mode = DELETE")
            guard mode == "delete" else {
                throw StoreError.refused(.setting(name: "journal_mode", value: mode ?? "unset", expected: "delete"))
            }
            let waiting: Int64 =
                try db.scalar(
                    "SELECT coalesce(sum(count), 0) FROM message_counts WHERE user_id = 0 AND status IN (1, 2)") ?? 0
            return Candidate(
                schemaVersion: version, waitingMessages: waiting, keyPrints: try db.keyPrints.all())
        } catch StoreError.corrupt(let detail) {
            throw StoreError.refused(.damaged(path: source, detail: detail))
        }
    }

    private func setAside() throws -> [String] {
        var aside: [String] = []
        let kept = target.path + ".before-restore-" + stamp
        for suffix in ["", "-wal"] where FileStatus.isTaken(kept + suffix) {
            throw StoreError.refused(.inaccessible(path: kept + suffix, detail: "it is there already"))
        }
        for suffix in ["", "-wal"] where FileStatus.isTaken(target.path + suffix) {
            try move(target.path + suffix, to: kept + suffix)
            // Each step is on the disk before the next one.
            try target.directory.sync()
            aside.append(kept + suffix)
        }
        try beforeStep("remove " + target.path + "-shm")
        for suffix in ["-shm", "-journal"] { unlink(target.path + suffix) }
        return aside
    }

    private func move(_ old: String, to new: String) throws {
        try beforeStep("move " + old)
        guard rename(old, new) == 0 else {
            throw StoreError.refused(.inaccessible(path: new, detail: FileStatus.lastError))
        }
    }

    /// Restored by root, it is still the server's.
    private func giveToOwner() throws(StoreError) {
        guard geteuid() == 0 else { return }
        var status = stat()
        guard stat(target.directory.path, &status) == 0, chown(draft, status.st_uid, status.st_gid) == 0 else {
            throw .refused(.inaccessible(path: draft, detail: FileStatus.lastError))
        }
    }

    private func copy(_ old: String, to new: String) throws(StoreError) {
        let reading = Glibc.open(old, O_RDONLY | O_CLOEXEC)
        guard reading >= 0 else { throw .refused(.inaccessible(path: old, detail: FileStatus.lastError)) }
        defer { Glibc.close(reading) }
        let writing = Glibc.open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard writing >= 0 else { throw .refused(.inaccessible(path: new, detail: FileStatus.lastError)) }
        defer { Glibc.close(writing) }
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(reading, &chunk, chunk.count)
            if count == 0 { return }
            guard count > 0 else { throw .ioFailure("reading \(old): \(FileStatus.lastError)") }
            var done = 0
            while done < count {
                let written = chunk.withUnsafeBytes { write(writing, $0.baseAddress?.advanced(by: done), count - done) }
                guard written > 0 else {
                    throw errno == ENOSPC ? .storageFull : .ioFailure("writing \(new): \(FileStatus.lastError)")
                }
                done += written
            }
        }
    }
}
