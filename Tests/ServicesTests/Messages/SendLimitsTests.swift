// Messages per minute, as sends keep to them: whose limit it is, what uses it up, and what callers are told.
import Codec
import Contract
import RPC
import Services
import Store
import Synchronization
import TestKit
import Testing

@Suite struct SendLimitsTests {
    private static func text(_ change: (inout SendTextRequest) -> Void = { _ in }) -> SendTextRequest {
        var request = SendTextRequest.with {
            $0.recipient = "+491701234567"
            $0.message = "Hello"
        }
        change(&request)
        return request
    }

    private let house: MessagesHouse
    init() throws { house = try MessagesHouse() }

    private func tenant(_ name: String, perMinute: Int32, perDay: Int32 = 0) async throws -> Int64 {
        let user = try await house.addUser(name, perDay: perDay, perMinute: perMinute)
        _ = try await house.addSession(user)
        return user
    }

    /// What became of a send, and what was told of limits: limit, remaining, reset.
    private func send(
        _ client: MessagesClient, _ change: (inout SendTextRequest) -> Void = { _ in }
    ) async -> (refused: RPCError?, told: [String?]) {
        let told = Mutex<[String?]>([])
        var options = CallOptions()
        options.onResponseMetadata = { metadata in
            told.withLock {
                $0 = [metadata["ratelimit-limit"], metadata["ratelimit-remaining"], metadata["ratelimit-reset"]]
            }
        }
        let (given, request) = (options, Self.text(change))
        let refused = await refusal { _ = try await client.sendText(request, options: given) }
        return (refused, told.withLock { $0 })
    }

    @Test func theLimitIsToldOfUntilItIsUsedUp() async throws {
        let ada = house.client(user: try await tenant("ada", perMinute: 3))
        for left in [2, 1, 0] {
            let (refused, told) = await send(ada)
            #expect(refused == nil)
            #expect(told == ["3", "\(left)", "\((3 - left) * 20)"])
        }
        let (refused, told) = await send(ada)
        #expect(refused?.reason == "RATE_LIMITED")
        #expect(refused?.code == .resourceExhausted)
        #expect(refused?.retryAfter == .seconds(20))
        // A client that throws has no metadata to show: what the refusal carries is RateLimitInterceptorTests' and, as
        // headers, GatewayTests'.
        #expect(told.isEmpty)
        #expect(try await house.counts().messages == 3)
        house.clock.advance(by: .seconds(20))
        #expect(await send(ada).refused == nil)
    }

    @Test func fiftyAtOnceDoNotPassIt() async throws {
        let ada = try await tenant("ada", perMinute: 30)
        let went = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<51 { group.addTask { await self.send(self.house.client(user: ada)).refused == nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(went == 30)
        #expect(try await house.counts().messages == 30)
    }

    @Test func whatIsRefusedOrRepeatedTakesNothingAndSaysHowItStands() async throws {
        let ada = house.client(user: try await tenant("ada", perMinute: 2, perDay: 1_000))
        for _ in 0..<10 { #expect(await send(ada) { $0.recipient = "x" }.refused?.reason == "VALIDATION_ERROR") }
        for _ in 0..<10 { #expect(await send(ada) { $0.sessionId = 99 }.refused?.reason == "NOT_FOUND") }
        #expect(await send(ada) { $0.idempotencyKey = "k" }.told == ["2", "1", "30"])
        for _ in 0..<10 {
            let (refused, told) = await send(ada) { $0.idempotencyKey = "k" }
            #expect(refused == nil)
            #expect(told == ["2", "1", "30"], "a repeat uses nothing up, and does not say that it does")
        }
        #expect(await send(ada).told == ["2", "0", "60"])
        #expect(await send(ada).refused?.reason == "RATE_LIMITED")
        // What was answered before is answered again, though nothing is left.
        #expect(await send(ada) { $0.idempotencyKey = "k" }.told == ["2", "0", "60"])
    }

    @Test func theDayTakesNothingOfTheMinuteWhereItIsUsedUp() async throws {
        let ada = try await tenant("ada", perMinute: 5, perDay: 2)
        for _ in 0..<2 { #expect(await send(house.client(user: ada)).refused == nil) }
        for _ in 0..<10 { #expect(await send(house.client(user: ada)).refused?.reason == "QUOTA_EXCEEDED") }
        let charge = try #require(RateLimits.Charge(.user(ada), limit: 5))
        let left = house.house.rateLimits.state(of: [charge], at: house.clock.monotonic())?.remaining
        #expect(left == 3)
    }

    @Test func whoSendsForAUserSendsWithinThatUsersLimit() async throws {
        let ada = try await tenant("ada", perMinute: 2)
        let root = try await house.addUser("root", role: .admin, perMinute: 50)
        _ = try await house.addSession(root)
        let admin = house.client(user: root)
        let first = await send(house.client(.operator)) { $0.userId = ada }
        #expect(first.refused == nil)
        #expect(first.told == ["2", "1", "30"])
        #expect(await send(admin) { $0.userId = ada }.told == ["2", "0", "60"])
        for client in [admin, house.client(.operator), house.client(user: ada)] {
            #expect(await send(client) { $0.userId = ada }.refused?.reason == "RATE_LIMITED")
        }
        // None of it was the admin's own.
        #expect(await send(admin).told == ["50", "49", "2"])
    }

    @Test func anAdminWithoutALimitIsHeldByTheOwners() async throws {
        let ada = try await tenant("ada", perMinute: 1)
        let root = try await house.addUser("root", role: .admin, perMinute: 0)
        #expect(await send(house.client(user: root)) { $0.userId = ada }.refused == nil)
        #expect(await send(house.client(user: root)) { $0.userId = ada }.refused?.reason == "RATE_LIMITED")
    }

    @Test func aKeyWithALimitOfItsOwnIsHeldByBoth() async throws {
        let ada = try await tenant("ada", perMinute: 4)
        func client(_ limit: Int32) async throws -> MessagesClient {
            let user = try #require(try await house.store.read { db in try db.users.get(ada) })
            let key = try await house.house.key(of: user, scopes: [.messagesSend])
            var after = key.record
            after.maxMessagesPerMinute = limit
            let row = after
            try await house.store.write { db in try db.keys.update(from: key.record, to: row) }
            return house.client(.key(key.secret))
        }
        let narrow = try await client(1)
        let wide = try await client(100)
        #expect(await send(narrow).told == ["1", "0", "60"])
        #expect(await send(narrow).refused?.reason == "RATE_LIMITED")
        for left in [2, 1, 0] { #expect(await send(wide).told[1] == "\(left)", "the owner's limit holds for all keys") }
        #expect(await send(wide).refused?.reason == "RATE_LIMITED")
    }

    @Test func whoHasNoLimitIsToldOfNone() async throws {
        let free = try await tenant("free", perMinute: 0)
        for _ in 0..<50 {
            let (refused, told) = await send(house.client(user: free))
            #expect(refused == nil)
            #expect(told == [nil, nil, nil])
        }
    }
}
