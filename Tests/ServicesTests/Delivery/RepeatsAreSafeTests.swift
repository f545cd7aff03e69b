// Whether a repeat is the same message is said by the bridge, and by nobody's name.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct RepeatsAreSafeTests {
    private let house: DeliveryHouse
    private let ada: Person
    private let bridge: FakeBridge

    init() async throws {
        house = try await DeliveryHouse()
        ada = try await house.user()
        bridge = house.bridge(engine: "nobody-knows-it")
    }

    private func attach(_ instance: String, safe: Bool) async throws {
        try await bridge.attach(instance: instance) { $0.repeatsAreSafe = safe }
    }

    private func connect(safe: Bool) async throws {
        try await attach("instance-1", safe: safe)
        let session = try await ada.link()
        try await ada.set(session.id, .with { $0.pacing = .fast })
        try await house.session(try await bridge.carry().sessionId, becomes: .connected)
    }

    /// The bridge dies with a message, and is back.
    private func lose(_ text: String, backAs instance: String, safe: Bool) async throws -> (Int64, Send) {
        let id = try await ada.send(text, to: "+49151123450\(text.count)").id
        let send = try await bridge.nextSend()
        bridge.die()
        try await house.message(id, becomes: .unknown)
        house.clock.advance(by: .seconds(1))
        try await attach(instance, safe: safe)
        _ = try await bridge.carry()
        return (id, send)
    }

    @Test func whatGotLostGoesOutAgainWhereTheBridgeSaysThatItIsSafe() async throws {
        try await connect(safe: true)
        let (_, send) = try await lose("one", backAs: "instance-2", safe: true)
        #expect(try await bridge.nextSend().clientMessageId == send.clientMessageId)
        let shown = try await BridgeClient(house.client(as: house.admin.principal)).listBridges(.init())
        #expect(shown.bridges.map(\.repeatsAreSafe) == [true])
    }

    /// Where the engine chooses the ids, each attempt has its own.
    @Test func acksAreOfTheLastAttemptThatWasGivenAnId() async throws {
        try await connect(safe: false)
        let id = try await ada.send("one", to: "+491511234501").id
        let first = try await bridge.nextSend()
        try await bridge.submit(first, as: "id-1")
        try await bridge.ack(first, .error, as: "id-1", engineCode: "479")
        try await house.message(id, becomes: .pending)
        house.clock.advance(by: .seconds(2))
        let second = try await bridge.nextSend()
        #expect(second.attempt == first.attempt + 1)
        try await bridge.submit(second, as: "id-2")
        // What is heard of the first late says nothing of this one.
        try await bridge.ack(first, .error, as: "id-1", engineCode: "479")
        try await bridge.ack(second, .delivered, as: "id-2")
        try await house.message(id, becomes: .delivered)
        #expect(try await house.message(id).providerMessageID == "id-2")
    }

    @Test func aBridgeThatSaysNothingIsBelievedToBeUnsafe() async throws {
        try await connect(safe: false)
        let (id, _) = try await lose("one", backAs: "instance-2", safe: false)
        let next = try await ada.send("next", to: "+491511239999")
        #expect(try await bridge.nextSend().clientMessageId == next.clientMessageId)
        #expect(try await house.message(id).status == .unknown)
    }

    @Test func whatWasGivenBeforeItWasSafeIsNotRepeated() async throws {
        try await connect(safe: false)
        // The same bridge, with a newer engine.
        let (old, _) = try await lose("one", backAs: "instance-2", safe: true)
        let (new, send) = try await lose("three", backAs: "instance-3", safe: true)
        #expect(try await bridge.nextSend().clientMessageId == send.clientMessageId)
        #expect(try await house.message(new).status == .dispatched)
        #expect(try await house.message(old).status == .unknown)
        // Nor when somebody asks for it, as long as nobody knows.
        house.clock.advance(by: .seconds(2 * 86_400))
        try await house.message(old, becomes: .failed)
        let refused = await refusal { _ = try await ada.messages.retryMessage(.with { $0.id = old }) }
        #expect(refused?.reason == "CONFLICT")
    }

    @Test func whoSaysNoMoreThatItIsSafeRepeatsNothing() async throws {
        try await connect(safe: true)
        let (id, _) = try await lose("one", backAs: "instance-2", safe: false)
        let next = try await ada.send("next", to: "+491511239999")
        #expect(try await bridge.nextSend().clientMessageId == next.clientMessageId)
        #expect(try await house.message(id).status == .unknown)
    }
}
