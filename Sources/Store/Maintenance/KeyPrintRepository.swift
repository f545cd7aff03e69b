// Fingerprints of the key files that belong to this database. What they are made of is the services' to know.

package struct KeyPrint: Sendable, Hashable {
    /// Its name in the folder of secrets.
    package let file: String
    package let print: [UInt8]

    package init(file: String, print: [UInt8]) {
        self.file = file
        self.print = print
    }
}

package struct KeyPrintRepository {
    let db: Database

    package func all() throws(StoreError) -> Set<KeyPrint> {
        Set(
            try db.query("SELECT file, print FROM key_prints") { row throws(StoreError) -> KeyPrint in
                KeyPrint(file: try row.next(), print: try row.next())
            })
    }

    /// In the place of all that are there.
    package func put(_ prints: Set<KeyPrint>) throws(StoreError) {
        try db.execute("DELETE FROM key_prints")
        for print in prints {
            try db.execute("INSERT INTO key_prints (file, print) VALUES (?, ?)", print.file, print.print)
        }
    }
}

extension Database {
    package var keyPrints: KeyPrintRepository { KeyPrintRepository(db: self) }
}
