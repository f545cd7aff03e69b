// Changes on condition that the user is still what the caller saw: by the request's own field, or by `if-match`.
import Codec
import Contract
import RPC
import Store
import Synchronization
import TestKit
import Testing

@testable import Services

@Suite struct UserETagTests {
    private let house: House
    private let users: UsersClient
    init() throws {
        house = try House.identity()
        users = UsersClient(house.client(as: .operator))
    }

    private func rename(_ id: Int64, _ email: String, etag: String = "", ifMatch: [String] = []) async throws -> User {
        var request = UpdateUserRequest()
        request.id = id
        request.user = .with {
            $0.email = email
            $0.etag = etag
        }
        request.updateMask = .with { $0.paths = etag.isEmpty ? ["email"] : ["email", "etag"] }
        var metadata = Metadata()
        for value in ifMatch { metadata.append(value, for: "if-match") }
        return try await users.updateUser(request, options: CallOptions(metadata: metadata))
    }

    @Test func whoeverWasQuickerIsNotOverwritten() async throws {
        let ada = try await users.createUser(.with { $0.username = "ada" })
        #expect(try await users.getUser(.with { $0.id = ada.id }).etag == ada.etag)
        let first = try await rename(ada.id, "a@example.org", etag: ada.etag)
        #expect(first.etag != ada.etag)
        let late = await refusal { _ = try await rename(ada.id, "b@example.org", etag: ada.etag) }
        #expect(late?.reason == "ETAG_MISMATCH")
        #expect(late?.code == .aborted)
        #expect(try await users.getUser(.with { $0.id = ada.id }).email == "a@example.org")
        #expect(try await rename(ada.id, "b@example.org", etag: first.etag).email == "b@example.org")
        // Without one, whatever it is.
        #expect(try await rename(ada.id, "c@example.org").email == "c@example.org")
    }

    @Test func aRepeatThatIsAnsweredEarlyHasItsVersionToo() async throws {
        let told = Mutex<[String?]>([])
        var options = CallOptions()
        options.onResponseMetadata = { metadata in told.withLock { $0.append(metadata["etag"]) } }
        let given = options
        for _ in 0..<2 {
            _ = try await users.createUser(
                .with {
                    $0.username = "ada"
                    $0.password = "correct horse"
                    $0.idempotencyKey = "once"
                }, options: given)
        }
        #expect(told.withLock { $0 } == ["\"1\"", "\"1\""])
    }

