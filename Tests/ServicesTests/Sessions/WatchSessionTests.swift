// WatchSession: the present first, then every change, the QR code for those who may link, and a sign of life.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct WatchSessionTests {
    /// Reads a watch in the background.
    private final class Watch: Sendable {
        private let updates: Task<Void, any Error>
        private let seen: Seen

        private actor Seen {
            var all: [SessionUpdate] = []
            func add(_ update: SessionUpdate) { all.append(update) }
        }

        init(_ person: Person) async throws {
            let seen = Seen()
            self.seen = seen
            let stream = try await person.sessions.watchSession(.init())
            updates = Task { for try await update in stream { await seen.add(update) } }
        }

        func all() async -> [SessionUpdate] { await seen.all }

        func until(_ what: String, _ done: @Sendable ([SessionUpdate]) -> Bool) async throws -> [SessionUpdate] {
            try await poll(what) {
                let all = await seen.all
                return done(all) ? all : nil
            }
        }

        func end() { updates.cancel() }
    }

    @Test(.timeLimit(.minutes(1))) func everyChangeIsToldOnceAndInOrder() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        _ = try await ada.link()
        let watch = try await Watch(ada)
        _ = try await watch.until("the present") { $0.first?.session?.status == .starting }
        try await bridge.attach()
        let assign = try await bridge.nextAssign()
        for sequence in Int32(1)...3 {
            try await bridge.report(
                .qrCode(
                    .with {
                        $0.sessionId = assign.sessionId
                        $0.epoch = 1
                        $0.sequence = sequence
                        $0.code = "code-\(sequence)"
                    }))
            _ = try await watch.until("code \(sequence)") { $0.last?.qrCode?.sequence == sequence }
        }
        try await bridge.state(assign, .authenticated)
        try await bridge.state(assign, .connected)
        let all = try await watch.until("connected") { $0.last?.session?.status == .connected }
        let statuses = all.compactMap { $0.session?.status }
        var path: [SessionStatus] = []
        for status in statuses where path.last != status { path.append(status) }
        #expect(path == [.starting, .qrPending, .authenticated, .connected])
        #expect(all.last?.qrCode == nil)
        #expect(house.hub.watcherCount == 1)
        watch.end()
        try await poll("the watcher to be gone") { house.hub.watcherCount == 0 ? true : nil }
    }

    @Test(.timeLimit(.minutes(1))) func theCodeIsForThoseWhoMayLink() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let reader = Person(
            house: house,
            principal: Services.Principal(
                kind: .apiKey, userID: ada.principal.userID, role: .user, keyPrefix: "sbk_x", scopes: .sessionsRead))
        let bridge = house.bridge()
        try await bridge.attach()
        _ = try await ada.link()
        let assign = try await bridge.nextAssign()
        let mine = try await Watch(ada)
        let theirs = try await Watch(reader)
        try await bridge.report(
            .qrCode(
                .with {
                    $0.sessionId = assign.sessionId
                    $0.epoch = 1
                    $0.sequence = 1
                    $0.code = "secret"
                }))
        _ = try await mine.until("the code") { $0.last?.qrCode?.code == "secret" }
        let seen = try await theirs.until("the state") { $0.last?.session?.status == .qrPending }
        #expect(seen.allSatisfy { $0.qrCode == nil })
        let late = try await Watch(reader)
        #expect(try await late.until("the present") { !$0.isEmpty }.first?.qrCode == nil)
        let events = try await house.store.read { db in try db.events.list(after: 0, limit: 100).events }
        #expect(!events.isEmpty && events.allSatisfy { !String(decoding: $0.body, as: UTF8.self).contains("secret") })
        mine.end()
        theirs.end()
        late.end()
    }

    @Test(.timeLimit(.minutes(1))) func silenceIsBrokenEveryFifteenSeconds() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        _ = try await ada.link()
        let watch = try await Watch(ada)
        _ = try await watch.until("the present") { !$0.isEmpty }
        _ = try await poll("a heartbeat") { () -> Bool? in
            house.clock.advance(by: .seconds(1))
            return await watch.all().last?.session == nil ? true : nil
        }
        watch.end()
    }

    @Test(.timeLimit(.minutes(1))) func aWatchEndsWithItsSession() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let stream = try await line.ada.sessions.watchSession(.init())
        let reading = Task { () -> [SessionStatus] in
            var seen: [SessionStatus] = []
            do {
                for try await update in stream { if let status = update.session?.status { seen.append(status) } }
            } catch let error as RPCError where error.reason == "NOT_FOUND" {
                return seen
            }
            throw Unexpected("the watch ended well")
        }
        try await poll("the watch") { house.hub.watcherCount == 1 ? true : nil }
        _ = try await line.ada.sessions.deleteSession(.with { $0.id = line.session })
        #expect(try await reading.value.first == .connected)
        try await poll("the end") { house.hub.watcherCount == 0 ? true : nil }
    }
}
