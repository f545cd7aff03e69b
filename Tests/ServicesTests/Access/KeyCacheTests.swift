// The key cache: one read per key, nothing stale after an invalidation, nothing kept for keys that do not exist.
import Contract
import Store
import Synchronization
import Testing

@testable import Services

@Suite struct KeyCacheTests {
    /// A source that counts, and can be held up.
    private final class Source: Sendable {
        private struct State {
            var reads = 0
            var isRevoked = false
            var beforeAnswer: (@Sendable () -> Void)?
        }
        private let state = Mutex(State())
        var reads: Int { state.withLock { $0.reads } }
        func revoke() { state.withLock { $0.isRevoked = true } }
        func onRead(_ body: (@Sendable () -> Void)?) { state.withLock { $0.beforeAnswer = body } }

        func read(_ prefix: KeyPrefix) -> KnownKey? {
            let (revoked, hook) = state.withLock { state in
                state.reads += 1
                return (state.isRevoked, state.beforeAnswer)
            }
            hook?()
            guard prefix.text != "sbk_ZZZZZZZZ" else { return nil }
            var key = KeyRecord(
                id: 9, userID: 5, name: "k", prefix: prefix.text, hash: SHA256Digest(of: prefix.text).bytes,
                scopes: ["messages:read", "from:the:future"], createdAt: Instant(microseconds: 0))
            if revoked { key.revokedAt = Instant(microseconds: 1) }
            let owner = UserRecord(id: 5, username: "ada", usernameKey: "ada", createdAt: Instant(microseconds: 0))
            return KnownKey(key, owner: owner, limits: [KeyLimit(key)])
        }
    }

    private let source = Source()
    private func cache(capacity: Int = 100) -> KeyCache {
        KeyCache(capacity: capacity) { [source] in source.read($0) }
    }
    private func prefix(_ text: String) throws -> KeyPrefix { try #require(KeyPrefix(parsing: text)) }

    @Test func aKeyIsReadOnce() async throws {
        let cache = cache()
        let prefix = try prefix("AAAAAAAA")
        #expect(cache.cached(prefix) == nil)
        for _ in 0..<10 { #expect(try await cache.find(prefix)?.keyID == 9) }
        #expect(cache.cached(prefix) != nil)
        #expect(source.reads == 1)
    }

    @Test func scopesOfALaterVersionAreScopesLess() async throws {
        #expect(try await cache().find(prefix("AAAAAAAA"))?.principal.scopes == .messagesRead)
    }

    @Test func whatIsForgottenIsReadAgain() async throws {
        let cache = cache()
        let prefix = try prefix("AAAAAAAA")
        #expect(try await cache.find(prefix)?.isRevoked == false)
        source.revoke()
        #expect(try await cache.find(prefix)?.isRevoked == false)
        cache.forget(prefix)
        #expect(try await cache.find(prefix)?.isRevoked == true)
        cache.forgetAll(of: 5)
        #expect(cache.cached(prefix) == nil)
        _ = try await cache.find(prefix)
        cache.forgetAll(of: 6)
        #expect(cache.cached(prefix) != nil)
    }

    @Test func aReadThatBeganBeforeAnInvalidationIsNotKept() async throws {
        let cache = cache()
        let prefix = try prefix("AAAAAAAA")
        // The revocation commits and is told while the old row is on its way.
        source.onRead { cache.forget(prefix) }
        #expect(try await cache.find(prefix)?.isRevoked == false)
        source.onRead(nil)
        source.revoke()
        #expect(cache.cached(prefix) == nil)
        #expect(try await cache.find(prefix)?.isRevoked == true)
    }

    @Test func keysThatDoNotExistAreNotKept() async throws {
        let cache = cache()
        for _ in 0..<3 { #expect(try await cache.find(prefix("ZZZZZZZZ")) == nil) }
        #expect(source.reads == 3)
    }

    @Test func itHoldsNoMoreThanItMay() async throws {
        let cache = cache(capacity: 10)
        for number in 0..<1_000 {
            let digits = String(number)
            _ = try await cache.find(prefix(String(repeating: "0", count: 8 - digits.count) + digits))
            // The one that is always used stays.
            _ = try await cache.find(prefix("AAAAAAAA"))
        }
        #expect(source.reads == 1_001)
    }
}

@Suite struct TwoGenerationsTests {
    @Test func theHalfThatWasUsedLastIsAlwaysThere() {
        var cache = TwoGenerations<Int, Int>(capacity: 8)
        for key in 0..<100 {
            cache.insert(key * 2, for: key)
            #expect(cache.count <= 8)
            for recent in max(0, key - 3)...key {
                let value = cache.value(for: recent)
                #expect(value == recent * 2)
            }
        }
    }

    @Test func removingRemovesFromBothGenerations() {
        var cache = TwoGenerations<Int, Int>(capacity: 4)
        for key in 0..<4 { cache.insert(key, for: key) }
        for key in 0..<4 { cache.remove(key) }
        #expect(cache.count == 0)
        for key in 0..<4 { cache.insert(key, for: key) }
        cache.removeAll { $0 >= 2 }
        let removed = cache.value(for: 3)
        #expect(removed == nil)
    }
}
