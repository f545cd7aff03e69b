// Health: what exists is known, changes are streamed, and an end is told.
import Codec
import Contract
import RPC
import Services
import TestKit
import Testing

@Suite struct HealthServiceTests {
    private let readiness = Readiness()
    private let house: House

    init() throws {
        let readiness = readiness
        house = try House { router, _ in
            router.register(HealthService(readiness: readiness, services: ["switchboard.v1.UsersService"]))
        }
    }

    private var client: HealthClient { HealthClient(house.client(as: .http)) }

    @Test func itServesWhenNothingStandsInTheWay() async throws {
        #expect(try await client.check(.init()).status == .notServing)
        readiness.remove(.starting)
        for name in ["", "switchboard.v1.UsersService"] {
            #expect(try await client.check(.with { $0.service = name }).status == .serving)
        }
        readiness.add(.storeFailed)
        readiness.add(.draining)
        #expect(try await client.check(.init()).status == .notServing)
        #expect(readiness.reasons == ["the server is shutting down", "the store cannot be written"])
    }

    @Test func anUnknownServiceIsNotFound() async throws {
        let refused = await refusal { _ = try await client.check(.with { $0.service = "switchboard.v1.Nothing" }) }
        #expect(refused?.code == .notFound)
        let stream = try await client.watch(.with { $0.service = "switchboard.v1.Nothing" })
        var items = stream.makeAsyncIterator()
        let item1 = try await items.next()
        #expect(item1?.status == .serviceUnknown)
        stream.cancel()
    }

    @Test(.timeLimit(.minutes(1)))
    func changesAreStreamedUntilTheEnd() async throws {
        var items = try await client.watch(.init()).makeAsyncIterator()
        let item2 = try await items.next()
        #expect(item2?.status == .notServing)
        readiness.remove(.starting)
        let item3 = try await items.next()
        #expect(item3?.status == .serving)
        // What changes nothing is not told.
        readiness.remove(.draining)
        readiness.add(.draining)
        let item4 = try await items.next()
        #expect(item4?.status == .notServing)
        let item5 = try await items.next()
        #expect(item5 == nil)
        while readiness.watcherCount > 0 { try await Task.sleep(for: .milliseconds(2)) }
    }

    @Test(.timeLimit(.minutes(1)))
    func aWatcherThatGoesLeavesNothingBehind() async throws {
        let stream = try await client.watch(.init())
        var items = stream.makeAsyncIterator()
        _ = try await items.next()
        #expect(readiness.watcherCount == 1)
        stream.cancel()
        while readiness.watcherCount > 0 { try await Task.sleep(for: .milliseconds(2)) }
    }
}
