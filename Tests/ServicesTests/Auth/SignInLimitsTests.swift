// How often a password may be guessed: the circles, what is remembered of them, and the victim who stays in.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct SignInLimitsTests {
    private let limits = SignInLimits()

    @discardableResult
    private func begin(
        _ account: String, from network: String, isKnown: Bool = false, signIn: String? = nil,
        at now: Duration = .seconds(1)
    ) throws -> SignInLimits.Attempt {
        let attempt = SignInLimits.Attempt(account: account, network: network, isKnown: isKnown, signIn: signIn)
        try limits.check(attempt, at: now)
        try limits.begin(attempt, at: now)
        return attempt
    }

    private func fail(
        _ account: String, from network: String, isKnown: Bool = false, at now: Duration = .seconds(1)
    ) throws {
        limits.failed(try begin(account, from: network, isKnown: isKnown, at: now), at: now)
    }

    private func wait(
        _ account: String, from network: String, isKnown: Bool = false, at now: Duration = .seconds(1)
    ) -> Duration? {
        do {
            try limits.check(.init(account: account, network: network, isKnown: isKnown), at: now)
            return nil
        } catch {
            return (error as? RPCError)?.retryAfter
        }
    }

    @Test func tenFailuresOfAnAccountFromOneNetworkAreEnough() throws {
        for _ in 0..<10 { try fail("ada", from: "p", at: .seconds(1_000)) }
        #expect(wait("ada", from: "p", at: .seconds(1_000)) == .seconds(900))
        #expect(wait("ada", from: "q", at: .seconds(1_000)) == nil)
        #expect(wait("eve", from: "p", at: .seconds(1_000)) == nil)
    }

    @Test func whatIsUnderWayIsReservedAndIsNoFailure() throws {
        let attempts = try (0..<10).map { _ in try begin("ada", from: "p") }
        // All ten may be wrong, so there is no eleventh; and all may be right, so it is told to come again soon.
        let refused = #expect(throws: RPCError.self) { try begin("ada", from: "p") }
        #expect(refused?.reason == "RATE_LIMITED" && refused?.retryAfter == .seconds(1))
        #expect(wait("ada", from: "p") == nil, "who only waits for a turn is not turned away by it")
        #expect(limits.count == 0)
        for attempt in attempts { limits.succeeded(attempt) }
        for _ in 0..<1_000 { limits.succeeded(try begin("ada", from: "p")) }
        #expect(wait("ada", from: "p") == nil && limits.count == 0)
        // With nine failures there is room for one at a time.
        for _ in 0..<9 { try fail("ada", from: "p") }
        let last = try begin("ada", from: "p")
        #expect(throws: RPCError.self) { try begin("ada", from: "p") }
        limits.failed(last, at: .seconds(1))
        #expect(wait("ada", from: "p") == .seconds(900))
    }

    @Test func whatIsUnderWayIsReservedOfANetworkAndOfAnAccountToo() throws {
        for number in 0..<99 { try fail("a\(number)", from: "p") }
        let last = try begin("b", from: "p")
        #expect(#expect(throws: RPCError.self) { try begin("c", from: "p") }?.retryAfter == .seconds(1))
        limits.succeeded(last)
        try fail("c", from: "p")
        #expect(wait("d", from: "p") == .seconds(9))
        for number in 0..<99 { try fail("ada", from: "n\(number)") }
        let guess = try begin("ada", from: "x")
        #expect(#expect(throws: RPCError.self) { try begin("ada", from: "y") }?.retryAfter == .seconds(1))
        limits.succeeded(guess)
        #expect(wait("ada", from: "y") == nil)
    }

    @Test func aSignInGuessesTenTimes() throws {
        for number in 0..<9 {
            limits.failed(try begin("ada", from: "p\(number)", isKnown: true, signIn: "s"), at: .seconds(1))
        }
        #expect(!limits.hasGuessedTooOften(signIn: "s"))
        let last = try begin("ada", from: "q", isKnown: true, signIn: "s")
        #expect(throws: RPCError.self) { try begin("ada", from: "r", isKnown: true, signIn: "s") }
        limits.failed(last, at: .seconds(1))
        #expect(limits.hasGuessedTooOften(signIn: "s") && !limits.hasGuessedTooOften(signIn: "t"))
        limits.succeeded(try begin("ada", from: "r", isKnown: true, signIn: "t"))
        #expect(throws: RPCError.self) { try begin("ada", from: "r", isKnown: true, signIn: "s") }
    }

    @Test func allNetworksOfASiteFailFiveHundredTimes() throws {
        func network(_ site: String, _ number: Int) throws -> String {
            Peer.network(ofPlace: "[2001:db8:\(site):\(String(number, radix: 16))::1]")
        }
        for number in 0..<500 { try fail("a\(number)", from: try network("1", number)) }
        #expect(wait("new", from: try network("1", 600)) == .milliseconds(1_800))
        #expect(limits.refused["sign_in_failures_per_site"] == 1)
        #expect(wait("new", from: try network("2", 1)) == nil)
        #expect(wait("new", from: "192.0.2.1") == nil)
        // Who is right takes nothing there either.
        let later = Duration.seconds(3)
        limits.succeeded(try begin("b", from: try network("1", 700), at: later))
        #expect(wait("new", from: try network("1", 701), at: later) == nil)
        #expect(SignInLimits.site(of: "192.0.2.1") == nil && SignInLimits.site(of: "unix:0") == nil)
    }

    @Test func oneNetworkFailsAHundredTimesWhateverTheAccounts() throws {
        for number in 0..<100 { try fail("a\(number)", from: "p") }
        #expect(wait("new", from: "p") == .seconds(9))
        #expect(wait("new", from: "q") == nil)
        // From there on one now and then.
        #expect(wait("new", from: "p", at: .seconds(10)) == nil)
        try fail("new", from: "p", at: .seconds(10))
        #expect(wait("other", from: "p", at: .seconds(10)) != nil)
        #expect(limits.refused["sign_in_failures_per_address"] == 2)
    }

    @Test func aSuccessTakesBackOneAndDoesNotWipeOutTheOthers() throws {
        for number in 0..<99 { try fail("a\(number)", from: "p") }
        // Whoever has one account of their own could go on for ever otherwise.
        for _ in 0..<50 { limits.succeeded(try begin("mine", from: "p")) }
        try fail("last", from: "p")
        #expect(wait("new", from: "p") != nil)
    }

    @Test func guessesFromEverywhereEndAtAHundredButNotForNetworksThatTheAccountKnows() throws {
        for number in 0..<100 {
            // Some time before it is too late: whoever is on their way to the hasher may be known.
            #expect(limits.asksForKnownNetworks("ada", at: .seconds(1)) == (number >= 60))
            try fail("ada", from: "p\(number)")
        }
        #expect(limits.asksForKnownNetworks("ada", at: .seconds(1)))
        #expect(!limits.asksForKnownNetworks("eve", at: .seconds(1)))
        #expect(wait("ada", from: "elsewhere") == .seconds(864))
        #expect(wait("ada", from: "home", isKnown: true) == nil)
        #expect(wait("eve", from: "elsewhere") == nil)
        // At home there are still only ten.
        for _ in 0..<10 { try fail("ada", from: "home", isKnown: true) }
        #expect(wait("ada", from: "home", isKnown: true) == .seconds(900))
        // The owner's own success opens nothing to the others.
        limits.succeeded(try begin("ada", from: "work", isKnown: true))
        #expect(wait("ada", from: "elsewhere") == .seconds(864))
        #expect(wait("ada", from: "elsewhere", at: .seconds(1 + 864)) == nil)
        #expect(
            limits.refused == [
                "sign_in_failures": 1, "sign_in_failures_per_address": 0, "sign_in_failures_per_site": 0,
                "sign_in_failures_per_account": 2,
            ])
    }

    @Test func whatIsRememberedIsBounded() throws {
        for _ in 0..<10 { try fail("ada", from: "p") }
        for number in 0..<120_000 {
            try fail("a\(number)", from: "p\(number)")
            // Who goes on guessing is not forgotten.
            if number % 40_000 == 0 { #expect(wait("ada", from: "p") != nil) }
        }
        #expect(limits.count <= SignInLimits.capacity)
        #expect(limits.count >= SignInLimits.capacity / 2)
        #expect(wait("ada", from: "p") != nil)
    }

    @Test func whatIsOldIsForgotten() throws {
        for number in 0..<5_000 { try fail("a\(number)", from: "p\(number)", at: .seconds(number)) }
        // Two windows of 900 seconds at one a second.
        #expect(limits.count <= 1_800)
    }

    @Test(arguments: [
        ("192.0.2.7:1", "192.0.2.7"), ("[2001:db8:1:2:3:4:5:6]:1", "20010db800010002/64"),
        ("[2001:db8:1:2::9]:2", "20010db800010002/64"), ("[2001:db8:1:3::9]:2", "20010db800010003/64"),
        ("[::ffff:192.0.2.7]:1", "192.0.2.7"), ("[::ffff:c000:207]:1", "192.0.2.7"), ("unknown", "unknown"),
    ])
    func aCallerIsANetwork(address: String, network: String) {
        #expect(Peer(transport: .tcp, address: address).network == network)
    }
}

