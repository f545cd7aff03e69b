// Sign-ins in the audit log: those that went well in the transaction that makes them, those that failed in a number that
// nobody can drive up.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct SignInAuditTests {
    private let house: House
    private let auth: AuthClient

    init() throws {
        house = try House.whole()
        auth = AuthClient(house.client(as: .http))
    }

    private func user(_ name: String, password: String = "right password", isActive: Bool = true) async throws
        -> UserRecord
    {
        let made = try await house.user(name, isActive: isActive)
        var user = made
        user.passwordHash = PasswordHash(of: password, iterations: 10).text
        let row = user
        try await house.store.write { db in try db.users.update(from: made, to: row) }
        return user
    }

    private func login(_ name: String, _ password: String) async throws -> LoginResponse {
        try await auth.login(
            .with {
                $0.username = name
                $0.password = password
            })
    }

    private func entries(flushing: Bool = true) async throws -> [AuditRecord] {
        if flushing { await house.failures.flush(to: house.store, clock: house.clock) }
        return try await house.store.read { db in try db.audit.rows(after: 0, limit: 1_000) }
    }

    @Test func aSignInAndItsEndAreToldOf() async throws {
        let ada = try await user("ada")
        let pair = try await login("ADA", "right password")
        for _ in 0..<2 { _ = try await auth.logout(.with { $0.refresh = pair.refresh }) }
        let entries = try await entries(flushing: false)
        #expect(entries.map(\.method) == [AuthMethods.login.path, AuthMethods.logout.path])
        let family = try #require(house.refreshTokens.read(pair.refresh)).family
        let signIn = try await house.store.read { db in try db.signIns.get(family: family) }
        for entry in entries {
            #expect(entry.who == "user(\(ada.id))" && entry.username == "ada")
            #expect(entry.targetKind == "sign_in" && entry.targetID == signIn?.id && entry.targetName == "ada")
            #expect(entry.outcome == "OK" && entry.transport == "http" && entry.ip == "192.0.2.8")
            for secret in [pair.access, pair.refresh, family, "right password"] {
                #expect(!"\(entry)".contains(secret))
            }
        }
    }

    @Test func failuresAreToldOfByTheAccountThatTheyAreAbout() async throws {
        let ada = try await user("ada")
        _ = try await user("idle", isActive: false)
        await #expect(throws: RPCError.self) { _ = try await login("ada", "wrong") }
        await #expect(throws: RPCError.self) { _ = try await login("idle", "right password") }
        await #expect(throws: RPCError.self) { _ = try await login("my secret password", "ada") }
        #expect(try await entries(flushing: false).isEmpty, "the time of the answer must not depend on it")
        #expect(house.failures.waitingCount == 3)
        let entries = try await entries()
        #expect(entries.map(\.outcome).sorted() == ["INVALID_CREDENTIALS", "INVALID_CREDENTIALS", "USER_INACTIVE"])
        #expect(Set(entries.map(\.targetName)) == ["ada", "idle", ""])
        let known = try #require(entries.first { $0.targetName == "ada" })
        #expect(known.targetID == ada.id && known.targetKind == "user" && known.who == "" && known.ip == "192.0.2.8")
        // People type their password where the name belongs.
        for entry in entries { #expect(!"\(entry)".contains("secret") && !"\(entry)".contains("wrong")) }
    }

    @Test func guessesAndTheLockOutAreAnEntryEach() async throws {
        _ = try await user("ada")
        for _ in 0..<25 { await #expect(throws: RPCError.self) { _ = try await login("ada", "wrong") } }
        let entries = try await entries()
        #expect(entries.count == 2)
        let times = Dictionary(uniqueKeysWithValues: entries.map { ($0.outcome, $0.times) })
        #expect(times == ["INVALID_CREDENTIALS": 10, "RATE_LIMITED": 15])
    }

    @Test func theWrongCurrentPasswordIsToldOf() async throws {
        let ada = try await user("ada")
        let client = AuthClient(house.client(as: .token(try await house.signIn(ada).access)))
        await #expect(throws: RPCError.self) {
            _ = try await client.changePassword(
                .with {
                    $0.currentPassword = "wrong"
                    $0.newPassword = "another password"
                })
        }
        let entry = try #require(try await entries().first)
        #expect(entry.method == AuthMethods.changePassword.path && entry.outcome == "INVALID_CREDENTIALS")
        #expect(entry.who == "user(\(ada.id))" && entry.targetID == ada.id)
    }

    @Test func aRefreshTokenThatIsUsedAgainIsToldOf() async throws {
        let ada = try await user("ada")
        let pair = try await login("ada", "right password")
        _ = try await auth.refresh(.with { $0.refresh = pair.refresh })
        house.clock.advance(by: .seconds(60))
        let again = await refusal { _ = try await auth.refresh(.with { $0.refresh = pair.refresh }) }
        #expect(again?.reason == "TOKEN_REUSED")
        let entry = try #require(try await entries(flushing: false).last)
        #expect(entry.method == AuthMethods.refresh.path && entry.outcome == "TOKEN_REUSED")
        #expect(entry.who == "user(\(ada.id))" && entry.targetKind == "sign_in")
    }

    @Test func failuresAreWrittenByThemselves() async throws {
        _ = try await user("ada")
        let task = Task { [house] in await house.failures.run(store: house.store, clock: house.clock) }
        defer { task.cancel() }
        await #expect(throws: RPCError.self) { _ = try await login("ada", "wrong") }
        while house.clock.sleeperCount == 0 { await Task.yield() }
        house.clock.advance(by: .seconds(1))
        while try await entries(flushing: false).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        #expect(house.failures.waitingCount == 0)
    }

    @Test func whatTheStoreDoesNotTakeIsKept() async throws {
        _ = try await user("ada")
        await #expect(throws: RPCError.self) { _ = try await login("ada", "wrong") }
        try await house.store.write { db in _ = try db.execute("ALTER TABLE audit_log RENAME TO elsewhere") }
        await house.failures.flush(to: house.store, clock: house.clock)
        #expect(house.failures.waitingCount == 1)
        try await house.store.write { db in _ = try db.execute("ALTER TABLE elsewhere RENAME TO audit_log") }
        let entry = try #require(try await entries().first)
        #expect(entry.times == 1 && entry.targetName == "ada" && entry.ip == "192.0.2.8", "\(entry)")
    }
}

