// SystemService.Backup: one at a time, given up when its caller goes. What lies below is put into words for the operator
// here, for it is their disk and their paths.

internal import Codec
package import Contract
internal import Glibc
package import RPC
internal import Store
internal import Synchronization

/// Whether a backup is being made.
final class BackupTurn: Sendable {
    private let isTaken = Atomic<Bool>(false)
    func take() -> Bool { !isTaken.exchange(true, ordering: .acquiring) }
    func leave() { isTaken.store(false, ordering: .releasing) }
}

extension SystemService {
    package func backup(_ request: BackupRequest, context: CallContext) async throws -> BackupResponse {
        let principal = try context.principal
        // rpcd always has one; a service that stands without a daemon, as in tests, has nowhere to put a backup.
        guard let directory = sources.dataDirectory else {
            throw RPCError.make(.notImplemented, "This server has no data directory.")
        }
        let now = clock.now()
        let folder = directory + "/backups"
        let mayChoose = principal.hasOurFileRights
        if request.withSecrets, !mayChoose {
            throw RPCError.make(
                .permissionDenied, "Only root and the server's own user, on rpcd.sock, may copy its key files.")
        }
        let target = try BackupTarget(
            request.path, mayChoose: mayChoose, folder: folder, stamp: CalendarDay.stamp(now))
        if !target.isInFolder { try PrivateMounts(sources.mounts()).refuse(target.path) }
        guard turn.take() else {
            throw RPCError.make(.conflict, "A backup is being made already.", retryAfter: .seconds(10))
        }
        defer { turn.leave() }

        // Before it is made: nobody takes a copy of everything without an entry, which the copy then holds as well; and the
        // copy knows the keys that belong to it.
        let noted = Audit.Target("backup", name: target.path)
        let kind = request.withSecrets ? "with key files" : "without key files"
        // Files are read where that holds up nobody: this is a connection's own thread.
        let keys = try await store.read { _ in KeyPrints.found(in: directory + "/secrets") }
        try await store.write { db in
            try KeyPrints.note(keys, in: db)
            try Audit.record(context, noted, note: "begun, \(kind)", in: db, at: now)
        }
        let began = clock.monotonic()
        let companion =
            request.withSecrets ? SecretFiles.companion(of: target.path, from: directory + "/secrets") : nil
        let report: BackupReport
        do {
            report = try await store.backUp(to: target.path, makesFolder: target.isInFolder, with: companion)
        } catch {
            let told = Self.words(for: error)
            let reason = ServiceErrors.map(told).reason
            let ended = clock.now()
            // What it failed of is what the caller is to know, and not that this was not written either.
            try? await store.write { db in
                try Audit.record(context, noted, note: "failed, \(kind)", outcome: reason, in: db, at: ended)
            }
            throw told
        }
        let took = clock.monotonic() - began
        let ended = clock.now()
        try await store.write { db in
            try Audit.record(context, noted, note: "made, \(kind), \(report.bytes) bytes", in: db, at: ended)
        }
        return .with {
            $0.path = report.path
            $0.sizeBytes = report.bytes
            $0.takenAt = now.timestamp
            $0.durationMs = took.components.seconds * 1_000 + took.components.attoseconds / 1_000_000_000_000_000
            $0.schemaVersion = Int32(clamping: report.schemaVersion)
            $0.secretsPath = companion == nil ? "" : target.path + SecretFiles.suffix
        }
    }

    /// What a caller is told. Paths may be named: whoever may make a backup is an admin.
    private static func words(for error: any Error) -> any Error {
        switch error {
        case BackupFailure.exists(let path):
            RPCError.make(
                .alreadyExists, "\(path) is there already.", hint: "Give another name; nothing is replaced.",
                cause: error)
        case BackupFailure.inaccessible(let path, let detail):
            RPCError.make(
                .validationError, "The server cannot write \(path): \(detail).",
                violations: [.init(field: "path", description: detail)],
                hint: detail == String(cString: strerror(EROFS))
                    ? "Where systemd shows the server a read-only system, its unit names the folder: ReadWritePaths=."
                    : nil,
                cause: error)
        case BackupFailure.noRoom(let path, let needed, let free):
            RPCError.make(
                .storageFull, "\(path) has room for \(free) bytes; the backup needs \(needed).",
                hint: "Make room, or choose another disk.", cause: error)
        case BackupFailure.damaged(let faults):
            RPCError.make(
                .dataLoss, "The copy is damaged, and the database most likely is: \(faults.joined(separator: "; ")).",
                hint: "Keep every older backup. `rpcctl jobs run integrity-check --wait` checks the database itself.",
                cause: error)
        case BackupFailure.keysMissing(let keys):
            RPCError.make(
                .unavailable,
                "secrets/\(KeyFile.box.fileName) lacks keys that secrets in the database are sealed with: "
                    + keys.sorted().map(SecretKeys.name).joined(separator: ", ") + ".",
                hint: "rpcctl doctor says what to do about it. Without --with-secrets the backup is made.", cause: error
            )
        case StoreError.storageFull:
            RPCError.make(.storageFull, "The disk of the backup is full.", hint: "Make room there.", cause: error)
        case StoreError.ioFailure(let detail), StoreError.readOnly(let detail):
            RPCError.make(.unavailable, "The backup could not be written: \(detail).", cause: error)
        case let failure as SecretFiles.Failure:
            RPCError.make(
                .validationError, "The server cannot copy its key files: \(failure.path): \(failure.detail).",
                cause: error)
        default: error
        }
    }
}

extension CalendarDay {
    /// Such as `20260131T120000Z`: for the names of files.
    package static func stamp(_ moment: Instant) -> String {
        let seconds = ((moment.seconds % 86_400) + 86_400) % 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = text(of(moment)).filter { $0 != "-" }
        return "\(date)T\(two(seconds / 3_600))\(two(seconds / 60 % 60))\(two(seconds % 60))Z"
    }
}
