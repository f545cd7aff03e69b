// Messages per minute: what the bucket gives, what callers are told, what a refused call gives back.
import Codec
import Contract
import RPC
import Store
import Synchronization
import TestKit
import Testing

@testable import Services

@Suite struct RateLimitsTests {
    private let limits = RateLimits()

    private func granted(_ user: Int64 = 1, _ limit: Int32, at now: Duration) -> Int64? {
        if case .granted(let state) = limits.take(userID: user, limit: limit, at: now) { state.remaining } else { nil }
    }

    @Test func aFullBucketGivesItsLimitAndThenOneAStep() {
        for taken in 1...30 as ClosedRange<Int64> { #expect(granted(1, 30, at: .seconds(5)) == 30 - taken) }
        guard case .refused(let state, let wait) = limits.take(userID: 1, limit: 30, at: .seconds(5)) else {
            Issue.record("the 31st was granted")
            return
        }
        #expect(state == RateLimit(limit: 30, remaining: 0, reset: .seconds(60)))
        #expect(wait == .seconds(2))
        #expect(granted(1, 30, at: .seconds(7) - .nanoseconds(1)) == nil)
        #expect(granted(1, 30, at: .seconds(7)) == 0)
        #expect(granted(1, 30, at: .seconds(7)) == nil)
        #expect(granted(1, 30, at: .seconds(17)) == 4)
        #expect(granted(1, 30, at: .seconds(1_000)) == 29)
    }

    @Test(arguments: [1, 7, 30, 1_000, 60_000, 999_999, .max] as [Int32])
    func noLimitGivesMoreThanItsOwnInAMinute(limit: Int32) {
        let tries = min(Int(limit), 5_000) + 10
        var given = 0
        for _ in 0..<tries where granted(1, limit, at: .seconds(1)) != nil { given += 1 }
        #expect(given == min(Int(limit), tries))
    }

    @Test func usersDoNotShare() {
        for _ in 0..<5 { _ = granted(1, 5, at: .zero) }
        #expect(granted(1, 5, at: .zero) == nil)
        #expect(granted(2, 5, at: .zero) == 4)
    }

    @Test func whatIsGivenBackCanBeTakenAgain() {
        for _ in 0..<5 { _ = granted(1, 5, at: .zero) }
        limits.giveBack(userID: 1, limit: 5, at: .zero)
        #expect(granted(1, 5, at: .zero) == 0)
        // A bucket never holds more than its limit.
        for _ in 0..<100 { limits.giveBack(userID: 1, limit: 5, at: .seconds(1)) }
        #expect(granted(1, 5, at: .seconds(1)) == 4)
    }

    @Test func aLimitThatWasChangedHoldsAtOnce() {
        for _ in 0..<30 { _ = granted(1, 30, at: .zero) }
        #expect(granted(1, 30, at: .zero) == nil)
        #expect(granted(1, 3_000, at: .seconds(1)) != nil)
        #expect(granted(1, 30, at: .seconds(1)) == nil)
    }

    @Test func whoIsIdleIsForgotten() {
        for user in 0..<10_000 as Range<Int64> { _ = granted(user, 5, at: .seconds(1)) }
        #expect(limits.count == 10_000)
        for second in 0..<10 { _ = granted(1, 5, at: .seconds(60 + 30 * second)) }
        #expect(limits.count == 1)
    }
}

@Suite struct RateLimitInterceptorTests {
    /// A SendText that makes nothing, and does what it is told.
    private final class Sends: Sendable {
        let reached = Mutex(0)
        let refuses = Mutex(false)
        let repeats = Mutex(false)
        let forgets = Mutex(false)
    }

    private let house: House
    private let sends = Sends()

    init() throws {
        let sends = sends
        house = try House { router, _ in
            router.unary(MessagesMethods.sendText) { (_: SendTextRequest, context: CallContext) in
                context.isRepeat = sends.repeats.withLock { $0 }
                if let limited = context.rateLimitRefusal, !context.isRepeat, !sends.forgets.withLock({ $0 }) {
                    throw limited
                }
                sends.reached.withLock { $0 += 1 }
                if sends.refuses.withLock({ $0 }) { throw RPCError.validation("recipient", "is wrong") }
                return Message()
            }
            router.unary(MessagesMethods.getMessage) { (_: GetMessageRequest, _: CallContext) in Message() }
        }
    }

    private func user(_ name: String, perMinute: Int32) async throws -> Caller {
        let user = try await house.user(name)
        var changed = user
        changed.maxMessagesPerMinute = perMinute
        let row = changed
        try await house.store.write { db in try db.users.update(from: user, to: row) }
        return .key(try await house.key(of: user, scopes: .ofUsers).secret)
    }

