// Puts a backup in the place of a data directory's database, while nobody uses that. The backup is copied first and the copy
// is judged: only what this program would open, and what does not contradict itself anywhere, takes the place. What was
// there is set aside under a dated name, its WAL with it, and never removed.
//
// The order of the last steps is what a kill must not harm. The old database goes before its WAL: the other way round there
// would be a database that has lost its last commits and does not know it. The restored one takes its place last of all,
// when whatever belongs to it (the key files) is there and durable. In between there is no database, but a marker with the
// time of the restore, so that no start takes the directory for a new one, and the next restore goes on under the same
// names: an old database and its WAL are never parted. The marker also has the numbers that the old database had given out,
// for the next restore cannot ask it any more.

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
        /// Why it is not known which numbers were given out since the backup; nil: it is known, or there is nothing to know.
        package let unknownNumbers: String?
    }

    /// What was given out by what is set aside.
    private struct Given {
        var numbers = NumberGap()
        /// Why they are not known.
        var unknown: String?
    }

    /// What a backup is found to be, before anything is changed for it.
    package struct Candidate: Sendable, Equatable {
        package let schemaVersion: Int
        package let waitingMessages: Int64
        /// Of key files.
        package let keyNeeds: KeyNeeds
        /// What tells it from all other backups; nil: it is none, but a copy made by hand.
        package let mark: String?
    }

    /// It failed when the old database was out of its place already: no server starts until a restore comes to its end.
    package struct BrokenOff: Error {
        package let cause: any Error
    }

    /// How far above what was given out numbers go on.
    package static var gap: Int64 { NumberGap.width }

    private let source: BackupSource
    private let target: DatabaseFile
    private let draft: String
    /// Says of which time the names are that what is set aside gets, for as long as there is no database.
    private let marker: String
    /// Of these names.
    private let stamp: String
    /// Called before each step that changes what is there; for tests, which break off by it.
    var beforeStep: (String) throws -> Void = { _ in }

    /// - Parameters:
    ///   - source: the backup. A WAL beside it is taken along.
    ///   - directory: the data directory, whose lock the caller has.
    package init(_ source: BackupSource, into directory: String, stamp: String) {
        self.source = source
        self.stamp = stamp
        target = DatabaseFile(directory: directory)
        draft = directory + "/restore-" + DatabaseFile.name
        marker = target.path + ".restoring"
    }

    package init(_ path: String, into directory: String, stamp: String) {
        self.init(BackupSource(path), into: directory, stamp: stamp)
    }

    /// - Parameters:
    ///   - accept: is shown what was judged; where it throws, nothing has changed.
    ///   - place: puts in place what belongs to the database, before that is there; is told the time for its names.
    /// - Throws: `BrokenOff`; anything else, and nothing has changed: `StoreError`, of which `.refused` says what is wrong
    ///   with the backup, and what `accept` throws.
    package func run(
        accept: (Candidate) throws -> Void = { _ in }, place: (_ stamp: String) throws -> Void = { _ in }
    ) throws -> Report {
        try source.open()
        try target.directory.make()
        if let free = FileStatus.freeBytes(at: target.directory.path), free < source.size {
            throw StoreError.storageFull
        }
        sweep()
        defer { sweep() }
        try source.copy(to: draft)
        let candidate = try judge()
        let brokenOff = brokenOff()
        let stamp = brokenOff?.stamp ?? self.stamp
        let steps = try plan(stamp)
        try accept(candidate)
        let given = brokenOff?.given ?? givenOut()
        try goOnAbove(given.numbers)
        try Backup.sync(draft)
        if brokenOff == nil { try mark(stamp, given) }
        var isBegun = false
        do {
            for step in steps { try move(step.old, to: step.new, &isBegun) }
            unlink(target.path + "-shm")
            try beforeStep("place")
            isBegun = true
            try place(stamp)
            try move(draft, to: target.path, &isBegun)
        } catch {
            if isBegun { throw BrokenOff(cause: error) }
            unlink(marker)
            throw error
        }
        // It means nothing beside a database.
        unlink(marker)
        let decided = settleDisplaced(stamp)
        return Report(
            path: target.path, bytes: FileStatus.size(of: target.path), schemaVersion: candidate.schemaVersion,
            setAside: steps.map(\.new) + decided, waitingMessages: candidate.waitingMessages,
            unknownNumbers: given.unknown)
    }

    private func sweep() { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) } }

    /// Opens the copy as a start would, reads all of it, and leaves one file.
    private func judge() throws -> Candidate {
        do {
            let db = try openDraft()
            defer { db.close() }
            let version = try target.migrator.check(db, path: source.path)
            let report = try IntegrityCheck.run(db, isFull: true)
            guard report.isSound else {
                throw StoreError.refused(.damaged(path: source.path, detail: report.faults.joined(separator: "; ")))
            }
            let mode: String? = try db.scalar("PRAGMA journal_mode = DELETE")
            guard mode == "delete" else {
                throw StoreError.refused(.setting(name: "journal_mode", value: mode ?? "unset", expected: "delete"))
            }
            let waiting: Int64 =
                try db.scalar(
                    "SELECT coalesce(sum(count), 0) FROM message_counts WHERE user_id = 0 AND status IN (1, 2)") ?? 0
            return Candidate(
                schemaVersion: version, waitingMessages: waiting, keyNeeds: try db.keyNeeds(),
                mark: try db.scalar("SELECT mark FROM backup_mark WHERE id = 1"))
        } catch StoreError.corrupt(let detail) {
            throw StoreError.refused(.damaged(path: source.path, detail: detail))
        }
    }

    private func openDraft() throws(StoreError) -> Database {
        let db = try Database(path: draft)
        for pragma in ["busy_timeout = 5000", "trusted_schema = OFF", "cell_size_check = ON"] {
            try db.execute("PRAGMA \(pragma)")
        }
        return db
    }

    /// By what is there now: it may be of the same backup, and have gone on since. Where it cannot be read, the gap must do.
    private func givenOut() -> Given {
        guard FileStatus.isTaken(target.path) else { return Given() }
        // To read it would roll it back.
        guard !FileStatus.isTaken(target.path + "-journal") else {
            return Given(unknown: "there is a -journal beside it")
        }
        do {
            return Given(numbers: try target.look { db in try NumberGap(of: db) })
        } catch {
            return Given(unknown: (error as? StoreError).map { "\($0)" } ?? "\(error)")
        }
    }

    /// What is restored gives out no number again; and it is a backup no more.
    private func goOnAbove(_ given: NumberGap) throws {
        let db = try openDraft()
        defer { db.close() }
        try db.transaction {
            try given.leave(in: db)
            try db.execute("DELETE FROM backup_mark")
        }
    }

    // MARK: Names

    /// What is known of a restore that was broken off after the old database was out of its place.
    private func brokenOff() -> (stamp: String, given: Given)? {
        guard !FileStatus.isTaken(target.path) else { return nil }
        let descriptor = Glibc.open(marker, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { Glibc.close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = max(0, read(descriptor, &bytes, bytes.count))
        let text = String(decoding: bytes.prefix(count), as: UTF8.self)
        let stamp = text.prefix { $0 != "\n" }
        // It becomes part of names.
        let isStamp = stamp.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D
        }
        guard isStamp, !stamp.isEmpty, stamp.utf8.count < 64 else { return nil }
        let rest = text.dropFirst(stamp.count + 1)
        if let numbers = NumberGap(parsing: rest) { return (String(stamp), Given(numbers: numbers)) }
        let reason = rest.hasPrefix("? ") ? rest.dropFirst(2).prefix { $0 != "\n" } : "it was not noted"
        return (String(stamp), Given(unknown: String(reason)))
    }

    /// Before the first step: from now on, where there is no database, one was being restored.
    private func mark(_ stamp: String, _ given: Given) throws {
        try beforeStep("mark")
        unlink(marker)
        let descriptor = Glibc.open(marker, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.refused(.inaccessible(path: marker, detail: FileStatus.lastError))
        }
        defer { Glibc.close(descriptor) }
        let numbers = given.unknown.map { "? " + $0.replacing("\n", with: " ") + "\n" } ?? given.numbers.text
        let bytes = Array((stamp + "\n" + numbers).utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            let reason = FileStatus.lastError
            unlink(marker)
            throw StoreError.ioFailure("writing \(marker): \(reason)")
        }
        try target.directory.sync()
    }

    /// What is to be set aside, in this order: a database, its WAL, and a journal that may hold what it was before its last
    /// change.
    private func plan(_ stamp: String) throws -> [(old: String, new: String)] {
        let kept = target.path + ".before-restore-" + stamp
        let steps = ["", "-wal", "-journal"].filter { FileStatus.isTaken(target.path + $0) }
            .map { (old: target.path + $0, new: kept + $0) }
        for step in steps where FileStatus.isTaken(step.new) {
            throw StoreError.refused(.inaccessible(path: step.new, detail: "it is there already"))
        }
        return steps
    }

    /// What was copied of a database that was displaced kept every start away until somebody decided: that was done.
    private func settleDisplaced(_ stamp: String) -> [String] {
        DatabaseFile.displaced(in: target.directory.path).compactMap { copy in
            let kept = "\(target.path).before-restore-\(stamp)\(copy.dropFirst(target.path.count))"
            return !FileStatus.isTaken(kept) && rename(copy, kept) == 0 ? kept : nil
        }
    }

    /// Each step is on the disk before the next one.
    private func move(_ old: String, to new: String, _ isBegun: inout Bool) throws {
        try beforeStep("move " + old)
        guard rename(old, new) == 0 else {
            throw StoreError.refused(.inaccessible(path: new, detail: FileStatus.lastError))
        }
        isBegun = true
        try target.directory.sync()
    }
}
