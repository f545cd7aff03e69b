// AnalyticsService: what its methods share. Each has a file of its own.

internal import Contract
package import Store

package struct AnalyticsService: AnalyticsServiceProtocol {
    let store: Store
    let clock: any Clock
    let tokens: PageTokens
    /// How many bridges are attached.
    let bridges: @Sendable () -> Int

    package init(store: Store, clock: any Clock, tokens: PageTokens, bridges: @escaping @Sendable () -> Int) {
        self.store = store
        self.clock = clock
        self.tokens = tokens
        self.bridges = bridges
    }
}
