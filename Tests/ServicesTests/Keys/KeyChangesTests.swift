// Getting, changing and rotating keys: what may be changed by whom, what holds at once, and which of two keys opens when.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct KeyChangesTests {
    private let house: House
    init() throws { house = try House.identity() }

    private func keys(_ caller: Caller) -> KeysClient { KeysClient(house.client(as: caller)) }

    private func update(
        _ id: Int64, _ paths: [String], as caller: Caller = .operator, _ change: (inout ApiKey) -> Void
    ) async throws -> ApiKey {
        var request = UpdateKeyRequest()
        request.id = id
        request.apiKey = .with(change)
        request.updateMask = .with { $0.paths = paths }
        return try await keys(caller).updateKey(request)
    }

    private func rotate(
        _ id: Int64, overlap: Int64? = nil, as caller: Caller = .operator
    ) async throws -> RotateKeyResponse {
        var request = RotateKeyRequest()
        request.id = id
        request.overlap = overlap.map { seconds in .with { $0.seconds = seconds } }
        return try await keys(caller).rotateKey(request)
    }

    private func me(_ caller: Caller) async -> String? {
        await refusal { _ = try await AuthClient(house.client(as: caller)).getMe(.init()) }?.reason
    }

    @Test func aKeyIsFoundByIdAndByPrefix() async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: [.keysRead])
        let own = Caller.key(key.secret)
        let found = try await keys(own).getKey(.with { $0.id = key.record.id })
        #expect(found == ApiKey(key.record))
        #expect(try await keys(own).getKey(.with { $0.prefix = key.record.prefix }) == found)
        #expect(try await keys(own).getKey(.with { $0.prefix = String(key.record.prefix.dropFirst(4)) }) == found)
        #expect(!"\(found)".contains(key.secret.dropFirst(13)))
    }

    @Test func othersKeysAreNotThereForAnyMethod() async throws {
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        let caller = Caller.key(try await house.key(of: ada, scopes: .ofUsers).secret)
        let eves = try await house.key(of: eve, scopes: .ofUsers)
        for id in [eves.record.id, 999, -1] {
            let refused = [
                await refusal { _ = try await keys(caller).getKey(.with { $0.id = id }) },
                await refusal { _ = try await update(id, ["name"], as: caller) { $0.name = "x" } },
                await refusal { _ = try await rotate(id, as: caller) },
            ]
            for refused in refused {
                #expect(refused?.reason == "NOT_FOUND")
                #expect(refused?.message == refused?.message)
            }
        }
        #expect(await me(.key(eves.secret)) == nil)
    }

    @Test func onlyWhatTheMaskNamesIsChanged() async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: [.messagesRead])
        let end = house.clock.now() + .seconds(3_600)
        let changed = try await update(key.record.id, ["name", "expires_at"]) {
            $0.name = "server"
            $0.scopes = ["messages:send"]
            $0.allowedIps = ["10.0.0.0/8"]
            $0.expiresAt = end.timestamp
            $0.userId = 99
        }
        #expect(changed.name == "server")
        #expect(changed.scopes == ["messages:read"])
        #expect(changed.allowedIps.isEmpty)
        #expect(changed.expiresAt == end.timestamp)
        #expect(changed.userId == ada.id)
        // Absent: never.
        #expect(try await update(key.record.id, ["expires_at"]) { _ in }.expiresAt == nil)
    }

    @Test(
        arguments: [
            (["id"], "id"), (["prefix"], "prefix"), (["user_id"], "user_id"), (["is_active"], "is_active"),
            (["hash"], "hash"), (["last_used_at"], "last_used_at"), (["rotated_from"], "rotated_from"),
            ([], "update_mask"), (["name"], "name"), (["scopes"], "scopes"), (["allowed_ips"], "allowed_ips"),
            (["expires_at"], "expires_at"),
        ] as [([String], String)])
    func whatIsWrongIsNamed(paths: [String], field: String) async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: [.messagesRead])
        let now = house.clock.now()
        let refused = await refusal {
            _ = try await update(key.record.id, paths) {
                $0.allowedIps = ["nowhere"]
                $0.expiresAt = now.timestamp
            }
        }
        #expect(refused?.violations.map(\.field) == [field])
        #expect(try await house.store.read { db in try db.keys.get(key.record.id) } == key.record)
    }

    @Test func whatIsChangedHoldsAtOnce() async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        let caller = Caller.key(key.secret)
        #expect(await refusal { _ = try await keys(caller).listKeys(.init()) } == nil)
        _ = try await update(key.record.id, ["scopes"]) { $0.scopes = ["messages:read"] }
        #expect(await refusal { _ = try await keys(caller).listKeys(.init()) }?.reason == "SCOPE_MISSING")
        _ = try await update(key.record.id, ["allowed_ips"]) { $0.allowedIps = ["unix"] }
        #expect(await me(caller) == "IP_NOT_ALLOWED")
        // Over HTTP on a Unix socket there is no address, and it is a Unix socket all the same.
        #expect(await me(.key(key.secret, peer: Peer(transport: .http, listener: "http"))) == nil)
        #expect(await me(.key(key.secret, peer: Peer(transport: .http, address: "10.0.0.1:5"))) == "IP_NOT_ALLOWED")
        _ = try await update(key.record.id, ["allowed_ips", "expires_at"]) {
            $0.expiresAt = (house.clock.now() + .seconds(5)).timestamp
        }
        #expect(await me(caller) == nil)
        house.clock.advance(by: .seconds(5))
        #expect(await me(caller) == "KEY_EXPIRED")
        // An end can be put off again.
        _ = try await update(key.record.id, ["expires_at"]) { _ in }
        #expect(await me(caller) == nil)
    }

    @Test func aRevokedKeyStaysAsItIs() async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        _ = try await keys(.operator).revokeKey(.with { $0.id = key.record.id })
        #expect(await refusal { _ = try await update(key.record.id, ["name"]) { $0.name = "x" } }?.reason == "CONFLICT")
        #expect(await refusal { _ = try await rotate(key.record.id) }?.reason == "CONFLICT")
        #expect(await me(.key(key.secret)) == "KEY_REVOKED")
    }

    @Test func nobodyChangesOrRotatesAKeyThatMayDoMoreThanTheyMay() async throws {
        let ada = try await house.user("ada")
        let narrow = Caller.key(try await house.key(of: ada, scopes: [.keysRead, .keysWrite]).secret)
        let wide = try await house.key(of: ada, scopes: [.keysRead, .messagesSend], allowedIPs: ["unix"])
        // Its secret would be a scope that the caller does not have.
        let rotated = await refusal { _ = try await rotate(wide.record.id, as: narrow) }
        #expect(rotated?.reason == "PERMISSION_DENIED")
        let opened = await refusal { _ = try await update(wide.record.id, ["allowed_ips"], as: narrow) { _ in } }
        #expect(opened?.reason == "PERMISSION_DENIED")
        let given = await refusal {
            _ = try await update(wide.record.id, ["scopes"], as: .token(try await house.signIn(ada).access)) {
                $0.scopes = ["admin"]
            }
        }
        #expect(given?.reason == "PERMISSION_DENIED")
        // To end it they need not have what it has.
        _ = try await keys(narrow).revokeKey(.with { $0.id = wide.record.id })
    }

    @Test func withoutAnOverlapTheOldKeyEndsAtOnce() async throws {
        let ada = try await house.user("ada")
        let end = house.clock.now() + .seconds(3_600)
        let old = try await house.key(
            of: ada, scopes: [.messagesRead, .keysRead], allowedIPs: ["192.0.2.0/24"], expiresAt: end)
        #expect(await me(.key(old.secret)) == nil)
        let made = try await rotate(old.record.id)
        let new = try #require(made.apiKey)
        #expect(made.secret.hasPrefix(new.prefix + "_"))
        #expect(new.prefix != old.record.prefix)
        #expect(new.rotatedFrom == old.record.id)
        #expect(new.name == old.record.name)
        #expect(new.scopes == ["messages:read", "keys:read"])
        #expect(new.allowedIps == ["192.0.2.0/24"])
        #expect(new.expiresAt == end.timestamp)
        #expect(await me(.key(old.secret)) == "KEY_REVOKED")
        #expect(await me(.key(made.secret)) == nil)
        let record = try await house.store.read { db in try db.keys.get(new.id) }
        #expect(record?.hash == SHA256Digest(of: made.secret).bytes)
    }

    @Test func withAnOverlapBothOpenUntilItIsOver() async throws {
        let ada = try await house.user("ada")
        let old = try await house.key(of: ada, scopes: .ofUsers)
        let made = try await rotate(old.record.id, overlap: 60)
        #expect(await me(.key(old.secret)) == nil)
        #expect(await me(.key(made.secret)) == nil)
        house.clock.advance(by: .seconds(60))
        #expect(await me(.key(old.secret)) == "KEY_EXPIRED")
        #expect(await me(.key(made.secret)) == nil)
        #expect(await refusal { _ = try await rotate(old.record.id) }?.reason == "CONFLICT")
        // An overlap never makes a key live longer than it would have.
        let short = try await house.key(of: ada, scopes: .ofUsers, expiresAt: house.clock.now() + .seconds(5))
        _ = try await rotate(short.record.id, overlap: 600)
        house.clock.advance(by: .seconds(5))
        #expect(await me(.key(short.secret)) == "KEY_EXPIRED")
    }

    @Test(
        arguments: [
            (-1, 0), (2_592_001, 0), (2_592_000, 1), (.max, 0), (.min, 0), (1, -1), (1, 1_000_000_000), (0, .min),
        ] as [(Int64, Int32)])
    func anOverlapIsAtMostThirtyDays(seconds: Int64, nanos: Int32) async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        let refused = await refusal {
            _ = try await keys(.operator).rotateKey(
                .with {
                    $0.id = key.record.id
                    $0.overlap = .with {
                        $0.seconds = seconds
                        $0.nanos = nanos
                    }
                })
        }
        // What is no duration at all may be refused where messages are decoded.
        #expect(refused?.code == .invalidArgument)
        #expect(await me(.key(key.secret)) == nil)
    }

    @Test func aKeyCanRotateItself() async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: [.keysWrite, .messagesSend])
        let made = try await rotate(key.record.id, as: .key(key.secret))
        #expect(await me(.key(key.secret)) == "KEY_REVOKED")
        #expect(await me(.key(made.secret)) == nil)
    }

    @Test func aKeyIsNeverWiderThanItsOwnerIsNow() async throws {
        _ = try await house.user("root", role: .admin)
        let ada = try await house.user("ada", role: .admin)
        let made = try await keys(.operator).createKey(
            .with {
                $0.userId = ada.id
                $0.name = "all"
            })
        #expect(made.apiKey?.scopes.contains("admin") == true)
        let users = UsersClient(house.client(as: .key(made.secret)))
        _ = try await users.listUsers(.init())
        _ = try await UsersClient(house.client(as: .operator)).updateUser(
            .with {
                $0.id = ada.id
                $0.user = .with { $0.role = .user }
                $0.updateMask = .with { $0.paths = ["role"] }
            })
        #expect(await refusal { _ = try await users.listUsers(.init()) }?.reason == "PERMISSION_DENIED")
    }
}
