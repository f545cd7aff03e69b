// Secrets at rest, as operators see them. One file per method; this one holds what they share.

internal import Contract
package import Store

/// switchboard.v1.SecretsService.
package struct SecretsService: SecretsServiceProtocol {
    let store: Store
    let clock: any Clock
    let box: SecretBox
    let save: @Sendable (String) throws -> Void
    /// Each rotation begins with the keys that the one before has left, which are in force from its commit on.
    let rotations = Turns()

    /// - Parameters:
    ///   - box: seals all that the store holds.
    ///   - save: keeps the text of the box's keys, secretly, and returns when it is safe on disk.
    package init(store: Store, clock: any Clock, box: SecretBox, save: @escaping @Sendable (String) throws -> Void) {
        self.store = store
        self.clock = clock
        self.box = box
        self.save = save
    }
}
