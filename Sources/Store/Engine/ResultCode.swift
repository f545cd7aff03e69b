// SQLite's extended result codes → StoreError. The one place that knows the numbers.

internal import CSQLite
internal import Glibc

enum ResultCode {
    /// The error that the last call on this connection ended with.
    static func error(_ code: Int32, on handle: OpaquePointer?) -> StoreError {
        let extended = handle.map { sqlite3_extended_errcode($0) } ?? code
        let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        let systemError = handle.map { sqlite3_system_errno($0) } ?? 0
        return error(extended: extended & 0xff == code & 0xff ? extended : code, message: message, errno: systemError)
    }

    /// Pure: what a code, SQLite's text and the errno under it mean.
    static func error(extended: Int32, message: String, errno systemError: Int32) -> StoreError {
        switch extended & 0xff {
        case SQLITE_CONSTRAINT: return .constraint(constraint(extended, message))
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: return .busy
        case SQLITE_FULL: return .storageFull
        case SQLITE_IOERR:
            if extended == SQLITE_IOERR | (12 << 8) { return .outOfMemory }  // SQLITE_IOERR_NOMEM
            // A failed sync is fatal whatever the errno: the kernel may have dropped the pages (SAFETY.md 1).
            if !isSync(extended), [ENOSPC, EDQUOT, EFBIG].contains(systemError) { return .storageFull }
            return .ioFailure("\(message) (SQLite \(extended), errno \(systemError))")
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt("\(message) (SQLite \(extended))")
        case SQLITE_READONLY: return .readOnly("\(message) (SQLite \(extended))")
        case SQLITE_CANTOPEN: return .ioFailure("\(message) (SQLite \(extended), errno \(systemError))")
        case SQLITE_NOMEM: return .outOfMemory
        case SQLITE_TOOBIG: return .tooBig
        default: return .invalid(code: extended, message: message)
        }
    }

    private static func isSync(_ extended: Int32) -> Bool {
        // SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC: macros too deep for the importer.
        extended == SQLITE_IOERR | (4 << 8) || extended == SQLITE_IOERR | (5 << 8)
    }

    private static func constraint(_ extended: Int32, _ message: String) -> Constraint {
        let kind: Constraint.Kind =
            switch extended >> 8 {
            case 1: .check
            case 3: .foreignKey
            case 5: .notNull
            case 6, 8, 10: .unique  // PRIMARYKEY, UNIQUE, ROWID
            default: .other
            }
        // "UNIQUE constraint failed: users.username_key, users.x"
        var columns: [String] = []
        if kind == .unique || kind == .notNull, let colon = message.firstIndex(of: ":") {
            columns = message[message.index(after: colon)...].split(whereSeparator: { $0 == "," || $0 == " " })
                .map(String.init)
        }
        return Constraint(kind: kind, columns: columns, message: message)
    }
}