@Suite struct FailureTableTests {
    private func record(_ userID: Int64, _ outcome: String = "INVALID_CREDENTIALS", at second: Int64 = 0) -> AuditRecord
    {
        AuditRecord(
            at: Instant(microseconds: second * 1_000_000), method: "s/Login", targetKind: "user", targetID: userID,
            outcome: outcome)
    }

    @Test func oneKindIsAnEntryAMinute() {
        var table = FailureTable()
        var written: [Int64] = []
        for second in 0..<180 {
            for _ in 0..<5 { table.note(record(1, at: Int64(second)), from: "192.0.2.1") }
            written += table.take(at: .seconds(second), all: false).map(\.times)
        }
        #expect(written == [5, 300, 300])
        #expect(table.take(at: .seconds(180), all: false).map(\.times) == [295])
        #expect(table.waitingCount == 0)
    }

    @Test func otherAccountsPlacesAndReasonsAreOtherKinds() {
        var table = FailureTable()
        table.note(record(1), from: "a")
        table.note(record(1), from: "b")
        table.note(record(2), from: "a")
        table.note(record(1, "RATE_LIMITED"), from: "a")
        #expect(table.take(at: .zero, all: false).map(\.times) == [1, 1, 1, 1])
    }

    @Test func aFloodIsABoundedNumberOfEntriesAndNoneIsForgotten() {
        var table = FailureTable()
        var entries = 0
        var times: Int64 = 0
        var noted: Int64 = 0
        // An hour of strangers, each from another place.
        for second in 0..<3_600 {
            for stranger in 0..<50 {
                table.note(record(0, at: Int64(second)), from: "\(second)-\(stranger)")
                noted += 1
            }
            let written = table.take(at: .seconds(second), all: false)
            entries += written.count
            times += written.reduce(0) { $0 + $1.times }
        }
        #expect(entries <= 60 + 60 * 10 + 61, "\(entries)")
        times += table.take(at: .seconds(3_600), all: true).reduce(0) { $0 + $1.times }
        #expect(times == noted)
        #expect(table.waitingCount == 0)
    }

    @Test func aCrowdOfStrangersTakesNoRoomFromThoseWhoExist() {
        var table = FailureTable()
        var told = 0
        for second in 0..<3_600 {
            for stranger in 0..<50 { table.note(record(0, at: Int64(second)), from: "\(second)-\(stranger)") }
            if second % 60 == 0 { table.note(record(7, at: Int64(second)), from: "192.0.2.1") }
            told += table.take(at: .seconds(second), all: false).count { $0.targetID == 7 }
        }
        #expect(told >= 59, "\(told)")
    }

    @Test func whatWaitsTakesABoundedRoom() {
        var table = FailureTable()
        for stranger in 0..<10_000 { table.note(record(0), from: "\(stranger)") }
        #expect(table.waitingCount == 10_000)
        let written = table.take(at: .zero, all: true)
        #expect(written.count == 61)
        #expect(written.last?.times == Int64(9_940))
        #expect(written.last?.targetID == 0 && written.last?.record.ip == "")
    }
}
