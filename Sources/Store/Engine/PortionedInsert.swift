// Rows of one table, many in a statement: half of what a small row costs is the statement's own, and is paid once for them.

struct PortionedInsert {
    /// Rows in one statement.
    static let portion = 16

    private let one: String
    private let many: String

    /// - Parameter columns: their names, as in SQL, all of which are bound.
    init(into table: String, _ columns: String) {
        let row = "(?\(String(repeating: ", ?", count: columns.count { $0 == "," })))"
        one = "INSERT INTO \(table) (\(columns)) VALUES \(row)"
        many = one + String(repeating: ", \(row)", count: Self.portion - 1)
    }

    /// Inserts all of them, in their order.
    func run<Record>(
        _ records: ArraySlice<Record>, on db: Database, bind: (Record, inout Parameters) -> Void
    ) throws(StoreError) {
        var rest = records
        while !rest.isEmpty {
            let next = rest.prefix(rest.count >= Self.portion ? Self.portion : 1)
            try db.execute(next.count == 1 ? one : many) { parameters in
                for record in next { bind(record, &parameters) }
            }
            rest = rest.dropFirst(next.count)
        }
    }
}
