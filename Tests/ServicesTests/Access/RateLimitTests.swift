// Messages per minute: what the buckets give, and what callers are told. That sends keep to them: SendLimitsTests.
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

    private func take(_ subject: RateLimits.Subject, _ limit: Int32, at now: Duration) -> RateLimits.Decision {
        limits.take([RateLimits.Charge(subject, limit: limit)].compactMap { $0 }, at: now)
    }

    private func granted(_ user: Int64 = 1, _ limit: Int32, at now: Duration) -> Int64? {
        if case .granted(let state) = take(.user(user), limit, at: now) { state?.remaining } else { nil }
    }

    @Test func aFullBucketGivesItsLimitAndThenOneAStep() {
        for taken in 1...30 as ClosedRange<Int64> { #expect(granted(1, 30, at: .seconds(5)) == 30 - taken) }
        guard case .refused(let state, let wait) = take(.user(1), 30, at: .seconds(5)) else {
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

    @Test func usersAndKeysDoNotShare() {
        for _ in 0..<5 { _ = granted(1, 5, at: .zero) }
        #expect(granted(1, 5, at: .zero) == nil)
        #expect(granted(2, 5, at: .zero) == 4)
        #expect(take(.key(1), 5, at: .zero) == .granted(state: RateLimit(limit: 5, remaining: 4, reset: .seconds(12))))
    }

    @Test func aMessageTakesFromAllItsBucketsOrFromNone() throws {
        let user = try #require(RateLimits.Charge(.user(1), limit: 5))
        let key = try #require(RateLimits.Charge(.key(9), limit: 2))
        for left in [1, 0] as [Int64] {
            // The tighter one is told of.
            let state = RateLimit(limit: 2, remaining: left, reset: .seconds(30 * (2 - left)))
            #expect(limits.take([user, key], at: .zero) == .granted(state: state))
        }
        for _ in 0..<10 {
            guard case .refused(let state, let wait) = limits.take([user, key], at: .zero) else {
                Issue.record("the key's limit was passed")
                return
            }
            #expect(state.limit == 2 && wait == .seconds(30))
        }
        #expect(limits.state(of: [user], at: .zero)?.remaining == 3, "what is refused takes nothing from the others")
        limits.giveBack([user, key], at: .zero)
        #expect(limits.state(of: [user], at: .zero)?.remaining == 4)
        #expect(limits.state(of: [key], at: .zero)?.remaining == 1)
        #expect(limits.state(of: [], at: .zero) == nil)
        #expect(RateLimits.Charge(.user(1), limit: 0) == nil, "0 is no limit")
        #expect(limits.take([], at: .zero) == .granted(state: nil))
    }

    @Test func whatIsGivenBackCanBeTakenAgain() throws {
        let charge = try #require(RateLimits.Charge(.user(1), limit: 5))
        for _ in 0..<5 { _ = granted(1, 5, at: .zero) }
        limits.giveBack([charge], at: .zero)
        #expect(granted(1, 5, at: .zero) == 0)
        // A bucket never holds more than its limit.
        for _ in 0..<100 { limits.giveBack([charge], at: .seconds(1)) }
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

    @Test func aRefusalSaysHowTheLimitStandsToo() throws {
        let (limits, clock) = (RateLimits(), FakeClock())
        let context = CallContext(method: MessagesMethods.sendText, peer: Peer(transport: .inProcess))
        context[PrincipalKey.self] = Services.Principal(kind: .user, userID: 7, role: .user, messagesPerMinute: 3)
        let charge = try #require(RateLimits.Charge(.user(7), limit: 3))
        for _ in 0..<3 { _ = limits.take([charge], at: clock.monotonic()) }
        let interceptor = RateLimitInterceptor(limits: limits, clock: clock)
        try interceptor.ended(context, RPCError.make(.rateLimited, "No."))
        let told = ["ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"].map { context.responseMetadata[$0] }
        #expect(told == ["3", "0", "60"])
    }

    @Test func exactlyTheMethodsThatMakeMessagesAreLimited() {
        let limited = AccessTable.rules.filter { RateLimitInterceptor.makesMessages($0.value) }.keys.sorted()
        let names =
            ["DeleteMessage", "EditMessage"]
            + ["Bulk", "Contact", "Location", "Media", "Poll", "Reaction", "Text"].map { "Send" + $0 }
        #expect(limited == names.map { "switchboard.v1.MessagesService/" + $0 })
    }
}