    private func send(_ caller: Caller) async -> (refused: RPCError?, told: [String?]) {
        let told = Mutex<[String?]>([])
        var options = CallOptions()
        options.onResponseMetadata = { metadata in
            told.withLock {
                $0 = [metadata["ratelimit-limit"], metadata["ratelimit-remaining"], metadata["ratelimit-reset"]]
            }
        }
        let given = options
        let refused = await refusal {
            _ = try await MessagesClient(house.client(as: caller)).sendText(.init(), options: given)
        }
        return (refused, told.withLock { $0 })
    }

    @Test func theLimitIsToldOfUntilItIsUsedUp() async throws {
        let ada = try await user("ada", perMinute: 3)
        for left in [2, 1, 0] {
            let (refused, told) = await send(ada)
            #expect(refused == nil)
            #expect(told == ["3", "\(left)", "\((3 - left) * 20)"])
        }
        let (refused, _) = await send(ada)
        #expect(refused?.reason == "RATE_LIMITED")
        #expect(refused?.code == .resourceExhausted)
        #expect(refused?.retryAfter == .seconds(20))
        #expect(sends.reached.withLock { $0 } == 3, "nothing was made")
        house.clock.advance(by: .seconds(20))
        #expect(await send(ada).refused == nil)
        _ = try await MessagesClient(house.client(as: ada)).getMessage(.init())
    }

    @Test func fiftyAtOnceDoNotPassIt() async throws {
        let ada = try await user("ada", perMinute: 30)
        let went = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { await self.send(ada).refused == nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(went == 30)
    }

    @Test func aCallThatMadeNoMessageGivesBackWhatItTook() async throws {
        let ada = try await user("ada", perMinute: 2)
        sends.refuses.withLock { $0 = true }
        for _ in 0..<10 { #expect(await send(ada).refused?.reason == "VALIDATION_ERROR") }
        sends.refuses.withLock { $0 = false }
        #expect(await send(ada).told == ["2", "1", "30"])
    }

    @Test func aRepeatTakesNothingAndIsLetThrough() async throws {
        let ada = try await user("ada", perMinute: 2)
        sends.repeats.withLock { $0 = true }
        for _ in 0..<10 { #expect(await send(ada).refused == nil) }
        sends.repeats.withLock { $0 = false }
        for _ in 0..<2 { #expect(await send(ada).refused == nil) }
        #expect(await send(ada).refused?.reason == "RATE_LIMITED")
        sends.repeats.withLock { $0 = true }
        let (refused, told) = await send(ada)
        #expect(refused == nil)
        #expect(told == ["2", "0", "60"])
        sends.repeats.withLock { $0 = false }
        house.clock.advance(by: .seconds(30))
        #expect(await send(ada).refused == nil, "what was let through gave nothing back, for it had taken nothing")
        #expect(await send(ada).refused?.reason == "RATE_LIMITED")
    }

    @Test func aHandlerThatDoesNotAskIsRefusedAllTheSame() async throws {
        let ada = try await user("ada", perMinute: 1)
        sends.forgets.withLock { $0 = true }
        #expect(await send(ada).refused == nil)
        #expect(await send(ada).refused?.reason == "RATE_LIMITED")
    }

    @Test func whoHasNoLimitIsToldOfNone() async throws {
        let free = try await user("free", perMinute: 0)
        for caller in [free, .operator] {
            for _ in 0..<100 {
                let (refused, told) = await send(caller)
                #expect(refused == nil)
                #expect(told == [nil, nil, nil])
            }
        }
    }

    @Test func theTighterLimitIsTheOneThatIsToldOf() {
        let context = CallContext(method: MessagesMethods.sendText, peer: Peer(transport: .inProcess))
        RateLimitMetadata.tell(RateLimit(limit: 30, remaining: 29, reset: .milliseconds(1_500)), to: context)
        #expect(context.responseMetadata["ratelimit-reset"] == "2")
        RateLimitMetadata.tell(RateLimit(limit: 1_000, remaining: 500, reset: .seconds(9)), to: context)
        #expect(context.responseMetadata["ratelimit-limit"] == "30")
        RateLimitMetadata.tell(RateLimit(limit: 1_000, remaining: 7, reset: .seconds(9)), to: context)
        #expect(context.responseMetadata["ratelimit-limit"] == "1000")
        #expect(context.responseMetadata["ratelimit-remaining"] == "7")
        #expect(context.responseMetadata.values(for: "ratelimit-remaining").count == 1)
    }

    @Test func exactlyTheMethodsThatMakeMessagesAreLimited() {
        let limited = AccessTable.rules.filter { RateLimitInterceptor.makesMessages($0.value) }.keys.sorted()
        #expect(limited == ["switchboard.v1.MessagesService/SendText"])
    }
}
