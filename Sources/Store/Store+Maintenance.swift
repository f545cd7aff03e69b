// What keeps a database in order while it is used: checks, backups, an emptied WAL, settings read back.

internal import Synchronization

extension Store {
    /// What became of a wish to empty the WAL.
    package enum Checkpoint: Sendable, Equatable {
        /// Everything is in the database file; so many bytes were in the WAL.
        case done(bytes: Int64)
        /// Writes wait: not now.
        case busy
        /// A reader still needs what is in the WAL.
        case inUse
    }

    /// Puts what is in the WAL into the file and empties it, on the writer's connection as every checkpoint, where nobody
    /// waits for a write and no reader is in the way.
    package func checkpoint() async throws -> Checkpoint {
        let walBytes = statistics.walBytes
        guard walBytes > 0 else { return .done(bytes: 0) }
        return try await outside { _, checkpointer, isIdle throws(StoreError) in
            guard isIdle else { return .busy }
            return try checkpointer.empty() ? .done(bytes: walBytes) : .inUse
        }
    }

    /// Reads the whole database, beside the readers of callers. Ends early where the task is cancelled.
    /// - Parameter isFull: compares indexes with tables as well, which takes several times as long.
    /// - Throws: `CancellationError`, `.closed`, `.overloaded`, and what keeps it from reading. A damaged database is an
    ///   answer, not an error.
    package func checkIntegrity(isFull: Bool) async throws -> IntegrityReport {
        try await maintain { db, interrupt in
            try interrupt.during(db) { try IntegrityCheck.run(db, isFull: isFull) }
        }
    }

    /// Copies the database as it is now to a file that is not there yet, and checks the copy. Where it fails, or the task is
    /// cancelled, nothing is left. All of it is done on the thread for long work: a slow disk holds up nobody else.
    /// - Parameters:
    ///   - makesFolder: whether the folder it goes to is made where it is missing (0700).
    ///   - companion: what goes beside it.
    /// - Throws: `BackupFailure`, `CancellationError`, `StoreError`, and what the companion throws.
    package func backUp(
        to path: String, makesFolder: Bool = false, with companion: BackupCompanion? = nil
    ) async throws -> BackupReport {
        try await maintain { db, interrupt in
            var backup = Backup(path: path, interrupt: interrupt)
            backup.makesFolder = makesFolder
            backup.companion = companion
            return try backup.make(from: db)
        }
    }

    /// What durability and safety rest on, as the writer's connection has it now.
    package func settings() async throws -> [StoreSetting] {
        try await outside { db, _, _ throws(StoreError) in try Pragmas.ofWriter(db) }
    }

    /// Which schema the database has, and which one this program makes.
    package func schema() async throws -> (version: Int, supported: Int) {
        let version = try await read { db in try db.scalar("PRAGMA user_version", as: Int64.self) ?? 0 }
        return (Int(clamping: version), Migrations.all.count)
    }

    /// Bytes of the database, without its WAL, and of them those that are free to be used again.
    package func size() async throws -> (bytes: Int64, free: Int64) {
        try await read { db in
            let page: Int64 = try db.scalar("PRAGMA page_size") ?? 0
            let pages: Int64 = try db.scalar("PRAGMA page_count") ?? 0
            let free: Int64 = try db.scalar("PRAGMA freelist_count") ?? 0
            return (pages * page, free * page)
        }
    }

    /// Removes what backups that were broken off by a crash left in a directory.
    package static func sweepBackups(in directory: String) {
        for name in FileStatus.names(in: directory) ?? [] where name.contains(Backup.draftMark) {
            FileStatus.remove(directory + "/" + name)
        }
    }

    /// Runs `body` on the thread for long work, with a connection of its own. It looks at the interrupt as often as it can;
    /// SQLite, or a disk that hangs, may not let it look for minutes: whoever is cancelled waits for `patience` only.
    func maintain<T: Sendable>(
        _ body: @escaping @Sendable (Database, Interrupt) throws -> T
    ) async throws -> T {
        let interrupt = Interrupt(maintenance)
        let answer = FirstAnswer<T>()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                answer.wait(continuation)
                let job = JobReturning(savepoint: .none, body: { db in try body(db, interrupt) }) { answer.give($0) }
                enqueue(job, on: maintenance.put)
            }
        } onCancel: {
            interrupt.set()
            Task.detached {
                try? await Task.sleep(for: Self.patience)
                answer.give(.failure(CancellationError()))
            }
        }
    }

    private static var patience: Duration { .seconds(2) }

    func outside<T: Sendable>(
        _ body: @escaping @Sendable (Database, Checkpointer, Bool) throws(StoreError) -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(OutsideJobReturning(body) { continuation.resume(with: $0) }, on: writer.put)
        }
    }
}

/// Hands the first of several answers to whoever waits, whether it waits already or not.
private final class FirstAnswer<T: Sendable>: Sendable {
    private enum State {
        case open
        case waiting(CheckedContinuation<T, any Error>)
        case given(Result<T, any Error>)
        case done
    }

    private let state = Mutex(State.open)

    func wait(_ continuation: CheckedContinuation<T, any Error>) {
        let given = state.withLock { state -> Result<T, any Error>? in
            guard case .given(let result) = state else {
                state = .waiting(continuation)
                return nil
            }
            state = .done
            return result
        }
        if let given { continuation.resume(with: given) }
    }

    func give(_ result: Result<T, any Error>) {
        let waiting = state.withLock { state -> CheckedContinuation<T, any Error>? in
            switch state {
            case .open: state = .given(result)
            case .waiting(let continuation):
                state = .done
                return continuation
            case .given, .done: break
            }
            return nil
        }
        waiting?.resume(with: result)
    }
}
