// API keys: credentials for programs. One file per method; this one holds what they share.

internal import Contract
package import Store

/// switchboard.v1.KeysService.
package struct KeysService: KeysServiceProtocol {
    let store: Store
    let clock: any Clock
    let pages: PageTokens
    let cache: KeyCache
    let endings: CredentialEndings

    /// - Parameters:
    ///   - cache: the one that authentication asks; it is told of every key that ends.
    ///   - endings: is told too, and ends the open streams of such a key.
    package init(store: Store, clock: any Clock, pages: PageTokens, cache: KeyCache, endings: CredentialEndings) {
        self.store = store
        self.clock = clock
        self.pages = pages
        self.cache = cache
        self.endings = endings
    }
}
