// One connection to the database, used by one thread at a time: a cache of prepared statements, typed parameters and
// columns, and errors with SQLite's extended codes. Signatures name no engine: another one can stand behind them.
// Transactions are in Database+Transaction.swift; who may write, and when, is the Writer's affair.

internal import CSQLite

package final class Database {
    let handle: OpaquePointer
    /// What a transaction leaves for the moment of its commit; rolled back with it.
    var effects = Effects()
    /// What is read again and again; of the writing connection alone.
    private(set) var known: KnownRows?
    /// The first error that spoils the whole transaction, kept even where a job's code swallowed it.
    var spoiled: StoreError?
    /// What the audit log is sealed with; of the writing connection alone.
    var auditSeal: (any AuditSeal)?
    /// Where the audit log stands, as of the last commit.
    var auditMemory = AuditMemory()
    /// The last ids given, as of the last commit.
    var givenIDs = GivenIDs()
    private var cache: [StatementKey: Statement] = [:]
    private var uses: UInt64 = 0
    private let cacheCapacity: Int
    private var isClosed = false
    private static let configured: Void = sb_sqlite3_configure()

    /// Opens an existing file; `create: true` makes it where it is missing. `vfs`: a failing disk, for tests.
    /// `followsLinks: false`: refuses a path with a link anywhere in it.
    /// Nothing is set up here: see Pragmas.
    init(
        path: String, create: Bool = false, cacheCapacity: Int = 128, vfs: String? = nil, followsLinks: Bool = true
    ) throws(StoreError) {
        Self.configured
        var opened: OpaquePointer?
        // NOMUTEX: the owner keeps it to one thread at a time.
        let flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0)
            | (followsLinks ? 0 : SQLITE_OPEN_NOFOLLOW)
        let code = sqlite3_open_v2(path, &opened, flags, vfs)
        guard code == SQLITE_OK, let opened else {
            let error = ResultCode.error(code, on: opened)
            sqlite3_close_v2(opened)
            throw error
        }
        sqlite3_extended_result_codes(opened, 1)
        handle = opened
        self.cacheCapacity = cacheCapacity
    }

    deinit { close() }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        cache.removeAll()
        known?.stopListening(to: handle)
        known = nil
        sqlite3_close_v2(handle)
    }

    /// From now on this connection keeps what KnownRows keeps: it must be the only one that writes.
    func keepKnownRows() { known = known ?? KnownRows(of: handle) }

    /// Runs one statement and gives the number of rows it changed.
    @discardableResult
    package func execute(_ sql: String, _ values: any Bindable...) throws(StoreError) -> Int {
        try execute(sql, values: values)
    }

    @discardableResult
    package func execute(_ sql: String, values: [any Bindable]) throws(StoreError) -> Int {
        try run(sql, values) { statement throws(StoreError) in while try statement.step() {} }
        return Int(sqlite3_changes64(handle))
    }

    /// Inserts one row into a table whose ids the engine makes, and gives the id.
    package func insert(_ sql: String, _ values: any Bindable...) throws(StoreError) -> Int64 {
        try insert(sql, values: values)
    }

    package func insert(_ sql: String, values: [any Bindable]) throws(StoreError) -> Int64 {
        try execute(sql, values: values)
        return lastInsertedID
    }

    /// Runs one statement without a list of values in between, for what is written with every message.
    @discardableResult
    func execute(_ sql: String, binding values: (inout Parameters) -> Void) throws(StoreError) -> Int {
        try run(sql, { statement throws(StoreError) in try statement.bind(values) }) { statement throws(StoreError) in
            while try statement.step() {}
        }
        return Int(sqlite3_changes64(handle))
    }

    /// The id that the engine made for the last row inserted.
    var lastInsertedID: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Runs a query and maps each row. The closure may use the database, also with the same SQL.
    package func query<T>(
        _ sql: String, _ values: any Bindable..., row: (inout Row) throws(StoreError) -> T
    ) throws(StoreError) -> [T] {
        try query(sql, values: values, row: row)
    }

    package func query<T>(
        _ sql: String, values: [any Bindable], row: (inout Row) throws(StoreError) -> T
    ) throws(StoreError) -> [T] {
        var rows: [T] = []
        try run(sql, values) { statement throws(StoreError) in
            while try statement.step() { rows.append(try statement.map(row)) }
        }
        return rows
    }

    /// The first row of a query, or nil.
    package func first<T>(
        _ sql: String, _ values: any Bindable..., row: (inout Row) throws(StoreError) -> T
    ) throws(StoreError) -> T? {
        try firstRow(sql, values, row)
    }

    /// The first column of the first row; nil where there is no row or the value is NULL, as `min` of nothing is.
    package func scalar<T: ColumnReadable>(
        _ sql: String, _ values: any Bindable..., as type: T.Type = T.self
    ) throws(StoreError) -> T? {
        try firstRow(sql, values) { row throws(StoreError) in try row.next(T?.self) } ?? nil
    }

    private func firstRow<T>(
        _ sql: String, _ values: [any Bindable], _ row: (inout Row) throws(StoreError) -> T
    ) throws(StoreError) -> T? {
        var found: T?
        try run(sql, values) { statement throws(StoreError) in
            if try statement.step() { found = try statement.map(row) }
        }
        return found
    }

    private func run(
        _ sql: String, _ values: [any Bindable], _ body: (Statement) throws(StoreError) -> Void
    ) throws(StoreError) {
        try run(sql, { statement throws(StoreError) in try statement.bind(values) }, body)
    }

    private func run(
        _ sql: String, _ bind: (Statement) throws(StoreError) -> Void, _ body: (Statement) throws(StoreError) -> Void
    ) throws(StoreError) {
        do {
            let statement = try take(sql)
            defer {
                statement.reset()
                statement.isInUse = false
            }
            try bind(statement)
            try body(statement)
        } catch {
            throw noted(error)
        }
    }

    /// Remembers an error after which the transaction must not be committed, whatever the code above does with it.
    private func noted(_ error: StoreError) -> StoreError {
        if spoiled == nil, error.isFatal || error == .storageFull || error == .outOfMemory { spoiled = error }
        return error
    }

    private func take(_ sql: String) throws(StoreError) -> Statement {
        guard !isClosed else { throw .closed }
        uses &+= 1
        let key = StatementKey(sql: sql)
        if let cached = cache[key] {
            guard cached.isInUse else {
                cached.isInUse = true
                cached.lastUse = uses
                return cached
            }
            return try Statement(sql, on: handle, persistent: false)
        }
        let made = try Statement(sql, on: handle, persistent: true)
        if cache.count >= cacheCapacity { evict() }
        made.isInUse = true
        made.lastUse = uses
        cache[key] = made
        return made
    }

    /// What is in the cache, for tests.
    var cachedSQL: [String] { cache.keys.map(\.sql) }

    private func evict() {
        let idle = cache.lazy.filter { !$0.value.isInUse }
        if let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) { cache[oldest.key] = nil }
    }
}

/// A statement's text as a key. Texts are of several hundred bytes and few: they are told apart by their length and their
/// middle, and compared only then, which costs nothing where it is the same constant.
private struct StatementKey: Hashable {
    let sql: String

    func hash(into hasher: inout Hasher) {
        var sql = sql
        sql.withUTF8 { bytes in
            hasher.combine(bytes.count)
            let middle = bytes.count / 2
            let part = UnsafeRawBufferPointer(bytes)[middle..<min(middle + 8, bytes.count)]
            hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: part))
        }
    }
}
