// Streams end with the credential that opened them, whichever way it ends; others go on.
import Codec
import Contract
import RPC
import Store
import Synchronization
import TestKit
import Testing

@testable import Services

@Suite struct StreamEndingsTests {
    private let house: House
    init() throws {
        house = try House { router, house in
            router.register(HealthService(readiness: Readiness(obstacles: []), services: []))
            house.registerIdentity(in: &router)
        }
    }

    /// An open stream, its first item taken, so that it certainly runs.
    private struct Open {
        let stream: ResponseStream<HealthCheckResponse>
        var items: ResponseStream<HealthCheckResponse>.AsyncIterator

        init(_ client: RPCClient) async throws {
            stream = try await HealthClient(client).watch(.init())
            items = stream.makeAsyncIterator()
            let first = try await items.next()
            #expect(first?.status == .serving)
        }

        /// Why it ended.
        mutating func end() async -> String? {
            do {
                while try await items.next() != nil {}
                return nil
            } catch {
                return (error as? RPCError)?.reason
            }
        }
    }

    private var users: UsersClient { UsersClient(house.client(as: .operator)) }

    private func open(_ caller: Caller) async throws -> Open { try await Open(house.client(as: caller)) }

    @Test(.timeLimit(.minutes(2)))
    func signingOutEndsTheStreamsOfThatSignInAlone() async throws {
        let ada = try await house.user("ada")
        let mine = try await house.signIn(ada)
        var ending = try await open(.token(mine.access))
        let other = try await open(.token(try await house.signIn(ada).access))
        let key = try await open(.key(try await house.key(of: ada, scopes: .ofUsers).secret))
        _ = try await AuthClient(house.client(as: .http)).logout(.with { $0.refresh = mine.refresh })
        #expect(await ending.end() == "TOKEN_REVOKED")
        #expect(house.endings.count == 2)
        other.stream.cancel()
        key.stream.cancel()
    }

    @Test(.timeLimit(.minutes(2)))
    func aPasswordEndsSignInsAndLeavesKeys() async throws {
        let ada = try await house.user("ada")
        var ending = try await open(.token(try await house.signIn(ada).access))
        let key = try await open(.key(try await house.key(of: ada, scopes: .ofUsers).secret))
        _ = try await users.setPassword(
            .with {
                $0.id = ada.id
                $0.password = "battery staple"
            })
        #expect(await ending.end() == "TOKEN_REVOKED")
        #expect(house.endings.count == 1)
        key.stream.cancel()
    }

    @Test(.timeLimit(.minutes(2)), arguments: ["deactivate", "role", "email"])
    func aUserWhoChangesLosesWhatMustNotGoOn(how: String) async throws {
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        var token = try await open(.token(try await house.signIn(ada).access))
        var key = try await open(.key(try await house.key(of: ada, scopes: .ofUsers).secret))
        let others = try await open(.token(try await house.signIn(eve).access))
        var request = UpdateUserRequest()
        request.id = ada.id
        request.user = .with {
            $0.role = .admin
            $0.email = "a@b"
        }
        request.updateMask = .with { $0.paths = [how == "deactivate" ? "is_active" : how] }
        _ = try await users.updateUser(request)
        switch how {
        case "email": #expect(house.endings.count == 3)
        default:
            let reason = how == "role" ? "UNAVAILABLE" : "USER_INACTIVE"
            #expect(await token.end() == reason)
            #expect(await key.end() == reason)
            #expect(house.endings.count == 1)
        }
        for stream in [token, key, others] { stream.stream.cancel() }
    }

    @Test(.timeLimit(.minutes(2)))
    func reuseOfARefreshTokenEndsTheStreams() async throws {
        let signIn = try await house.signIn(try await house.user("ada"))
        var ending = try await open(.token(signIn.access))
        let auth = AuthClient(house.client(as: .http))
        _ = try await auth.refresh(.with { $0.refresh = signIn.refresh })
        house.clock.advance(by: .seconds(11))
        _ = await refusal { _ = try await auth.refresh(.with { $0.refresh = signIn.refresh }) }
        #expect(await ending.end() == "TOKEN_REVOKED")
    }

    @Test(.timeLimit(.minutes(2)))
    func aKeyWhoseTimeIsUpEndsItsStreams() async throws {
        let ada = try await house.user("ada")
        let end = house.clock.now() + .seconds(60)
        var ending = try await open(.key(try await house.key(of: ada, scopes: .ofUsers, expiresAt: end).secret))
        let other = try await open(.key(try await house.key(of: ada, scopes: .ofUsers).secret))
        house.clock.advance(by: .seconds(59))
        house.endings.endExpired(at: house.clock.now())
        #expect(house.endings.count == 2)
        house.clock.advance(by: .seconds(1))
        house.endings.endExpired(at: house.clock.now())
        #expect(await ending.end() == "KEY_EXPIRED")
        #expect(house.endings.count == 1)
        other.stream.cancel()
    }

    @Test func aStreamThatBeginsWhileItsCredentialEndsIsNotLeftOpen() async throws {
        // The ending falls between the look at the credential and the registration of the stream: the only place where
        // it could be missed.
        let ada = try await house.user("ada")
        let record = SignInRecord(
            family: RefreshTokens.newFamily(), userID: ada.id, expiresAt: house.clock.now() + .seconds(60), address: "",
            createdAt: house.clock.now())
        let store = house.store
        let now = house.clock.now()
        _ = try await store.write { db in try db.signIns.insert(record) }
        let box = Mutex<LiveCredentials?>(nil)
        let isFirst = Mutex(true)
        let signIns = SignInCache { family in
            let user = try await store.read { db in try db.users.get(ada.id) }
            let before = try await store.read { db in try db.signIns.get(family: family) }
            if isFirst.withLock({ first in
                defer { first = false }
                return first
            }) {
                _ = try await store.write { db in try db.signIns.end(family: family, reason: "test", at: now) }
                box.withLock { $0 }?.ended(signIn: family)
            }
            guard let user, let before else { return nil }
            return KnownSignIn(before, user: user)
        }
        let credentials = LiveCredentials(keys: house.keys, signIns: signIns, endings: CredentialEndings())
        box.withLock { $0 = credentials }
        let interceptor = AuthenticationInterceptor(
            credentials: credentials, tokens: house.accessTokens, clock: house.clock, operatorUIDs: [], bridgeUIDs: [])
        let access = house.accessTokens.make(.init(userID: ada.id, family: record.family), at: now)
        let context = CallContext(
            method: HealthMethods.watch, metadata: ["authorization": "Bearer \(access)"],
            peer: Peer(transport: .tcp, address: "192.0.2.1:1"))
        let refused = await refusal {
            try await interceptor.intercept(context) { Issue.record("the stream was let in") }
        }
        #expect(refused?.reason == "TOKEN_REVOKED")
        #expect(credentials.endings.count == 0)
    }
}
