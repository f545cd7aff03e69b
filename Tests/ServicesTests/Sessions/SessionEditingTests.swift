// CreateSession and UpdateSession: what is made, what may be repeated, what a mask may name.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct SessionEditingTests {
    private func error(_ body: () async throws -> some Sendable) async -> RPCError? {
        await refusal { _ = try await body() }
    }

    @Test(.timeLimit(.minutes(1))) func aSessionIsMadeAndNotStarted() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach()
        let made = try await ada.sessions.createSession(
            .with {
                $0.name = "sales"
                $0.engine = "simulator"
                $0.settings = .with { $0.pacing = .careful }
            })
        #expect(made.status == .created && made.name == "sales" && made.engine == "simulator")
        #expect(made.settings?.pacing == .careful && made.userId == ada.principal.userID)
        var seen = try await ada.sessions.getSession(.with { $0.id = made.id })
        #expect(seen.pacing?.profile == .careful && seen.pacing?.coldLeft == 20)
        seen.pacing = nil
        #expect(seen == made)
        #expect(try await ada.sessions.createSession(.init()).name == "default")
        #expect(await error { try await ada.sessions.createSession(.init()) }?.reason == "ALREADY_EXISTS")
        #expect(bridge.frames.isEmpty)
        #expect(try await ada.link("sales").id == made.id)
        #expect(try await bridge.nextAssign().sessionId == made.id)
    }

    @Test(.timeLimit(.minutes(1))) func aRepeatGetsTheFirstAnswerWhateverBecameOfTheSession() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let request = CreateSessionRequest.with {
            $0.name = "sales"
            $0.idempotencyKey = "k"
        }
        let first = try await line.ada.sessions.createSession(request)
        house.clock.advance(by: .seconds(5))
        _ = try await line.ada.link("sales")
        try await line.bridge.carry()
        try await house.session(first.id, becomes: .connected)
        #expect(try await line.ada.sessions.createSession(request) == first)
        var other = request
        other.engine = "baileys"
        let reused = other
        #expect(await error { try await line.ada.sessions.createSession(reused) }?.reason == "IDEMPOTENCY_KEY_REUSED")
        #expect(try await line.ada.sessions.listSessions(.init()).sessions.count == 2)
    }

    @Test(.timeLimit(.minutes(1))) func whatIsWrongIsNamed() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        for (request, field) in [
            (.with { $0.name = "1st" }, "name"), (.with { $0.engine = "two words" }, "engine"),
            (.with { $0.userId = -1 }, "user_id"),
            (.with { $0.settings = .with { $0.pacing = .unrecognized(9) } }, "settings.pacing"),
        ] as [(CreateSessionRequest, String)] {
            let error = await error { try await ada.sessions.createSession(request) }
            // Numbers that no enum has are refused before the service is asked.
            if field != "settings.pacing" { #expect(error?.violations.map(\.field) == [field]) }
            #expect(error != nil)
        }
        #expect(
            await error { try await ada.sessions.createSession(.with { $0.userId = 99 }) }?.reason
                == "PERMISSION_DENIED")
        #expect(await error { try await house.admin.sessions.createSession(.init()) }?.reason == "VALIDATION_ERROR")
        let unknown = await error { try await house.admin.sessions.createSession(.with { $0.userId = 4711 }) }
        #expect(unknown?.reason == "NOT_FOUND")
    }

    private func update(
        _ person: Person, _ id: Int64, _ paths: [String], name: String = "", pacing: PacingProfile = .unspecified
    ) async throws -> Session {
        try await person.sessions.updateSession(
            .with {
                $0.id = id
                $0.session = .with {
                    $0.name = name
                    $0.settings = .with { $0.pacing = pacing }
                }
                if !paths.isEmpty { $0.updateMask = .with { $0.paths = paths } }
            })
    }

    @Test(.timeLimit(.minutes(1))) func theMaskSaysWhatChanges() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let id = try await ada.sessions.createSession(.init()).id
        let renamed = try await update(ada, id, ["name"], name: "sales", pacing: .careful)
        #expect(renamed.name == "sales" && renamed.settings?.pacing == .unspecified)
        for path in ["settings.pacing", "settings"] {
            let slow = try await update(ada, id, [path], name: "ignored", pacing: .careful)
            #expect(slow.name == "sales" && slow.settings?.pacing == .careful)
            _ = try await update(ada, id, ["settings.pacing"])
        }
        let all = try await update(ada, id, ["*"], name: "all", pacing: .fast)
        #expect(all.name == "all" && all.settings?.pacing == .fast)
        #expect(try await ada.sessions.getSession(.with { $0.session = "all" }).id == id)
        let cursor = try await house.store.read { db in try db.events.newestCursor() }
        _ = try await update(ada, id, ["*"], name: "all", pacing: .fast)
        #expect(try await house.store.read { db in try db.events.newestCursor() } == cursor)
    }

    @Test(.timeLimit(.minutes(1))) func whatTheMaskMayNotNameIsRefused() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let id = try await ada.sessions.createSession(.init()).id
        _ = try await ada.sessions.createSession(.with { $0.name = "taken" })
        for paths in [[], ["status"], ["id"], ["name", "phone_number"], ["settings.unknown"]] {
            let error = await error { try await update(ada, id, paths, name: "x") }
            #expect(error?.violations.map(\.field) == ["update_mask"], "\(paths)")
        }
        #expect(await error { try await update(ada, id, ["name"]) }?.violations.map(\.field) == ["session.name"])
        #expect(await error { try await update(ada, id, ["name"], name: "taken") }?.reason == "ALREADY_EXISTS")
        #expect(await error { try await update(ada, 0, ["name"], name: "x") }?.violations.map(\.field) == ["id"])
        #expect(try await ada.sessions.getSession(.with { $0.id = id }).name == "default")
    }
}
