// What a key may give when it makes, changes or rotates keys: nothing that it does not have, to another or to itself; and
// what keys that come of it may send together.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct KeyBoundsTests {
    private let house: House
    private let ada: UserRecord
    private let end: Instant
    private let bound: (secret: String, record: KeyRecord)

    init() async throws {
        house = try House.identity()
        ada = try await house.user("ada")
        end = house.clock.now() + .seconds(3_600)
        bound = try await house.key(
            of: ada, scopes: [.keysRead, .keysWrite, .messagesSend], allowedIPs: ["192.0.2.0/24", "2001:db8::/32"],
            expiresAt: end)
    }

    private func keys(_ caller: Caller) -> KeysClient { KeysClient(house.client(as: caller)) }
    private var narrow: KeysClient { keys(.key(bound.secret)) }

    private func create(
        with keys: KeysClient, _ change: (inout CreateKeyRequest) -> Void = { _ in }
    ) async throws -> ApiKey {
        var request = CreateKeyRequest.with {
            $0.userId = ada.id
            $0.name = "child"
        }
        change(&request)
        return try #require(try await keys.createKey(request).apiKey)
    }

    private func update(
        _ id: Int64, _ path: String, with keys: KeysClient, _ change: (inout ApiKey) -> Void = { _ in }
    ) async -> String? {
        var key = ApiKey()
        change(&key)
        let request = UpdateKeyRequest.with {
            $0.id = id
            $0.apiKey = key
            $0.updateMask = .with { $0.paths = [path] }
        }
        return await refusal { _ = try await keys.updateKey(request) }?.reason
    }

    private func stored(_ id: Int64) async throws -> KeyRecord {
        try #require(try await house.store.read { db in try db.keys.get(id) })
    }

    @Test func whatIsLeftOutIsTheGivers() async throws {
        let child = try await create(with: narrow)
        #expect(child.allowedIps == ["192.0.2.0/24", "2001:db8::/32"])
        #expect(child.expiresAt == end.timestamp)
        #expect(child.madeBy == bound.record.id)
        // A person is bound to nothing.
        let free = try await create(with: keys(.token(try await house.signIn(ada).access)))
        #expect(free.allowedIps.isEmpty && free.expiresAt == nil && free.madeBy == 0)
    }

    @Test(
        arguments: [
            (["192.0.2.0/24"], true), (["192.0.2.128/25", "192.0.2.1"], true), (["2001:db8:1::/48"], true),
            (["::ffff:192.0.2.0/120"], true), (["192.0.2.0/23"], false), (["192.0.3.1"], false), (["0.0.0.0/0"], false),
            (["::/0"], false), (["2001:db8::/31"], false), (["unix"], false), (["192.0.2.1", "203.0.113.1"], false),
            (["::ffff:0:0/95"], false),
        ] as [([String], Bool)])
    func aKeyGivesNoWiderNetworks(words: [String], isWithin: Bool) async throws {
        let refused = await refusal { _ = try await create(with: narrow) { $0.allowedIps = words } }
        #expect(refused?.reason == (isWithin ? nil : "PERMISSION_DENIED"))
        let child = try await create(with: narrow) { $0.allowedIps = ["192.0.2.7"] }
        let reason = await update(child.id, "allowed_ips", with: narrow) { $0.allowedIps = words }
        #expect(reason == (isWithin ? nil : "PERMISSION_DENIED"))
    }

    @Test func aKeyGivesNoLaterEnd() async throws {
        let later = (end + .seconds(1)).timestamp
        #expect(
            await refusal { _ = try await create(with: narrow) { $0.expiresAt = later } }?.reason == "PERMISSION_DENIED"
        )
        let child = try await create(with: narrow) { $0.expiresAt = (end + .seconds(-1)).timestamp }
        #expect(await update(child.id, "expires_at", with: narrow) { $0.expiresAt = later } == "PERMISSION_DENIED")
        // To take the end away is to give one's own.
        #expect(await update(child.id, "expires_at", with: narrow) == nil)
        #expect(try await stored(child.id).expiresAt == end)
    }

    @Test func aKeyDoesNotWidenItself() async throws {
        let id = bound.record.id
        for path in ["allowed_ips", "expires_at"] { #expect(await update(id, path, with: narrow) == nil) }
        #expect(try await stored(id).allowedIPs == bound.record.allowedIPs)
        #expect(try await stored(id).expiresAt == end)
        #expect(
            await update(id, "allowed_ips", with: narrow) { $0.allowedIps = ["0.0.0.0/0"] } == "PERMISSION_DENIED")
        let later = (end + .seconds(1)).timestamp
        #expect(await update(id, "expires_at", with: narrow) { $0.expiresAt = later } == "PERMISSION_DENIED")
        // It may narrow itself, and then not take it back.
        #expect(await update(id, "allowed_ips", with: narrow) { $0.allowedIps = ["192.0.2.0/28"] } == nil)
        #expect(
            await update(id, "allowed_ips", with: narrow) { $0.allowedIps = ["192.0.2.0/24"] } == "PERMISSION_DENIED")
        // Whoever is no key may.
        #expect(await update(id, "allowed_ips", with: keys(.operator)) == nil)
        #expect(try await stored(id).allowedIPs.isEmpty)
    }

    @Test func aKeyGetsNeitherTheSecretNorTheRulesOfOneThatHasMore() async throws {
        let others = [
            try await house.key(of: ada, scopes: .messagesSend, allowedIPs: ["192.0.2.1"]),
            try await house.key(of: ada, scopes: .messagesSend, expiresAt: end),
            try await house.key(of: ada, scopes: .messagesSend, allowedIPs: ["unix"], expiresAt: end),
        ]
        for other in others {
            let rotated = await refusal { _ = try await narrow.rotateKey(.with { $0.id = other.record.id }) }
            #expect(rotated?.reason == "PERMISSION_DENIED")
            #expect(await update(other.record.id, "name", with: narrow) { $0.name = "x" } == "PERMISSION_DENIED")
        }
        let within = try await house.key(of: ada, scopes: .messagesSend, allowedIPs: ["192.0.2.1"], expiresAt: end)
        _ = try await narrow.rotateKey(.with { $0.id = within.record.id })
    }

    @Test func whatAKeyHadAMomentAgoItDoesNotGive() async throws {
        // Known to authentication as it was; the job sees what it is.
        let before = bound.record
        var after = before
        after.expiresAt = house.clock.now() + .seconds(60)
        let row = after
        _ = try await create(with: narrow)
        try await house.store.write { db in try db.keys.update(from: before, to: row) }
        #expect(try await create(with: narrow).expiresAt == after.expiresAt?.timestamp)
        try await house.store.write { db in _ = try db.keys.revoke(before.id, at: before.createdAt) }
        #expect(await refusal { _ = try await create(with: narrow) }?.reason == "KEY_REVOKED")
    }

    @Test func aRotatedKeyIsOnlyNarrowed() async throws {
        let old = try await house.key(of: ada, scopes: .ofUsers)
        let overlap = RotateKeyRequest.with {
            $0.id = old.record.id
            $0.overlap = .with { $0.seconds = 60 }
        }
        let successor = try #require(try await keys(.operator).rotateKey(overlap).apiKey)
        let person = keys(.token(try await house.signIn(ada).access))
        for (caller, reason) in [(keys(.key(old.secret)), nil), (person, "CONFLICT"), (keys(.operator), "CONFLICT")] {
            // The key itself is given its own end, which changes nothing.
            #expect(await update(old.record.id, "expires_at", with: caller) == reason)
            let longer = (house.clock.now() + .seconds(61)).timestamp
            #expect(
                await update(old.record.id, "expires_at", with: caller) { $0.expiresAt = longer }
                    == (reason ?? "PERMISSION_DENIED"))
        }
        #expect(await update(old.record.id, "scopes", with: keys(.operator)) { $0.scopes = ["keys:write"] } == nil)
        #expect(
            await update(old.record.id, "scopes", with: keys(.operator)) { $0.scopes = ["keys:read"] } == "CONFLICT")
        #expect(await update(old.record.id, "name", with: person) { $0.name = "old" } == nil)
        let again = await refusal { _ = try await keys(.operator).rotateKey(overlap) }
        #expect(again?.reason == "CONFLICT")
        // In its last minute it can neither change nor replace its successor, and what it makes ends with it.
        let last = keys(.key(old.secret))
        #expect(await update(successor.id, "name", with: last) { $0.name = "mine" } == "PERMISSION_DENIED")
        #expect(
            await refusal { _ = try await last.rotateKey(.with { $0.id = successor.id }) }?.reason
                == "PERMISSION_DENIED")
        let child = try await create(with: last) { $0.scopes = ["keys:write"] }
        #expect(child.expiresAt == (house.clock.now() + .seconds(60)).timestamp)
    }

    @Test func keysAreMadeWithKeysOnlySoFar() async throws {
        var maker = try await house.key(of: ada, scopes: [.keysWrite]).secret
        func child() async throws -> String {
            try await keys(.key(maker)).createKey(
                .with {
                    $0.name = "child"
                    $0.scopes = ["keys:write"]
                }
            ).secret
        }
        for _ in 0..<7 { maker = try await child() }
        #expect(await refusal { _ = try await child() }?.reason == "PERMISSION_DENIED")
    }
}

