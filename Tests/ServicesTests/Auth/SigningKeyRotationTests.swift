// The rotation of the key that signs access tokens: nobody is signed out, the former key ends, and what could not be kept
// has not happened.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct SigningKeyRotationTests {
    private let house: House
    private let ada: UserRecord

    init() async throws {
        house = try House.identity()
        ada = try await house.user("ada")
    }

    private var admin: AuthClient { AuthClient(house.client(as: .operator)) }
    private func reason(_ access: String) async -> String? {
        await refusal { _ = try await AuthClient(house.client(as: .token(access))).getMe(.init()) }?.reason
    }

    private func keyID(_ access: String) throws -> String {
        let header = try #require(Base64URL.decode(String(access.prefix { $0 != "." })))
        return try JSONValue(parsing: header).at("kid").string
    }

    @Test func nobodyIsSignedOut() async throws {
        let signIn = try await house.signIn(ada)
        let rotated = try await admin.rotateSigningKey(.init())
        #expect(rotated.formerKeyUntil == (house.clock.now() + .seconds(960)).timestamp)
        #expect(try keyID(signIn.access) != rotated.keyId)
        house.clock.advance(by: .seconds(899))
        #expect(await reason(signIn.access) == nil)
        let next = try await AuthClient(house.client(as: .http)).refresh(.with { $0.refresh = signIn.refresh })
        #expect(try keyID(next.access) == rotated.keyId)
        #expect(await reason(next.access) == nil)
        // Long after: it has expired, which a client knows what to do about, and is not nobody's.
        house.clock.advance(by: .seconds(7 * 24 * 3600))
        #expect(await reason(signIn.access) == "TOKEN_EXPIRED")
        _ = try await admin.rotateSigningKey(.init())
        #expect(await reason(signIn.access) == "TOKEN_EXPIRED")
    }

    @Test func aFormerKeyMakesNoTokensThatAreGood() async throws {
        let signIn = try await house.signIn(ada)
        let former = AccessTokens(keys: house.signingKeys)
        _ = try await admin.rotateSigningKey(.init())
        let claims = AccessTokens.Claims(userID: ada.id, family: signIn.record.family)
        // Whoever had stolen it can go on for as long as it must verify what it has signed.
        house.clock.advance(by: .seconds(959))
        #expect(await reason(former.make(claims, at: house.clock.now())) == nil)
        house.clock.advance(by: .seconds(1))
        #expect(await reason(former.make(claims, at: house.clock.now())) == "TOKEN_EXPIRED")
    }

    @Test func whatIsKeptIsWhatIsInForce() async throws {
        let rotated = try await admin.rotateSigningKey(.init())
        let again = try await admin.rotateSigningKey(.init())
        #expect(house.savedKeys.texts.count == 2)
        let told = try await house.store.read { db in try db.audit.rows(after: 0, limit: 9) }
        #expect(told.map(\.targetName) == [rotated.keyId, again.keyId])
        #expect(told.allSatisfy { $0.targetKind == "signing_key" && $0.who.hasPrefix("operator") })
        let kept = try #require(SigningKeys(parsing: house.savedKeys.texts.last ?? ""))
        #expect(kept.keys.map(\.id) == [again.keyId, rotated.keyId, house.signingKeys.keys[0].id])
        let until = (house.clock.now() + .seconds(960)).seconds
        #expect(kept.keys.map(\.retiresAt) == [nil, until, until])
        #expect(SigningKeys(parsing: kept.text)?.text == kept.text)
        // A restart goes on with it.
        let token = house.accessTokens.make(
            .init(userID: ada.id, family: RefreshTokens.newFamily()), at: house.clock.now())
        guard case .valid = AccessTokens(keys: kept).verify(Array(token.utf8), at: house.clock.now()) else {
            Issue.record("a token of before the restart is refused after it")
            return
        }
    }

    @Test func whatCannotBeKeptHasNotHappened() async throws {
        house.savedKeys.fail(true)
        let refused = await refusal { _ = try await admin.rotateSigningKey(.init()) }
        #expect(refused?.reason == "UNAVAILABLE")
        // Told of before it was tried, and told of as what it became.
        let told = try await house.store.read { db in try db.audit.rows(after: 0, limit: 9) }
        #expect(told.map(\.outcome) == ["OK", "UNAVAILABLE"])
        #expect(told.first?.targetName == told.last?.targetName && told.first?.targetName != "")
        let signIn = try await house.signIn(ada)
        #expect(try keyID(signIn.access) == house.signingKeys.keys[0].id)
        house.savedKeys.fail(false)
        let rotated = try await admin.rotateSigningKey(.init())
        #expect(SigningKeys(parsing: house.savedKeys.texts.last ?? "")?.keys.map(\.id).first == rotated.keyId)
    }

    @Test func whatCannotBeToldOfHasNotHappened() async throws {
        try await house.store.write { db in _ = try db.execute("ALTER TABLE audit_log RENAME TO elsewhere") }
        #expect(await refusal { _ = try await admin.rotateSigningKey(.init()) } != nil)
        #expect(house.savedKeys.texts.isEmpty)
        let signIn = try await house.signIn(ada)
        #expect(try keyID(signIn.access) == house.signingKeys.keys[0].id)
    }

    @Test func manyAtOnceEachMakeAKeyAndNoneIsLost() async throws {
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 { group.addTask { try await admin.rotateSigningKey(.init()).keyId } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        let kept = try #require(SigningKeys(parsing: house.savedKeys.texts.last ?? ""))
        #expect(ids.count == 8)
        #expect(ids.isSubset(of: kept.keys.map(\.id)))
    }

    @Test func thereIsAnEndToIt() async throws {
        for _ in 0..<15 { _ = try await admin.rotateSigningKey(.init()) }
        let refused = await refusal { _ = try await admin.rotateSigningKey(.init()) }
        #expect(refused?.reason == "RATE_LIMITED")
        // Those that verify nothing any more give way; those that are remembered for long are forgotten at last.
        house.clock.advance(by: .seconds(960))
        _ = try await admin.rotateSigningKey(.init())
        let kept = try #require(SigningKeys(parsing: house.savedKeys.texts.last ?? ""))
        #expect(kept.keys.count == 16)
        #expect(!kept.keys.map(\.id).contains(house.signingKeys.keys[0].id), "the oldest is the first to go")
        house.clock.advance(by: .seconds(32 * 24 * 3600))
        _ = try await admin.rotateSigningKey(.init())
        // The one before had no end until now.
        #expect(SigningKeys(parsing: house.savedKeys.texts.last ?? "")?.keys.count == 2)
    }

    @Test func onlyAdminsRotate() async throws {
        let user = Caller.token(try await house.signIn(ada).access)
        let refused = await refusal { _ = try await AuthClient(house.client(as: user)).rotateSigningKey(.init()) }
        #expect(refused?.reason == "PERMISSION_DENIED")
    }

    @Test(arguments: ["0", "-5", "05", "+5", "x", "", "5 5", "99999999999999999999"])
    func anEndThatIsNoneIsRefused(end: String) {
        let old = "k1 " + String(repeating: "A", count: 43)
        #expect(SigningKeys(parsing: SigningKeys.fresh() + "\(old) 5\n") != nil)
        #expect(SigningKeys(parsing: SigningKeys.fresh() + "\(old) \(end)\n") == nil)
        #expect(SigningKeys(parsing: "\(old) 5\n") == nil, "a former key signs nothing")
    }
}