    @Test func aConditionOnWhatHasNoVersionIsNotMet() async throws {
        let ada = try await house.user("ada")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        let keys = KeysClient(house.client(as: .operator))
        func reason(_ tag: String, _ call: (CallOptions) async throws -> Void) async -> String? {
            await refusal { try await call(CallOptions(metadata: ["if-match": tag])) }?.reason
        }
        #expect(
            await reason("\"1\"") { _ = try await keys.revokeKey(.with { $0.id = key.record.id }, options: $0) }
                == "ETAG_MISMATCH")
        #expect(await reason("\"1\"") { _ = try await keys.listKeys(.init(), options: $0) } == "ETAG_MISMATCH")
        #expect(
            await reason("\"1\"") { _ = try await users.createUser(.with { $0.username = "eve" }, options: $0) }
                == "ETAG_MISMATCH")
        // Of a user it is looked at, for reading too.
        #expect(await reason("\"1\"") { _ = try await users.getUser(.with { $0.id = ada.id }, options: $0) } == nil)
        #expect(
            await reason("\"2\"") { _ = try await users.getUser(.with { $0.id = ada.id }, options: $0) }
                == "ETAG_MISMATCH")
        #expect(await reason("*") { _ = try await keys.revokeKey(.with { $0.id = key.record.id }, options: $0) } == nil)
    }

    @Test func everyChangeMakesAnotherAndWhatChangesNothingDoesNot() async throws {
        let ada = try await users.createUser(.with { $0.username = "ada" })
        var seen = [ada.etag]
        // The clock stands still: it is not the time that tells them apart.
        seen.append(try await rename(ada.id, "a@example.org").etag)
        seen.append(try await users.deactivateUser(.with { $0.id = ada.id }).etag)
        seen.append(try await users.activateUser(.with { $0.id = ada.id }).etag)
        let set = try await users.setPassword(
            .with {
                $0.id = ada.id
                $0.password = "correct horse"
            })
        seen.append(set.etag)
        #expect(Set(seen).count == seen.count)
        #expect(try await users.activateUser(.with { $0.id = ada.id }).etag == seen.last)
        #expect(try await rename(ada.id, "a@example.org").etag == seen.last)
    }

    @Test func aHashThatIsRaisedAtSignInIsNoChange() async throws {
        let user = try await house.user("ada")
        var after = user
        after.passwordHash = PasswordHash(of: "correct horse", iterations: 3).text
        let row = after
        try await house.store.write { db in try db.users.update(from: user, to: row) }
        let before = try await users.getUser(.with { $0.id = user.id }).etag
        _ = try await AuthClient(house.client(as: .http)).login(
            .with {
                $0.username = "ada"
                $0.password = "correct horse"
            })
        #expect(try await users.getUser(.with { $0.id = user.id }).etag == before)
    }

    @Test func twentyAtOnceWithTheSameOneAreOneChange() async throws {
        let ada = try await users.createUser(.with { $0.username = "ada" })
        let went = await withTaskGroup(of: String.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let refused = await refusal { _ = try await rename(ada.id, "a\(number)@b", etag: ada.etag) }
                    return refused?.reason ?? "OK"
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(went == ["OK": 1, "ETAG_MISMATCH": 19])
    }

    @Test(arguments: [
        (["\"1\""], true), (["*"], true), (["\"7\", \"1\""], true), (["\"7\"", "\"1\""], true), ([" \"1\" "], true),
        (["\"2\""], false), (["W/\"1\""], false), (["1"], false), ([""], false), (["\"1"], false),
    ])
    func ifMatchIsReadAsHTTPHasIt(values: [String], matches: Bool) async throws {
        let ada = try await users.createUser(.with { $0.username = "ada" })
        #expect(ada.etag == "1")
        let reason = await refusal { _ = try await rename(ada.id, "a@b", ifMatch: values) }?.reason
        #expect(reason == (matches ? nil : "ETAG_MISMATCH"))
    }

    @Test func bothConditionsHold() async throws {
        let ada = try await users.createUser(.with { $0.username = "ada" })
        let other = await refusal { _ = try await rename(ada.id, "a@b", etag: "9", ifMatch: ["\"1\""]) }
        #expect(other?.reason == "ETAG_MISMATCH")
        #expect(await refusal { _ = try await rename(ada.id, "a@b", etag: "1", ifMatch: ["\"1\""]) } == nil)
    }

    @Test func aUserIsDeletedOnlyAsWhatTheyWereSeenAs() async throws {
        let ada = try await users.createUser(.with { $0.username = "ada" })
        _ = try await rename(ada.id, "a@b")
        let late = await refusal {
            _ = try await users.deleteUser(
                .with {
                    $0.id = ada.id
                    $0.etag = ada.etag
                })
        }
        #expect(late?.reason == "ETAG_MISMATCH")
        let now = try await users.getUser(.with { $0.id = ada.id })
        #expect(now.isActive, "nothing was done by halves")
        _ = try await users.deleteUser(
            .with {
                $0.id = ada.id
                $0.etag = now.etag
            })
    }

    @Test func itIsToldInTheFormOfItsHeader() async throws {
        let ada = try await users.createUser(.with { $0.username = "ada" })
        let told = Mutex<String?>(nil)
        var options = CallOptions()
        options.onResponseMetadata = { metadata in told.withLock { $0 = metadata["etag"] } }
        _ = try await users.getUser(.with { $0.id = ada.id }, options: options)
        #expect(told.withLock { $0 } == "\"1\"")
    }
}

@Suite struct SetPasswordTests {
    @Test func theKeysThatLiveOnAreListed() async throws {
        let house = try House.identity()
        let users = UsersClient(house.client(as: .operator))
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        let now = house.clock.now()
        let kept = try await house.key(of: ada, scopes: .ofUsers, expiresAt: now + .seconds(60))
        let second = try await house.key(of: ada, scopes: .messagesRead)
        _ = try await house.key(of: ada, scopes: .ofUsers, expiresAt: now)
        _ = try await house.key(of: eve, scopes: .ofUsers)
        let revoked = try await house.key(of: ada, scopes: .ofUsers)
        _ = try await KeysClient(house.client(as: .operator)).revokeKey(.with { $0.id = revoked.record.id })
        let answer = try await users.setPassword(
            .with {
                $0.id = ada.id
                $0.password = "correct horse"
            })
        #expect(answer.apiKeys.map(\.id) == [second.record.id, kept.record.id])
        let signIn = try await house.signIn(ada)
        let changed = try await AuthClient(house.client(as: .token(signIn.access))).changePassword(
            .with {
                $0.currentPassword = "correct horse"
                $0.newPassword = "battery staple"
            })
        #expect(changed.apiKeys == answer.apiKeys)
    }

    @Test func theAnswerHasAllThatAUserHas() async throws {
        let house = try House.identity()
        let users = UsersClient(house.client(as: .operator))
        let ada = try await users.createUser(
            .with {
                $0.username = "ada"
                $0.email = "ada@example.org"
                $0.role = .admin
                $0.maxMessagesPerDay = .with { $0.value = 7 }
            })
        house.clock.advance(by: .seconds(1))
        let answer = try await users.setPassword(
            .with {
                $0.id = ada.id
                $0.password = "correct horse"
            })
        // By the same numbers, so that who reads a User reads one.
        let user = try await users.getUser(.with { $0.id = ada.id })
        #expect(try User(decoding: answer.encoded()) == user)
        let (fields, others) = (User.schema.fields, SetPasswordResponse.schema.fields)
        for field in fields {
            #expect(others.contains { ($0.number, $0.name, $0.kind) == (field.number, field.name, field.kind) })
        }
    }
}
