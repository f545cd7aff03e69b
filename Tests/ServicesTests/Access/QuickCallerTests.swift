// Callers who are in memory are known without waiting, which is what makes a call cheap: no interceptor of ours then has an
// asynchronous frame. Whoever is not, and every stream, goes the longer way, to the same verdict.
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct QuickCallerTests {
    private let house: House
    private let interceptor: AuthenticationInterceptor

    init() throws {
        house = try House.identity()
        interceptor = AuthenticationInterceptor(
            credentials: house.credentials, tokens: house.accessTokens, clock: house.clock,
            operatorUIDs: [House.operatorUID], bridgeUIDs: [House.bridgeUID])
    }

    private func context(_ caller: Caller, _ method: Method = AuthMethods.getMe) -> CallContext {
        var metadata = Metadata()
        metadata.append(contentsOf: caller.metadata)
        return CallContext(method: method, metadata: metadata, peer: caller.peer)
    }

    /// Puts into memory what a first call would.
    private func meet(_ caller: Caller) async throws {
        try await interceptor.intercept(context(caller)) {}
    }

    @Test func whoHasNoCredentialsNeverWaits() throws {
        for (caller, kind) in [
            (Caller.operator, Services.Principal.Kind.operator), (.bridge, .bridge), (.nobody, nil), (.http, nil),
        ] {
            for method in [AuthMethods.getMe, HealthMethods.watch] {
                let call = context(caller, method)
                #expect(try interceptor.begin(call))
                #expect(call[PrincipalKey.self]?.kind == kind)
            }
        }
    }

    @Test func aKeyThatWasUsedIsKnownWithoutWaiting() async throws {
        let ada = try await house.user("ada")
        let caller = Caller.key(try await house.key(of: ada, scopes: .ofUsers).secret)
        let first = context(caller)
        #expect(try !interceptor.begin(first))
        #expect(first[PrincipalKey.self] == nil)
        try await meet(caller)
        let second = context(caller)
        #expect(try interceptor.begin(second))
        #expect(second[PrincipalKey.self]?.userID == ada.id)
        // A stream must be found when its key ends.
        let stream = context(caller, HealthMethods.watch)
        #expect(try !interceptor.begin(stream))
        #expect(stream[PrincipalKey.self] == nil)
    }

    @Test func aSignInThatWasUsedIsKnownWithoutWaiting() async throws {
        let ada = try await house.user("ada")
        let caller = Caller.token(try await house.signIn(ada).access)
        #expect(try !interceptor.begin(context(caller)))
        try await meet(caller)
        let second = context(caller)
        #expect(try interceptor.begin(second))
        #expect(second[PrincipalKey.self]?.userID == ada.id)
        #expect(try !interceptor.begin(context(caller, HealthMethods.watch)))
    }

    @Test func whatHasEndedIsRefusedAtOnce() async throws {
        let ada = try await house.user("ada")
        let end = house.clock.now() + .seconds(100)
        let key = try await house.key(of: ada, scopes: .ofUsers, expiresAt: end)
        let token = try await house.signIn(ada).access
        try await meet(.key(key.secret))
        try await meet(.token(token))
        // The right name over another secret; a token that is not ours.
        let forged = Caller.key(APIKeyText.forged(over: key.record.prefix))
        #expect(throws: RPCError.self) { try interceptor.begin(context(forged)) }
        #expect(throws: RPCError.self) { try interceptor.begin(context(.token(token + "A"))) }
        house.clock.advance(by: .seconds(100))
        let expired = #expect(throws: RPCError.self) { try interceptor.begin(context(.key(key.secret))) }
        #expect(expired?.reason == "KEY_EXPIRED")
        house.clock.advance(by: .seconds(900))
        let over = #expect(throws: RPCError.self) { try interceptor.begin(context(.token(token))) }
        #expect(over?.reason == "TOKEN_EXPIRED")
        // Clients put it on everything, the request for a new one included.
        #expect(try interceptor.begin(context(.token(token), AuthMethods.refresh)))
    }

    @Test func whatWasForgottenIsReadAgain() async throws {
        let ada = try await house.user("ada")
        let caller = Caller.key(try await house.key(of: ada, scopes: .ofUsers).secret)
        try await meet(caller)
        house.credentials.changed(user: ada.id, endingWith: nil)
        #expect(try !interceptor.begin(context(caller)))
    }

    /// Each of them would cost what this saves.
    @Test func noOtherInterceptorWaits() throws {
        let others: [any ServerInterceptor] = [
            LoggingInterceptor(mapError: ServiceErrors.map) { _ in }, AccessInterceptor(),
            StreamLimitInterceptor(limits: StreamLimits()),
            RateLimitInterceptor(limits: RateLimits(), clock: house.clock),
        ]
        for other in others {
            let call = context(.operator, MessagesMethods.sendText)
            call[PrincipalKey.self] = Principal(kind: .operator, role: .admin, uid: 0)
            #expect(try other.begin(call), "\(type(of: other))")
        }
    }
}

@Suite struct VerifiedTokensTests {
    private static let now = Instant(microseconds: 1_767_225_600_000_000)
    private static let claims = AccessTokens.Claims(userID: 5, family: "AAAAAAAAAAAAAAAAAAAAAA")

    private func verified(_ number: Int) -> [UInt8] { Array("token \(number)".utf8) }

    @Test func whatWasVerifiedIsFoundAndNothingElse() {
        let tokens = VerifiedTokens()
        let token = VerifiedToken(claims: Self.claims, begins: 0, ends: 10)
        tokens.note(token, verified(1))
        #expect(tokens.find(verified(1))?.claims == Self.claims)
        #expect(tokens.find(verified(2)) == nil)
    }

    @Test func thereAreNeverMoreThanSoMany() {
        let tokens = VerifiedTokens(capacity: 100)
        let token = VerifiedToken(claims: Self.claims, begins: 0, ends: 10)
        for number in 0..<1_000 { tokens.note(token, verified(number)) }
        #expect(tokens.count <= 100)
        #expect(tokens.find(verified(999)) != nil)
    }

    /// What was found once must not be good for longer than what is read anew.
    @Test func whatIsRememberedAgesAsItsTokenDoes() throws {
        let keys = try #require(
            SigningKeys(parsing: "k1 \(Base64URL.encode([UInt8](repeating: 7, count: 32)))\n"))
        let tokens = AccessTokens(keys: keys)
        let token = Array(tokens.make(Self.claims, at: Self.now).utf8)
        for seconds in [-61, -60, 0, 899, 959, 960, 1 << 40] {
            let time = Self.now + .seconds(seconds)
            let fresh = AccessTokens(keys: keys).verify(token, at: time)
            #expect(tokens.verify(token, at: time) == fresh)
            _ = tokens.verify(token, at: Self.now)
            #expect(tokens.verify(token, at: time) == fresh)
        }
        // Nor does it vouch for one that differs.
        for index in token.indices {
            var other = token
            other[index] ^= 1
            #expect(tokens.verify(other, at: Self.now) == .invalid)
        }
    }
}
