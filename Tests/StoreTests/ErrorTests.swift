// SQLite's codes become errors that say what to do.

import Glibc
import Testing

@testable import Store

@Suite struct ErrorTests {
    @Test func constraintsSayWhichKindAndWhichColumn() throws {
        try withDatabase { db in
            _ = try db.makeUser("ada")
            let unique = try #require(throws: StoreError.self) { try db.makeUser("ada") }
            #expect(unique.violatesUnique("users.username_key"))
            #expect(!unique.violatesUnique("users.username"))
            let foreign = try #require(throws: StoreError.self) { try db.makeSession(77) }
            let check = try #require(throws: StoreError.self) {
                try db.execute("UPDATE users SET max_messages_per_day = -1")
            }
            let notNull = try #require(throws: StoreError.self) { try db.execute("UPDATE users SET username = NULL") }
            let strict = try #require(throws: StoreError.self) { try db.execute("UPDATE users SET role = 'x'") }
            func kind(_ error: StoreError) -> Constraint.Kind? {
                if case .constraint(let constraint) = error { constraint.kind } else { nil }
            }
            #expect(kind(unique) == .unique && kind(foreign) == .foreignKey && kind(check) == .check)
            #expect(kind(notNull) == .notNull && kind(strict) == .other)
            #expect(!unique.isFatal)
        }
    }

    @Test(
        arguments: [
            (5, 0, StoreError.busy), (6, 0, .busy), (517, 0, .busy), (13, 0, .storageFull), (7, 0, .outOfMemory),
            (18, 0, .tooBig), (778, ENOSPC, .storageFull), (4874, ENOSPC, .storageFull), (778, EDQUOT, .storageFull),
            (778, EFBIG, .storageFull), (3082, 0, .outOfMemory),
        ] as [(Int32, Int32, StoreError)])
    func whatPassesIsNotFatal(code: Int32, errno: Int32, expected: StoreError) {
        let error = ResultCode.error(extended: code, message: "m", errno: errno)
        #expect(error == expected)
        #expect(!error.isFatal)
    }

    /// A failed sync stays fatal even where the disk is full: the pages may be gone (SAFETY.md 1).
    @Test(
        arguments: [
            (1034, EIO), (1034, ENOSPC), (1290, ENOSPC), (778, EIO), (266, EIO), (11, 0), (26, 0), (1032, 0),
        ] as [(Int32, Int32)])
    func whatDoesNotPassIsFatal(code: Int32, errno: Int32) {
        #expect(ResultCode.error(extended: code, message: "m", errno: errno).isFatal)
    }
}
