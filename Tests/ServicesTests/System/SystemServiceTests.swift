// GetStatus: its numbers are those of the moment.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct SystemServiceTests {
    @Test func theNumbersAreTheOnesOfTheMoment() async throws {
        let house = try House { router, house in
            var sources = SystemService.Sources(
                version: "1.2.3", startedAt: house.clock.now(), limits: ["connections": 10],
                listeners: { ["unix:/x"] }, serverCounts: { nil }, refused: { ["idle": 4] }, watchers: { 3 },
                bridges: { 2 })
            sources.droppedFacts = { ["malformed": 5] }
            router.register(SystemService(store: house.store, clock: house.clock, sources: sources))
        }
        let ada = try await house.user("ada")
        house.clock.advance(by: .seconds(90))
        let client = SystemClient(house.client(as: .operator))
        let status = try await client.getStatus(.init())
        #expect(status.version == "1.2.3")
        #expect(status.uptimeSeconds == 90)
        #expect(status.pid > 0)
        #expect(status.listeners == ["unix:/x"])
        #expect(status.limits == ["connections": 10])
        #expect(status.refused == ["idle": 4])
        #expect(status.droppedFacts == ["malformed": 5])
        let live = try #require(status.live)
        #expect(live.watchers == 3)
        #expect(live.bridges == 2)
        #expect(live.residentMemory > 1 << 20)
        #expect(live.fileDescriptors > 2)
        #expect(live.walSize >= 0)
        #expect(status.sessions.isEmpty)

        let now = house.clock.now()
        _ = try await house.store.write { db in
            try db.sessions.insert(.init(userID: ada.id, name: "default", status: .qrPending, createdAt: now))
        }
        #expect(try await client.getStatus(.init()).sessions == ["qr_pending": 1])

        let key = try await house.key(of: ada, scopes: .ofUsers)
        let refused = await refusal {
            _ = try await SystemClient(house.client(as: .key(key.secret))).getStatus(.init())
        }
        #expect(refused?.reason == "PERMISSION_DENIED")
    }

    @Test func reflectionAnswersWhoeverIsKnownAndNobodyElse() async throws {
        let house = try House { router, house in
            router.register(
                SystemService(
                    store: house.store, clock: house.clock,
                    sources: SystemService.Sources(
                        version: "1", startedAt: house.clock.now(), limits: [:], listeners: { [] },
                        serverCounts: { nil }, watchers: { 0 }, bridges: { 0 })))
        }
        let key = try await house.key(of: try await house.user("ada"), scopes: [])
        for caller in [Caller.operator, .bridge, .key(key.secret)] {
            let client = SystemClient(house.client(as: caller))
            #expect(try await client.listServices(.init()).services.count == DescriptorSet.services.count)
            let described = try await client.describeService(.with { $0.name = "GetStatus" })
            #expect(described.method?.scope == "admin")
            let refused = await refusal { _ = try await client.describeService(.with { $0.name = "GetStatsu" }) }
            #expect(refused?.reason == "NOT_FOUND")
            #expect(refused?.hint == "Did you mean switchboard.v1.SystemService/GetStatus?")
        }
        let nobody = SystemClient(house.client(as: .nobody))
        #expect(await refusal { _ = try await nobody.listServices(.init()) }?.reason == "NOT_AUTHENTICATED")
        #expect(await refusal { _ = try await nobody.describeService(.init()) }?.reason == "NOT_AUTHENTICATED")
    }

    @Test(arguments: [("pending", "pending"), ("qrPending", "qr_pending"), ("loggedOut", "logged_out")])
    func statesAreNamedAsInTheHouseDialect(name: String, word: String) {
        #expect(SystemService.snakeCase(name) == word)
    }
}
