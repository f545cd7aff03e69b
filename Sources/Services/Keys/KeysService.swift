// API keys: credentials for programs. One file per method; this one holds what they share.

internal import Contract
internal import RPC
package import Store

/// switchboard.v1.KeysService.
package struct KeysService: KeysServiceProtocol {
    let store: Store
    let clock: any Clock
    let pages: PageTokens
    let idempotencySecret: HMACKey
    let credentials: LiveCredentials
    let mostKeys: Int

    /// - Parameters:
    ///   - idempotencySecret: for fingerprints of requests; the same over restarts.
    ///   - mostKeys: that one user may have that open something.
    ///   - credentials: what authentication knows; it is told of every key that changes or ends.
    package init(
        store: Store, clock: any Clock, pages: PageTokens, idempotencySecret: HMACKey, credentials: LiveCredentials,
        mostKeys: Int = 100
    ) {
        self.store = store
        self.clock = clock
        self.pages = pages
        self.idempotencySecret = idempotencySecret
        self.credentials = credentials
        self.mostKeys = mostKeys
    }

    /// - Throws: QUOTA_EXCEEDED where a user has as many keys as they may.
    func requireRoom(forUser userID: Int64, in db: Database, at now: Instant) throws {
        guard try db.keys.liveCount(ofUser: userID, at: now) >= mostKeys else { return }
        throw RPCError.make(
            .quotaExceeded, "This user has \(mostKeys) API keys already, which is as many as one may have.",
            hint: "Revoke those that nobody uses: ListKeys shows when each was used last.")
    }
}
