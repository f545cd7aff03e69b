// Users and API keys: rows come back as they went in; lists are by key and newest first.

import Testing

@testable import Store

@Suite struct UsersAndKeysTests {
    @Test func aUserComesBackAsItWentIn() throws {
        try withDatabase { db in
            var user = UserRecord(
                username: "Ada", usernameKey: "ada", email: "a@b.c", role: .admin, isActive: false,
                maxMessagesPerDay: 0, maxMessagesPerMinute: .max, passwordHash: "pbkdf2_sha256$1$x$y",
                createdAt: epoch)
            user.id = try db.users.insert(user)
            #expect(try db.users.get(user.id) == user)
            #expect(try db.users.get(usernameKey: "ada") == user)
            #expect(try db.users.get(usernameKey: "Ada") == nil)
            #expect(try db.users.get(99) == nil)
        }
    }

    @Test func theDearestPasswordIsKnown() throws {
        try withDatabase { db in
            #expect(try db.users.dearestHash(upTo: 2_000_000) == 0)
            let hashes = [
                nil, "", "!unusable", "pbkdf2_sha256$1000$x$y", "pbkdf2_sha256$720000$x$y", "pbkdf2_sha256$9$x$y",
                "pbkdf2_sha256$2000001$x$y", "argon2$argon2id$v=19$m=102400", "bcrypt_sha256$$2b$12$x",
            ]
            for (number, hash) in hashes.enumerated() {
                _ = try db.users.insert(
                    UserRecord(username: "u\(number)", usernameKey: "u\(number)", passwordHash: hash, createdAt: epoch))
            }
            #expect(try db.users.dearestHash(upTo: 2_000_000) == 720_000)
        }
    }

    @Test func aKeyKnowsWhatItComesOf() throws {
        try withDatabase { db in
            let owner = try db.makeUser()
            func key(_ prefix: String, madeBy: Int64 = 0, rotatedFrom: Int64 = 0) throws -> KeyRecord {
                var key = KeyRecord(
                    userID: owner, name: "k", prefix: prefix, hash: [1], rotatedFrom: rotatedFrom, madeBy: madeBy,
                    bucketID: rotatedFrom, createdAt: epoch)
                key.id = try db.keys.insert(key)
                #expect(try db.keys.get(key.id) == key)
                return key
            }
            let root = try key("a")
            let child = try key("b", madeBy: root.id)
            let grandchild = try key("c", madeBy: child.id)
            #expect(try db.keys.makers(of: grandchild, limit: 9).map(\.id) == [child.id, root.id])
            #expect(try db.keys.makers(of: grandchild, limit: 1).map(\.id) == [child.id])
            #expect(try db.keys.makers(of: root, limit: 9).isEmpty)
            #expect(try !db.keys.isRotated(root.id))
            _ = try key("d", rotatedFrom: root.id)
            #expect(try db.keys.isRotated(root.id) && !db.keys.isRotated(child.id))
            try db.execute("DELETE FROM api_keys WHERE id = ?", child.id)
            #expect(try db.keys.get(grandchild.id)?.madeBy == 0)
        }
    }

    @Test func aLineIsBoundByItsNewestKeyAndAFormerOneByItsOwnLimitToo() throws {
        try withDatabase { db in
            let owner = try db.makeUser()
            func key(_ prefix: String, limit: Int32, line: Int64 = 0, madeBy: Int64 = 0) throws -> KeyRecord {
                let key = KeyRecord(
                    userID: owner, name: "k", prefix: prefix, hash: [1], maxMessagesPerMinute: limit, madeBy: madeBy,
                    bucketID: line, createdAt: epoch)
                return try #require(try db.keys.get(try db.keys.insert(key)))
            }
            func limits(_ key: KeyRecord) throws -> [Int32] {
                try db.keys.limits(of: key, deepest: 8).map(\.perMinute)
            }
            let first = try key("a", limit: 9)
            let child = try key("b", limit: 7, madeBy: first.id)
            #expect(try limits(first) == [9] && limits(child) == [7, 9])
            let second = try key("c", limit: 5, line: first.id)
            #expect(try limits(first) == [5] && limits(second) == [5] && limits(child) == [7, 5])
            #expect(try db.keys.limits(of: child, deepest: 8).map(\.bucketID) == [child.id, first.id])
            let third = try key("d", limit: 0, line: first.id)
            #expect(try limits(first) == [9] && limits(second) == [5] && limits(third) == [0])
            _ = try key("e", limit: 6, line: first.id)
            #expect(try limits(first) == [6] && limits(second) == [5] && limits(third) == [6])
        }
    }

