// Reads the whole database and says whether it contradicts itself.

/// What a check of the database found.
package struct IntegrityReport: Sendable, Equatable {
    /// Whether every index was compared with its table as well.
    package let isFull: Bool
    package let bytes: Int64
    /// The first things that are wrong, in SQLite's words; empty for a sound database.
    package let faults: [String]

    package var isSound: Bool { faults.isEmpty }
}

enum IntegrityCheck {
    /// As many faults as are told.
    static let most = 10

    /// - Parameter isFull: compares indexes with tables as well, which takes several times as long.
    static func run(_ db: Database, isFull: Bool) throws(StoreError) -> IntegrityReport {
        let pages: Int64 = try db.scalar("PRAGMA page_count") ?? 0
        let pageSize: Int64 = try db.scalar("PRAGMA page_size") ?? 0
        var answers: [String]
        do {
            answers = try db.query("PRAGMA \(isFull ? "integrity_check" : "quick_check")(\(most))") {
                row throws(StoreError) -> String in try row.next()
            }
        } catch .corrupt(let detail) {
            // So bad that it cannot even be gone through.
            answers = [detail]
        }
        if answers == ["ok"] { answers = [] }
        return IntegrityReport(isFull: isFull, bytes: pages * pageSize, faults: answers)
    }
}
