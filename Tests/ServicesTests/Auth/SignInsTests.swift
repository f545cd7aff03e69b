// Sign-ins as their owners see them: listed, ended one by one or all but one's own, never too many, and over when their
// time is.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct SignInsTests {
    private let house: House
    private let ada: UserRecord
    private let eve: UserRecord

    init() async throws {
        house = try House { router, house in
            router.register(HealthService(readiness: Readiness(obstacles: []), services: []))
            house.registerIdentity(in: &router)
        }
        ada = try await house.user("ada")
        eve = try await house.user("eve")
    }

    private func auth(_ caller: Caller) -> AuthClient { AuthClient(house.client(as: caller)) }
    private func reason(_ access: String) async -> String? {
        await refusal { _ = try await auth(.token(access)).getMe(.init()) }?.reason
    }

    @Test func aUserSeesTheirOwnAndAnAdminAll() async throws {
        let first = try await house.signIn(ada)
        house.clock.advance(by: .seconds(60))
        let second = try await house.signIn(ada)
        let other = try await house.signIn(eve)
        let list = try await auth(.token(second.access)).listSignIns(.init())
        #expect(list.signIns.map(\.address) == ["192.0.2.7", "192.0.2.7"])
        #expect(list.signIns.map(\.isCurrent) == [true, false])
        #expect(list.signIns.allSatisfy { $0.userId == ada.id && $0.endedAt == nil })
        #expect(list.signIns.first?.createdAt == house.clock.now().timestamp)
        #expect(list.signIns.last?.expiresAt == first.record.expiresAt.timestamp)
        let everybody = try await auth(.operator).listSignIns(.with { $0.page = 1 })
        #expect(everybody.signIns.map(\.userId) == [eve.id, ada.id, ada.id])
        #expect(everybody.totalSize == 3)
        #expect(try await auth(.operator).listSignIns(.with { $0.userId = eve.id }).signIns.count == 1)
        let peeking = await refusal {
            _ = try await auth(.token(other.access)).listSignIns(.with { $0.userId = ada.id })
        }
        #expect(peeking?.reason == "PERMISSION_DENIED")
        // The name of a sign-in is part of its tokens.
        #expect(!"\(list)\(everybody)".contains(first.record.family))
    }

    @Test func theListGoesOnByToken() async throws {
        for _ in 0..<5 { _ = try await house.signIn(ada) }
        let caller = Caller.token(try await house.signIn(ada).access)
        var (token, ids): (String, [Int64]) = ("", [])
        repeat {
            let page = try await auth(caller).listSignIns(
                .with {
                    $0.pageSize = 4
                    $0.pageToken = token
                })
            ids += page.signIns.map(\.id)
            token = page.nextPageToken
        } while !token.isEmpty
        #expect(ids.count == 6 && ids == ids.sorted(by: >))
        let first = try await auth(caller).listSignIns(.with { $0.pageSize = 4 })
        let elsewhere = await refusal {
            _ = try await auth(caller).listSignIns(
                .with {
                    $0.pageToken = first.nextPageToken
                    $0.includeEnded = true
                })
        }
        #expect(elsewhere?.violations.map(\.field) == ["page_token"])
    }

    @Test func endingOneEndsItsTokensAndNoOthers() async throws {
        let mine = try await house.signIn(ada)
        let lost = try await house.signIn(ada)
        let list = try await auth(.token(mine.access)).listSignIns(.init())
        let id = try #require(list.signIns.first { !$0.isCurrent }).id
        #expect(await reason(lost.access) == nil)
        #expect(try await auth(.token(mine.access)).endSignIn(.with { $0.id = id }).ended == 1)
        #expect(await reason(lost.access) == "TOKEN_REVOKED")
        let late = await refusal { _ = try await auth(.http).refresh(.with { $0.refresh = lost.refresh }) }
        #expect(late?.reason == "TOKEN_REVOKED")
        #expect(await reason(mine.access) == nil)
        #expect(try await auth(.token(mine.access)).endSignIn(.with { $0.id = id }).ended == 0, "twice is fine")
        #expect(try await auth(.token(mine.access)).listSignIns(.init()).signIns.count == 1)
        let all = try await auth(.token(mine.access)).listSignIns(.with { $0.includeEnded = true })
        #expect(all.signIns.map(\.endedReason) == ["ended", ""])
        #expect(all.signIns.first?.endedAt == house.clock.now().timestamp)
        // One's own can be ended too.
        let own = try #require(all.signIns.last).id
        #expect(try await auth(.token(mine.access)).endSignIn(.with { $0.id = own }).ended == 1)
        #expect(await reason(mine.access) == "TOKEN_REVOKED")
    }

    @Test func endingAllLeavesTheOneThatAsks() async throws {
        let mine = try await house.signIn(ada)
        let others = [try await house.signIn(ada), try await house.signIn(ada)]
        let eves = try await house.signIn(eve)
        #expect(try await auth(.token(mine.access)).endSignIn(.with { $0.userId = ada.id }).ended == 2)
        for other in others { #expect(await reason(other.access) == "TOKEN_REVOKED") }
        #expect(await reason(mine.access) == nil)
        #expect(await reason(eves.access) == nil)
        #expect(try await auth(.operator).endSignIn(.with { $0.userId = ada.id }).ended == 1)
        #expect(await reason(mine.access) == "TOKEN_REVOKED")
        #expect(
            await refusal { _ = try await auth(.operator).endSignIn(.with { $0.userId = 99 }) }?.reason == "NOT_FOUND")
        for request in [EndSignInRequest(), .with { ($0.id, $0.userId) = (1, 1) }] {
            let refused = await refusal { _ = try await auth(.operator).endSignIn(request) }
            #expect(refused?.violations.map(\.field) == ["id"])
        }
    }

    @Test func aKeyEndsNoSignInsUnlessItIsAnAdmins() async throws {
        let key = try await house.key(of: ada, scopes: .ofUsers)
        #expect(await refusal { _ = try await auth(.key(key.secret)).listSignIns(.init()) }?.reason == "SCOPE_MISSING")
    }

    @Test func nobodyHasMoreThanAHundredAndWhatIsInUseStays() async throws {
        _ = try await UsersClient(house.client(as: .operator)).setPassword(
            .with {
                $0.id = ada.id
                $0.password = "correct horse"
            })
        let oldest = try await house.signIn(ada)
        let used = try await house.signIn(ada)
        #expect(await reason(oldest.access) == nil)
        house.clock.advance(by: .seconds(60))
        _ = try await auth(.http).refresh(.with { $0.refresh = used.refresh })
        for _ in 0..<99 {
            house.clock.advance(by: .milliseconds(1))
            _ = try await auth(.http).login(
                .with {
                    $0.username = "ada"
                    $0.password = "correct horse"
                })
        }
        let left = try await house.store.read { db in try db.signIns.list(userID: ada.id, limit: 1_000) }
        #expect(left.count == 100)
        #expect(await reason(oldest.access) == "TOKEN_REVOKED")
        #expect(await reason(used.access) == nil)
    }

    @Test(.timeLimit(.minutes(2)))
    func aStreamEndsWithItsSignInUnlessThatWasRenewed() async throws {
        let (left, renewed) = (try await house.signIn(ada), try await house.signIn(ada))
        func watch(_ access: String) async throws -> ResponseStream<HealthCheckResponse>.AsyncIterator {
            var items = try await HealthClient(house.client(as: .token(access))).watch(.init()).makeAsyncIterator()
            _ = try await items.next()
            return items
        }
        var ending = try await watch(left.access)
        var going = try await watch(renewed.access)
        house.clock.advance(by: .seconds(20 * 24 * 3600))
        _ = try await auth(.http).refresh(.with { $0.refresh = renewed.refresh })
        house.clock.advance(by: .seconds(10 * 24 * 3600) - .seconds(1))
        house.endings.endExpired(at: house.clock.now())
        #expect(house.endings.count == 2)
        house.clock.advance(by: .seconds(1))
        house.endings.endExpired(at: house.clock.now())
        let reason = await refusal { while try await ending.next() != nil {} }?.reason
        #expect(reason == "TOKEN_EXPIRED")
        #expect(house.endings.count == 1)
        house.clock.advance(by: .seconds(20 * 24 * 3600))
        house.endings.endExpired(at: house.clock.now())
        #expect(await refusal { while try await going.next() != nil {} }?.reason == "TOKEN_EXPIRED")
    }
}
