// Bridges that send what no bridge in its right mind sends: it costs them their own stream, or nothing, and nobody else
// anything.

import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct HostileBridgeTests {
    private typealias Frame = BridgeFrame.OneOfFrame

    private static let state = SessionState.with {
        $0.sessionId = 1
        $0.epoch = 1
        $0.state = .connected
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("a second Hello", [(0, Frame.hello(.with { $0.bridgeName = "evil" }))]),
            ("negative credit", [(0, .credit(.with { $0.n = -1 }))]),
            ("a fact without a number", [(0, .sessionState(state))]),
            ("a negative number", [(-5, .sessionState(state))]),
            ("numbers that go back", [(9, .sessionState(state)), (8, .sessionState(state))]),
        ] as [(String, [(Int64, Frame)])])
    func breaksOnlyItsOwnStream(what: String, frames: [(Int64, BridgeFrame.OneOfFrame)]) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let evil = house.bridge("evil", uid: 666)
        try await evil.attach()
        for (seq, frame) in frames {
            try await evil.send(
                .with {
                    $0.seq = seq
                    $0.frame = frame
                })
        }
        let ending = try await evil.ending()
        #expect(ending?.code == .invalidArgument, "\(what): \(String(describing: ending))")
        let message = try await line.ada.send("still here")
        try await line.bridge.deliver()
        try await house.message(message.id, becomes: .delivered)
        // And it may come again.
        try await evil.attach()
    }

    @Test(.timeLimit(.minutes(1))) func aFactThatCannotBeReadIsConfirmedAndHoldsUpNothing() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        for (id, text) in [("IN1", "a\0b"), ("IN2", "hello")] {
            try await line.bridge.report(
                .incoming(
                    .with {
                        $0.sessionId = line.session
                        $0.epoch = 1
                        $0.providerMessageId = id
                        $0.fromPhone = "+491700000001"
                        $0.text = text
                    }))
        }
        try await line.bridge.waitForConfirm()
        let came = try await line.ada.messages.listMessages(.with { $0.direction = .inbound }).messages
        #expect(came.map(\.providerMessageId) == ["IN2"])
        #expect(house.engine.droppedFacts == [.malformed: 1])
        try await line.ada.send("the stream is still there")
        try await line.bridge.deliver()
        // What is no fact is nobody's to repeat.
        let stranger = house.bridge("stranger", uid: 666)
        try await stranger.attach()
        try await stranger.send(.with { $0.frame = .hello(.with { $0.bridgeName = "a\0b" }) })
        #expect(try await stranger.ending()?.reason == "MALFORMED_REQUEST")
    }

    private static let unreadable: [([UInt8], Int64?)] = [
        ([0x08, 0x07], 7),
        ([0x08, 0x96, 0x01, 0x4a, 0x02, 0x00, 0x00], 150),
        ([0x4a, 0x01, 0xff, 0x08, 0x05], 5),
        ([0x08, 0x01, 0x08, 0x02], 2),
        ([0x0d, 1, 2, 3, 4, 0x09, 1, 2, 3, 4, 5, 6, 7, 8, 0x08, 0x03], 3),
        // Broken behind the number, or in it, or before it.
        ([0x08, 0x07, 0x4a, 0x7f, 0x00], 7),
        ([0x08, 0x07, 0x0b], 7),
        ([0x08, 0x07, 0x09, 0x01], 7),
        ([0x08, 0x87], nil),
        ([0x4a, 0x7f, 0x08, 0x07], nil),
        ([0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], nil),
        ([0x4a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0x08, 0x07], nil),
        // No fact.
        ([], nil),
        ([0x08, 0x00], nil),
        ([0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], nil),
        ([0x22, 0x00], nil),
    ]

    @Test(arguments: unreadable)
    func theNumberOfAFactIsFoundInWhatIsNoFrame(bytes: [UInt8], number: Int64?) {
        #expect(bytes.withUnsafeBytes { FactNumber.find(in: $0) } == number)
    }

    @Test(.timeLimit(.minutes(1))) func nonsenseIsCountedAndConfirmedAndChangesNothing() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        let before = try await house.store.read { db in try db.events.newestCursor() }
        let nonsense: [Frame] = [
            .sessionState(.with { $0.sessionId = 4711 }),
            .sessionState(
                .with {
                    $0.sessionId = -1; $0.epoch = .min
                }),
            .sessionState(
                .with {
                    $0.sessionId = line.session; $0.epoch = 1; $0.state = .created
                }),
            .sessionState(
                .with {
                    $0.sessionId = line.session; $0.epoch = 1; $0.state = .paused
                }),
            .sessionState(
                .with {
                    $0.sessionId = line.session; $0.epoch = 9; $0.state = .loggedOut
                }),
            .sessionState(
                .with {
                    $0.sessionId = line.session; $0.state = .loggedOut
                }),
            .qrCode(
                .with {
                    $0.sessionId = line.session; $0.epoch = 1; $0.sequence = 1
                }),
            .qrCode(
                .with {
                    $0.sessionId = line.session; $0.epoch = 1; $0.sequence = 1; $0.code = "scan me"
                }),
            .result(
                .with {
                    $0.commandId = .max; $0.sessionId = line.session; $0.epoch = 1
                }),
            .result(
                .with {
                    $0.commandId = -7; $0.sessionId = line.session; $0.epoch = 1
                }),
            .result(
                .with {
                    $0.commandId = 256 * 4711 + 1; $0.sessionId = line.session; $0.epoch = 1
                }),
            .result(
                .with {
                    $0.commandId = send.commandId; $0.sessionId = line.session; $0.epoch = 1
                }),
            .result(
                .with {
                    $0.commandId = send.commandId + 3; $0.sessionId = line.session; $0.epoch = 1
                }),
            .ack(
                .with {
                    $0.sessionId = line.session; $0.epoch = 1
                }),
            .ack(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = 1
                    $0.providerMessageId = String(repeating: "x", count: 5000)
                    $0.state = .read
                }),
            .ack(
                .with {
                    $0.sessionId = line.session; $0.epoch = 1; $0.providerMessageId = send.clientMessageId
                }),
            .incoming(
                .with {
                    $0.sessionId = line.session; $0.epoch = 1; $0.text = "from nobody"
                }),
            .incoming(
                .with {
                    $0.sessionId = 4711; $0.epoch = 1
                }),
            .restriction(
                .with {
                    $0.sessionId = 4711; $0.until = Timestamp.with { $0.seconds = .max }
                }),
            .pairingCode(.init()),
        ]
        for fact in nonsense { try await line.bridge.report(fact) }
        try await line.bridge.waitForConfirm()
        #expect(try await house.store.read { db in try db.events.newestCursor() } == before)
        #expect(try await house.session(line.session).status == .connected)
        #expect(try await house.message(message.id).status == .dispatched)
        #expect(house.engine.droppedFacts.values.reduce(0, +) >= 14)
        let named = house.engine.droppedFactsByName
        #expect(named.values.reduce(0, +) == house.engine.droppedFacts.values.reduce(0, +))
        #expect(Set(named.keys) == Set(FactRefusal.allCases.map(\.rawValue)))
        try await line.bridge.submit(send)
        try await house.message(message.id, becomes: .submitted)
    }

    @Test(.timeLimit(.minutes(1))) func textsAreKeptShort() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        let long = String(repeating: "é", count: 100_000)
        try await line.bridge.state(line.assign, .connected, phone: long, reason: long)
        try await line.bridge.report(
            .result(
                .with {
                    $0.commandId = send.commandId
                    $0.sessionId = send.sessionId
                    $0.epoch = 1
                    $0.outcome = .error(
                        .with {
                            $0.reason = long
                            $0.engineCode = long
                            $0.text = long
                        })
                }))
        try await house.message(message.id, becomes: .pending)
        let session = try await house.session(line.session)
        #expect(session.phoneNumber.utf8.count <= 32 && session.statusReason.utf8.count <= 256)
        let entry = try await house.timeline(message.id).last.found
        #expect(entry.detail.utf8.count <= 1024 && entry.engineCode.utf8.count <= 128 && entry.reason == "ENGINE_ERROR")
    }

    @Test(.timeLimit(.minutes(1))) func absurdCreditHandsOutNoMoreThanOneBridgeMayHave() async throws {
        let house = try await DeliveryHouse { $0.inFlight = 20 }
        let line = try await house.connected(credit: .max)
        try await line.bridge.say(.credit(.with { $0.n = .max }))
        for number in 0..<50 { try await line.ada.send("x", to: "+4915100000\(10 + number)") }
        try await poll("twenty to come") { line.bridge.waitingSends.count == 20 ? true : nil }
        try await Task.sleep(for: .milliseconds(50))
        #expect(line.bridge.waitingSends.count == 20)
        for _ in 0..<50 { try await line.bridge.submit(try await line.bridge.nextSend()) }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            { @Sendable (hello: inout Hello) in hello.bridgeName = "" },
            { $0.bridgeName = "with space" }, { $0.bridgeName = String(repeating: "a", count: 65) },
            { $0.instanceId = "" }, { $0.engine = "" }, { $0.engine = "with space" },
            { $0.capacity = -1 }, { $0.capacity = .max }, { $0.nextSeq = 0 }, { $0.nextSeq = .min },
            { $0.held = [.with { $0.sessionId = 1 }] },
            {
                $0.held = Array(
                    repeating: .with {
                        $0.sessionId = 1; $0.epoch = 1
                    }, count: 9_000)
            },
            { $0.kinds = [String(repeating: "k", count: 65)] }, { $0.protocolVersion = 2 },
        ] as [@Sendable (inout Hello) -> Void])
    func aHelloThatCannotBeIsRefused(change: @escaping @Sendable (inout Hello) -> Void) async throws {
        let house = try await DeliveryHouse { $0.sessionsPerBridge = 5_000 }
        let bridge = house.bridge()
        let error = await #expect(throws: RPCError.self) { try await bridge.attach(change) }
        #expect([.invalidArgument, .unimplemented].contains(error?.code))
        #expect(house.engine.bridgeCount == 0)
    }

    @Test(.timeLimit(.minutes(1))) func aBridgeCanClaimAllThatItMayCarry() async throws {
        let house = try await DeliveryHouse()
        let most = DeliveryConfiguration().sessionsPerBridge
        let held = (1...Int64(most)).map { id in SessionEpoch.with { ($0.sessionId, $0.epoch) = (id, 1 << 40) } }
        let welcome = try await house.bridge().attach(capacity: Int32(most), held: held)
        #expect(welcome.drop.count == most)
    }

    @Test(.timeLimit(.minutes(1))) func aFactThatOnlyANewerBridgeKnowsIsConfirmed() async throws {
        let house = try await DeliveryHouse()
        let bridge = house.bridge()
        try await bridge.attach()
        try await bridge.send(.with { $0.seq = 1 })
        try await poll("Confirm") { bridge.confirmedSeq == 1 ? true : nil }
    }

    @Test(.timeLimit(.minutes(1))) func theFirstFrameHasToBeAHelloAndToComeSoon() async throws {
        let house = try await DeliveryHouse()
        let rude = house.bridge("rude")
        try await rude.open()
        try await rude.say(.heartbeat(.init()))
        #expect(try await rude.ending()?.code == .invalidArgument)
        let mute = house.bridge("mute")
        try await mute.open()
        // Until it ends: who sleeps at one moment may be the engine, and the one that waits for the frame come later.
        let passing = Task {
            while !Task.isCancelled {
                house.clock.advance(by: .seconds(11))
                try? await Task.sleep(for: .milliseconds(5))
            }
        }
        defer { passing.cancel() }
        #expect(try await mute.ending()?.reason == "REQUEST_TIMEOUT")
    }

    @Test(.timeLimit(.minutes(1))) func onlyABridgeMayAttach() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let error = await #expect(throws: RPCError.self) {
            try await FakeBridge(client: house.client(as: ada.principal)).attach()
        }
        #expect(error?.reason == "PERMISSION_DENIED")
        let nobody = await #expect(throws: RPCError.self) {
            try await FakeBridge(client: house.client(as: nil)).attach()
        }
        #expect(nobody?.reason == "NOT_AUTHENTICATED")
    }

    @Test(.timeLimit(.minutes(1))) func aFloodOfFactsIsTakenInWithoutLosingOne() async throws {
        let house = try await DeliveryHouse { $0.waitingFacts = 8 }
        let line = try await house.connected()
        for number in 0..<2_000 {
            let incoming = Incoming.with {
                $0.sessionId = line.session
                $0.epoch = 1
                $0.providerMessageId = "IN\(number)"
                $0.fromPhone = "+49170"
                $0.text = "x"
            }
            try await line.bridge.report(.incoming(incoming))
            // As a real bridge: never far ahead of what is confirmed.
            while line.bridge.nextSeq - line.bridge.confirmedSeq > 48 { try await Task.sleep(for: .milliseconds(1)) }
        }
        try await line.bridge.waitForConfirm()
        let count = try await house.store.read { db in
            try db.messages.count(MessageFilter(sessionID: line.session, direction: .inbound))
        }
        #expect(count == 2_000)
    }
}
