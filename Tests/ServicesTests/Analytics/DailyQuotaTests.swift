// The daily limit: held against any number of callers, counted for what was accepted and nothing else, and told.

import Codec
import Contract
import RPC
import Services
import Store
import Synchronization
import TestKit
import Testing

@Suite struct DailyQuotaTests {
    private func text(_ change: (inout SendTextRequest) -> Void = { _ in }) -> SendTextRequest {
        var request = SendTextRequest.with {
            $0.recipient = "+491701234567"
            $0.message = "Hello"
        }
        change(&request)
        return request
    }

    private func tenant(_ house: MessagesHouse, perDay: Int32) async throws -> Int64 {
        let user = try await house.addUser("ada", perDay: perDay)
        _ = try await house.addSession(user)
        return user
    }

    @Test(.timeLimit(.minutes(2))) func fiftyCallersAtOnceNeverPassTheLimit() async throws {
        let house = try MessagesHouse()
        let user = try await tenant(house, perDay: 20)
        let reasons = await withTaskGroup(of: String.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    let error = await refusal { _ = try await house.client(user: user).sendText(text()) }
                    return error?.reason ?? "OK"
                }
            }
            return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(reasons == ["OK": 20, "QUOTA_EXCEEDED": 30])
        #expect(try await house.counts().messages == 20)
    }

    @Test func aRefusalSaysWhenTheNextDayBegins() async throws {
        let house = try MessagesHouse()
        let user = try await tenant(house, perDay: 1)
        house.clock.advance(by: .seconds(3600))
        let client = house.client(user: user)
        _ = try await client.sendText(text())
        let error = await refusal { _ = try await client.sendText(text()) }
        #expect(error?.reason == "QUOTA_EXCEEDED" && error?.code == .resourceExhausted)
        #expect(error?.retryAfter == .seconds(23 * 3600))
        house.clock.advance(by: .seconds(23 * 3600) - .microseconds(1))
        #expect(await refusal { _ = try await client.sendText(text()) }?.reason == "QUOTA_EXCEEDED")
        house.clock.advance(by: .microseconds(1))
        _ = try await client.sendText(text())
    }

    @Test func whatIsRefusedOrRepeatedUsesNothingUp() async throws {
        let house = try MessagesHouse()
        let user = try await tenant(house, perDay: 2)
        let client = house.client(user: user)
        for _ in 0..<5 {
            _ = try await client.sendText(text { $0.idempotencyKey = "once" })
            #expect(await refusal { _ = try await client.sendText(text { $0.recipient = "x" }) } != nil)
            #expect(await refusal { _ = try await client.sendText(text { $0.replyToId = 4711 }) } != nil)
        }
        _ = try await client.sendText(text())
        #expect(await refusal { _ = try await client.sendText(text()) }?.reason == "QUOTA_EXCEEDED")
        // A repeat is answered although the limit is reached: it sends nothing.
        _ = try await client.sendText(text { $0.idempotencyKey = "once" })
        let day = house.clock.now().day
        let usage = try await house.store.read { db in try db.usage.get(UsageKey(userID: user, day: day)) }
        #expect(usage?[.messagesAccepted] == 2)
    }

    @Test func itIsTheOwnersLimitWhoeverSends() async throws {
        let house = try MessagesHouse()
        let user = try await tenant(house, perDay: 1)
        _ = try await house.client(.operator).sendText(text { $0.userId = user })
        #expect(await refusal { _ = try await house.client(user: user).sendText(text()) }?.reason == "QUOTA_EXCEEDED")
        let eve = try await house.addUser("eve", perDay: 1)
        _ = try await house.addSession(eve)
        _ = try await house.client(user: eve).sendText(text())
    }

    @Test func theSmallerRemainderIsToldAlsoByARefusal() async throws {
        let house = try MessagesHouse()
        let user = try await tenant(house, perDay: 1)
        let service = MessagesHouse.service(house.house, house.hub, house.signals)
        func call(minuteLeft: String?) async -> [String?] {
            let context = CallContext(method: MessagesMethods.sendText, peer: Caller.nobody.peer)
            context[PrincipalKey.self] = Services.Principal(kind: .user, userID: user, role: .user)
            if let minuteLeft { context.responseMetadata["ratelimit-remaining"] = minuteLeft }
            let error = await refusal { _ = try await service.sendText(text(), context: context) }
            return [error?.reason]
                + ["limit", "remaining", "reset"].map { context.responseMetadata["ratelimit-\($0)"] }
        }
        // Nothing is left of either: what was told first stands.
        #expect(await call(minuteLeft: "0") == [nil, nil, "0", nil])
        #expect(await call(minuteLeft: "29") == ["QUOTA_EXCEEDED", "1", "0", "86400"])
        #expect(await call(minuteLeft: nil) == ["QUOTA_EXCEEDED", "1", "0", "86400"])
    }

    @Test func whatIsLeftIsTold() async throws {
        let house = try MessagesHouse()
        let user = try await tenant(house, perDay: 3)
        let free = try await house.addUser("eve")
        _ = try await house.addSession(free)
        func told(_ user: Int64) async throws -> [String?] {
            let seen = Mutex<Metadata>([:])
            var options = CallOptions()
            options.onResponseMetadata = { metadata in seen.withLock { $0 = metadata } }
            _ = try await house.client(user: user).sendText(text(), options: options)
            return seen.withLock { seen in ["limit", "remaining", "reset"].map { seen["ratelimit-\($0)"] } }
        }
        #expect(try await told(user) == ["3", "2", "86400"])
        #expect(try await told(user) == ["3", "1", "86400"])
        #expect(try await told(free) == [nil, nil, nil])
    }
}
