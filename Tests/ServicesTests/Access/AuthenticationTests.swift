// Who a caller is taken for, through the real interceptors: credentials, sockets, and what never falls back.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

extension APIKeyText {
    /// A right checksum over somebody's prefix (with its `sbk_`) and another secret.
    static func forged(over prefix: String) -> String {
        make { count in
            (0..<count).map { index in
                UInt8(
                    Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
                        .firstIndex(of: index < 8 ? Array(prefix.utf8)[4 + index] : UInt8(ascii: "A")) ?? 0)
            }
        }
    }
}

@Suite struct AuthenticationTests {
    private func me(_ house: House, _ caller: Caller) async throws -> Contract.Principal {
        try await AuthClient(house.client(as: caller)).getMe(GetMeRequest())
    }

    private func reason(_ house: House, _ caller: Caller) async -> String? {
        await refusal { _ = try await me(house, caller) }?.reason
    }

    @Test func aListedPeerOfTheOperatorsSocketIsTheOperator() async throws {
        let house = try House.identity()
        let answer = try await me(house, .operator)
        #expect(answer.kind == .operator)
        #expect(answer.user == nil)
        #expect(answer.uid == Int64(House.operatorUID))
        #expect(answer.scopes.contains("admin"))
        #expect(house.calls.last?.caller == "operator(\(House.operatorUID))")
    }

    @Test(arguments: [
        Peer(transport: .unix, uid: 4_711, listener: "rpc"),
        Peer(transport: .unix, uid: nil, listener: "rpc"),
        Peer(transport: .unix, uid: House.operatorUID, listener: "tcp"),
        Peer(transport: .unix, uid: House.operatorUID, listener: ""),
        Peer(transport: .tcp, uid: House.operatorUID, address: "127.0.0.1:1", listener: "rpc"),
        Peer(transport: .inProcess, uid: House.operatorUID, address: "127.0.0.1:1", listener: "rpc"),
        Peer(transport: .inProcess, address: "unix:", listener: "http"),
        Peer(transport: .http, uid: House.operatorUID, address: "127.0.0.1:1", listener: "rpc"),
        Peer(transport: .http, uid: House.operatorUID, listener: "rpc"),
        Peer(transport: .http, uid: House.bridgeUID, listener: "bridge"),
        Peer(transport: .unix, uid: House.operatorUID, listener: "bridge"),
        Peer(transport: .unix, uid: House.bridgeUID, listener: "rpc"),
    ])
    func nobodyElseIsTakenForAnybody(peer: Peer) async throws {
        let house = try House.identity()
        #expect(await reason(house, Caller("peer", peer: peer)) == "NOT_AUTHENTICATED")
        #expect(house.calls.last?.caller == "nobody")
        let vouches = AuthenticationInterceptor.vouching(
            operatorUIDs: [House.operatorUID], bridgeUIDs: [House.bridgeUID])
        #expect(!vouches(peer))
    }

    @Test func whomTheSystemVouchesForIsKnownFromTheStart() {
        let vouches = AuthenticationInterceptor.vouching(operatorUIDs: [7, 65_534], bridgeUIDs: [8])
        #expect(vouches(Peer(transport: .unix, uid: 7, listener: "rpc")))
        #expect(vouches(Peer(transport: .unix, uid: 8, listener: "bridge")))
        #expect(!vouches(Peer(transport: .unix, uid: 65_534, listener: "rpc")))
        var peer = Peer(transport: .tls, address: "192.0.2.1:1", listener: "tcp")
        #expect(!vouches(peer))
        peer.certificate = PeerCertificate(subject: "CN=x", alternativeNames: [], fingerprint: "00")
        #expect(vouches(peer))
    }

    @Test func nobodysUIDIsNeverAnOperator() async throws {
        let clock = FakeClock()
        let house = try House.identity()
        var router = Router(interceptors: [
            AuthenticationInterceptor(
                credentials: house.credentials, tokens: house.accessTokens, clock: clock, operatorUIDs: [65_534, 7],
                bridgeUIDs: []), AccessInterceptor(),
        ])
        house.registerIdentity(in: &router)
        for (uid, expected) in [(UInt32(65_534), "NOT_AUTHENTICATED"), (7, nil)] {
            let transport = InProcessTransport(router: router, peer: Peer(transport: .unix, uid: uid, listener: "rpc"))
            let refused = await refusal { _ = try await AuthClient(RPCClient(transport: transport)).getMe(.init()) }
            #expect(refused?.reason == expected)
        }
    }

