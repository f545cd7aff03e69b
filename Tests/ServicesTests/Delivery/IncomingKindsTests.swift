// What comes in is stored as what it is, and does to the message that it is about what its sender may do to it.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite struct IncomingKindsTests {
    private static let bob = "+491709999999"
    private static let eve = "+491708888888"
    private static let group = "120363041234567890@g.us"

    private struct Heard {
        let line: Line

        init(_ line: Line) { self.line = line }

        /// Reports something and gives it as it is stored.
        @discardableResult
        func says(
            _ id: String, from sender: String = IncomingKindsTests.bob, after seconds: Int = 0,
            _ change: @Sendable (inout Incoming) -> Void
        ) async throws -> Message {
            var incoming = Incoming()
            incoming.sessionId = line.session
            incoming.epoch = line.assign.epoch
            incoming.providerMessageId = id
            incoming.fromPhone = sender
            incoming.at = (line.house.clock.now() - .seconds(3600 - seconds)).timestamp
            change(&incoming)
            try await line.bridge.report(.incoming(incoming))
            try await line.bridge.waitForConfirm()
            return Message(try await row(id))
        }

        func row(_ id: String) async throws -> MessageRecord {
            let session = line.session
            return try await line.house.store.read { db in
                try db.messages.get(sessionID: session, providerMessageID: id, direction: .inbound)
            }.found
        }

        func message(_ id: String) async throws -> Message { Message(try await row(id)) }
    }

    private func heard() async throws -> Heard { Heard(try await KindsTests.connected()) }

    @Test(.timeLimit(.minutes(1))) func eachKindIsStoredAsWhatItIs() async throws {
        let heard = try await heard()
        let text = try await heard.says("T") {
            $0.kind = "text"
            $0.text = "hi @49"
            $0.mentions = ["+49"]
        }
        #expect(
            text.kind
                == .text(
                    .with {
                        $0.body = "hi @49"
                        $0.mentions = ["+49"]
                    }))
        #expect(text.direction == .inbound && text.recipient == "" && text.chat == "" && text.sender == Self.bob)
        let place = try await heard.says("L") {
            $0.chat = Self.group
            $0.content = .location(
                .with {
                    $0.latitude = 1.5
                    $0.longitude = 2
                    $0.name = "Here"
                })
        }
        #expect(place.content == "Here\n1.5, 2.0" && place.chat == Self.group && place.recipient == "")
        let contact = try await heard.says("C") {
            $0.content = .contact(.with { $0.cards = [.with { $0.displayName = "Ada" }] })
        }
        #expect(contact.content == "Ada")
        let poll = try await heard.says("P") {
            $0.content = .poll(
                .with {
                    $0.question = "Who?"
                    $0.options = ["a", "b"]
                })
        }
        #expect(poll.content == "Who?\n- a\n- b")
        let file = try await heard.says("M") {
            $0.text = "look"
            $0.content = .media(
                .with {
                    $0.kind = .image
                    $0.mediaId = 77
                    $0.mimeType = "image/png"
                    $0.size = 5
                })
        }
        #expect(
            file.kind
                == .media(
                    .with {
                        $0.kind = .image
                        $0.caption = "look"
                        $0.mimeType = "image/png"
                        $0.size = 5
                    }))
        #expect(file.content == "look")
    }

    @Test(.timeLimit(.minutes(1))) func bridgesThatKnowNoCasesAreUnderstood() async throws {
        let heard = try await heard()
        let plain = try await heard.says("A") { $0.text = "hi" }
        #expect(plain.kind == .text(.with { $0.body = "hi" }))
        #expect(try await heard.row("A").body.isEmpty)
        let voice = try await heard.says("B") {
            $0.kind = "voice"
            $0.text = "listen"
        }
        #expect(
            voice.kind
                == .media(
                    .with {
                        $0.kind = .voice
                        $0.caption = "listen"
                    }))
        let call = try await heard.says("C") {
            $0.kind = "call_log"
            $0.text = "missed"
        }
        #expect(
            call.kind
                == .unknown(
                    .with {
                        $0.kind = "call_log"
                        $0.text = "missed"
                    }))
        #expect(call.content == "missed")
        let nowhere = try await heard.says("D") {
            $0.text = "somewhere"
            $0.content = .location(.with { $0.latitude = 91 })
        }
        #expect(
            nowhere.kind
                == .unknown(
                    .with {
                        $0.kind = "location"
                        $0.text = "somewhere"
                    }))
    }

    @Test(.timeLimit(.minutes(1))) func aReactionShowsOnWhatWentOutAndIsTakenBack() async throws {
        let heard = try await heard()
        let line = heard.line
        let message = try await line.ada.send("Hello", to: Self.group)
        try await line.bridge.deliver()
        try await line.house.message(message.id, becomes: .delivered)
        @discardableResult
        func reacts(
            _ id: String, _ emoji: String, from sender: String = Self.bob, after seconds: Int
        ) async throws -> Message {
            try await heard.says(id, from: sender, after: seconds) {
                $0.target = message.clientMessageId
                $0.chat = Self.group
                $0.content = .reaction(.with { $0.emoji = emoji })
            }
        }
        let first = try await reacts("R1", "👍", after: 1)
        #expect(
            first.kind
                == .reaction(
                    .with {
                        $0.messageId = message.id
                        $0.emoji = "👍"
                    }))
        try await reacts("R2", "❤️", from: Self.eve, after: 2)
        try await reacts("R3", "🙏", after: 3)
        func shown() async throws -> Message {
            try await line.ada.messages.getMessage(.with { $0.id = message.id })
        }
        #expect(try await shown().reactions.map { "\($0.sender) \($0.emoji)" } == ["\(Self.eve) ❤️", "\(Self.bob) 🙏"])
        #expect(try await shown().timeline.suffix(3).map(\.cause) == ["reacted", "reacted", "reacted"])
        try await reacts("R5", "", after: 5)
        #expect(try await shown().reactions.map(\.emoji) == ["❤️"])
        // Older than what it would undo.
        try await reacts("R4", "👍", after: 4)
        #expect(try await shown().reactions.map(\.emoji) == ["❤️"])
        #expect(try await shown().status == .delivered)
    }

    @Test(.timeLimit(.minutes(1))) func onlyItsSenderEditsAMessageAndTheNewestEditCounts() async throws {
        let heard = try await heard()
        try await heard.says("T") { $0.text = "first" }
        func edits(_ id: String, _ text: String, from sender: String = Self.bob, after seconds: Int) async throws {
            try await heard.says(id, from: sender, after: seconds) {
                $0.target = "T"
                $0.content = .edit(.with { $0.body = text })
            }
        }
        try await edits("E2", "second", after: 2)
        try await edits("E1", "older", after: 1)
        try await edits("E3", "not hers", from: Self.eve, after: 3)
        let shown = try await heard.message("T")
        #expect(shown.content == "second" && shown.kind == .text(.with { $0.body = "second" }))
        #expect(shown.editedAt == (heard.line.house.clock.now() - .seconds(3598)).timestamp)
        #expect(try await heard.message("E3").kind.map { if case .edit = $0 { true } else { false } } == true)
    }

    @Test(.timeLimit(.minutes(1))) func nobodyEditsWhatWentOutFromHere() async throws {
        let heard = try await heard()
        let line = heard.line
        let message = try await line.ada.send("Hello")
        try await line.bridge.deliver()
        try await line.house.message(message.id, becomes: .delivered)
        try await heard.says("E") {
            $0.target = message.clientMessageId
            $0.content = .edit(.with { $0.body = "changed" })
        }
        try await heard.says("D") {
            $0.target = message.clientMessageId
            $0.content = .delete(.init())
        }
        let shown = Message(try await line.house.message(message.id))
        #expect(shown.content == "Hello" && shown.editedAt == nil && shown.deletedAt == nil)
    }

    @Test(.timeLimit(.minutes(1))) func aMessageIsDeletedByItsSenderAndInAGroupByOthersToo() async throws {
        let heard = try await heard()
        try await heard.says("T1") { $0.text = "one" }
        try await heard.says("T2") {
            $0.text = "two"
            $0.chat = Self.group
        }
        func deletes(_ id: String, _ target: String, from sender: String, chat: String = "") async throws {
            try await heard.says(id, from: sender) {
                $0.target = target
                $0.chat = chat
                $0.content = .delete(.init())
            }
        }
        try await deletes("D1", "T1", from: Self.eve)
        #expect(try await heard.message("T1").deletedAt == nil)
        try await deletes("D2", "T1", from: Self.bob)
        #expect(try await heard.message("T1").deletedAt != nil)
        #expect(try await heard.message("T1").content == "one")
        try await heard.says("E1", after: 9) {
            $0.target = "T1"
            $0.content = .edit(.with { $0.body = "changed" })
        }
        #expect(try await heard.message("T1").content == "one")
        try await deletes("D3", "T2", from: Self.eve, chat: Self.group)
        #expect(try await heard.message("T2").deletedAt != nil)
    }

    @Test(.timeLimit(.minutes(1))) func inAGroupNobodyDeletesWhatWentOutFromHere() async throws {
        let heard = try await heard()
        let message = try await heard.line.ada.send("Hello", to: Self.group)
        try await heard.line.bridge.deliver()
        try await heard.line.house.message(message.id, becomes: .delivered)
        try await heard.says("D", from: Self.eve) {
            $0.target = message.clientMessageId
            $0.chat = Self.group
            $0.content = .delete(.init())
        }
        #expect(Message(try await heard.line.house.message(message.id)).deletedAt == nil)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["", "120363041234567891@g.us"])
    func nobodysWordCountsInAnotherChat(chat: String) async throws {
        let heard = try await heard()
        try await heard.says("T") {
            $0.text = "said in the group"
            $0.chat = Self.group
        }
        try await heard.says("P") { $0.text = "said to us alone" }
        let elsewhere = chat.isEmpty ? Self.group : chat
        for (target, chat) in [("T", chat), ("P", elsewhere)] {
            try await heard.says("R" + target, after: 1) {
                $0.target = target
                $0.chat = chat
                $0.content = .reaction(.with { $0.emoji = "👍" })
            }
            try await heard.says("E" + target, after: 2) {
                $0.target = target
                $0.chat = chat
                $0.content = .edit(.with { $0.body = "changed" })
            }
            try await heard.says("D" + target, after: 3) {
                $0.target = target
                $0.chat = chat
                $0.content = .delete(.init())
            }
            let shown = try await heard.message(target)
            #expect(shown.content.hasPrefix("said") && shown.editedAt == nil)
            #expect(shown.deletedAt == nil && shown.reactions.isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(1))) func amongManyWhoIsKnownByAnotherNameIsSomebodyElse() async throws {
        let heard = try await heard()
        func edits(_ id: String, _ target: String, lid: String, chat: String, after seconds: Int) async throws {
            try await heard.says(id, from: "", after: seconds) {
                $0.fromLid = lid
                $0.target = target
                $0.chat = chat
                $0.content = .edit(.with { $0.body = id })
            }
        }
        try await heard.says("T") {
            $0.text = "bob's"
            $0.chat = Self.group
        }
        try await edits("eve's", "T", lid: "4711@lid", chat: Self.group, after: 1)
        #expect(try await heard.message("T").content == "bob's")
        try await heard.says("U") {
            $0.text = "bob's"
            $0.fromLid = "815@lid"
            $0.chat = Self.group
        }
        try await edits("eve's too", "U", lid: "4711@lid", chat: Self.group, after: 1)
        #expect(try await heard.message("U").content == "bob's")
        try await edits("bob's own", "U", lid: "815@lid", chat: Self.group, after: 2)
        #expect(try await heard.message("U").content == "bob's own")
        // Who writes to the account alone may be known by number alone now and by id alone then.
        try await heard.says("P") { $0.text = "bob's" }
        try await edits("his", "P", lid: "815@lid", chat: "", after: 1)
        #expect(try await heard.message("P").content == "his")
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["", group])
    func aPersonHasOneReactionByWhateverName(chat: String) async throws {
        let heard = try await heard()
        let line = heard.line
        let message = try await line.ada.send("Hello", to: chat.isEmpty ? Self.bob : chat)
        try await line.bridge.deliver()
        try await line.house.message(message.id, becomes: .delivered)
        func reacts(_ id: String, _ emoji: String, phone: String, after seconds: Int) async throws -> [String] {
            try await heard.says(id, from: phone, after: seconds) {
                $0.fromLid = "815@lid"
                $0.target = message.clientMessageId
                $0.chat = chat
                $0.content = .reaction(.with { $0.emoji = emoji })
            }
            return try await line.ada.messages.getMessage(.with { $0.id = message.id }).reactions.map(\.emoji)
        }
        #expect(try await reacts("R1", "👍", phone: "", after: 1) == ["👍"])
        #expect(try await reacts("R2", "🙏", phone: Self.bob, after: 2) == ["🙏"])
        #expect(try await reacts("R3", "", phone: Self.bob, after: 3) == [])
    }

    @Test(.timeLimit(.minutes(1))) func whatIsAboutAMessageThatNobodyKnowsIsKeptAndChangesNothing() async throws {
        let heard = try await heard()
        let reaction = try await heard.says("R") {
            $0.target = "never seen"
            $0.content = .reaction(.with { $0.emoji = "👍" })
        }
        #expect(reaction.kind == .reaction(.with { $0.emoji = "👍" }))
    }

    @Test(.timeLimit(.minutes(1))) func whoWritesToAGroupOrReactsHasNotWrittenToUs() async throws {
        let heard = try await heard()
        let session = heard.line.session
        func wrote(_ sender: String) async throws -> Bool {
            try await heard.line.house.store.read { db in try db.pacing.wroteAt(sender, to: session) } != nil
        }
        try await heard.says("G", from: Self.eve) {
            $0.text = "hi all"
            $0.chat = Self.group
        }
        try await heard.says("R", from: Self.eve) {
            $0.content = .reaction(.with { $0.emoji = "👍" })
            $0.chat = Self.eve
        }
        try await heard.says("D", from: Self.eve) {
            $0.content = .delete(.with { _ in })
            $0.chat = Self.eve
        }
        #expect(try await !wrote(Self.eve))
        try await heard.says("T", from: Self.eve) {
            $0.text = "hi"
            $0.chat = Self.eve
        }
        #expect(try await wrote(Self.eve))
    }

    @Test(.timeLimit(.minutes(1))) func whatIsTooLongIsCutAndNeverLosesTheFact() async throws {
        let heard = try await heard()
        let long = String(repeating: "x", count: 3000)
        let poll = try await heard.says("P") {
            $0.content = .poll(
                .with {
                    $0.question = long
                    $0.options = Array(repeating: "o", count: 100)
                    $0.selectable = -5
                })
        }
        guard case .poll(let kept) = poll.kind else { throw Unexpected("\(poll)") }
        #expect(kept.question.utf8.count == 1024 && kept.options.count == 64 && kept.selectable == 0)
        let unknown = try await heard.says("U") {
            $0.kind = long
            $0.chat = long
        }
        guard case .unknown(let word) = unknown.kind else { throw Unexpected("\(unknown)") }
        #expect(word.kind.utf8.count == 64 && unknown.chat == "")
    }
}
