// Users: who owns keys, sessions and messages. One file per method; this one holds what they share.

internal import Contract
package import Store

/// switchboard.v1.UsersService.
package struct UsersService: UsersServiceProtocol {
    let store: Store
    let clock: any Clock
    let passwords: PasswordHasher
    let pages: PageTokens
    let idempotencySecret: HMACKey
    let credentials: LiveCredentials
    let engine: DeliveryEngine

    /// - Parameters:
    ///   - idempotencySecret: for fingerprints of requests; the same over restarts.
    ///   - credentials: what authentication knows; it is told of every user who changes.
    ///   - engine: lets go of the sessions of users who are deleted.
    package init(
        store: Store, clock: any Clock, passwords: PasswordHasher, pages: PageTokens, idempotencySecret: HMACKey,
        credentials: LiveCredentials, engine: DeliveryEngine
    ) {
        self.store = store
        self.clock = clock
        self.passwords = passwords
        self.pages = pages
        self.idempotencySecret = idempotencySecret
        self.credentials = credentials
        self.engine = engine
    }
}