    @Test func aListedPeerOfTheBridgesSocketIsABridgeAndNothingElse() async throws {
        let house = try House.identity()
        let answer = try await me(house, .bridge)
        #expect(answer.kind == .bridge)
        #expect(answer.scopes == ["bridge"])
        let refused = await refusal {
            _ = try await UsersClient(house.client(as: .bridge)).getUser(.with { $0.id = 1 })
        }
        #expect(refused?.reason == "PERMISSION_DENIED")
    }

    @Test func aKeyIsItsOwnerWithItsScopes() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: [.messagesRead, .keysRead])
        let answer = try await me(house, .key(key.secret))
        #expect(answer.kind == .apiKey)
        #expect(answer.user?.username == "ada")
        #expect(answer.keyPrefix == key.record.prefix)
        #expect(answer.scopes == ["messages:read", "keys:read"])
        #expect(answer.uid == -1)
        #expect(answer.limits?.maxMessagesPerDay == 1_000)
        let local = Peer(transport: .unix, uid: 4_711, listener: "rpc")
        #expect(try await me(house, .key(key.secret, peer: local)).uid == 4_711)
    }

    @Test func aKeyForBridgesAloneIsABridge() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        #expect(try await me(house, .key(house.key(of: ada, scopes: .bridge).secret)).kind == .bridge)
        #expect(try await me(house, .key(house.key(of: ada, scopes: [.bridge, .keysRead]).secret)).kind == .apiKey)
    }

    @Test func wrongCredentialsNeverFallBackToTheSocket() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        let unknown = APIKeyText.make()
        let forged = APIKeyText.forged(over: key.record.prefix)
        #expect(forged.hasPrefix(key.record.prefix))
        let wrong = [
            "", "ApiKey", "ApiKey ", "ApiKey \(unknown)", "ApiKey \(forged)", "ApiKey \(key.secret) ", key.secret,
            "Basic \(key.secret)", "Bearer \(key.secret)", "Bearer eyJhbGciOiJub25lIn0.e30.", "ApiKey \(key.secret)\0",
        ]
        for text in wrong {
            for peer in [Caller.operator.peer, Caller.bridge.peer, Caller.http.peer] {
                let caller = Caller("wrong", peer: peer, metadata: ["authorization": text])
                #expect(await reason(house, caller) == "INVALID_CREDENTIALS", "\(text)")
            }
        }
    }

    @Test func twoSetsOfCredentialsAreNotBelieved() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        var twice: Metadata = ["authorization": "ApiKey \(key.secret)"]
        twice.append("ApiKey \(key.secret)", for: "Authorization")
        #expect(await reason(house, Caller("twice", peer: Caller.http.peer, metadata: twice)) == "INVALID_CREDENTIALS")
    }

    @Test func credentialsWinOverTheSocket() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        #expect(try await me(house, .key(key.secret, peer: Caller.operator.peer)).kind == .apiKey)
    }

    @Test func aPublicMethodToleratesNobodyButNotWrongCredentials() async throws {
        let house = try House { router, _ in
            router.register(HealthService(readiness: Readiness(obstacles: []), services: []))
        }
        let health = HealthClient(house.client(as: .http))
        #expect(try await health.check(.init()).status == .serving)
        let wrong = Caller("wrong", peer: Caller.http.peer, metadata: ["authorization": "ApiKey x"])
        let refused = await refusal { _ = try await HealthClient(house.client(as: wrong)).check(.init()) }
        #expect(refused?.reason == "INVALID_CREDENTIALS")
    }

    @Test func anEndedKeySaysWhyButOnlyToWhoHasIt() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers, expiresAt: house.clock.now() + .seconds(60))
        #expect(await reason(house, .key(key.secret)) == nil)
        house.clock.advance(by: .seconds(59))
        #expect(await reason(house, .key(key.secret)) == nil)
        house.clock.advance(by: .seconds(1))
        #expect(await reason(house, .key(key.secret)) == "KEY_EXPIRED")

        let other = try await house.key(of: ada, scopes: .ofUsers)
        #expect(await reason(house, .key(other.secret)) == nil)
        _ = try await KeysClient(house.client(as: .operator)).revokeKey(.with { $0.id = other.record.id })
        #expect(await reason(house, .key(other.secret)) == "KEY_REVOKED")
    }

    @Test func anInactiveOwnersKeyOpensNothing() async throws {
        let house = try House.identity()
        let eve = try await house.user("eve", isActive: false)
        let key = try await house.key(of: eve, scopes: .ofUsers)
        let refused = await refusal { _ = try await me(house, .key(key.secret)) }
        #expect(refused?.reason == "USER_INACTIVE")
        #expect(refused?.code == .permissionDenied)
    }

    @Test func aKeyIsBoundToItsNetworks() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers, allowedIPs: ["192.0.2.0/24"])
        #expect(await reason(house, .key(key.secret)) == nil)
        let elsewhere = Peer(transport: .tcp, address: "198.51.100.1:5", listener: "tcp")
        #expect(await reason(house, .key(key.secret, peer: elsewhere)) == "IP_NOT_ALLOWED")
        #expect(await reason(house, .key(key.secret, peer: Caller.nobody.peer)) == "IP_NOT_ALLOWED")
    }

    @Test func aKeyThatWasUsedBeforeCostsNoRead() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        #expect(await reason(house, .key(key.secret)) == nil)
        let prefix = try #require(KeyPrefix(parsing: key.record.prefix))
        #expect(house.keys.cached(prefix)?.keyID == key.record.id)
        // The row is gone behind the cache's back; only a read could tell.
        try await house.store.write { db in _ = try db.execute("DELETE FROM api_keys") }
        #expect(await reason(house, .key(key.secret)) == nil)
    }

    @Test func usesAreWrittenOnceForMany() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        for _ in 0..<5 { _ = try await me(house, .key(key.secret)) }
        let before = house.store.statistics.writes
        try await house.keyUses.write(to: house.store)
        try await house.keyUses.write(to: house.store)
        #expect(house.store.statistics.writes == before + 1)
        let record = try await house.store.read { db in try db.keys.get(key.record.id) }
        #expect(record?.lastUsedAt == house.clock.now())
    }

    @Test func everyCallIsToldOfOnceWithoutItsSecrets() async throws {
        let house = try House.identity()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        let client = RPCClient(
            transport: house.client(as: .key(key.secret)).transport,
            metadata: ["authorization": "ApiKey \(key.secret)", "x-request-id": "my-own-id"])
        _ = try await AuthClient(client).getMe(.init())
        _ = await refusal { _ = try await UsersClient(client).listUsers(.init()) }
        #expect(house.calls.count == 2)
        #expect(house.calls[0].method.path == "switchboard.v1.AuthService/GetMe")
        #expect(house.calls[0].requestID == "my-own-id")
        #expect(house.calls[0].code == .ok)
        #expect(house.calls[1].reason == "PERMISSION_DENIED")
        #expect(house.calls[1].caller == "\(key.record.prefix)(\(ada.id))")
        let secretPart = String(key.secret.dropFirst(13))
        for call in house.calls { #expect(!"\(call)".contains(secretPart)) }
    }
}

