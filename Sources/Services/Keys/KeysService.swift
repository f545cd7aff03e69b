// API keys: credentials for programs. One file per method; this one holds what they share.

internal import Contract
package import Store

/// switchboard.v1.KeysService.
package struct KeysService: KeysServiceProtocol {
    let store: Store
    let clock: any Clock
    let pages: PageTokens
    let idempotencySecret: HMACKey
    let credentials: LiveCredentials

    /// - Parameters:
    ///   - idempotencySecret: for fingerprints of requests; the same over restarts.
    ///   - credentials: what authentication knows; it is told of every key that changes or ends.
    package init(
        store: Store, clock: any Clock, pages: PageTokens, idempotencySecret: HMACKey, credentials: LiveCredentials
    ) {
        self.store = store
        self.clock = clock
        self.pages = pages
        self.idempotencySecret = idempotencySecret
        self.credentials = credentials
    }
}
