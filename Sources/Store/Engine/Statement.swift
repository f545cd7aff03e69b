// One prepared statement of one connection: bind, step, reset. Kept by the connection's cache and lent out to one use
// at a time; finalised when it is dropped, which the cache does before the connection closes.

internal import CSQLite

final class Statement {
    let handle: OpaquePointer
    private let database: OpaquePointer
    /// True while a query runs on it: the same SQL, used inside its own row closure, gets another statement.
    var isInUse = false
    /// When it was last taken, on the cache's counter.
    var lastUse: UInt64 = 0

    init(_ sql: String, on database: OpaquePointer, persistent: Bool) throws(StoreError) {
        var made: OpaquePointer?
        var sql = sql
        let (code, hasMore): (Int32, Bool) = sql.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { chars in
                var tail: UnsafePointer<CChar>?
                let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
                let code = sqlite3_prepare_v3(database, chars.baseAddress, Int32(chars.count), flags, &made, &tail)
                guard let tail, let start = chars.baseAddress else { return (code, false) }
                return (code, chars[(tail - start)...].contains { $0 > 32 && $0 != 59 })
            }
        }
        guard code == SQLITE_OK else { throw ResultCode.error(code, on: database) }
        guard let made else { throw .invalid(code: SQLITE_MISUSE, message: "the statement is empty") }
        guard !hasMore else {
            sqlite3_finalize(made)
            throw .invalid(code: SQLITE_MISUSE, message: "more than one statement")
        }
        handle = made
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ values: some Collection<any Bindable>) throws(StoreError) {
        guard sqlite3_bind_parameter_count(handle) == Int32(values.count) else {
            throw .invalid(code: SQLITE_MISUSE, message: "\(values.count) values for another number of parameters")
        }
        var index: Int32 = 1
        for value in values {
            let code = bind(value.value, at: index)
            guard code == SQLITE_OK else { throw ResultCode.error(code, on: database) }
            index += 1
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let number): return sqlite3_bind_int64(handle, index, number)
        case .real(let number): return sqlite3_bind_double(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                // A nil pointer would bind NULL: the empty text needs an address.
                guard let start = bytes.baseAddress else { return sb_sqlite3_bind_text(handle, index, "", 0) }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sb_sqlite3_bind_text(handle, index, $0, UInt64(bytes.count))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes { sb_sqlite3_bind_blob(handle, index, $0.baseAddress, UInt64($0.count)) }
        }
    }

    /// Goes to the next row; false when there is none.
    func step() throws(StoreError) -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw ResultCode.error(code, on: database)
        }
    }

    /// Lends the row that it stands on.
    func map<T>(_ body: (inout Row) throws(StoreError) -> T) throws(StoreError) -> T {
        var row = Row(handle)
        return try body(&row)
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }
}
