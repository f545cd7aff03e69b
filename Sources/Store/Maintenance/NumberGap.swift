// Numbers that are not to be given out twice. A restore takes the database back to an earlier state, and with it the next id
// of everything; but bridges still hold answers that name ids and epochs of the state that is gone, and watchers cursors.
// So what is restored goes on far above whatever was given out.

struct NumberGap: Equatable {
    /// More than is given out between a backup and its restore, as far as that is not known.
    static let width: Int64 = 1 << 20
    /// Ids above it would leave no room in a command's number (CommandID).
    private static let highest: Int64 = 1 << 44

    /// The last id of each table that makes them by itself.
    var lastIDs: [String: Int64] = [:]
    var highestEpoch: Int64 = 0

    init() {}

    /// As lines: `NAME last-id`, and `. highest-epoch` at the end, without which it is not whole.
    var text: String {
        lastIDs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined() + ". \(highestEpoch)\n"
    }

    /// Reads what `text` wrote; nil for anything else.
    init?(parsing text: some StringProtocol) {
        var isWhole = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard !isWhole, parts.count == 2, let number = Int64(parts[1]), number >= 0 else { return nil }
            if parts[0] == "." {
                highestEpoch = number
                isWhole = true
            } else {
                lastIDs[String(parts[0])] = number
            }
        }
        guard isWhole else { return nil }
    }

    /// What a database has given out so far.
    init(of db: Database) throws(StoreError) {
        let rows = try db.query("SELECT name, coalesce(seq, 0) FROM sqlite_sequence") {
            row throws(StoreError) -> (String, Int64) in (try row.next(), try row.next())
        }
        lastIDs = Dictionary(rows, uniquingKeysWith: max)
        highestEpoch = try db.scalar("SELECT coalesce(max(epoch), 0) FROM sessions") ?? 0
    }

    /// Has `db` go on above what it and these have given out.
    func leave(in db: Database) throws(StoreError) {
        let own = try NumberGap(of: db)
        let automatic = try db.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
        ) { row throws(StoreError) -> String in try row.next() }
        for table in automatic + NumberedTable.allCases.map(\.rawValue) {
            let last = max(lastIDs[table] ?? 0, own.lastIDs[table] ?? 0)
            guard last < Self.highest else { continue }
            try db.execute("DELETE FROM sqlite_sequence WHERE name = ?", table)
            try db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, last + Self.width)
        }
        guard max(highestEpoch, own.highestEpoch) < Self.highest else { return }
        try db.execute("UPDATE sessions SET epoch = max(epoch, ?) + ?", highestEpoch, Self.width)
    }
}
