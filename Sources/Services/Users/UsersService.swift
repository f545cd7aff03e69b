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

    /// - Parameter idempotencySecret: for fingerprints of requests; the same over restarts.
    package init(
        store: Store, clock: any Clock, passwords: PasswordHasher, pages: PageTokens, idempotencySecret: HMACKey
    ) {
        self.store = store
        self.clock = clock
        self.passwords = passwords
        self.pages = pages
        self.idempotencySecret = idempotencySecret
    }
}
