// What the last check of the whole database found: one row, so that it is known after a restart.

package struct IntegrityRecord: Sendable, Equatable {
    package var checkedAt: Moment
    package var isSound: Bool
    package var detail: String

    package init(checkedAt: Moment, isSound: Bool, detail: String) {
        self.checkedAt = checkedAt
        self.isSound = isSound
        self.detail = detail
    }
}

package struct IntegrityRepository {
    let db: Database

    package func get() throws(StoreError) -> IntegrityRecord? {
        try db.first("SELECT checked_at, is_sound, detail FROM integrity WHERE id = 1") {
            row throws(StoreError) -> IntegrityRecord in
            IntegrityRecord(checkedAt: try row.next(), isSound: try row.next(), detail: try row.next())
        }
    }

    package func put(_ record: IntegrityRecord) throws(StoreError) {
        try db.execute(
            "INSERT OR REPLACE INTO integrity (id, checked_at, is_sound, detail) VALUES (1, ?, ?, ?)", record.checkedAt,
            record.isSound, record.detail)
    }
}

extension Database {
    package var integrity: IntegrityRepository { IntegrityRepository(db: self) }
}
