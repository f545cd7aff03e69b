// Signing in with a password: who gets in, what is said to who does not, how often one may guess.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct LoginTests {
    private let house: House
    init() throws { house = try House.identity() }

    private func auth(_ caller: Caller = .http) -> AuthClient { AuthClient(house.client(as: caller)) }

    private func login(
        _ name: String, _ password: String, from caller: Caller = .http
    ) async throws -> LoginResponse {
        try await auth(caller).login(
            .with {
                $0.username = name
                $0.password = password
            })
    }

    private func setPassword(_ user: UserRecord, _ password: String, iterations: Int = 10) async throws {
        let hash = PasswordHash(of: password, iterations: iterations).text
        var after = user
        after.passwordHash = hash
        let row = after
        try await house.store.write { db in try db.users.update(from: user, to: row) }
    }

    private func stored(_ user: UserRecord) async throws -> UserRecord {
        try #require(try await house.store.read { db in try db.users.get(user.id) })
    }

    @Test func theRightPasswordOpensTheDoor() async throws {
        let ada = try await house.user("Ada")
        try await setPassword(ada, "correct horse")
        let pair = try await login("aDA", "correct horse")
        #expect(pair.expiresIn == 900)
        #expect(pair.user?.id == ada.id)
        let me = try await auth(.token(pair.access)).getMe(.init())
        #expect(me.kind == .user)
        #expect(me.user?.username == "Ada")
        #expect(me.scopes == ScopeSet.ofUsers.words)
        #expect(house.calls.last?.userID == ada.id)
        #expect(house.calls.last?.caller == "user(\(ada.id))")
        let family = try #require(house.refreshTokens.read(pair.refresh)).family
        let row = try #require(try await house.store.read { db in try db.signIns.get(family: family) })
        #expect(row.userID == ada.id)
        #expect(row.address == "192.0.2.8")
        #expect(row.expiresAt == house.clock.now() + .seconds(30 * 24 * 3600))
        for call in house.calls { #expect(!"\(call)".contains("correct horse")) }
    }

    @Test func anUnknownNameAndAWrongPasswordAreAnsweredAlike() async throws {
        let ada = try await house.user("ada")
        try await setPassword(ada, "correct horse")
        let bare = try await house.user("bare")
        let eve = try await house.user("eve", isActive: false)
        try await setPassword(eve, "eve's secret")
        let wrong = await refusal { _ = try await login("ada", "battery staple") }
        let unknown = await refusal { _ = try await login("nobody", "battery staple") }
        let without = await refusal { _ = try await login(bare.username, "battery staple") }
        let inactive = await refusal { _ = try await login("eve", "battery staple") }
        let endless = await refusal { _ = try await login(String(repeating: "ß", count: 3_000), "battery staple") }
        for refused in [wrong, unknown, without, inactive, endless] {
            #expect(refused?.reason == "INVALID_CREDENTIALS")
            #expect(refused?.code == .unauthenticated)
            #expect(refused?.message == wrong?.message)
            #expect(refused?.metadata == wrong?.metadata)
        }
        // Who knows the password may know that.
        let shut = await refusal { _ = try await login("eve", "eve's secret") }
        #expect(shut?.reason == "USER_INACTIVE")
    }

    @Test func whatIsMissingIsNamed() async throws {
        let refused = await refusal { _ = try await login("", "") }
        #expect(refused?.violations.map(\.field) == ["username", "password"])
        let long = await refusal { _ = try await login("ada", String(repeating: "x", count: 1_025)) }
        #expect(long?.violations.map(\.field) == ["password"])
    }

    @Test func aHashOfDjangoIsRaisedAtTheNextSignIn() async throws {
        let ada = try await house.user("ada")
        // The house hashes with 10 iterations, this one has fewer.
        try await setPassword(ada, "correct horse", iterations: 3)
        _ = await refusal { _ = try await login("ada", "battery staple") }
        #expect(PasswordHash(parsing: try await stored(ada).passwordHash ?? "")?.iterations == 3)
        _ = try await login("ada", "correct horse")
        let raised = try #require(PasswordHash(parsing: try await stored(ada).passwordHash ?? ""))
        #expect(raised.iterations == 10)
        #expect(raised.matches("correct horse"))
        _ = try await login("ada", "correct horse")
        #expect(try await stored(ada).passwordHash == raised.text, "once is enough")
    }

    @Test func tenFailuresFromOnePlaceAreEnoughForAQuarterOfAnHour() async throws {
        let ada = try await house.user("ada")
        try await setPassword(ada, "correct horse")
        for name in ["ada", "nobody"] {
            for _ in 0..<10 {
                let refused = await refusal { _ = try await login(name, "wrong wrong") }
                #expect(refused?.reason == "INVALID_CREDENTIALS")
            }
            // Also for who does not exist, and in whatever case; the right password is not looked at.
            let refused = await refusal { _ = try await login(name.uppercased(), "correct horse") }
            #expect(refused?.reason == "RATE_LIMITED")
            #expect(refused?.retryAfter == .seconds(900))
        }
        let elsewhere = Caller("elsewhere", peer: Peer(transport: .tcp, address: "198.51.100.9:1", listener: "tcp"))
        _ = try await login("ada", "correct horse", from: elsewhere)
        // Another port is no other place.
        let moved = Caller("moved", peer: Peer(transport: .http, address: "192.0.2.8:5", listener: "http"))
        #expect(await refusal { _ = try await login("ada", "correct horse", from: moved) }?.reason == "RATE_LIMITED")
        house.clock.advance(by: .seconds(899))
        #expect(await refusal { _ = try await login("ada", "correct horse") }?.retryAfter == .seconds(1))
        house.clock.advance(by: .seconds(1))
        _ = try await login("ada", "correct horse")
    }

    @Test func aSuccessForgetsTheFailures() async throws {
        let ada = try await house.user("ada")
        try await setPassword(ada, "correct horse")
        for _ in 0..<3 {
            for _ in 0..<9 { _ = await refusal { _ = try await login("ada", "wrong wrong") } }
            _ = try await login("ada", "correct horse")
        }
    }

    @Test func manyGuessesAtOnceAreCountedToo() async throws {
        _ = try await house.user("ada")
        let reasons = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<30 {
                group.addTask { await refusal { _ = try await self.login("ada", "wrong wrong") }?.reason }
            }
            return await group.reduce(into: [:]) { $0[$1 ?? "none", default: 0] += 1 }
        }
        #expect(reasons == ["INVALID_CREDENTIALS": 10, "RATE_LIMITED": 20])
    }

    @Test func manyRightSignInsAtOnceLockNobodyOut() async throws {
        let ada = try await house.user("ada")
        try await setPassword(ada, "correct horse", iterations: 20_000)
        // Eleven and more, in the places of two that are hashed and 32 that wait.
        let reasons = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<30 {
                group.addTask { await refusal { _ = try await self.login("ada", "correct horse") }?.reason }
            }
            return await group.reduce(into: [:]) { $0[$1 ?? "none", default: 0] += 1 }
        }
        #expect(reasons == ["none": 30])
    }

    @Test func fiftyWrongOnesAtOnceAreTenGuesses() async throws {
        let ada = try await house.user("ada")
        try await setPassword(ada, "correct horse", iterations: 2_000)
        let reasons = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<50 {
                group.addTask { await refusal { _ = try await self.login("ada", "wrong wrong") }?.reason }
            }
            return await group.reduce(into: [:]) { $0[$1 ?? "none", default: 0] += 1 }
        }
        #expect(reasons["INVALID_CREDENTIALS"] == 10 && reasons["none"] == nil)
        #expect(await refusal { _ = try await login("ada", "correct horse") }?.retryAfter == .seconds(900))
    }

    @Test func whatIsTooLongForANameIsOneAccount() async throws {
        // Else each would be a long entry in a table that whoever asks can fill.
        for number in 0..<10 {
            let name = String(repeating: "x", count: 151) + "\(number)"
            #expect(await refusal { _ = try await login(name, "wrong wrong") }?.reason == "INVALID_CREDENTIALS")
        }
        let other = String(repeating: "\u{FDFA}", count: 1_000)
        #expect(await refusal { _ = try await login(other, "wrong wrong") }?.reason == "RATE_LIMITED")
    }

    @Test func signInsThatHaveRunOutAreSweptAway() async throws {
        let ada = try await house.user("ada")
        try await setPassword(ada, "correct horse")
        for _ in 0..<3 { _ = try await login("ada", "correct horse") }
        // Thirty days from the last renewal, and one more in which it can still be listed.
        house.clock.advance(by: .seconds(32 * 24 * 3600))
        _ = try await login("ada", "correct horse")
        let left = try await house.store.read { db in try db.signIns.list(userID: ada.id, limit: 10) }
        #expect(left.count == 1)
    }
}
