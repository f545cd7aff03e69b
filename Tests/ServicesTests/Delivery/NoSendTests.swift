// MarkRead and SetPresence: asked of the bridge that carries the session, now or not at all.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct NoSendTests {
    /// A message that came in, and its id.
    private func received(_ line: Line, chat: String = "") async throws -> Int64 {
        try await line.bridge.report(
            .incoming(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = line.assign.epoch
                    $0.providerMessageId = "IN1"
                    $0.fromPhone = "+491709999999"
                    $0.text = "hi"
                    $0.chat = chat
                }))
        try await line.bridge.waitForConfirm()
        return try await line.ada.messages.listMessages(.with { $0.direction = .inbound }).messages.first.found.id
    }

    private func answer(_ line: Line, _ command: Int64, error: String? = nil) async throws {
        try await line.bridge.report(
            .result(
                .with {
                    $0.commandId = command
                    $0.sessionId = line.session
                    $0.epoch = line.assign.epoch
                    $0.outcome =
                        if let error { .error(.with { $0.reason = error }) } else { .done(.init()) }
                }))
    }

    private func asked(_ line: Line) async throws -> MarkRead {
        try await line.bridge.expect("MarkRead") { if case .markRead(let asked) = $0 { asked } else { nil } }
    }

    @Test(.timeLimit(.minutes(1))) func aReceiptIsSentAndNotedOnce() async throws {
        let line = try await KindsTests.connected()
        let group = "120363041234567890@g.us"
        let id = try await received(line, chat: group)
        async let read = line.ada.messages.markRead(.with { $0.id = id })
        let command = try await asked(line)
        #expect(command.chat == group && command.timeoutMs == 20_000)
        #expect(
            command.message
                == .with {
                    $0.providerMessageId = "IN1"
                    $0.sender = "+491709999999"
                    $0.text = "hi"
                })
        try await answer(line, command.commandId)
        let message = try await read
        #expect(message.status == .read && message.readAt == line.house.clock.now().timestamp)
        #expect(try await line.house.timeline(id).map(\.cause) == ["received", "marked_read"])
        // It is read: nobody is asked again.
        #expect(try await line.ada.messages.markRead(.with { $0.id = id }).status == .read)
        #expect(!line.bridge.frames.contains { if case .markRead = $0.frame { true } else { false } })
    }

    @Test(.timeLimit(.minutes(1))) func whatTheEngineDoesNotDoIsNotNoted() async throws {
        let line = try await KindsTests.connected()
        let id = try await received(line)
        async let read = line.ada.messages.markRead(.with { $0.id = id })
        let command = try await asked(line)
        #expect(command.chat == "+491709999999")
        try await answer(line, command.commandId, error: "ENGINE_ERROR")
        do {
            _ = try await read
            Issue.record("it was read")
        } catch let error as RPCError {
            #expect(error.reason == "ENGINE_ERROR")
        }
        #expect(try await line.house.message(id).status == .delivered)
    }

    @Test(.timeLimit(.minutes(1))) func onlyWhatCameInIsRead() async throws {
        let line = try await KindsTests.connected()
        let sent = try await line.ada.send("Hello")
        let error = await refusal { _ = try await line.ada.messages.markRead(.with { $0.id = sent.id }) }
        #expect(error?.violations.map(\.field) == ["id"])
    }

    @Test(.timeLimit(.minutes(1))) func presenceIsShown() async throws {
        let line = try await KindsTests.connected()
        async let shown = line.ada.messages.setPresence(
            .with {
                $0.recipient = "0049 170 9999999"
                $0.presence = .recording
            })
        let command: ShowPresence = try await line.bridge.expect("ShowPresence") {
            if case .presence(let asked) = $0 { asked } else { nil }
        }
        #expect(command.recipient == "+491709999999" && command.presence == .recording)
        try await answer(line, command.commandId)
        _ = try await shown
    }

    @Test(.timeLimit(.minutes(1))) func presenceAsksForNoMoreStrangersThanCheckNumberDoes() async throws {
        let line = try await KindsTests.connected()
        func show(_ recipient: String) async throws {
            async let shown = line.ada.messages.setPresence(
                .with {
                    $0.recipient = recipient
                    $0.presence = .typing
                })
            let command: ShowPresence = try await line.bridge.expect("ShowPresence") {
                if case .presence(let asked) = $0 { asked } else { nil }
            }
            try await answer(line, command.commandId)
            _ = try await shown
        }
        for _ in 0..<NumberChecks.perMinute {
            #expect(line.house.engine.numbers.mustWait(line.session, at: line.house.clock.monotonic()) == nil)
        }
        let refused = await refusal {
            _ = try await line.ada.messages.setPresence(
                .with {
                    $0.recipient = "+491511234567"
                    $0.presence = .typing
                })
        }
        #expect(refused?.reason == "SESSION_RATE_LIMITED")
        // Who wrote to the account is no stranger, and nobody looks a group up.
        try await line.bridge.report(
            .incoming(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = line.assign.epoch
                    $0.providerMessageId = "IN1"
                    $0.fromPhone = "+491709999999"
                    $0.chat = "+491709999999"
                    $0.text = "hi"
                    $0.at = line.house.clock.now().timestamp
                }))
        try await line.bridge.waitForConfirm()
        try await show("+491709999999")
        try await show("120363041234567890@g.us")
        for _ in 0..<6 {
            line.house.clock.advance(by: .seconds(10))
            try await line.bridge.say(.heartbeat(.init()))
            try await line.house.settle()
        }
        try await show("+491511234567")
    }

    @Test(arguments: [
        ("0170", Presence.typing, ["recipient"]), ("+491709999999", .unspecified, ["presence"]),
        ("120363041234567890@newsletter", .unspecified, ["recipient", "presence"]),
    ])
    func presenceIsOfSomethingAndToSomebody(to recipient: String, presence: Presence, wrong: [String]) async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let error = await refusal {
            _ = try await house.client(user: user).setPresence(
                .with {
                    $0.recipient = recipient
                    $0.presence = presence
                })
        }
        #expect(error?.violations.map(\.field) == wrong)
    }

    @Test(.timeLimit(.minutes(1))) func withoutABridgeNothingIsQueued() async throws {
        let line = try await KindsTests.connected()
        let id = try await received(line)
        try await line.bridge.state(line.assign, .disconnected)
        try await line.house.session(line.session, becomes: .disconnected)
        let read = await refusal { _ = try await line.ada.messages.markRead(.with { $0.id = id }) }
        #expect(read?.reason == "SESSION_NOT_CONNECTED")
        let shown = await refusal {
            _ = try await line.ada.messages.setPresence(
                .with {
                    $0.recipient = "+491709999999"
                    $0.presence = .typing
                })
        }
        #expect(shown?.reason == "SESSION_NOT_CONNECTED")
    }

    @Test(.timeLimit(.minutes(1))) func whatTheBridgeDidNotNameItIsNotAsked() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let shown = await refusal {
            _ = try await line.ada.messages.setPresence(
                .with {
                    $0.recipient = "+491709999999"
                    $0.presence = .typing
                })
        }
        #expect(shown?.reason == "ENGINE_UNSUPPORTED")
    }

    @Test(.timeLimit(.minutes(1))) func whatAnAdminDoesInAnothersNameIsToldOf() async throws {
        let line = try await KindsTests.connected()
        let id = try await received(line)
        let admin = line.house.admin
        async let read = admin.messages.markRead(.with { $0.id = id })
        try await answer(line, try await asked(line).commandId)
        _ = try await read
        let session = line.session
        async let shown = admin.messages.setPresence(
            .with {
                $0.recipient = "+491709999999"
                $0.presence = .typing
                $0.sessionId = session
            })
        let command: ShowPresence = try await line.bridge.expect("ShowPresence") {
            if case .presence(let asked) = $0 { asked } else { nil }
        }
        try await answer(line, command.commandId)
        _ = try await shown
        let entries = try await line.house.store.read { db in try db.audit.rows(after: 0, limit: 10) }
        let told = entries.filter { $0.method.contains("MessagesService") }
        #expect(told.map(\.targetKind) == ["message", "session"])
        #expect(told.first?.after.contains("read") == true && told.last?.after.contains("presence shown") == true)
        for entry in told { #expect(!"\(entry)".contains("49170")) }
    }
}