@Suite struct KeyFamilyLimitTests {
    private let house: House
    private let ada: UserRecord

    init() async throws {
        house = try House.identity()
        ada = try await house.user("ada")
    }

    private func create(with caller: Caller, limit: Int32 = 0) async throws -> CreateKeyResponse {
        try await KeysClient(house.client(as: caller)).createKey(
            .with {
                $0.userId = ada.id
                $0.name = "key"
                $0.scopes = ["keys:write", "messages:send"]
                $0.maxMessagesPerMinute = limit
            })
    }

    /// How many messages these keys are let send, one after the other, at this moment.
    private func sent(_ secrets: [String]) async throws -> [Int] {
        var sent: [Int] = []
        for secret in secrets {
            let prefix = try #require(PresentedKey(secret)).prefix
            let principal = try #require(try await house.keys.find(prefix)).principal
            let charges = principal.charges(owner: ada.id, limit: 0)
            var count = 0
            while count < 100, case .granted = house.rateLimits.take(charges, at: house.clock.monotonic()) {
                count += 1
            }
            sent.append(count)
        }
        return sent
    }

    @Test func childrenAndSuccessorsSendNoMoreThanTheirRootMay() async throws {
        let root = try await create(with: .operator, limit: 6)
        var family: [String] = []
        for _ in 0..<3 { family.append(try await create(with: .key(root.secret), limit: 5).secret) }
        family.append(try await create(with: .key(family[0])).secret)
        #expect(try await sent(family + [root.secret]) == [5, 1, 0, 0, 0])
        house.clock.advance(by: .seconds(60))
        // A child of a child is held by all that are above it.
        #expect(try await sent([family[3], family[0], family[1]]) == [5, 0, 1])
        house.clock.advance(by: .seconds(60))
        #expect(try await sent([root.secret]) == [6])
        // A rotation fills no bucket, however many there are.
        var newest = root
        for _ in 0..<3 {
            let id = newest.apiKey?.id ?? 0
            let rotated = try await KeysClient(house.client(as: .key(newest.secret))).rotateKey(.with { $0.id = id })
            newest.secret = rotated.secret
            newest.apiKey = rotated.apiKey
            #expect(try await sent([newest.secret]) == [0])
        }
        #expect(try await sent(family) == [0, 0, 0, 0])
    }

