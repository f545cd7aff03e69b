// Signing in and out, and who is calling. One file per method; this one holds what they share.

internal import Contract
package import Store

/// switchboard.v1.AuthService.
package struct AuthService: AuthServiceProtocol {
    let store: Store
    let clock: any Clock
    let passwords: PasswordHasher
    let credentials: LiveCredentials
    let signingKeys: SigningKeyRing
    let refreshTokens: RefreshTokens
    let pages: PageTokens
    let limits: SignInLimits
    let failures: SignInFailures

    var accessTokens: AccessTokens { signingKeys.tokens }

    /// - Parameters:
    ///   - credentials: what authentication knows; it is told of every sign-in that ends.
    ///   - signingKeys: of the tokens that authentication verifies.
    ///   - failures: is told of attempts that fail, for the audit log.
    package init(
        store: Store, clock: any Clock, passwords: PasswordHasher, credentials: LiveCredentials,
        signingKeys: SigningKeyRing, refreshTokens: RefreshTokens, pages: PageTokens, failures: SignInFailures,
        limits: SignInLimits = SignInLimits()
    ) {
        self.store = store
        self.clock = clock
        self.passwords = passwords
        self.credentials = credentials
        self.signingKeys = signingKeys
        self.refreshTokens = refreshTokens
        self.pages = pages
        self.limits = limits
        self.failures = failures
    }
}
