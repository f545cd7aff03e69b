// Named, append-only steps from one schema to the next.

struct Migration: Sendable {
    /// Never changed once released: the database remembers it.
    let name: String
    let sql: String

    /// Of the statements, to tell one text from another: 64 bits of FNV-1a. No defence against somebody who wants two
    /// texts to have the same; nobody gains by that.
    var fingerprint: String {
        let hash = sql.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

enum Migrations {
    /// In order. New ones are added at the end; none is ever edited, renamed or removed after a release.
    static let all: [Migration] = [Schema1.migration]
}
