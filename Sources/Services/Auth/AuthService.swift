// Signing in and out, and who is calling. One file per method; this one holds what they share.

internal import Contract
package import Store

/// switchboard.v1.AuthService.
package struct AuthService: AuthServiceProtocol {
    let store: Store
    let clock: any Clock
    let passwords: PasswordHasher
    let credentials: LiveCredentials
    let accessTokens: AccessTokens
    let refreshTokens: RefreshTokens
    let limits: SignInLimits
    let failures: SignInFailures

    /// - Parameters:
    ///   - credentials: what authentication knows; it is told of every sign-in that ends.
    ///   - accessTokens: the ones that authentication verifies.
    ///   - failures: is told of attempts that fail, for the audit log.
    package init(
        store: Store, clock: any Clock, passwords: PasswordHasher, credentials: LiveCredentials,
        accessTokens: AccessTokens, refreshTokens: RefreshTokens, failures: SignInFailures,
        limits: SignInLimits = SignInLimits()
    ) {
        self.store = store
        self.clock = clock
        self.passwords = passwords
        self.credentials = credentials
        self.accessTokens = accessTokens
        self.refreshTokens = refreshTokens
        self.limits = limits
        self.failures = failures
    }
}
