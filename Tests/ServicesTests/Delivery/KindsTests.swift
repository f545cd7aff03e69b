// Every kind of message on its way to a bridge and back: what the bridge is given, what it is never given, and what a
// reaction, an edit and a deletion do to the message that they are about.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct KindsTests {
    static let all = ["text", "location", "contact", "poll", "reaction", "edit", "delete"]
    static let person = "+491511234567"
    static let group = "120363041234567890@g.us"

    /// A session that is connected through a bridge that can send so much.
    static func connected(_ kinds: [String] = all) async throws -> Line {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach { hello in
            hello.kinds = kinds
            hello.commands = ["mark_read", "presence"]
        }
        let linked = try await ada.link()
        let assign = try await bridge.carry()
        try await house.session(linked.id, becomes: .connected)
        return Line(house: house, ada: ada, bridge: bridge, assign: assign)
    }

    /// A text that has gone out.
    private func sent(_ line: Line, _ text: String = "first") async throws -> Message {
        let message = try await line.ada.send(text)
        try await line.bridge.deliver()
        try await line.house.message(message.id, becomes: .delivered)
        return message
    }

    private func shown(_ line: Line, _ id: Int64) async throws -> Message {
        try await line.ada.messages.getMessage(.with { $0.id = id })
    }

    // MARK: Out

    @Test(.timeLimit(.minutes(1))) func aBridgeIsGivenEachKindAsItIs() async throws {
        let line = try await Self.connected()
        let messages = line.ada.messages
        let text = try await messages.sendText(
            .with {
                $0.recipient = Self.group
                $0.message = "hi @491511234567"
                $0.mentions = [Self.person]
                $0.linkPreview = .off
            })
        let first = try await line.bridge.nextSend()
        #expect(first.recipient == Self.group && first.kind.map(Message.OneOfKind.init) == text.kind)
        try await line.bridge.submit(first)
        try await line.house.message(text.id, becomes: .submitted)

        let place = try await messages.sendLocation(
            .with {
                $0.recipient = Self.group
                $0.latitude = .with { $0.value = 52.5 }
                $0.longitude = .with { $0.value = 13.25 }
                $0.replyToId = text.id
            })
        let second = try await line.bridge.nextSend()
        #expect(second.kind.map(Message.OneOfKind.init) == place.kind)
        #expect(second.quoted == first.clientMessageId)
        #expect(
            second.quotedMessage
                == .with {
                    $0.providerMessageId = first.clientMessageId
                    $0.fromMe = true
                    $0.text = "hi @491511234567"
                })
        try await line.bridge.submit(second)

        let contact = try await messages.sendContact(
            .with {
                $0.recipient = Self.person
                $0.contacts = [
                    .with {
                        $0.displayName = "Ada"
                        $0.phoneNumbers = [Self.person]
                    }
                ]
            })
        let third = try await line.bridge.nextSend()
        #expect(third.kind.map(Message.OneOfKind.init) == contact.kind)
        if case .contact(let cards) = third.kind { #expect(cards.cards[0].vcard.hasPrefix("BEGIN:VCARD")) }
        try await line.bridge.submit(third)

        let poll = try await messages.sendPoll(
            .with {
                $0.recipient = Self.person
                $0.question = "Who?"
                $0.options = ["a", "b"]
                $0.selectable = 1
            })
        let fourth = try await line.bridge.nextSend()
        #expect(fourth.kind.map(Message.OneOfKind.init) == poll.kind)
        #expect(fourth.target == nil && fourth.quotedMessage == nil)
        try await line.bridge.submit(fourth)
        try await line.house.message(poll.id, becomes: .submitted)
    }

    @Test(.timeLimit(.minutes(1))) func anEditIsShownOnItsTextWhenWhatsAppHasItAndNotBefore() async throws {
        let line = try await Self.connected()
        let text = try await sent(line)
        let edit = try await line.ada.messages.editMessage(
            .with {
                $0.id = text.id
                $0.message = "second @491511234567"
                $0.mentions = [Self.person]
            })
        let send = try await line.bridge.nextSend()
        #expect(
            send.target
                == .with {
                    $0.providerMessageId = text.clientMessageId
                    $0.fromMe = true
                    $0.text = "first"
                })
        guard case .edit(let content) = send.kind else { throw Unexpected("\(send)") }
        #expect(content.body == "second @491511234567" && content.mentions == [Self.person])
        try await line.bridge.submit(send)
        try await line.house.message(edit.id, becomes: .submitted)
        #expect(try await shown(line, text.id).content == "first")
        try await line.bridge.ack(send, .server)
        try await line.house.message(edit.id, becomes: .sent)
        let after = try await shown(line, text.id)
        #expect(after.content == "second @491511234567" && after.editedAt == edit.createdAt)
        #expect(
            after.kind
                == .text(
                    .with {
                        $0.body = "second @491511234567"
                        $0.mentions = [Self.person]
                    }))
        #expect(after.status == .delivered && after.timeline.last?.cause == "edited")
        #expect(after.timeline.last?.to == .delivered && after.timeline.last?.bridge == "bridge-1")
        #expect(try await shown(line, edit.id).content == "second @491511234567")
    }

    @Test(.timeLimit(.minutes(1))) func theNewestEditCountsInWhateverOrderTheAcksCome() async throws {
        let line = try await Self.connected()
        let text = try await sent(line)
        var sends: [Send] = []
        for words in ["second", "third"] {
            line.house.clock.advance(by: .seconds(1))
            _ = try await line.ada.messages.editMessage(
                .with {
                    $0.id = text.id
                    $0.message = words
                })
            let send = try await line.bridge.nextSend()
            try await line.bridge.submit(send)
            sends.append(send)
        }
        for send in sends.reversed() { try await line.bridge.ack(send, .server) }
        try await line.bridge.waitForConfirm()
        #expect(try await shown(line, text.id).content == "third")
    }

    @Test(.timeLimit(.minutes(1))) func aReactionTakesThePlaceOfTheOneBeforeAndIsTakenBack() async throws {
        let line = try await Self.connected()
        let text = try await sent(line)
        for emoji in ["👍", "❤️", ""] {
            line.house.clock.advance(by: .seconds(1))
            let reaction = try await line.ada.messages.sendReaction(
                .with {
                    $0.messageId = text.id
                    $0.emoji = emoji
                })
            let send = try await line.bridge.nextSend()
            guard case .reaction(let content) = send.kind else { throw Unexpected("\(send)") }
            #expect(content.emoji == emoji && send.target?.providerMessageId == text.clientMessageId)
            try await line.bridge.submit(send)
            try await line.bridge.ack(send, .server)
            try await line.house.message(reaction.id, becomes: .sent)
            let after = try await shown(line, text.id)
            #expect(after.reactions.map(\.emoji) == (emoji.isEmpty ? [] : [emoji]))
            #expect(after.reactions.allSatisfy { $0.sender == "" && $0.at == reaction.createdAt })
            #expect(after.timeline.last?.cause == "reacted" && after.timeline.last?.detail == emoji)
            #expect(after.content == "first" && after.editedAt == nil)
        }
    }

    @Test(.timeLimit(.minutes(1))) func aDeletionIsShownAndWhatWasSaidStays() async throws {
        let line = try await Self.connected()
        let text = try await sent(line)
        let deletion = try await line.ada.messages.deleteMessage(.with { $0.id = text.id })
        let send = try await line.bridge.nextSend()
        guard case .delete = send.kind else { throw Unexpected("\(send)") }
        #expect(send.target?.providerMessageId == text.clientMessageId)
        // An engine that gets no ack for it says at once that it was done.
        try await line.bridge.report(
            .result(
                .with {
                    $0.commandId = send.commandId
                    $0.sessionId = send.sessionId
                    $0.epoch = send.epoch
                    $0.outcome = .submitted(.with { $0.state = .server })
                }))
        try await line.house.message(deletion.id, becomes: .sent)
        let after = try await shown(line, text.id)
        #expect(after.deletedAt == deletion.createdAt && after.content == "first")
        #expect(try await shown(line, deletion.id).providerMessageId == "")
        #expect(try await line.house.timeline(deletion.id).map(\.to) == [.pending, .dispatched, .submitted, .sent])
    }

    @Test(.timeLimit(.minutes(1))) func whatChangesAMessageIsNoWordToAStranger() async throws {
        let line = try await Self.connected()
        let text = try await sent(line)
        try await line.ada.set(line.session, .with { $0.pacing = .careful })
        func coldLeft() async throws -> Int32? {
            try await line.ada.sessions.getSession(.with { $0.id = line.session }).pacing?.coldLeft
        }
        let before = try await coldLeft()
        _ = try await line.ada.messages.editMessage(
            .with {
                $0.id = text.id
                $0.message = "second"
            })
        for _ in 0..<6 {
            line.house.clock.advance(by: .seconds(10))
            try await line.bridge.say(.heartbeat(.init()))
            try await line.house.settle()
        }
        guard case .edit = try await line.bridge.nextSend().kind else { throw Unexpected("no edit") }
        #expect(try await coldLeft() == before)
    }

    @Test(.timeLimit(.minutes(1))) func anEditThatFailsChangesNothing() async throws {
        let line = try await Self.connected()
        let text = try await sent(line)
        let edit = try await line.ada.messages.editMessage(
            .with {
                $0.id = text.id
                $0.message = "second"
            })
        try await line.bridge.fail(try await line.bridge.nextSend(), "ENGINE_UNSUPPORTED")
        try await line.house.message(edit.id, becomes: .failed)
        let after = try await shown(line, text.id)
        #expect(after.content == "first" && after.editedAt == nil)
    }

    // MARK: What a bridge cannot

    @Test(.timeLimit(.minutes(1))) func whatABridgeDidNotNameItIsNeverGiven() async throws {
        let line = try await Self.connected()
        try await line.bridge.detach()
        // Accepted for the bridge that can; taken up by one that cannot any more.
        let poll = try await line.ada.messages.sendPoll(
            .with {
                $0.recipient = Self.person
                $0.question = "Who?"
                $0.options = ["a", "b"]
            })
        let text = try await line.ada.send("behind it")
        let bridge = line.bridge
        try await bridge.attach(instance: "instance-2") { $0.kinds = ["text"] }
        try await bridge.carry()
        let failed = try await line.house.message(poll.id, becomes: .failed)
        #expect(failed.errorCode == "ENGINE_UNSUPPORTED" && failed.attempts == 0)
        #expect(try await line.house.timeline(poll.id).last?.cause == "unsendable")
        #expect(try await bridge.nextSend().clientMessageId == text.clientMessageId)
        #expect(bridge.waitingSends.isEmpty)
        let refused = await refusal {
            _ = try await line.ada.messages.sendPoll(
                .with {
                    $0.recipient = Self.person
                    $0.question = "Who?"
                    $0.options = ["a", "b"]
                })
        }
        #expect(refused?.reason == "ENGINE_UNSUPPORTED")
    }

    @Test(.timeLimit(.minutes(1)), arguments: [[], ["chat", "image"]])
    func everyBridgeIsGivenTexts(kinds: [String]) async throws {
        let line = try await Self.connected(kinds)
        _ = try await line.ada.send("Hello")
        _ = try await line.bridge.nextSend()
    }

    @Test(.timeLimit(.minutes(1))) func whatWasDeletedDoesNotGoOutAgain() async throws {
        let line = try await Self.connected()
        let text = try await line.ada.send("first")
        let first = try await line.bridge.nextSend()
        try await line.bridge.submit(first)
        try await line.house.message(text.id, becomes: .submitted)
        let deletion = try await line.ada.messages.deleteMessage(.with { $0.id = text.id })
        let send = try await line.bridge.nextSend()
        try await line.bridge.submit(send)
        try await line.bridge.ack(send, .server)
        try await line.house.message(deletion.id, becomes: .sent)
        // WhatsApp says no to what was deleted since: else it would be tried again.
        try await line.bridge.ack(first, .error, engineCode: "479")
        try await line.house.message(text.id, becomes: .pending)
        try await line.house.pass(.seconds(120), line.bridge)
        let failed = try await line.house.message(text.id, becomes: .failed)
        #expect(failed.errorCode == "CONFLICT" && failed.attempts == 1 && line.bridge.waitingSends.isEmpty)
        let retried = await refusal { _ = try await line.ada.messages.retryMessage(.with { $0.id = text.id }) }
        #expect(retried?.reason == "CONFLICT")
    }

    @Test(.timeLimit(.minutes(1))) func anEditThatWaitsBehindTheDeletionIsNotSent() async throws {
        let line = try await Self.connected()
        let text = try await sent(line)
        let deletion = try await line.ada.messages.deleteMessage(.with { $0.id = text.id })
        let send = try await line.bridge.nextSend()
        let edit = try await line.ada.messages.editMessage(
            .with {
                $0.id = text.id
                $0.message = "second"
            })
        try await line.bridge.report(
            .result(
                .with {
                    $0.commandId = send.commandId
                    $0.sessionId = send.sessionId
                    $0.epoch = send.epoch
                    $0.outcome = .submitted(.with { $0.state = .server })
                }))
        try await line.house.message(deletion.id, becomes: .sent)
        #expect(try await line.house.message(edit.id, becomes: .failed).errorCode == "CONFLICT")
        #expect(line.bridge.waitingSends.isEmpty)
        #expect(try await shown(line, text.id).content == "first")
    }

    @Test(.timeLimit(.minutes(1))) func whatWhatsAppTakesNoMoreIsNotSent() async throws {
        let line = try await Self.connected()
        let text = try await sent(line)
        try await line.bridge.state(line.assign, .disconnected)
        try await line.house.session(line.session, becomes: .disconnected)
        let edit = try await line.ada.messages.editMessage(
            .with {
                $0.id = text.id
                $0.message = "second"
            })
        let now = line.house.clock.now()
        // However that came about: it has time left, and what it is about has none.
        _ = try await line.house.store.write { db in
            try db.messages.apply(text.id, at: now) { message in
                message.sentAt = now - .seconds(900)
            }
        }
        try await line.bridge.state(line.assign, .connected, phone: "+491510000000")
        let failed = try await line.house.message(edit.id, becomes: .failed)
        #expect(failed.errorCode == "CONFLICT" && failed.attempts == 0)
        #expect(line.bridge.waitingSends.isEmpty)
        #expect(try await shown(line, text.id).content == "first")
    }

    @Test(.timeLimit(.minutes(1))) func whatIsAboutAMessageThatIsGoneFails() async throws {
        let line = try await Self.connected()
        let text = try await sent(line)
        try await line.bridge.state(line.assign, .disconnected)
        try await line.house.session(line.session, becomes: .disconnected)
        let deletion = try await line.ada.messages.deleteMessage(.with { $0.id = text.id })
        _ = try await line.house.store.write { db in try db.execute("DELETE FROM messages WHERE id = ?", text.id) }
        try await line.bridge.state(line.assign, .connected, phone: "+491510000000")
        let failed = try await line.house.message(deletion.id, becomes: .failed)
        #expect(failed.errorCode == "NOT_FOUND")
        #expect(line.bridge.waitingSends.isEmpty)
    }
}

extension Message.OneOfKind {
    /// What a bridge was given, as callers see it.
    init(_ kind: Send.OneOfKind) {
        switch kind {
        case .text(let text): self = .text(text)
        case .media(let media): self = .media(media)
        case .location(let location): self = .location(location)
        case .contact(let contact): self = .contact(contact)
        case .poll(let poll): self = .poll(poll)
        case .reaction(let reaction): self = .reaction(reaction)
        case .edit(let edit): self = .edit(edit)
        case .delete(let deletion): self = .delete(deletion)
        }
    }
}
