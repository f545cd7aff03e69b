// KeysService: what a key may be given, by whom; who sees and ends it.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct KeysServiceTests {
    private let house: House
    init() throws { house = try House.identity() }

    private func keys(_ caller: Caller) -> KeysClient { KeysClient(house.client(as: caller)) }

    @Test func theSecretOpensWhatTheKeySays() async throws {
        let ada = try await house.user("ada")
        let made = try await keys(.operator).createKey(
            .with {
                $0.userId = ada.id
                $0.name = "laptop"
            })
        let key = try #require(made.apiKey)
        #expect(made.secret.hasPrefix(key.prefix + "_"))
        #expect(key.userId == ada.id)
        #expect(key.isActive)
        // All of the user's but keys:write.
        #expect(key.scopes == ScopeSet.ofUsers.subtracting(.keysWrite).words)
        let me = try await AuthClient(house.client(as: .key(made.secret))).getMe(.init())
        #expect(me.user?.id == ada.id)
        let record = try await house.store.read { db in try db.keys.get(key.id) }
        #expect(record?.hash == SHA256Digest(of: made.secret).bytes)
        #expect(try await keys(.key(made.secret)).listKeys(.init()).apiKeys.map(\.id) == [key.id])
    }

    @Test func theOperatorMustSayWhose() async throws {
        let refused = await refusal { _ = try await keys(.operator).createKey(.with { $0.name = "x" }) }
        #expect(refused?.violations.map(\.field) == ["user_id"])
        let nobody = await refusal {
            _ = try await keys(.operator).createKey(
                .with {
                    $0.name = "x"
                    $0.userId = 999
                })
        }
        #expect(nobody?.reason == "NOT_FOUND")
    }

    @Test func oneUserHasSoManyKeysAndNoMore() async throws {
        let ada = try await house.user("ada")
        let all = keys(.operator)
        func make() async throws -> ApiKey? {
            try await all.createKey(
                .with {
                    $0.userId = ada.id
                    $0.name = "k"
                }
            )
            .apiKey
        }
        var made: [Int64] = []
        for _ in 0..<100 { made.append(try await make()?.id ?? 0) }
        let refused = await refusal { _ = try await make() }
        #expect(refused?.reason == "QUOTA_EXCEEDED" && refused?.code == .resourceExhausted)
        // One for another is no more than there were; both for a while is.
        let first = made[0]
        let rotated = try await all.rotateKey(.with { $0.id = first }).apiKey
        let both = await refusal {
            _ = try await all.rotateKey(
                .with {
                    $0.id = rotated?.id ?? 0
                    $0.overlap = .with { $0.seconds = 60 }
                })
        }
        #expect(both?.reason == "QUOTA_EXCEEDED")
        // One that has run out and is to work again is one more.
        let end = house.clock.now() + .seconds(60)
        _ = try await all.updateKey(
            .with {
                $0.id = made[1]
                $0.apiKey = .with { $0.expiresAt = end.timestamp }
                $0.updateMask = .with { $0.paths = ["expires_at"] }
            })
        house.clock.advance(by: .seconds(61))
        _ = try await make()
        let revived = await refusal {
            _ = try await all.updateKey(
                .with {
                    $0.id = made[1]
                    $0.apiKey = .with { $0.expiresAt = (end + .seconds(3_600)).timestamp }
                    $0.updateMask = .with { $0.paths = ["expires_at"] }
                })
        }
        #expect(revived?.reason == "QUOTA_EXCEEDED")
        // What opens nothing any more does not count, and nor do others' keys.
        _ = try await all.revokeKey(.with { $0.id = rotated?.id ?? 0 })
        _ = try await make()
        #expect(await refusal { _ = try await make() } != nil)
        let bob = try await house.user("bob")
        _ = try await all.createKey(
            .with {
                $0.userId = bob.id
                $0.name = "k"
            })
    }

    @Test func aKeyNeedsKeysWriteToMakeKeys() async throws {
        let ada = try await house.user("ada")
        let plain = try await house.key(of: ada, scopes: ScopeSet.ofUsers.subtracting(.keysWrite))
        let refused = await refusal { _ = try await keys(.key(plain.secret)).createKey(.with { $0.name = "x" }) }
        #expect(refused?.reason == "SCOPE_MISSING")
    }

    @Test func nobodyGivesMoreThanTheyHave() async throws {
        let ada = try await house.user("ada")
        let maker = try await house.key(of: ada, scopes: [.keysWrite, .messagesRead])
        let caller = Caller.key(maker.secret)
        func make(_ scopes: [String]) async -> Swift.Result<ApiKey?, any Error> {
            do {
                let made = try await keys(caller).createKey(
                    .with {
                        $0.name = "x"
                        $0.scopes = scopes
                    })
                return .success(made.apiKey)
            } catch {
                return .failure(error)
            }
        }
        #expect(try await make(["messages:read"]).get()?.scopes == ["messages:read"])
        #expect(try await make(["keys:write", "messages:read"]).get()?.scopes == ["messages:read", "keys:write"])
        // The default is cut to what the giver has.
        #expect(try await make([]).get()?.scopes == ["messages:read"])
        for tooMuch in [["messages:send"], ["bridge"], ["admin"], ["messages:read", "usage:read"]] {
            let refused = await refusal { _ = try await make(tooMuch).get() }
            #expect(refused?.reason == "PERMISSION_DENIED", "\(tooMuch)")
        }
        let unknown = await refusal { _ = try await make(["messages:write"]).get() }
        #expect(unknown?.violations.map(\.field) == ["scopes"])
    }

    @Test func bridgeAndAdminAreGivenByAdminsOnly() async throws {
        let ada = try await house.user("ada")
        let root = try await house.user("root", role: .admin)
        // A plain user's key that holds bridge (given by an admin once) cannot pass it on.
        let carrier = try await house.key(of: ada, scopes: [.bridge, .keysWrite])
        let passed = await refusal {
            _ = try await keys(.key(carrier.secret)).createKey(
                .with {
                    $0.name = "x"
                    $0.scopes = ["bridge"]
                })
        }
        #expect(passed?.reason == "PERMISSION_DENIED")
        let given = try await keys(.operator).createKey(
            .with {
                $0.userId = ada.id
                $0.name = "x"
                $0.scopes = ["bridge"]
            })
        #expect(given.apiKey?.scopes == ["bridge"])
        let admin = try await keys(.operator).createKey(
            .with {
                $0.userId = root.id
                $0.name = "x"
                $0.scopes = ["admin"]
            })
        #expect(admin.apiKey?.scopes == ["admin"])
        // A plain user's key cannot be an admin's, whoever gives it.
        let useless = await refusal {
            _ = try await keys(.operator).createKey(
                .with {
                    $0.userId = ada.id
                    $0.name = "x"
                    $0.scopes = ["admin"]
                })
        }
        #expect(useless?.violations.map(\.field) == ["scopes"])
    }

    @Test func anAdminsKeyWithoutScopesIsAnAdminsButNoBridge() throws {
        let peer = Services.Principal(kind: .operator, role: .admin, uid: 0)
        let scopes = try ScopeGrant.scopes(requested: [], owner: .admin, giver: peer)
        #expect(scopes == ScopeSet.ofAdmins.subtracting([.keysWrite, .bridge]))
        #expect(
            try ScopeGrant.scopes(requested: [], owner: .user, giver: peer) == ScopeSet.ofUsers.subtracting(.keysWrite))
    }

    @Test func plainUsersMakeKeysForThemselvesOnly() async throws {
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        let refused = await refusal {
            _ = try await keys(.key(key.secret)).createKey(
                .with {
                    $0.userId = eve.id
                    $0.name = "x"
                })
        }
        #expect(refused?.reason == "PERMISSION_DENIED")
    }

    @Test(
        arguments: [
            ("name", { @Sendable (request: inout CreateKeyRequest, _: Instant) in request.name = "" }),
            ("name", { request, _ in request.name = "   " }), ("name", { request, _ in request.name = "a\nb" }),
            ("name", { request, _ in request.name = String(repeating: "x", count: 101) }),
            ("allowed_ips", { request, _ in request.allowedIps = ["10.0.0.0/99"] }),
            ("allowed_ips", { request, _ in request.allowedIps = ["10.0.0.0/8", "a b"] }),
            ("allowed_ips", { request, _ in request.allowedIps = Array(repeating: "10.0.0.0/8", count: 65) }),
            ("expires_at", { request, now in request.expiresAt = now.timestamp }),
            ("expires_at", { request, now in request.expiresAt = (now - .seconds(1)).timestamp }),
            ("expires_at", { request, _ in request.expiresAt = .with { $0.seconds = .max } }),
            ("user_id", { request, _ in request.userId = -5 }),
        ] as [(String, @Sendable (inout CreateKeyRequest, Instant) -> Void)])
    func aWrongFieldIsNamed(field: String, spoil: @Sendable (inout CreateKeyRequest, Instant) -> Void) async throws {
        let ada = try await house.user("ada")
        var request = CreateKeyRequest()
        request.userId = ada.id
        request.name = "laptop"
        spoil(&request, house.clock.now())
        let asked = request
        let refused = await refusal { _ = try await keys(.operator).createKey(asked) }
        #expect(refused?.reason == "VALIDATION_ERROR")
        #expect(refused?.violations.map(\.field) == [field])
    }

    @Test func networksAndEndAreKeptAndEnforced() async throws {
        let ada = try await house.user("ada")
        let made = try await keys(.operator).createKey(
            .with {
                $0.userId = ada.id
                $0.name = "laptop"
                $0.allowedIps = ["unix", "192.0.2.0/24"]
                $0.expiresAt = (house.clock.now() + .seconds(60)).timestamp
            })
        #expect(made.apiKey?.allowedIps == ["unix", "192.0.2.0/24"])
        _ = try await keys(.key(made.secret)).listKeys(.init())
        house.clock.advance(by: .seconds(61))
        let refused = await refusal { _ = try await keys(.key(made.secret)).listKeys(.init()) }
        #expect(refused?.reason == "KEY_EXPIRED")
    }

    @Test func revokingIsForGoodAndAnsweredAlikeEachTime() async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        #expect(try await keys(.key(key.secret)).listKeys(.init()).apiKeys.count == 1)
        let revoked = try await keys(.operator).revokeKey(.with { $0.prefix = key.record.prefix })
        #expect(!revoked.isActive)
        house.clock.advance(by: .seconds(5))
        #expect(
            try await keys(.operator).revokeKey(.with { $0.prefix = String(key.record.prefix.dropFirst(4)) }) == revoked
        )
        #expect(try await keys(.operator).revokeKey(.with { $0.id = key.record.id }) == revoked)
        let refused = await refusal { _ = try await keys(.key(key.secret)).listKeys(.init()) }
        #expect(refused?.reason == "KEY_REVOKED")
    }

    @Test func othersKeysAreNotThere() async throws {
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        let adas = try await house.key(of: ada, scopes: .ofUsers)
        let eves = try await house.key(of: eve, scopes: .ofUsers)
        let caller = keys(.key(adas.secret))
        let others = await refusal { _ = try await caller.revokeKey(.with { $0.id = eves.record.id }) }
        let none = await refusal { _ = try await caller.revokeKey(.with { $0.id = 999 }) }
        let prefixed = await refusal { _ = try await caller.revokeKey(.with { $0.prefix = eves.record.prefix }) }
        let nonsense = await refusal { _ = try await caller.revokeKey(.with { $0.prefix = "nonsense!" }) }
        for refused in [others, none, prefixed, nonsense] {
            #expect(refused?.reason == "NOT_FOUND")
            #expect(refused?.message == none?.message)
        }
        #expect(try await caller.listKeys(.init()).apiKeys.map(\.id) == [adas.record.id])
        let asked = await refusal { _ = try await caller.listKeys(.with { $0.userId = eve.id }) }
        #expect(asked?.reason == "PERMISSION_DENIED")
        #expect(try await keys(.operator).listKeys(.init()).apiKeys.count == 2)
        #expect(try await keys(.operator).listKeys(.with { $0.userId = eve.id }).apiKeys.map(\.id) == [eves.record.id])
        for request in [
            RevokeKeyRequest(),
            .with {
                $0.id = 1; $0.prefix = "x"
            },
        ] {
            let refused = await refusal { _ = try await caller.revokeKey(request) }
            #expect(refused?.reason == "VALIDATION_ERROR")
        }
    }

    @Test func aTokenIsGoodForOneOwnersListOnly() async throws {
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        for user in [ada, eve] { for _ in 0..<3 { _ = try await house.key(of: user, scopes: .ofUsers) } }
        let first = try await keys(.operator).listKeys(
            .with {
                $0.userId = ada.id
                $0.pageSize = 2
            })
        #expect(first.apiKeys.count == 2)
        #expect(first.apiKeys[0].id > first.apiKeys[1].id)
        let second = try await keys(.operator).listKeys(
            .with {
                $0.userId = ada.id
                $0.pageSize = 2
                $0.pageToken = first.nextPageToken
            })
        #expect(second.apiKeys.count == 1)
        #expect(second.nextPageToken.isEmpty)
        let carried = await refusal {
            _ = try await keys(.operator).listKeys(
                .with {
                    $0.userId = eve.id
                    $0.pageToken = first.nextPageToken
                })
        }
        #expect(carried?.violations.map(\.field) == ["page_token"])
    }
}
