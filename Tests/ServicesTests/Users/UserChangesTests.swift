// Changing users: what the mask names and nothing else, the last admin who stays, and credentials that hear of it.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct UserChangesTests {
    private let house: House
    private let users: UsersClient
    init() throws {
        house = try House.identity()
        users = UsersClient(house.client(as: .operator))
    }

    private func update(
        _ id: Int64, _ paths: [String], as client: UsersClient? = nil, _ change: (inout User) -> Void
    ) async throws -> User {
        var request = UpdateUserRequest()
        request.id = id
        request.user = .with(change)
        request.updateMask = .with { $0.paths = paths }
        return try await (client ?? users).updateUser(request)
    }

    private func me(_ caller: Caller) async -> String? {
        await refusal { _ = try await AuthClient(house.client(as: caller)).getMe(.init()) }?.reason
    }

    private func stored(_ id: Int64) async throws -> UserRecord {
        try #require(try await house.store.read { db in try db.users.get(id) })
    }

    @Test func onlyWhatTheMaskNamesIsChanged() async throws {
        let ada = try await house.user("ada")
        house.clock.advance(by: .seconds(5))
        let changed = try await update(ada.id, ["email", "max_messages_per_day"]) {
            $0.email = "ada@example.org"
            $0.maxMessagesPerDay = 7
            $0.maxMessagesPerMinute = 9
            $0.username = "other"
            $0.role = .admin
        }
        #expect(changed.email == "ada@example.org")
        #expect(changed.maxMessagesPerDay == 7)
        #expect(changed.maxMessagesPerMinute == 30)
        #expect(changed.username == "ada")
        #expect(changed.role == .user)
        #expect(changed.isActive)
        #expect(changed.updatedAt == house.clock.now().timestamp)
        #expect(changed == User(try await stored(ada.id)))
        house.clock.advance(by: .seconds(5))
        let again = try await update(ada.id, ["email"]) { $0.email = "ada@example.org" }
        #expect(again == changed, "what changes nothing is no change")
    }

    @Test func theStarIsEveryFieldThatCanBeChanged() async throws {
        let ada = try await house.user("ada")
        let changed = try await update(ada.id, ["*"]) {
            $0.id = 999
            $0.username = "Grace"
            $0.role = .admin
            $0.isActive = false
        }
        #expect(changed.id == ada.id)
        #expect(changed.username == "Grace")
        #expect(changed.email.isEmpty)
        #expect(changed.role == .admin)
        #expect(!changed.isActive)
        #expect(changed.maxMessagesPerDay == 0)
        #expect(changed.createdAt == ada.createdAt.timestamp)
        let found = try await users.getUser(.with { $0.username = "grace" })
        #expect(found.id == ada.id)
    }

    @Test(
        arguments: [
            (["id"], ["id"]), (["created_at"], ["created_at"]), (["updated_at", "email"], ["updated_at"]),
            (["password"], ["password"]), (["password_hash"], ["password_hash"]), (["user.email"], ["user.email"]),
            (["Email"], ["Email"]), ([""], [""]), ([], ["update_mask"]), (["username"], ["username"]),
            (["email"], ["email"]), (["role"], ["role"]), (["max_messages_per_day"], ["max_messages_per_day"]),
            (["max_messages_per_minute"], ["max_messages_per_minute"]),
            (["*"], ["username", "email", "role", "max_messages_per_day", "max_messages_per_minute"]),
            (["*", "id"], ["id"]),
        ] as [([String], [String])])
    func whatIsWrongIsNamed(paths: [String], fields: [String]) async throws {
        let ada = try await house.user("ada")
        let refused = await refusal {
            _ = try await update(ada.id, paths) {
                $0.username = "a b"
                $0.email = "nowhere"
                $0.maxMessagesPerDay = -1
                $0.maxMessagesPerMinute = -1
            }
        }
        #expect(refused?.reason == "VALIDATION_ERROR")
        #expect(refused?.violations.map(\.field) == fields)
        #expect(try await stored(ada.id) == ada)
    }

    @Test func aNameThatIsTakenIsRefusedWhateverItsCase() async throws {
        let ada = try await house.user("ada")
        _ = try await house.user("grace")
        let refused = await refusal { _ = try await update(ada.id, ["username"]) { $0.username = "GRACE" } }
        #expect(refused?.reason == "ALREADY_EXISTS")
        #expect(refused?.violations.map(\.field) == ["username"])
        // One's own in another case is not taken.
        #expect(try await update(ada.id, ["username"]) { $0.username = "ADA" }.username == "ADA")
    }

    @Test func whoIsNotThereIsNotFound() async {
        for id in [Int64(0), -1, 999, .max] {
            #expect(await refusal { _ = try await update(id, ["email"]) { $0.email = "" } }?.reason == "NOT_FOUND")
            #expect(await refusal { _ = try await users.activateUser(.with { $0.id = id }) }?.reason == "NOT_FOUND")
            #expect(await refusal { _ = try await users.deactivateUser(.with { $0.id = id }) }?.reason == "NOT_FOUND")
            let set = await refusal {
                _ = try await users.setPassword(
                    .with {
                        $0.id = id
                        $0.password = "battery staple"
                    })
            }
            #expect(set?.reason == "NOT_FOUND")
        }
    }

    // MARK: The last admin

    @Test func theLastActiveAdminStaysOne() async throws {
        let root = try await house.user("root", role: .admin)
        _ = try await house.user("idle", role: .admin, isActive: false)
        _ = try await house.user("ada")
        func attempts() async -> [String?] {
            [
                await refusal { _ = try await update(root.id, ["role"]) { $0.role = .user } }?.reason,
                await refusal { _ = try await update(root.id, ["is_active"]) { $0.isActive = false } }?.reason,
                await refusal { _ = try await users.deactivateUser(.with { $0.id = root.id }) }?.reason,
            ]
        }
        #expect(await attempts() == ["LAST_ADMIN", "LAST_ADMIN", "LAST_ADMIN"])
        #expect(try await stored(root.id) == root)
        _ = try await house.user("second", role: .admin)
        _ = try await users.deactivateUser(.with { $0.id = root.id })
        // Who is no active admin takes none away.
        #expect(try await update(root.id, ["role"]) { $0.role = .user }.role == .user)
    }

    @Test func ofTwoAdminsWhoRemoveEachOtherOneStays() async throws {
        let admins = [try await house.user("one", role: .admin), try await house.user("two", role: .admin)]
        let reasons = await withTaskGroup(of: String?.self) { group in
            for admin in admins {
                group.addTask {
                    await refusal { _ = try await users.deactivateUser(.with { $0.id = admin.id }) }?.reason
                }
            }
            return await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(reasons == [nil, "LAST_ADMIN"])
    }

    // MARK: Credentials

    @Test func whoIsDeactivatedIsShutOutAtOnceAndComesBackWithoutTheirSignIns() async throws {
        let ada = try await house.user("ada")
        let key = Caller.key(try await house.key(of: ada, scopes: .ofUsers).secret)
        let signIn = try await house.signIn(ada)
        let token = Caller.token(signIn.access)
        #expect(await me(key) == nil)
        #expect(await me(token) == nil)
        #expect(try await !users.deactivateUser(.with { $0.id = ada.id }).isActive)
        #expect(try await !users.deactivateUser(.with { $0.id = ada.id }).isActive)
        #expect(await me(key) == "USER_INACTIVE")
        #expect(await me(token) == "TOKEN_REVOKED")
        #expect(try await users.activateUser(.with { $0.id = ada.id }).isActive)
        #expect(await me(key) == nil)
        #expect(await me(token) == "TOKEN_REVOKED")
        let row = try await house.store.read { db in try db.signIns.get(family: signIn.record.family) }
        #expect(row?.endedReason == "deactivated")
    }

    @Test func aRoleHoldsFromTheNextCallOn() async throws {
        _ = try await house.user("root", role: .admin)
        let ada = try await house.user("ada")
        let token = Caller.token(try await house.signIn(ada).access)
        let key = Caller.key(try await house.key(of: ada, scopes: .ofAdmins).secret)
        func mayList(_ caller: Caller) async -> Bool {
            await refusal { _ = try await UsersClient(house.client(as: caller)).listUsers(.init()) } == nil
        }
        for (role, allowed) in [(Role.user, false), (.admin, true), (.user, false)] {
            _ = try await update(ada.id, ["role"]) { $0.role = role }
            #expect(await mayList(token) == allowed)
            #expect(await mayList(key) == allowed)
        }
    }

    @Test func aPasswordThatIsSetEndsSignInsAndNoKeys() async throws {
        let ada = try await house.user("ada")
        let key = Caller.key(try await house.key(of: ada, scopes: .ofUsers).secret)
        let token = Caller.token(try await house.signIn(ada).access)
        #expect(await me(token) == nil)
        for wrong in ["", "short", String(repeating: "x", count: 1_025)] {
            let refused = await refusal {
                _ = try await users.setPassword(
                    .with {
                        $0.id = ada.id
                        $0.password = wrong
                    })
            }
            #expect(refused?.violations.map(\.field) == ["password"])
        }
        #expect(await me(token) == nil)
        let answer = try await users.setPassword(
            .with {
                $0.id = ada.id
                $0.password = "battery staple"
            })
        #expect(answer.id == ada.id)
        #expect(await me(token) == "TOKEN_REVOKED")
        #expect(await me(key) == nil)
        _ = try await AuthClient(house.client(as: .http)).login(
            .with {
                $0.username = "ada"
                $0.password = "battery staple"
            })
    }

    @Test func aLimitPerMinuteThatIsChangedIsKnownAtOnce() async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        #expect(await me(.key(key.secret)) == nil)
        _ = try await update(ada.id, ["max_messages_per_minute"]) { $0.maxMessagesPerMinute = 77 }
        let prefix = try #require(KeyPrefix(parsing: key.record.prefix))
        #expect(try await house.keys.find(prefix)?.principal.messagesPerMinute == 77)
    }
}
