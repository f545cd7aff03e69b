// One prepared statement of one connection: bind, step, reset. Kept by the connection's cache and lent out to one use
// at a time; finalised when it is dropped, which the cache does before the connection closes.

internal import CSQLite

final class Statement {
    let handle: OpaquePointer
    private let database: OpaquePointer
    private var memory: BoundMemory
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
        memory = BoundMemory(parameters: Int(sqlite3_bind_parameter_count(made)))
        self.database = database
    }

    deinit {
        sqlite3_finalize(handle)
        memory.free()
    }

    /// Binds all parameters. Texts and bytes are copied into memory of this statement, which SQLite reads until `reset`:
    /// it would otherwise allocate for each of them.
    func bind(_ values: [any Bindable]) throws(StoreError) {
        guard sqlite3_bind_parameter_count(handle) == Int32(values.count) else {
            throw .invalid(code: SQLITE_MISUSE, message: "\(values.count) values for another number of parameters")
        }
        memory.empty()
        var index: Int32 = 1
        for value in values {
            let code = bind(value.value, at: index)
            guard code == SQLITE_OK else { throw ResultCode.error(code, on: database) }
            index += 1
        }
    }

    /// The same without a list in between: for statements that run with every message.
    func bind(_ body: (inout Parameters) -> Void) throws(StoreError) {
        memory.empty()
        var parameters = Parameters(self)
        body(&parameters)
        guard parameters.code == SQLITE_OK else { throw ResultCode.error(parameters.code, on: database) }
        guard parameters.count == sqlite3_bind_parameter_count(handle) else {
            throw .invalid(code: SQLITE_MISUSE, message: "\(parameters.count) values for another number of parameters")
        }
    }

    @inline(__always)
    fileprivate func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        // `reset` has left it so.
        case .null: return SQLITE_OK
        case .integer(let number): return sqlite3_bind_int64(handle, index, number)
        case .real(let number): return sqlite3_bind_double(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                // A nil pointer would bind NULL: the empty text needs an address.
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sb_sqlite3_bind_text(handle, index, "", 0)
                }
                if let kept = memory.keep(UnsafeRawBufferPointer(bytes)) {
                    return sb_sqlite3_bind_kept_text(handle, index, kept, UInt64(bytes.count))
                }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    sb_sqlite3_bind_text(handle, index, $0, UInt64(bytes.count))
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes {
                if let kept = memory.keep($0) {
                    return sb_sqlite3_bind_kept_blob(handle, index, kept, UInt64($0.count))
                }
                return sb_sqlite3_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
            }
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

/// The parameters of a statement, from the left.
struct Parameters: ~Copyable {
    private let statement: Statement
    private(set) var count: Int32 = 0
    private(set) var code = SQLITE_OK

    fileprivate init(_ statement: Statement) {
        self.statement = statement
    }

    /// Binds the next one. What goes wrong is thrown when all are bound.
    @inline(__always)
    mutating func next(_ value: some Bindable) {
        count += 1
        let code = statement.bind(value.value, at: count)
        if code != SQLITE_OK { self.code = code }
    }
}
