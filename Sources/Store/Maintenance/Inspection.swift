// A look at a database that no server has open, by whoever has the lock on its directory. It changes nothing: no step of the
// schema is taken, no WAL is moved into the file.

internal import Glibc

package struct Inspection: Sendable {
    package let path: String
    package let schemaVersion: Int
    package let supportedVersion: Int
    package let integrity: IntegrityReport
    package let walBytes: Int64
    package let jobs: [JobRecord]
    /// The newest time that the database holds: a clock that says less was set back.
    package let newest: Moment?
    /// Of key files; nil: it contradicts itself.
    package let keyNeeds: KeyNeeds?
    package let auditChain: AuditChain?
    /// The last of the audit log, oldest first.
    package let lastAudit: [AuditRecord]
}

extension Store {
    /// - Parameter auditRows: how many of the last entries of the audit log are taken along.
    /// - Throws: `StoreError.refused` with what keeps a start from using it.
    package static func inspect(directory: String, auditRows: Int = 0) throws -> Inspection {
        let file = DatabaseFile(directory: directory)
        guard let status = try FileStatus(file.path) else {
            throw StoreError.refused(.missing(path: file.path, beside: try file.directory.traces() ?? "the directory"))
        }
        guard status.size > 0 else { throw StoreError.refused(.empty(path: file.path)) }
        let walBytes = FileStatus.size(of: file.path + "-wal")
        return try file.look { db in
            let version = try file.migrator.check(db, path: file.path)
            let report = try IntegrityCheck.run(db, isFull: true)
            return Inspection(
                path: file.path, schemaVersion: version, supportedVersion: Migrations.all.count, integrity: report,
                walBytes: walBytes, jobs: report.isSound ? try db.jobs.all() : [],
                newest: report.isSound ? try db.newestMoment() : nil,
                keyNeeds: report.isSound ? try db.keyNeeds() : nil,
                auditChain: report.isSound ? try db.audit.chain() : nil,
                lastAudit: report.isSound ? try db.audit.last(auditRows) : [])
        }
    }
}

extension DatabaseFile {
    /// Opens it for reading, and leaves it, and what lies beside it, as it was.
    func look<T>(_ body: (Database) throws -> T) throws -> T {
        // SQLite makes them for whoever looks, and leaves them where the WAL is to be kept.
        let added = ["-wal", "-shm"].map { path + $0 }.filter { !FileStatus.isTaken($0) }
        defer {
            for file in added where !file.hasSuffix("-wal") || FileStatus.size(of: file) == 0 { unlink(file) }
        }
        do {
            let db = try Database(path: path)
            defer {
                db.keepWAL()
                db.close()
            }
            try db.execute("PRAGMA busy_timeout = 5000")
            guard try db.scalar("PRAGMA application_id") == Self.applicationID else {
                throw StoreError.refused(.foreign(path: path, detail: "its application id is another"))
            }
            for pragma in ["query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"] {
                try db.execute("PRAGMA \(pragma)")
            }
            return try body(db)
        } catch StoreError.corrupt(let detail) {
            throw StoreError.refused(.damaged(path: path, detail: detail))
        }
    }
}

extension Database {
    /// The newest time that is written down where something is written all the time.
    package func newestMoment() throws(StoreError) -> Moment? {
        let times = [
            try scalar("SELECT at FROM events ORDER BY cursor DESC LIMIT 1", as: Moment.self),
            try scalar("SELECT at FROM api_logs ORDER BY id DESC LIMIT 1", as: Moment.self),
            try scalar("SELECT max(applied_at) FROM migrations", as: Moment.self),
        ]
        return times.compactMap { $0 }.max()
    }
}