@Suite struct LockOutTests {
    private let house: House
    private let ada: UserRecord

    init() async throws {
        house = try House.identity()
        let user = try await house.user("ada")
        var after = user
        after.passwordHash = PasswordHash(of: "correct horse", iterations: 10).text
        let row = after
        try await house.store.write { db in try db.users.update(from: user, to: row) }
        ada = row
    }

    private func login(_ password: String, from address: String, as name: String = "ada") async -> String? {
        let peer = Peer(transport: .tcp, address: address + ":4000", listener: "tcp")
        return await refusal {
            _ = try await AuthClient(house.client(as: Caller("guesser", peer: peer))).login(
                .with {
                    $0.username = name
                    $0.password = password
                })
        }?.reason
    }

    @Test func guessersElsewhereDoNotKeepTheOwnerOut() async throws {
        #expect(await login("correct horse", from: "192.0.2.1") == nil)
        #expect(await login("correct horse", from: "[2001:db8:1:2::1]") == nil)
        for number in 0..<100 { #expect(await login("wrong", from: "198.51.100.\(number)") == "INVALID_CREDENTIALS") }
        #expect(await login("wrong", from: "203.0.113.1") == "RATE_LIMITED")
        #expect(await login("correct horse", from: "203.0.113.1") == "RATE_LIMITED", "it is not even looked at")
        #expect(await login("correct horse", from: "192.0.2.1") == nil)
        // The same network of IPv6, another address of it.
        #expect(await login("correct horse", from: "[2001:db8:1:2::77]") == nil)
        #expect(await login("correct horse", from: "[2001:db8:1:3::77]") == "RATE_LIMITED")
        // Who is in already can change what is being guessed.
        let access = try await house.signIn(ada).access
        _ = try await AuthClient(house.client(as: .token(access))).changePassword(
            .with {
                $0.currentPassword = "correct horse"
                $0.newPassword = "battery staple"
            })
        // Slowly it opens again.
        house.clock.advance(by: .seconds(864))
        #expect(await login("battery staple", from: "203.0.113.1") == nil)
    }

    @Test func anAccountThatDoesNotExistIsGuessedAtAsSlowly() async throws {
        for number in 0..<100 {
            #expect(await login("wrong", from: "198.51.100.\(number)", as: "nobody") == "INVALID_CREDENTIALS")
        }
        #expect(await login("wrong", from: "203.0.113.1", as: "nobody") == "RATE_LIMITED")
    }

    @Test func oneGuesserOfManyAccountsIsStoppedAndNobodyElse() async throws {
        for number in 0..<100 { _ = await login("wrong", from: "198.51.100.1", as: "user\(number)") }
        #expect(await login("correct horse", from: "198.51.100.1") == "RATE_LIMITED")
        #expect(await login("correct horse", from: "198.51.100.2") == nil)
    }
}
