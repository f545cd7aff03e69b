// Named, append-only steps from one schema to the next.

struct Migration: Sendable {
    /// Never changed once released: the database remembers it.
    let name: String
    let sql: String
}

enum Migrations {
    /// In order. New ones are added at the end; none is ever edited, renamed or removed after a release.
    static let all: [Migration] = [Schema1.migration]
}
