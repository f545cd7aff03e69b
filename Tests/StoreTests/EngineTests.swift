// Database, rows and statements: what goes in comes out, and what does not fit is an error.

import Testing

@testable import Store

@Suite struct EngineTests {
    /// A connection to an empty database in memory.
    private func memory() throws -> Database { try Database(path: ":memory:") }

    @Test func everyKindOfValueComesBackAsItWas() throws {
        let db = try memory()
        try db.execute("CREATE TABLE t (i INTEGER, r REAL, s TEXT, b BLOB, n TEXT, z BLOB, e TEXT, y INTEGER) STRICT")
        try db.execute(
            "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?, ?)", Int64.min, 0.1, "a\u{0}b é 🚲", [0, 255, 7] as [UInt8],
            nil as String?, [] as [UInt8], "", true)
        let row = try #require(
            try db.first("SELECT * FROM t") { row throws(StoreError) in
                (
                    try row.next(Int64.self), try row.next(Double.self), try row.next(String.self),
                    try row.next([UInt8].self), try row.next(String?.self), try row.next([UInt8]?.self),
                    try row.next(String?.self), try row.next(Bool.self)
                )
            })
        #expect(row.0 == .min && row.1 == 0.1 && row.2 == "a\u{0}b é 🚲" && row.3 == [0, 255, 7])
        // Empty is not absent.
        #expect(row.4 == nil && row.5 == [] && row.6 == "" && row.7)
    }

    @Test(arguments: ["'text'", "1.5", "x'00'"])
    func aColumnOfAnotherTypeIsAnErrorThatNamesIt(literal: String) throws {
        let db = try memory()
        #expect(throws: StoreError.unexpectedValue(column: "c", expected: "an integer")) {
            try db.scalar("SELECT \(literal) AS c", as: Int64.self)
        }
    }

    @Test func aNullWhereAValueIsExpectedIsAnErrorThatNamesIt() throws {
        let db = try memory()
        #expect(throws: StoreError.unexpectedValue(column: "c", expected: "an integer")) {
            try db.query("SELECT NULL AS c") { row throws(StoreError) -> Int64 in try row.next() }
        }
    }

    @Test func numbersThatDoNotFitAreErrors() throws {
        let db = try memory()
        #expect(throws: StoreError.self) { try db.scalar("SELECT 2147483648", as: Int32.self) }
        #expect(throws: StoreError.self) { try db.scalar("SELECT 2", as: Bool.self) }
        #expect(throws: StoreError.self) { try db.scalar("SELECT 99", as: MessageRecord.Status.self) }
        #expect(try db.scalar("SELECT 12", as: MessageRecord.Status.self) == .cancelled)
    }

    @Test func textThatIsNoUTF8IsAnErrorAndNotRepaired() throws {
        let db = try memory()
        #expect(throws: StoreError.unexpectedValue(column: "c", expected: "UTF-8")) {
            try db.scalar("SELECT CAST(x'C328' AS TEXT) AS c", as: String.self)
        }
    }

    @Test func aColumnThatIsNotThereIsAnError() throws {
        let db = try memory()
        #expect(throws: StoreError.self) {
            try db.first("SELECT 1") { row throws(StoreError) -> (Int64, Int64) in (try row.next(), try row.next()) }
        }
    }

    @Test func aWrongNumberOfValuesIsAnError() throws {
        let db = try memory()
        #expect(throws: StoreError.self) { try db.scalar("SELECT ?", as: Int64.self) }
        #expect(throws: StoreError.self) { try db.scalar("SELECT ?", Int64(1), Int64(2), as: Int64.self) }
    }

    @Test(arguments: ["", "  ;", "SELECT 1; SELECT 2", "SELEKT 1", "SELECT * FROM nowhere"])
    func sqlThatIsNotOneStatementIsAnError(sql: String) throws {
        let db = try memory()
        #expect(throws: StoreError.self) { try db.execute(sql) }
    }

    @Test func theSameStatementCanRunInsideItself() throws {
        let db = try memory()
        let sql = "SELECT value FROM (SELECT 1 AS value UNION SELECT 2) WHERE value >= ?"
        let pairs = try db.query(sql, Int64(1)) { row throws(StoreError) -> [Int64] in
            let outer: Int64 = try row.next()
            return [outer] + (try db.query(sql, outer) { row throws(StoreError) -> Int64 in try row.next() })
        }
        #expect(pairs == [[1, 1, 2], [2, 2]])
    }

    @Test func theStatementCacheStaysWithinItsBoundAndForgetsTheLeastUsed() throws {
        let db = try Database(path: ":memory:", cacheCapacity: 4)
        for number in 0..<100 {
            #expect(try db.scalar("SELECT \(number)", as: Int64.self) == Int64(number))
            #expect(try db.scalar("SELECT -1", as: Int64.self) == -1)
        }
        #expect(db.cachedSQL.count == 4)
    }

    @Test func bindingsDoNotOutliveAStatement() throws {
        let db = try memory()
        #expect(try db.scalar("SELECT ?", "secret", as: String.self) == "secret")
        #expect(try db.scalar("SELECT ?", nil as String?, as: String.self) == nil)
    }

    @Test func theMinimumOfNothingIsNil() throws {
        let db = try memory()
        try db.execute("CREATE TABLE t (x INTEGER) STRICT")
        let none: Int64? = try db.scalar("SELECT min(x) FROM t")
        #expect(none == nil)
    }

    @Test func aClosedDatabaseSaysSo() throws {
        let db = try memory()
        db.close()
        #expect(throws: StoreError.closed) { try db.execute("SELECT 1") }
        db.close()
    }

    @Test func aFileThatIsNotThereIsNotMadeInPassing() throws {
        let directory = TemporaryDirectory()
        #expect(throws: StoreError.self) { try Database(path: directory.path + "/no.db") }
        #expect(directory.names().isEmpty)
    }

    @Test func momentsSurviveTheWayThroughProtobufTimestamps() {
        for microseconds: Int64 in [0, 1, -1, 1_700_000_000_123_456, -1_500_000] {
            let moment = Moment(microseconds: microseconds)
            #expect(Moment(seconds: moment.seconds, nanoseconds: moment.nanoseconds) == moment)
            #expect((0..<1_000_000_000).contains(moment.nanoseconds))
        }
        #expect(Moment(seconds: .max, nanoseconds: 0).microseconds == .max)
        #expect(Moment(seconds: .min, nanoseconds: 0).microseconds == .min)
        #expect(epoch + .seconds(1.5) - epoch == .milliseconds(1500))
        #expect(epoch - .milliseconds(1) < epoch)
    }
}