@Suite struct CredentialEndingsTests {
    /// A stream that stays open until it is ended.
    private static func house() throws -> House {
        try House { router, house in
            router.register(HealthService(readiness: Readiness(obstacles: []), services: []))
            router.register(
                KeysService(
                    store: house.store, clock: house.clock, pages: house.pages, idempotencySecret: house.secret,
                    credentials: house.credentials))
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func revokingAKeyEndsItsStreamsAndNoOthers() async throws {
        let house = try Self.house()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        let other = try await house.key(of: ada, scopes: .ofUsers)
        let stream = try await HealthClient(house.client(as: .key(key.secret))).watch(.init())
        let kept = try await HealthClient(house.client(as: .key(other.secret))).watch(.init())
        var items = stream.makeAsyncIterator()
        var keptItems = kept.makeAsyncIterator()
        let item1 = try await items.next()
        #expect(item1?.status == .serving)
        let keptItem2 = try await keptItems.next()
        #expect(keptItem2?.status == .serving)
        #expect(house.endings.count == 2)

        _ = try await KeysClient(house.client(as: .operator)).revokeKey(.with { $0.id = key.record.id })
        let refused = await refusal { while try await items.next() != nil {} }
        #expect(refused?.reason == "KEY_REVOKED")
        #expect(house.endings.count == 1)
        kept.cancel()
        while house.endings.count > 0 { try await Task.sleep(for: .milliseconds(2)) }
    }

    @Test func unaryCallsAreNotKeptTrackOf() async throws {
        let house = try Self.house()
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        _ = try await HealthClient(house.client(as: .key(key.secret))).check(.init())
        #expect(house.endings.count == 0)
    }
}
