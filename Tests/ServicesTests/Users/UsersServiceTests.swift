// UsersService through the real router: what is made, what is refused by field, who sees whom, repeats, pages.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct UsersServiceTests {
    private let house: House
    private var users: UsersClient { UsersClient(house.client(as: .operator)) }

    init() throws { house = try House.identity() }

    @Test func aUserHasDefaultsAndIsThereAfterwards() async throws {
        let made = try await users.createUser(.with { $0.username = "Ada" })
        #expect(made.id > 0)
        #expect(made.username == "Ada")
        #expect(made.role == .user)
        #expect(made.isActive)
        #expect(made.maxMessagesPerDay == 1_000)
        #expect(made.maxMessagesPerMinute == 30)
        #expect(made.createdAt == house.clock.now().timestamp)
        #expect(try await users.getUser(.with { $0.id = made.id }) == made)
        #expect(try await users.getUser(.with { $0.username = "aDA" }) == made)
    }

    @Test func everythingGivenIsKept() async throws {
        let made = try await users.createUser(
            .with {
                $0.username = "root"
                $0.email = "root@example.org"
                $0.role = .admin
                $0.password = "correct horse"
                $0.maxMessagesPerDay = .with { $0.value = 0 }
                $0.maxMessagesPerMinute = .with { $0.value = 7 }
            })
        #expect(made.role == .admin)
        #expect(made.email == "root@example.org")
        #expect(made.maxMessagesPerDay == 0)
        #expect(made.maxMessagesPerMinute == 7)
        let record = try await house.store.read { db in try db.users.get(made.id) }
        let hash = try #require(PasswordHash(parsing: record?.passwordHash ?? ""))
        #expect(hash.matches("correct horse"))
        let without = try await users.createUser(.with { $0.username = "nopassword" })
        #expect(try await house.store.read { db in try db.users.get(without.id) }?.passwordHash == nil)
    }

    @Test(
        arguments: [
            ("username", { @Sendable (request: inout CreateUserRequest) in request.username = "" }),
            ("username", { request in request.username = "a b" }),
            ("email", { request in request.email = "nonsense" }), ("email", { request in request.email = "@x" }),
            ("email", { request in request.email = "a@b c" }),
            ("password", { request in request.password = "1234567" }),
            ("password", { request in request.password = String(repeating: "x", count: 1_025) }),
            ("role", { request in request.role = .unrecognized(9) }),
            ("max_messages_per_day", { request in request.maxMessagesPerDay = .with { $0.value = -1 } }),
            ("max_messages_per_minute", { request in request.maxMessagesPerMinute = .with { $0.value = .min } }),
        ] as [(String, @Sendable (inout CreateUserRequest) -> Void)])
    func aWrongFieldIsNamed(field: String, spoil: @Sendable (inout CreateUserRequest) -> Void) async throws {
        var request = CreateUserRequest()
        request.username = "ada"
        spoil(&request)
        let asked = request
        let refused = try #require(await refusal { _ = try await users.createUser(asked) })
        // An enum number that does not exist is refused before any service sees it.
        #expect(refused.code == .invalidArgument)
        if field != "role" {
            #expect(refused.reason == "VALIDATION_ERROR")
            #expect(refused.violations.map(\.field) == [field])
        }
        #expect(try await house.store.read { db in try db.users.count() } == 0)
    }

    @Test func allWrongFieldsAreNamedAtOnce() async throws {
        let refused = await refusal {
            _ = try await users.createUser(
                .with {
                    $0.email = "x"
                    $0.password = "x"
                })
        }
        #expect(refused?.violations.map(\.field) == ["username", "email", "password"])
    }

    @Test func aNameIsTakenWhateverItsCaseAndForm() async throws {
        _ = try await users.createUser(.with { $0.username = "Straße" })
        for name in ["straße", "STRASSE", "Ｓtrasse"] {
            let refused = await refusal { _ = try await users.createUser(.with { $0.username = name }) }
            #expect(refused?.reason == "ALREADY_EXISTS", "\(name)")
            #expect(refused?.violations.map(\.field) == ["username"])
        }
        #expect(try await house.store.read { db in try db.users.count() } == 1)
    }

    @Test func aRepeatGetsTheFirstAnswer() async throws {
        let request = CreateUserRequest.with {
            $0.username = "ada"
            $0.password = "correct horse"
            $0.idempotencyKey = "once"
        }
        let first = try await users.createUser(request)
        house.clock.advance(by: .seconds(3_600))
        #expect(try await users.createUser(request) == first)
        // Whatever became of the user since.
        _ = try await users.updateUser(
            .with {
                $0.id = first.id
                $0.user = .with { $0.email = "ada@example.org" }
                $0.updateMask = .with { $0.paths = ["email"] }
            })
        #expect(try await users.createUser(request) == first)
        let reused = await refusal {
            _ = try await users.createUser(
                .with {
                    $0.username = "ada"
                    $0.password = "battery staple"
                    $0.idempotencyKey = "once"
                })
        }
        #expect(reused?.reason == "IDEMPOTENCY_KEY_REUSED")
        #expect(try await house.store.read { db in try db.users.count() } == 1)
        _ = try await users.deleteUser(.with { $0.id = first.id })
        #expect(await refusal { _ = try await users.createUser(request) }?.reason == "NOT_FOUND")
    }

    @Test func manyRacersMakeOneUser() async throws {
        let reasons = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<20 {
                group.addTask { [users] in
                    await refusal { _ = try await users.createUser(.with { $0.username = "ada" }) }?.reason
                }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(reasons.filter { $0 == nil }.count == 1)
        #expect(reasons.filter { $0 == "ALREADY_EXISTS" }.count == 19)
    }

    @Test func plainUsersSeeThemselvesAlone() async throws {
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        let own = UsersClient(house.client(as: .key(key.secret)))
        #expect(try await own.getUser(.with { $0.id = ada.id }).username == "ada")
        #expect(try await own.getUser(.with { $0.username = "ADA" }).id == ada.id)
        let others = await refusal { _ = try await own.getUser(.with { $0.id = eve.id }) }
        let none = await refusal { _ = try await own.getUser(.with { $0.id = 999_999 }) }
        let named = await refusal { _ = try await own.getUser(.with { $0.username = "eve" }) }
        for refused in [others, none, named] {
            #expect(refused?.reason == "NOT_FOUND")
            #expect(refused?.message == none?.message)
            #expect(refused?.violations == none?.violations)
            #expect(refused?.metadata == none?.metadata)
        }
        let listing = await refusal { _ = try await own.listUsers(.init()) }
        #expect(listing?.reason == "PERMISSION_DENIED")
        let making = await refusal { _ = try await own.createUser(.with { $0.username = "x" }) }
        #expect(making?.reason == "PERMISSION_DENIED")
    }

    @Test func eitherIdOrNameIsAskedFor() async throws {
        for request in [
            GetUserRequest(),
            .with {
                $0.id = 1; $0.username = "ada"
            },
        ] {
            let refused = await refusal { _ = try await users.getUser(request) }
            #expect(refused?.reason == "VALIDATION_ERROR")
        }
        let refused = await refusal { _ = try await users.getUser(.with { $0.id = -1 }) }
        #expect(refused?.reason == "NOT_FOUND")
    }

    @Test func listsAreNewestFirstAndGoOnByToken() async throws {
        for number in 0..<45 { _ = try await house.user("user\(number)") }
        var seen: [String] = []
        var token = ""
        repeat {
            let page = try await users.listUsers(
                .with {
                    $0.pageToken = token
                    $0.pageSize = 10
                })
            #expect(page.totalSize == 0)
            seen += page.users.map(\.username)
            token = page.nextPageToken
        } while !token.isEmpty
        #expect(seen == (0..<45).reversed().map { "user\($0)" })

        let third = try await users.listUsers(.with { $0.page = 3 })
        #expect(third.users.map(\.username) == (0..<5).reversed().map { "user\($0)" })
        #expect(third.totalSize == 45)
        #expect(third.nextPageToken.isEmpty)
        let both = await refusal {
            _ = try await users.listUsers(
                .with {
                    $0.page = 1
                    $0.pageToken = "x"
                })
        }
        #expect(both?.violations.map(\.field) == ["page"])
    }
}
