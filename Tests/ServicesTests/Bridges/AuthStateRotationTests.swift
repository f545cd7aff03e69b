// A new key for what engines keep: all of it is sealed anew, nothing is lost, and nobody is disturbed.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(2))) struct AuthStateRotationTests {
    private let house: DeliveryHouse
    private let holder: AuthStateHolder

    init() async throws {
        house = try await DeliveryHouse()
        holder = try await AuthStateHolder(house)
    }

    @Test func aRotationSealsAnewInPortionsWithoutDisturbingAnybody() async throws {
        var values: [String: [UInt8]] = [:]
        for number in 0..<200 { values["key-\(number)"] = [UInt8(number)] }
        values["large"] = [UInt8](repeating: 5, count: 3 << 20)
        try await holder.put([:])
        _ = try await holder.put(values.filter { $0.value.count == 1 })
        _ = try await holder.put(
            (0..<3).map { number in
                .with {
                    $0.key = "large"
                    $0.value = [UInt8](repeating: 5, count: 1 << 20)
                    $0.more = number < 2
                }
            })
        let old = house.box.keys.newest.id
        let saved = SavedKeys()
        let secrets = SecretsClient(house.secretsClient(saved))
        let rotated = try await secrets.rotateSecretKey(.init())
        #expect(rotated.resealed == 201 && rotated.unreadable == 0)
        #expect(rotated.keyId == house.box.keys.newest.name && house.box.keys.newest.id != old)
        #expect(try #require(SecretKeys(parsing: saved.texts.last ?? "")).ids == house.box.keys.ids)
        #expect(try await house.store.read { db in try db.authState.keyIDs() } == [house.box.keys.newest.id])
        #expect(try await holder.get().values == values)
        let entry = try await house.store.read { db in try db.audit.list(.init(), limit: 1).rows.first }
        #expect(entry?.targetKind == "secret_key" && entry?.targetName == rotated.keyId)
        #expect(entry?.method == SecretsMethods.rotateSecretKey.path)
        // What does not open stays as it is, and holds nothing else up.
        try await house.store.write { db in
            _ = try db.execute("UPDATE auth_state SET sealed = CAST(sealed || x'00' AS BLOB) WHERE key = 'key-7'")
        }
        let again = try await secrets.rotateSecretKey(.init())
        #expect(again.resealed == 200 && again.unreadable == 1)
        values["key-7"] = nil
        #expect(try await holder.get(keys: values.keys.sorted()).values == values)
    }

    @Test func aKeyThatCannotBeKeptSealsNothing() async throws {
        try await holder.put(["creds": [1]])
        let before = house.box.keys.ids
        let saved = SavedKeys()
        saved.fail(true)
        let refused = await refusal { _ = try await SecretsClient(house.secretsClient(saved)).rotateSecretKey(.init()) }
        #expect(refused?.reason == "UNAVAILABLE")
        #expect(house.box.keys.ids == before)
        #expect(try await house.store.read { db in try db.audit.list(.init(), limit: 1).rows.isEmpty })
    }

    @Test func aRotationThatWasInterruptedIsFinishedAtTheNextStart() async throws {
        try await holder.put(["creds": [1], "other": [2]])
        // As the start finds it: the key is there, and nothing was sealed with it yet.
        let next = try #require(house.box.keys.rotated(keeping: []))
        house.box.use(next)
        let resealing = Resealing(store: house.store, box: house.box)
        for expected in [2, 0] {
            let counts = try await resealing.run()
            #expect(counts.resealed == expected && counts.unreadable == 0)
        }
        #expect(try await holder.get().values == ["creds": [1], "other": [2]])
    }
}