    @Test func keysThatBindOthersAreForgottenAfterThem() throws {
        try withDatabase { db in
            let owner = try db.makeUser()
            func key(_ prefix: String, line: Int64 = 0, madeBy: Int64 = 0) throws -> Int64 {
                try db.keys.insert(
                    KeyRecord(
                        userID: owner, name: "k", prefix: prefix, hash: [1], madeBy: madeBy, bucketID: line,
                        createdAt: epoch))
            }
            let first = try key("a")
            let second = try key("b", line: first)
            let third = try key("c", line: first)
            let child = try key("d", madeBy: first)
            let other = try key("e")
            func forget() throws -> [Int64] {
                _ = try db.keys.forget(endedBefore: epoch + .seconds(9), after: 0, limit: 100)
                return try db.keys.list(limit: 9).map(\.id).reversed()
            }
            for id in [first, second, third, other] { _ = try db.keys.revoke(id, at: epoch) }
            #expect(try forget() == [first, second, third, child])
            _ = try db.keys.revoke(child, at: epoch)
            #expect(try forget() == [first, second, third])
            #expect(try forget() == [second, third])
            #expect(try forget() == [third])
            #expect(try forget() == [])
        }
    }

    @Test func usersAreListedNewestFirstByKeysetAndByOffset() throws {
        try withDatabase { db in
            let ids = try (1...5).map { try db.makeUser("u\($0)") }
            #expect(try db.users.list(limit: 2).map(\.id) == [ids[4], ids[3]])
            #expect(try db.users.list(before: ids[3], limit: 2).map(\.id) == [ids[2], ids[1]])
            #expect(try db.users.list(offset: 4, limit: 2).map(\.id) == [ids[0]])
            #expect(try db.users.count() == 5)
        }
    }

    @Test func idsAreNeverUsedAgain() throws {
        try withDatabase { db in
            let first = try db.makeUser("one")
            try db.execute("DELETE FROM users")
            #expect(try db.makeUser("two") > first)
        }
    }

    @Test func aKeyComesBackAsItWentIn() throws {
        try withDatabase { db in
            let owner = try db.makeUser()
            var key = KeyRecord(
                userID: owner, name: "a b", prefix: "sbk_12345678", hash: [1, 0, 2],
                scopes: ["messages:send", "admin"],
                allowedIPs: ["10.0.0.0/8", "unix"], expiresAt: epoch + .seconds(1), createdAt: epoch)
            key.id = try db.keys.insert(key)
            #expect(try db.keys.get(key.id) == key)
            #expect(try db.keys.get(prefix: "sbk_12345678") == key)
            var plain = KeyRecord(
                userID: owner, name: "", prefix: "sbk_00000000", hash: [], rotatedFrom: key.id, createdAt: epoch)
            plain.id = try db.keys.insert(plain)
            #expect(try db.keys.get(plain.id) == plain)
            let error = try #require(throws: StoreError.self) { try db.keys.insert(key) }
            #expect(error.violatesUnique("api_keys.prefix"))
        }
    }

    @Test func keysAreListedByOwner() throws {
        try withDatabase { db in
            let (ada, bob) = (try db.makeUser("ada"), try db.makeUser("bob"))
            for (number, owner) in [ada, bob, ada].enumerated() {
                _ = try db.keys.insert(
                    KeyRecord(userID: owner, name: "", prefix: "p\(number)", hash: [1], createdAt: epoch))
            }
            #expect(try db.keys.list(limit: 9).map(\.prefix) == ["p2", "p1", "p0"])
            #expect(try db.keys.list(userID: ada, limit: 9).map(\.prefix) == ["p2", "p0"])
            #expect(try db.keys.list(userID: ada, before: 3, limit: 9).map(\.prefix) == ["p0"])
            #expect(try db.keys.count(userID: bob) == 1)
            #expect(try db.keys.count() == 3)
        }
    }

    @Test func aRevocationKeepsItsFirstTimeAndUseNeverMovesBack() throws {
        try withDatabase { db in
            let id = try db.keys.insert(
                KeyRecord(userID: try db.makeUser(), name: "", prefix: "p", hash: [1], createdAt: epoch))
            #expect(try db.keys.revoke(id, at: epoch + .seconds(1)))
            #expect(try db.keys.revoke(id, at: epoch + .seconds(2)))
            #expect(try !db.keys.revoke(id + 1, at: epoch))
            try db.keys.touch(id, at: epoch + .seconds(9))
            try db.keys.touch(id, at: epoch + .seconds(5))
            let key = try #require(try db.keys.get(id))
            #expect(key.revokedAt == epoch + .seconds(1))
            #expect(key.lastUsedAt == epoch + .seconds(9))
        }
    }
}
