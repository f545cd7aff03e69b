// Deleting users: what goes, what stays as nobody's, and whoever carries one of their sessions is told.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct DeleteUserTests {
    private let house: House
    init() throws { house = try House.whole() }

    private var users: UsersClient { UsersClient(house.client(as: .operator)) }

    private func delete(_ id: Int64, purge: Bool = false) async throws {
        _ = try await users.deleteUser(
            .with {
                $0.id = id
                $0.purgeMessages = purge
            })
    }

    private func session(of user: UserRecord, _ name: String = "main") async throws -> Int64 {
        let now = house.clock.now()
        return try await house.store.write { db in
            try db.sessions.insert(
                SessionRecord(userID: user.id, name: name, status: .connected, isLinked: true, createdAt: now))
        }
    }

    /// Messages of a user, in each of these statuses.
    private func messages(
        of user: UserRecord, _ session: Int64, _ statuses: [MessageRecord.Status]
    ) async throws -> [Int64] {
        let now = house.clock.now()
        return try await house.store.write { db in
            try statuses.map { status in
                try db.messages.insert(
                    MessageRecord(
                        userID: user.id, sessionID: session, status: status, recipient: "+491511234567",
                        scheduledAt: status == .scheduled ? now + .seconds(3_600) : nil, createdAt: now, content: "hi"))
            }
        }
    }

    private func message(_ id: Int64) async throws -> MessageRecord? {
        try await house.store.read { db in try db.messages.get(id) }
    }

    private func me(_ caller: Caller) async -> String? {
        await refusal { _ = try await AuthClient(house.client(as: caller)).getMe(.init()) }?.reason
    }

    @Test func keysSignInsAndSessionsGoAndMessagesStayAsNobodys() async throws {
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        let key = try await house.key(of: ada, scopes: .ofUsers)
        let token = Caller.token(try await house.signIn(ada).access)
        for caller in [Caller.key(key.secret), token] { #expect(await me(caller) == nil) }
        let sessions = [try await session(of: ada), try await session(of: ada, "other")]
        let eves = try await session(of: eve)
        let mine = try await messages(of: ada, sessions[0], [.scheduled, .pending, .delivered, .failed])
        let evesMessages = try await messages(of: eve, eves, [.pending])

        try await delete(ada.id)
        #expect(await refusal { _ = try await users.getUser(.with { $0.id = ada.id }) }?.reason == "NOT_FOUND")
        #expect(await me(.key(key.secret)) == "INVALID_CREDENTIALS")
        #expect(await me(token) == "TOKEN_REVOKED")
        let gone = try await house.store.read { db in
            [
                try db.keys.get(key.record.id) == nil, try db.signIns.list(userID: ada.id, limit: 9).isEmpty,
                try sessions.allSatisfy { try db.sessions.get($0) == nil },
            ]
        }
        #expect(gone == [true, true, true])
        let kept = try await house.store.read { db in try db.sessions.get(eves) }
        #expect(kept?.status == .connected)
        var after: [MessageRecord] = []
        for id in mine { after.append(try #require(try await message(id))) }
        #expect(after.map(\.status) == [.failed, .failed, .delivered, .failed], "what waited goes out no more")
        for message in after {
            #expect(message.userID == 0)
            #expect(message.sessionID == 0)
        }
        #expect(try await message(evesMessages[0])?.userID == eve.id)
        #expect(await refusal { try await delete(ada.id) }?.reason == "NOT_FOUND")
        // The name is free again.
        _ = try await users.createUser(.with { $0.username = "ada" })
    }

    @Test func purgedMessagesAreGoneAndNotCounted() async throws {
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        let mine = try await session(of: ada)
        let evesSession = try await session(of: eve)
        let purged = try await messages(
            of: ada, mine, [MessageRecord.Status](repeating: .delivered, count: 1_203) + [.pending, .dispatched])
        let kept = try await messages(of: eve, evesSession, [.delivered, .pending])
        try await delete(ada.id, purge: true)
        for id in [purged[0], purged[600], purged[1_204]] { #expect(try await message(id) == nil) }
        for id in kept { #expect(try await message(id) != nil) }
        let counts = try await house.store.read { db in try db.messages.countsByStatus() }
        #expect(counts.values.reduce(0, +) == 2)
        #expect(counts[.delivered] == 1)
    }

    @Test func manyMessagesAreDisownedToo() async throws {
        let ada = try await house.user("ada")
        let mine = try await session(of: ada)
        let ids = try await messages(of: ada, mine, [MessageRecord.Status](repeating: .delivered, count: 1_203))
        try await delete(ada.id)
        let left = try await house.store.read { db in try db.messages.count(MessageFilter(userID: ada.id)) }
        #expect(left == 0)
        #expect(try await message(ids[1_202])?.content == "hi")
    }

    @Test func usageGoesWithItsUser() async throws {
        let ada = try await house.user("ada")
        try await house.store.write { db in
            _ = try db.execute("INSERT INTO usage (user_id, day, messages_sent) VALUES (?, 20000, 5)", ada.id)
        }
        try await delete(ada.id)
        let rows: Int64? = try await house.store.read { db in
            try db.scalar("SELECT count(*) FROM usage WHERE user_id = ?", ada.id)
        }
        #expect(rows == 0)
    }

    @Test func theLastActiveAdminCannotBeDeleted() async throws {
        let root = try await house.user("root", role: .admin)
        let refused = await refusal { try await delete(root.id) }
        #expect(refused?.reason == "LAST_ADMIN")
        #expect(refused?.code == .failedPrecondition)
        #expect(try await users.getUser(.with { $0.id = root.id }).isActive, "nor shut out on the way")
        let second = try await house.user("second", role: .admin)
        let own = UsersClient(house.client(as: .token(try await house.signIn(second).access)))
        _ = try await own.deleteUser(.with { $0.id = second.id })
        #expect(await refusal { try await delete(root.id) }?.reason == "LAST_ADMIN")
    }

    @Test(.timeLimit(.minutes(2)))
    func whoeverCarriesASessionIsTold() async throws {
        let ada = try await house.user("ada")
        let owner = Caller.token(try await house.signIn(ada).access)
        let bridge = FakeBridge("b", engine: "simulator", client: house.client(as: .bridge))
        try await house.engine.start()
        try await bridge.attach()
        let begun = try await SessionsClient(house.client(as: owner)).initSession(.init())
        let assigned = try await bridge.nextAssign()
        #expect(assigned.sessionId == begun.id)
        try await delete(ada.id)
        let released = try await bridge.nextRelease()
        #expect(released.sessionId == begun.id)
        #expect(released.epoch == assigned.epoch)
        await house.engine.stop()
    }
}
