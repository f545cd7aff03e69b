// Whether the files that the writer has open are still those that have their names. Somebody may move another file into the
// database's place, or the WAL away: what is acknowledged then goes to files that nobody finds again, and the next start
// takes the other one for the truth, with this one's WAL beside it.
//
// Where that is found nothing more is written. What was accepted is copied to a file of its own beside them, and no start
// takes the directory before somebody has decided what is to become of it.

internal import CSQLite
internal import Glibc

struct FilePlace {
    /// Between the database's name and the time at which it was found displaced.
    static let mark = ".displaced-"

    private struct Identity: Equatable {
        let device: UInt64
        let number: UInt64

        /// nil: nothing has this name.
        /// - Throws: where that cannot be told.
        init?(_ path: String) throws(StoreError) {
            var status = stat()
            guard stat(path, &status) == 0 else {
                if errno == ENOENT { return nil }
                throw .ioFailure("looking at \(path): \(FileStatus.lastError)")
            }
            (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
        }
    }

    private let path: String
    private let database: Identity?
    private let wal: Identity?

    /// Of a database whose connections were just opened, and have read it, so that there is a WAL.
    init(_ path: String) throws(StoreError) {
        self.path = path
        database = try Identity(path)
        wal = try Identity(path + "-wal")
    }

    /// What is not in its place any more; nil: all is, or that cannot be told just now.
    func displacement() -> String? {
        do throws(StoreError) {
            if try Identity(path) != database { return "\(path) was moved or replaced while it was in use" }
            if try Identity(path + "-wal") != wal { return "\(path)-wal was moved or replaced while it was in use" }
        } catch {}
        return nil
    }

    /// Copies all that was accepted to a file of its own, and puts this database's WAL out of another one's way.
    /// - Returns: the path of the copy, which is whole and durable.
    func rescue(from db: Database, stamp: String) throws(StoreError) -> String {
        let directory = DataDirectory(path: FileStatus.parent(of: path))
        let draft = directory.path + "/rescue-" + DatabaseFile.name
        func sweep() { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) } }
        sweep()
        let descriptor = Glibc.open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .refused(.inaccessible(path: draft, detail: FileStatus.lastError)) }
        Glibc.close(descriptor)
        defer { sweep() }
        try copy(db, to: draft)
        let kept = path + Self.mark + stamp
        guard !FileStatus.isTaken(kept), rename(draft, kept) == 0 else {
            throw .refused(.inaccessible(path: kept, detail: FileStatus.lastError))
        }
        try directory.sync()
        if try Identity(path) != database, try Identity(path + "-wal") == wal {
            rename(path + "-wal", "\(path)-wal\(Self.mark)\(stamp)")
        }
        return kept
    }

    private func copy(_ db: Database, to draft: String) throws(StoreError) {
        let copy = try Database(path: draft, followsLinks: true)
        defer { copy.close() }
        try copy.execute("PRAGMA synchronous = FULL")
        guard let backup = sqlite3_backup_init(copy.handle, "main", db.handle, "main") else {
            throw ResultCode.error(sqlite3_errcode(copy.handle), on: copy.handle)
        }
        let code = sqlite3_backup_step(backup, -1)
        let end = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, end == SQLITE_OK else {
            throw ResultCode.error(code == SQLITE_DONE ? end : code, on: copy.handle)
        }
        // One file, complete without a WAL.
        let mode: String? = try copy.scalar("PRAGMA journal_mode = DELETE")
        guard mode == "delete" else { throw .ioFailure("the journal mode of \(draft) is \(mode ?? "unset")") }
    }
}

extension DatabaseFile {
    /// Copies that wait for somebody to decide.
    static func displaced(in directory: String) -> [String] {
        (FileStatus.names(in: directory) ?? []).filter { $0.hasPrefix(name + FilePlace.mark) }.sorted()
            .map { directory + "/" + $0 }
    }
}

extension Store {
    /// Copies of all that was accepted by a server whose database was moved or replaced, in a data directory: no start takes
    /// it while there is one.
    package static func displaced(in directory: String) -> [String] { DatabaseFile.displaced(in: directory) }

    /// Looks whether the database's files are in their place; to be done every few seconds. Where they are not, nothing more
    /// is written from then on, what was accepted is copied, however often that has to be tried, and the store has failed.
    /// - Parameters:
    ///   - stamp: of the time, for a name.
    ///   - pause: between two tries.
    ///   - tell: hears what is wrong at once, and why a copy failed. On the writer's thread.
    /// - Throws: `.readOnly` with what was found, when it is copied, or the store was closed before it could be.
    package func lookAtPlace(
        stamp: String, pause: Duration = .seconds(1), telling tell: @escaping @Sendable (String) -> Void
    ) async throws {
        try await outside { [writer, place] db, _, _ throws(StoreError) in
            guard let what = place.displacement() else { return }
            writer.suspend(.readOnly(what))
            tell(what)
            while true {
                let kept: String
                do throws(StoreError) {
                    kept = try place.rescue(from: db, stamp: stamp)
                } catch {
                    guard !writer.isEnding else { throw .readOnly("\(what), and could not be copied: \(error)") }
                    tell("what was accepted cannot be copied, and is tried again: \(error)")
                    usleep(UInt32(clamping: Int64(pause / .microseconds(1))))
                    continue
                }
                throw .readOnly("\(what); all that was accepted is in \(kept)")
            }
        }
    }
}
