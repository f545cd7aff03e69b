// Twenty racers with one refresh token, some before a restart, some while it happens and some after it: one successor.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct RefreshRestartTests {
    private static func service(_ store: Store, _ clock: FakeClock) throws -> AuthService {
        let keys = try #require(SigningKeys(parsing: "k1 \(Base64URL.encode([UInt8](repeating: 7, count: 32)))\n"))
        return AuthService(
            store: store, clock: clock, passwords: PasswordHasher(iterations: 10),
            credentials: LiveCredentials(store: store), signingKeys: SigningKeyRing(keys) { _ in },
            refreshTokens: RefreshTokens(key: HMACKey([3])), pages: PageTokens(key: HMACKey([1])),
            failures: SignInFailures())
    }

    private static func refresh(_ service: AuthService, _ token: String) async throws -> String {
        let context = CallContext(method: AuthMethods.refresh, peer: Peer(transport: .tcp, address: "192.0.2.1:1"))
        return try await service.refresh(.with { $0.refresh = token }, context: context).refresh
    }

    @Test func twentyRacersOverARestartGetOneSuccessor() async throws {
        let directory = TemporaryDirectory.make()
        defer { TemporaryDirectory.remove(directory) }
        let clock = FakeClock()
        let first = try Store.open(directory: directory, now: clock.now()) { _ in }
        let service = try Self.service(first, clock)
        let now = clock.now()
        let family = RefreshTokens.newFamily()
        try await first.write { db in
            let id = try db.users.insert(UserRecord(username: "ada", usernameKey: "ada", createdAt: now))
            _ = try db.signIns.insert(
                SignInRecord(
                    family: family, userID: id, expiresAt: now + RefreshTokens.lifetime, address: "", createdAt: now))
        }
        let token = service.refreshTokens.make(family: family, generation: 1)
        // Twelve set out; the store is closed under them. Who is not answered comes again.
        let early = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<12 { group.addTask { try? await Self.refresh(service, token) } }
            group.addTask {
                first.close()
                return nil
            }
            return await group.reduce(into: [String]()) { $0 += [$1].compactMap { $0 } }
        }
        let second = try Store.open(directory: directory, now: clock.now()) { _ in }
        defer { second.close() }
        let later = try Self.service(second, clock)
        clock.advance(by: .seconds(9))
        let rest = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in early.count..<20 { group.addTask { try await Self.refresh(later, token) } }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(early.count + rest.count == 20)
        #expect(Set(early + rest).count == 1)
        let signIn = try await second.read { db in try db.signIns.get(family: family) }
        #expect(signIn?.generation == 2)
        #expect(signIn?.endedAt == nil)
    }
}