    @Test func aLimitThatIsChangedHoldsForTheWholeFamilyAtOnce() async throws {
        let root = try await create(with: .operator)
        let child = try await create(with: .key(root.secret))
        #expect(try await sent([child.secret]) == [100])
        let keys = KeysClient(house.client(as: .operator))
        _ = try await keys.updateKey(
            .with {
                $0.id = root.apiKey?.id ?? 0
                $0.apiKey = .with { $0.maxMessagesPerMinute = 3 }
                $0.updateMask = .with { $0.paths = ["max_messages_per_minute"] }
            })
        #expect(try await sent([child.secret, root.secret]) == [3, 0])
    }

    @Test func theLimitOfASuccessorHoldsForWhatItsPredecessorsMade() async throws {
        let root = try await create(with: .operator, limit: 9)
        let child = try await create(with: .key(root.secret))
        let keys = KeysClient(house.client(as: .operator))
        let rotated = try await keys.rotateKey(
            .with {
                $0.id = root.apiKey?.id ?? 0
                $0.overlap = .with { $0.seconds = 600 }
            })
        #expect(try await sent([child.secret]) == [9])
        _ = try await keys.updateKey(
            .with {
                $0.id = rotated.apiKey?.id ?? 0
                $0.apiKey = .with { $0.maxMessagesPerMinute = 3 }
                $0.updateMask = .with { $0.paths = ["max_messages_per_minute"] }
            })
        for secret in [child.secret, root.secret, rotated.secret] {
            house.clock.advance(by: .seconds(60))
            #expect(try await sent([secret]) == [3])
        }
        // Its row stays as long as it binds others.
        house.clock.advance(by: .seconds(600))
        let end = house.clock.now()
        try await house.store.write { db in _ = try db.keys.forget(endedBefore: end, after: 0, limit: 100) }
        house.keys.forgetEverything()
        #expect(try await sent([child.secret]) == [3])
    }
}
