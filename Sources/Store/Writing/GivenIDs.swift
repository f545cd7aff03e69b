// The ids of the tables that get a row with every message. None is given twice, whatever was deleted since, which is what
// AUTOINCREMENT is for; but that reads and writes the table of sequences with each row, a fifth of what the rows of a send
// cost. So they are counted in memory, and where they stand is written to that same table once per transaction, where
// SQLite would have it.

/// Tables whose ids are given by `Database.nextID`.
enum NumberedTable: String, CaseIterable {
    case messages
    case events
    case calls = "api_logs"

    var idColumn: String { self == .events ? "cursor" : "id" }
}

/// The last id that was given in each table, as far as it is known.
struct GivenIDs {
    private var messages: Int64?
    private var events: Int64?
    private var calls: Int64?

    subscript(table: NumberedTable) -> Int64? {
        get {
            switch table {
            case .messages: messages
            case .events: events
            case .calls: calls
            }
        }
        set {
            switch table {
            case .messages: messages = newValue
            case .events: events = newValue
            case .calls: calls = newValue
            }
        }
    }

    /// Takes over what `later` knows.
    mutating func merge(_ later: GivenIDs) {
        messages = later.messages ?? messages
        events = later.events ?? events
        calls = later.calls ?? calls
    }
}

extension Database {
    /// The id for the next row of a table, or the first of those for so many rows. They count as given once `give` says
    /// that there are such rows. Throws `.storageFull`, as SQLite does, where no numbers are left.
    func nextID(in table: NumberedTable, rows: Int = 1) throws(StoreError) -> Int64 {
        // Of what is not in a transaction nothing is remembered: the next one forgets it.
        let last =
            if isInTransaction, let known = effects.givenIDs[table] ?? givenIDs[table] { known } else {
                try lastID(in: table)
            }
        guard last <= .max - Int64(rows) else { throw .storageFull }
        return last + 1
    }

    private func lastID(in table: NumberedTable) throws(StoreError) -> Int64 {
        let last = try scalar(
            """
            SELECT max(coalesce((SELECT max(\(table.idColumn)) FROM \(table.rawValue)), 0),
                coalesce((SELECT max(seq) FROM sqlite_sequence WHERE name = ?), 0))
            """, table.rawValue, as: Int64.self)
        return last ?? 0
    }

    /// A row of this id was written, or rows up to it.
    func give(_ id: Int64, in table: NumberedTable) { effects.givenIDs[table] = id }

    /// Writes where this transaction leaves the ids: at its commit.
    func writeGivenIDs() throws(StoreError) {
        for table in NumberedTable.allCases {
            guard let last = effects.givenIDs[table] else { continue }
            if try execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", last, table.rawValue) == 0 {
                try execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table.rawValue, last)
            }
        }
    }
}
