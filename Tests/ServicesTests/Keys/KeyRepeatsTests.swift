// Repeats of calls that make keys: one key, one secret, told once. And limits of keys, which nobody widens.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct KeyRepeatsTests {
    private let house: House
    private let ada: UserRecord

    init() async throws {
        house = try House.identity()
        ada = try await house.user("ada")
    }

    private func keys(_ caller: Caller = .operator) -> KeysClient { KeysClient(house.client(as: caller)) }
    private func count() async throws -> Int64 { try await house.store.read { db in try db.keys.count() } }

    private func creation(_ key: String, _ change: (inout CreateKeyRequest) -> Void = { _ in }) -> CreateKeyRequest {
        var request = CreateKeyRequest.with {
            $0.userId = ada.id
            $0.name = "laptop"
            $0.idempotencyKey = key
        }
        change(&request)
        return request
    }

    @Test func aRepeatIsToldOfTheKeyAndMakesNone() async throws {
        let made = try await keys().createKey(creation("once"))
        let again = await refusal { _ = try await keys().createKey(creation("once")) }
        #expect(again?.reason == "ALREADY_EXISTS")
        #expect(again?.metadata["id"] == made.apiKey.map { String($0.id) })
        #expect(again?.metadata["prefix"] == made.apiKey?.prefix)
        #expect(!"\(String(describing: again))".contains(made.secret))
        #expect(try await count() == 1)
        let other = await refusal { _ = try await keys().createKey(creation("once") { $0.name = "server" }) }
        #expect(other?.reason == "IDEMPOTENCY_KEY_REUSED")
        // Another caller's keys have nothing to do with it.
        let own = Caller.token(try await house.signIn(ada).access)
        _ = try await keys(own).createKey(creation("once"))
        house.clock.advance(by: .seconds(24 * 3600))
        _ = try await keys().createKey(creation("once"))
        #expect(try await count() == 3)
    }

    @Test func fiftyAtOnceMakeOneKey() async throws {
        let secrets = await withTaskGroup(of: String.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    do {
                        return try await keys().createKey(creation("once")).secret
                    } catch {
                        return (error as? RPCError)?.reason ?? "\(error)"
                    }
                }
            }
            return await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(secrets.filter { $0 == "ALREADY_EXISTS" }.count == 49)
        #expect(secrets.filter { $0.hasPrefix("sbk_") }.count == 1)
        #expect(try await count() == 1)
    }

    @Test func aRotationIsRepeatedAsLittle() async throws {
        let old = try await house.key(of: ada, scopes: .ofUsers)
        let request = RotateKeyRequest.with {
            $0.id = old.record.id
            $0.idempotencyKey = "once"
        }
        let made = try await keys().rotateKey(request)
        // The old key is revoked by now, which is not what the repeat is told.
        let again = await refusal { _ = try await keys().rotateKey(request) }
        #expect(again?.reason == "ALREADY_EXISTS")
        #expect(again?.metadata["id"] == made.apiKey.map { String($0.id) })
        #expect(try await count() == 2)
    }

    @Test func whatWasRefusedIsNotRemembered() async throws {
        let refused = await refusal { _ = try await keys().createKey(creation("once") { $0.userId = 999 }) }
        #expect(refused?.reason == "NOT_FOUND")
        _ = try await keys().createKey(creation("once"))
    }

    // MARK: Limits

    @Test func aKeyMayHaveALimitOfItsOwn() async throws {
        let made = try await keys().createKey(creation("") { $0.maxMessagesPerMinute = 5 })
        let key = try #require(made.apiKey)
        #expect(key.maxMessagesPerMinute == 5)
        let changed = try await keys().updateKey(
            .with {
                $0.id = key.id
                $0.apiKey = .with { $0.maxMessagesPerMinute = 9 }
                $0.updateMask = .with { $0.paths = ["max_messages_per_minute"] }
            })
        #expect(changed.maxMessagesPerMinute == 9)
        let prefix = try #require(KeyPrefix(parsing: key.prefix))
        #expect(try await house.keys.find(prefix)?.principal.keyMessagesPerMinute == 9)
        let successor = try await keys().rotateKey(.with { $0.id = key.id })
        #expect(successor.apiKey?.maxMessagesPerMinute == 9)
        let wrong = await refusal { _ = try await keys().createKey(creation("") { $0.maxMessagesPerMinute = -1 }) }
        #expect(wrong?.violations.map(\.field) == ["max_messages_per_minute"])
    }

    @Test func noKeyMakesOneThatMaySendMore() async throws {
        let made = try await keys().createKey(
            creation("") {
                $0.scopes = ["keys:write", "messages:send"]
                $0.maxMessagesPerMinute = 5
            })
        let narrow = keys(.key(made.secret))
        // What is left out is the giver's, not everything.
        #expect(try await narrow.createKey(creation("")).apiKey?.maxMessagesPerMinute == 5)
        #expect(
            try await narrow.createKey(creation("") { $0.maxMessagesPerMinute = 2 }).apiKey?.maxMessagesPerMinute == 2)
        let wider = await refusal { _ = try await narrow.createKey(creation("") { $0.maxMessagesPerMinute = 6 }) }
        #expect(wider?.reason == "PERMISSION_DENIED")
        func widen(_ id: Int64, _ limit: Int32) async -> RPCError? {
            await refusal {
                _ = try await narrow.updateKey(
                    .with {
                        $0.id = id
                        $0.apiKey = .with { $0.maxMessagesPerMinute = limit }
                        $0.updateMask = .with { $0.paths = ["max_messages_per_minute"] }
                    })
            }
        }
        let own = try #require(made.apiKey).id
        #expect(await widen(own, 50)?.reason == "PERMISSION_DENIED")
        #expect(await widen(own, 4) == nil)
        // Nor does it get the secret of one that may.
        let free = try await house.key(of: ada, scopes: .messagesSend)
        let taken = await refusal { _ = try await narrow.rotateKey(.with { $0.id = free.record.id }) }
        #expect(taken?.reason == "PERMISSION_DENIED")
        #expect(await widen(free.record.id, 1)?.reason == "PERMISSION_DENIED")
    }
}
