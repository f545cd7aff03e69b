// Rotations of the key for secrets that come at one moment.

import Codec
import Contract
import Glibc
import RPC
import Synchronization
import TestKit
import Testing

@testable import Services
@testable import Store

@Suite(.timeLimit(.minutes(1))) struct RotationTurnsTests {
    /// In one transaction all would begin with the same keys.
    @Test func rotationsAtOneMomentLeaveTheKeysOfAllInTheFile() async throws {
        let house = try await DeliveryHouse()
        let saved = SavedKeys()
        let client = house.secretsClient(saved)
        let store = house.store
        let isHeld = Atomic<Bool>(false)
        let mayGo = Atomic<Bool>(false)
        let held = Task {
            try await store.write { _ in
                isHeld.store(true, ordering: .releasing)
                while !mayGo.load(ordering: .acquiring) { usleep(1_000) }
            }
        }
        while !isHeld.load(ordering: .acquiring) { await Task.yield() }
        let rotations = (0..<6).map { _ in
            Task { try await SecretsClient(client).rotateSecretKey(.init()).keyId }
        }
        // As many of them as can get into one batch do.
        let end = ContinuousClock.now + .seconds(1)
        while store.statistics.queuedWrites < 6, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(5))
        }
        mayGo.store(true, ordering: .releasing)
        try await held.value
        var names: Set<String> = []
        for rotation in rotations { names.insert(try await rotation.value) }
        let kept = try #require(SecretKeys(parsing: saved.texts.last ?? ""))
        #expect(names.count == 6 && names.isSubset(of: kept.keys.map(\.name)))
        #expect(kept.ids == house.box.keys.ids && saved.texts.count == 6)
        // One that fails does not keep the next from its turn.
        saved.fail(true)
        let refused = await refusal { _ = try await SecretsClient(client).rotateSecretKey(.init()) }
        #expect(refused?.reason == "UNAVAILABLE")
        saved.fail(false)
        _ = try await SecretsClient(client).rotateSecretKey(.init())
    }
}
