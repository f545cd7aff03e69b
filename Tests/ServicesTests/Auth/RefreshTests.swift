// Refreshing and signing out: one successor for many askers, the family's end for who comes too late, the end at once for
// who leaves.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct RefreshTests {
    private let house: House
    init() throws { house = try House.identity() }

    private func auth(_ caller: Caller = .http) -> AuthClient { AuthClient(house.client(as: caller)) }
    private func refresh(_ token: String, as caller: Caller = .http) async throws -> RefreshResponse {
        try await auth(caller).refresh(.with { $0.refresh = token })
    }
    private func reason(_ access: String) async -> String? {
        await refusal { _ = try await auth(.token(access)).getMe(.init()) }?.reason
    }

    @Test func eachExchangeGivesTheNextPair() async throws {
        let ada = try await house.user("ada")
        var (access, token, record) = try await house.signIn(ada)
        for generation in 2...6 as ClosedRange<Int64> {
            house.clock.advance(by: .seconds(20 * 24 * 3600))
            #expect(await reason(access) == "TOKEN_EXPIRED")
            let next = try await refresh(token)
            #expect(next.expiresIn == 900)
            #expect(house.refreshTokens.read(next.refresh) == .init(family: record.family, generation: generation))
            (access, token) = (next.access, next.refresh)
            #expect(await reason(access) == nil)
        }
    }

    @Test func twentyAtOnceGetOneSuccessor() async throws {
        let (_, token, record) = try await house.signIn(try await house.user("ada"))
        let successors = try await withThrowingTaskGroup(of: RefreshResponse.self) { group in
            for _ in 0..<20 { group.addTask { try await self.refresh(token) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(successors.count == 20)
        #expect(Set(successors.map(\.refresh)).count == 1)
        for successor in successors { #expect(await reason(successor.access) == nil) }
        let row = try await house.store.read { db in try db.signIns.get(family: record.family) }
        #expect(row?.generation == 2)
    }

    @Test func aLostAnswerIsGivenAgainForTenSeconds() async throws {
        let (_, token, _) = try await house.signIn(try await house.user("ada"))
        let first = try await refresh(token)
        house.clock.advance(by: .seconds(10))
        #expect(try await refresh(token).refresh == first.refresh)
        // Asking again buys no more time.
        house.clock.advance(by: .milliseconds(1))
        let late = await refusal { _ = try await refresh(token) }
        #expect(late?.reason == "TOKEN_REUSED")
        #expect(late?.code == .unauthenticated)
    }

    @Test func laterReuseEndsTheSignInAndAllThatItHasOpen() async throws {
        let (access, token, _) = try await house.signIn(try await house.user("ada"))
        let next = try await refresh(token)
        #expect(await reason(access) == nil)
        house.clock.advance(by: .seconds(11))
        #expect(await refusal { _ = try await refresh(token) }?.reason == "TOKEN_REUSED")
        #expect(await reason(access) == "TOKEN_REVOKED")
        #expect(await reason(next.access) == "TOKEN_REVOKED")
        #expect(await refusal { _ = try await refresh(next.refresh) }?.reason == "TOKEN_REVOKED")
        #expect(await refusal { _ = try await refresh(token) }?.reason == "TOKEN_REVOKED")
    }

    @Test func aTokenFromTwoExchangesAgoIsReusedWithinTheGraceToo() async throws {
        let (_, token, _) = try await house.signIn(try await house.user("ada"))
        _ = try await refresh(try await refresh(token).refresh)
        #expect(await refusal { _ = try await refresh(token) }?.reason == "TOKEN_REUSED")
    }

    @Test func aTokenIsGoodForThirtyDaysFromItsMaking() async throws {
        let (_, token, _) = try await house.signIn(try await house.user("ada"))
        house.clock.advance(by: .seconds(30 * 24 * 3600) - .milliseconds(1))
        let next = try await refresh(token)
        house.clock.advance(by: .seconds(30 * 24 * 3600))
        #expect(await refusal { _ = try await refresh(next.refresh) }?.reason == "TOKEN_EXPIRED")
    }

    @Test func whatIsNotOursIsAnsweredAlike() async throws {
        let (access, _, record) = try await house.signIn(try await house.user("ada"))
        let forged = RefreshTokens(key: HMACKey([99])).make(family: record.family, generation: 1)
        for wrong in [forged, "x", access, String(repeating: "a", count: 10_000)] {
            #expect(await refusal { _ = try await refresh(wrong) }?.reason == "INVALID_CREDENTIALS")
            let out = await refusal { _ = try await auth().logout(.with { $0.refresh = wrong }) }
            #expect(out?.reason == "INVALID_CREDENTIALS")
        }
        #expect(await refusal { _ = try await refresh("") }?.violations.map(\.field) == ["refresh"])
        #expect(await reason(access) == nil, "nothing of this ended the sign-in")
    }

    @Test func anInactiveUserGetsNothing() async throws {
        let ada = try await house.user("ada", isActive: false)
        let (access, token, _) = try await house.signIn(ada)
        #expect(await refusal { _ = try await refresh(token) }?.reason == "USER_INACTIVE")
        #expect(await reason(access) == "USER_INACTIVE")
    }

    @Test func aStaleAccessTokenIsOverlookedWhereTheRequestCarriesTheCredential() async throws {
        let (access, token, _) = try await house.signIn(try await house.user("ada"))
        house.clock.advance(by: .seconds(3_600))
        let next = try await refresh(token, as: .token(access))
        _ = try await auth(.token(access)).logout(.with { $0.refresh = next.refresh })
        // A wrong one is not, and nowhere else is anything overlooked.
        let wrong = await refusal { _ = try await refresh(next.refresh, as: .token("x.y.z")) }
        #expect(wrong?.reason == "INVALID_CREDENTIALS")
        #expect(await reason(access) == "TOKEN_EXPIRED")
    }

    @Test func signingOutEndsItAtOnce() async throws {
        let ada = try await house.user("ada")
        let (access, token, _) = try await house.signIn(ada)
        let (other, _, _) = try await house.signIn(ada)
        #expect(await reason(access) == nil)
        for _ in 0..<2 { _ = try await auth().logout(.with { $0.refresh = token }) }
        #expect(await reason(access) == "TOKEN_REVOKED")
        #expect(await refusal { _ = try await refresh(token) }?.reason == "TOKEN_REVOKED")
        #expect(await reason(other) == nil, "other sign-ins go on")
        // Ended with a token that was exchanged, too; and a family that nobody knows any more is no error.
        let (later, first, _) = try await house.signIn(ada)
        _ = try await refresh(first)
        _ = try await auth().logout(.with { $0.refresh = first })
        #expect(await reason(later) == "TOKEN_REVOKED")
        let gone = house.refreshTokens.make(family: RefreshTokens.newFamily(), generation: 1)
        _ = try await auth().logout(.with { $0.refresh = gone })
    }

    @Test func aTokenOfADeletedUserIsRevoked() async throws {
        let ada = try await house.user("ada")
        let (access, token, _) = try await house.signIn(ada)
        _ = try await house.store.write { db in try db.users.delete(ada.id) }
        house.credentials.changed(user: ada.id, endingWith: nil)
        #expect(await reason(access) == "TOKEN_REVOKED")
        #expect(await refusal { _ = try await refresh(token) }?.reason == "TOKEN_REVOKED")
    }

    @Test(
        arguments: [
            (1, 0, RefreshVerdict.rotate), (0, 0, .repeated), (0, 10_000_000, .repeated), (0, 10_000_001, .reused),
            (0, -10_000_000, .repeated), (0, -10_000_001, .reused), (-1, 0, .reused), (2, 0, .ended),
        ] as [(Int64, Int64, RefreshVerdict)])
    func theVerdictIsATable(steps: Int64, microseconds: Int64, expected: RefreshVerdict) {
        let made = Instant(microseconds: 1_000_000_000_000)
        var signIn = SignInRecord(
            family: "f", userID: 1, generation: 5, expiresAt: made + .seconds(100), address: "", createdAt: made)
        let now = made + .microseconds(microseconds)
        #expect(RefreshVerdict(4 + steps, of: signIn, at: now) == expected)
        #expect(RefreshVerdict(4 + steps, of: signIn, at: made + .seconds(100)) == .expired)
        signIn.endedAt = made
        #expect(RefreshVerdict(4 + steps, of: signIn, at: now) == .ended)
    }
}

@Suite struct ChangePasswordTests {
    private let house: House
    init() throws { house = try House.identity() }

    private func auth(_ caller: Caller) -> AuthClient { AuthClient(house.client(as: caller)) }

    private func change(_ caller: Caller, from old: String, to new: String) async throws {
        _ = try await auth(caller).changePassword(
            .with {
                $0.currentPassword = old
                $0.newPassword = new
            })
    }

    private func userWithPassword(_ role: UserRecord.Role = .user) async throws -> UserRecord {
        _ = try await UsersClient(house.client(as: .operator)).createUser(
            .with {
                $0.username = "ada"
                $0.password = "correct horse"
                $0.role = role == .admin ? .admin : .user
            })
        return try #require(try await house.store.read { db in try db.users.get(usernameKey: "ada") })
    }

    @Test func aStolenTokenGuessesTenTimesAndThenItsSignInEnds() async throws {
        let ada = try await userWithPassword()
        let (stolen, refresh, record) = try await house.signIn(ada)
        let (mine, _, _) = try await house.signIn(ada)
        func guess(_ number: Int, _ access: String) async -> String? {
            // From everywhere, so that it is no network that stops it.
            let peer = Peer(transport: .tcp, address: "198.51.100.\(number):1", listener: "tcp")
            return await refusal { try await change(.token(access, peer: peer), from: "wrong", to: "battery staple") }?
                .reason
        }
        for number in 0..<9 { #expect(await guess(number, stolen) == "VALIDATION_ERROR") }
        _ = try await auth(.token(stolen)).getMe(.init())
        #expect(await guess(9, stolen) == "VALIDATION_ERROR")
        #expect(await guess(10, stolen) == "TOKEN_REVOKED")
        let late = await refusal { _ = try await auth(.http).refresh(.with { $0.refresh = refresh }) }
        #expect(late?.reason == "TOKEN_REVOKED")
        let entry = try await house.store.read { db in try db.audit.list(.init(), limit: 1).rows.first }
        #expect(entry?.targetKind == "sign_in" && entry?.targetID != 0 && entry?.after.contains("ended") == true)
        #expect(
            try await house.store.read { db in try db.signIns.get(family: record.family) }?.endedReason == "guessing")
        // The owner's own goes on, also from there, and a right one forgets what was wrong before.
        for _ in 0..<3 {
            for number in 20..<29 { #expect(await guess(number, mine) == "VALIDATION_ERROR") }
            try await change(.token(mine), from: "correct horse", to: "battery staple")
            try await change(.token(mine), from: "battery staple", to: "correct horse")
        }
    }

    @Test func whoKnowsTheOldOneSetsTheNewAndTheOtherSignInsEnd() async throws {
        let ada = try await userWithPassword()
        let (mine, _, _) = try await house.signIn(ada)
        let (other, otherRefresh, _) = try await house.signIn(ada)
        let key = try await house.key(of: ada, scopes: .ofUsers)
        for access in [mine, other] { _ = try await auth(.token(access)).getMe(.init()) }
        try await change(.token(mine), from: "correct horse", to: "battery staple")
        _ = try await auth(.token(mine)).getMe(.init())
        _ = try await auth(.key(key.secret)).getMe(.init())
        #expect(await refusal { _ = try await auth(.token(other)).getMe(.init()) }?.reason == "TOKEN_REVOKED")
        let late = await refusal { _ = try await auth(.http).refresh(.with { $0.refresh = otherRefresh }) }
        #expect(late?.reason == "TOKEN_REVOKED")
        for (password, works) in [("correct horse", false), ("battery staple", true)] {
            let refused = await refusal {
                _ = try await auth(.http).login(
                    .with {
                        $0.username = "ada"
                        $0.password = password
                    })
            }
            #expect((refused == nil) == works)
        }
    }

    @Test func aWrongOrUnfitPasswordIsNamed() async throws {
        let ada = try await userWithPassword()
        let me = Caller.token(try await house.signIn(ada).access)
        let wrong = await refusal { try await change(me, from: "incorrect horse", to: "battery staple") }
        #expect(wrong?.violations.map(\.field) == ["current_password"])
        let short = await refusal { try await change(me, from: "", to: "short") }
        #expect(short?.violations.map(\.field) == ["current_password", "new_password"])
        let long = await refusal {
            try await change(me, from: "correct horse", to: String(repeating: "x", count: 1_025))
        }
        #expect(long?.violations.map(\.field) == ["new_password"])
        try await change(me, from: "correct horse", to: "battery staple")
    }

    @Test func guessingTheOldOneIsLimitedLikeSigningIn() async throws {
        let ada = try await userWithPassword()
        let (first, me) = (
            Caller.token(try await house.signIn(ada).access), Caller.token(try await house.signIn(ada).access)
        )
        for number in 0..<10 {
            _ = await refusal { try await change(number < 5 ? first : me, from: "wrong wrong", to: "battery staple") }
        }
        let refused = await refusal { try await change(me, from: "correct horse", to: "battery staple") }
        #expect(refused?.reason == "RATE_LIMITED")
    }

    @Test func onlyASignedInUserCan() async throws {
        let ada = try await userWithPassword(.admin)
        let key = try await house.key(of: ada, scopes: .ofAdmins)
        for caller in [Caller.key(key.secret), .operator] {
            let refused = await refusal { try await change(caller, from: "correct horse", to: "battery staple") }
            #expect(refused?.reason == "PERMISSION_DENIED", "\(caller)")
        }
    }
}
