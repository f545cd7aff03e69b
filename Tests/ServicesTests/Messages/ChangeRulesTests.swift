// What may be done to a message that is there: reacted to, edited, deleted; by whom, and how long.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct ChangeRulesTests {
    /// A user whose session sent, or got, one message.
    private struct Scene {
        let house: MessagesHouse
        let user: Int64
        let session: Int64
        let message: Int64

        init(
            status: MessageRecord.Status = .sent, direction: MessageRecord.Direction = .outbound,
            kind: MessageRecord.Kind = .text, provider: String = "P1", sent: Duration = .zero, chat: String = "",
            to recipient: String = "+491701234567"
        ) async throws {
            let house = try MessagesHouse()
            let (user, session) = try await house.addTenant("ada")
            self.house = house
            self.user = user
            self.session = session
            let now = house.clock.now()
            message = try await house.store.write { db in
                var row = MessageRecord(
                    userID: user, sessionID: session, direction: direction, kind: kind, status: status,
                    recipient: direction == .outbound ? recipient : chat,
                    sender: direction == .inbound ? "+491709999999" : "", providerMessageID: provider,
                    createdAt: now - sent, content: "first", body: [])
                row.sentAt = status == .pending ? nil : now - sent
                return try db.messages.insert(row)
            }
        }

        var client: MessagesClient { house.client(user: user) }

        func react(_ emoji: String = "👍") async throws -> Message {
            try await client.sendReaction(
                .with {
                    $0.messageId = message
                    $0.emoji = emoji
                })
        }

        func edit(_ text: String = "second") async throws -> Message {
            try await client.editMessage(
                .with {
                    $0.id = message
                    $0.message = text
                })
        }

        func delete() async throws -> Message { try await client.deleteMessage(.with { $0.id = message }) }

        func row(_ id: Int64) async throws -> MessageRecord? {
            try await house.store.read { db in try db.messages.get(id) }
        }
    }

    private func fields(_ call: () async throws -> Message) async -> [String]? {
        let error = await refusal { _ = try await call() }
        guard let error else { return nil }
        #expect(error.reason == "VALIDATION_ERROR", "\(error)")
        return error.violations.map(\.field)
    }

    // MARK: Reactions

    @Test(arguments: ["👍", "❤️", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇪", "1️⃣", "❤", "👍🏽", ""]) func anEmojiIsAReaction(emoji: String) async throws {
        let scene = try await Scene()
        let message = try await scene.react(emoji)
        #expect(
            message.kind
                == .reaction(
                    .with {
                        $0.messageId = scene.message
                        $0.emoji = emoji
                    }))
        #expect(message.content == emoji && message.recipient == "+491701234567" && message.status == .pending)
    }

    @Test(arguments: ["x", "1", "#", "👍👍", "ok", " ", "👍 ", "Ω", String(repeating: "\u{1F468}\u{200D}", count: 12)])
    func whatIsNoEmojiIsNoReaction(emoji: String) async throws {
        let scene = try await Scene()
        #expect(await fields { try await scene.react(emoji) } == ["emoji"])
    }

    @Test func whatCameInIsReactedToWhereItCameIn() async throws {
        let direct = try await Scene(status: .delivered, direction: .inbound)
        #expect(try await direct.react().recipient == "+491709999999")
        let group = try await Scene(status: .delivered, direction: .inbound, chat: "120363041234567890@g.us")
        #expect(try await group.react().recipient == "120363041234567890@g.us")
    }

    @Test func whatWhatsAppDoesNotKnowIsNotReactedTo() async throws {
        let scene = try await Scene(status: .pending, provider: "")
        #expect(await fields { try await scene.react() } == ["message_id"])
        #expect(
            await fields { try await scene.client.sendReaction(.with { $0.emoji = "👍" }) } == ["message_id"])
        #expect(
            await refusal { _ = try await scene.client.sendReaction(.with { $0.messageId = 999 }) }?.reason
                == "NOT_FOUND")
    }

    @Test func anothersMessageIsNone() async throws {
        let scene = try await Scene()
        let eve = try await scene.house.addUser("eve")
        _ = try await scene.house.addSession(eve)
        let client = scene.house.client(user: eve)
        let id = scene.message
        for call: @Sendable () async throws -> Message in [
            { try await client.sendReaction(.with { $0.messageId = id }) },
            {
                try await client.editMessage(
                    .with {
                        $0.id = id
                        $0.message = "x"
                    })
            },
            { try await client.deleteMessage(.with { $0.id = id }) },
            { try await client.markRead(.with { $0.id = id }) },
        ] {
            #expect(await refusal { _ = try await call() }?.reason == "NOT_FOUND")
        }
    }

    // MARK: Edits

    @Test func anEditIsAMessageThatExpiresWhenWhatsAppTakesItNoMore() async throws {
        let scene = try await Scene(sent: .seconds(300))
        let edit = try await scene.edit()
        #expect(
            edit.kind
                == .edit(
                    .with {
                        $0.messageId = scene.message
                        $0.body = "second"
                    }))
        #expect(edit.content == "second" && edit.recipient == "+491701234567" && edit.replyToId == 0)
        #expect(edit.expiresAt == (scene.house.clock.now() + .seconds(600)).timestamp)
        let sooner = scene.house.clock.now() + .seconds(60)
        let short = try await scene.client.editMessage(
            .with {
                $0.id = scene.message
                $0.message = "third"
                $0.expiresAt = sooner.timestamp
            })
        #expect(short.expiresAt == sooner.timestamp)
        // Nothing has gone out yet.
        #expect(try await scene.row(scene.message)?.content == "first")
    }

    @Test(arguments: [899, 900, 901]) func aTextIsEditedWithinFifteenMinutes(seconds: Int) async throws {
        let scene = try await Scene(sent: .seconds(seconds))
        #expect(await fields { try await scene.edit() } == (seconds < 900 ? nil : ["id"]))
    }

    @Test(arguments: [MessageRecord.Status.pending, .scheduled, .dispatched, .unknown, .failed, .expired, .cancelled])
    func whatHasNotGoneOutIsNeitherEditedNorDeleted(status: MessageRecord.Status) async throws {
        let scene = try await Scene(status: status)
        #expect(await fields { try await scene.edit() } == ["id"])
        #expect(await fields { try await scene.delete() } == ["id"])
    }

    @Test(arguments: [MessageRecord.Status.submitted, .sent, .delivered, .read, .played])
    func whatHasGoneOutIsEditedAndDeleted(status: MessageRecord.Status) async throws {
        let scene = try await Scene(status: status)
        #expect(await fields { try await scene.edit() } == nil)
        #expect(await fields { try await scene.delete() } == nil)
    }

    @Test func onlyTextsThatWereSentFromHereAreEdited() async throws {
        let incoming = try await Scene(status: .delivered, direction: .inbound)
        #expect(await fields { try await incoming.edit() } == ["id"])
        for kind in MessageRecord.Kind.allCases where kind != .text {
            let scene = try await Scene(kind: kind)
            #expect(await fields { try await scene.edit() } == ["id"], "\(kind)")
        }
        let scene = try await Scene()
        #expect(await fields { try await scene.edit("") } == ["message"])
        #expect(await fields { try await scene.edit(String(repeating: "x", count: 65_537)) } == ["message"])
        let wrong = await refusal {
            _ = try await scene.client.editMessage(
                .with {
                    $0.id = scene.message
                    $0.message = "hi"
                    $0.mentions = ["+491701234567"]
                    $0.scheduledAt = (scene.house.clock.now() + .seconds(10)).timestamp
                })
        }
        #expect(wrong?.violations.map(\.field) == ["mentions[0]"])
    }

    @Test(arguments: ["123456789@newsletter", "120363041234567890@g.us"])
    func anEditInAChannelMentionsNobody(recipient: String) async throws {
        let scene = try await Scene(to: recipient)
        let refused = await fields {
            try await scene.client.editMessage(
                .with {
                    $0.id = scene.message
                    $0.message = "hi @491709999999"
                    $0.mentions = ["+491709999999"]
                })
        }
        #expect(refused == (recipient.hasSuffix("@newsletter") ? ["mentions"] : nil))
        #expect(await fields { try await scene.edit() } == nil)
    }

    @Test func anEditIsNotScheduledForTooLate() async throws {
        let scene = try await Scene()
        let late = scene.house.clock.now() + .seconds(900)
        let error = await refusal {
            _ = try await scene.client.editMessage(
                .with {
                    $0.id = scene.message
                    $0.message = "x"
                    $0.scheduledAt = late.timestamp
                })
        }
        #expect(error?.violations.map(\.field) == ["scheduled_at"])
    }

    // MARK: Deletions

    @Test(arguments: [60 * 3600 - 1, 60 * 3600]) func aMessageIsDeletedWithinSixtyHours(seconds: Int) async throws {
        let scene = try await Scene(sent: .seconds(seconds))
        #expect(await fields { try await scene.delete() } == (seconds < 60 * 3600 ? nil : ["id"]))
    }

    @Test func whatIsDeletedWasSentFromHereAndIsAMessageOfItsOwn() async throws {
        let incoming = try await Scene(status: .delivered, direction: .inbound)
        #expect(await fields { try await incoming.delete() } == ["id"])
        for kind: MessageRecord.Kind in [.reaction, .edit, .delete] {
            let scene = try await Scene(kind: kind)
            #expect(await fields { try await scene.delete() } == ["id"])
            #expect(await fields { try await scene.react() } == ["message_id"])
            let reply = await refusal {
                _ = try await scene.client.sendText(
                    .with {
                        $0.recipient = "+491701234567"
                        $0.message = "x"
                        $0.replyToId = scene.message
                    })
            }
            #expect(reply?.violations.map(\.field) == ["reply_to_id"])
        }
        let poll = try await Scene(kind: .poll)
        let deletion = try await poll.delete()
        #expect(deletion.kind == .delete(.with { $0.messageId = poll.message }))
        #expect(deletion.content == "")
        #expect(deletion.expiresAt == (poll.house.clock.now() + .seconds(86_400)).timestamp)
    }

    @Test func whatWasDeletedIsNeitherEditedNorReactedToNorQuoted() async throws {
        let scene = try await Scene()
        let (message, now) = (scene.message, scene.house.clock.now())
        let deleted = Message.with { $0.deletedAt = now.timestamp }.encoded()
        _ = try await scene.house.store.write { db in
            try db.messages.revise(message, content: "first", body: deleted, at: now)
        }
        #expect(await fields { try await scene.edit() } == ["id"])
        #expect(await fields { try await scene.react() } == ["message_id"])
        let reply = await fields {
            try await scene.client.sendText(
                .with {
                    $0.recipient = "+491701234567"
                    $0.message = "x"
                    $0.replyToId = message
                })
        }
        #expect(reply == ["reply_to_id"])
        // Somebody may not have heeded the first.
        #expect(await fields { try await scene.delete() } == nil)
    }

    struct Quote: Sendable {
        var direction = MessageRecord.Direction.inbound
        var chat = ""
        var to = "+491701234567"
        let recipient: String
        let isTaken: Bool
    }

    private static let group = "120363041234567890@g.us"

    static let quotes: [Quote] = [
        Quote(recipient: "+491709999999", isTaken: true),
        Quote(recipient: "491709999999@s.whatsapp.net", isTaken: true),
        // By its id alone: it may be the same person.
        Quote(recipient: "4711@lid", isTaken: true),
        Quote(recipient: "+491701234567", isTaken: false),
        Quote(recipient: group, isTaken: false),
        Quote(chat: group, recipient: group, isTaken: true),
        Quote(chat: group, recipient: "+491709999999", isTaken: false),
        Quote(chat: group, recipient: "120363041234567891@g.us", isTaken: false),
        Quote(direction: .outbound, recipient: "491701234567@c.us", isTaken: true),
        Quote(direction: .outbound, recipient: "+491709999999", isTaken: false),
        Quote(direction: .outbound, to: group, recipient: group, isTaken: true),
        Quote(direction: .outbound, to: group, recipient: "+491709999999", isTaken: false),
    ]

    @Test(arguments: quotes) func whatWasSaidInOneChatIsNotQuotedInAnother(quote: Quote) async throws {
        let scene = try await Scene(status: .delivered, direction: quote.direction, chat: quote.chat, to: quote.to)
        let wrong = await fields {
            try await scene.client.sendText(
                .with {
                    $0.recipient = quote.recipient
                    $0.message = "x"
                    $0.replyToId = scene.message
                })
        }
        #expect(wrong == (quote.isTaken ? nil : ["reply_to_id"]))
    }

    @Test(arguments: [false, true]) func whatTheAccountBeforeSentOrGotIsLeftAlone(isAnother: Bool) async throws {
        func relinked(_ scene: Scene) async throws {
            guard isAnother else { return }
            let (session, now) = (scene.session, scene.house.clock.now())
            _ = try await scene.house.store.write { db in
                try db.sessions.apply(session, at: now) { $0.accountSince = now }
            }
            scene.house.clock.advance(by: .seconds(1))
        }
        let scene = try await Scene()
        try await relinked(scene)
        #expect(await fields { try await scene.edit() } == (isAnother ? ["id"] : nil))
        #expect(await fields { try await scene.react() } == (isAnother ? ["message_id"] : nil))
        #expect(await fields { try await scene.delete() } == (isAnother ? ["id"] : nil))
        let reply = await fields {
            try await scene.client.sendText(
                .with {
                    $0.recipient = "+491701234567"
                    $0.message = "x"
                    $0.replyToId = scene.message
                })
        }
        #expect(reply == (isAnother ? ["reply_to_id"] : nil))
        let incoming = try await Scene(status: .delivered, direction: .inbound)
        try await relinked(incoming)
        let read = await refusal { _ = try await incoming.client.markRead(.with { $0.id = incoming.message }) }
        // No bridge is ever there.
        #expect(read?.reason == (isAnother ? "VALIDATION_ERROR" : "SESSION_NOT_CONNECTED"))
    }

    // MARK: What bridges can

    @Test func whatTheSessionsBridgeCannotSendIsRefusedAlsoWhenItIsGone() async throws {
        let scene = try await Scene()
        #expect(await fields { try await scene.react() } == nil, "nobody knows what its engine can")
        let (session, now) = (scene.session, scene.house.clock.now())
        func bridge(_ kinds: [String]) async throws {
            try await scene.house.store.write { db in
                let row = try db.bridges.upsert(
                    BridgeRecord(
                        identity: "uid:0", name: "b", instanceID: "i", engine: "simulator", kinds: kinds, createdAt: now
                    ))
                try db.sessions.apply(session, at: now) { $0.holderID = row.id }
                try db.sessions.apply(session, at: now) { $0.releaseLease() }
            }
        }
        try await bridge(["text", "edit"])
        for call: () async throws -> Message in [{ try await scene.react() }, { try await scene.delete() }] {
            let error = await refusal { _ = try await call() }
            #expect(error?.reason == "ENGINE_UNSUPPORTED" && error?.code == .failedPrecondition)
        }
        #expect(await refusal { _ = try await scene.react() }?.metadata["kind"] == "reaction")
        #expect(await fields { try await scene.edit() } == nil)
        _ = try await scene.client.sendText(
            .with {
                $0.recipient = "+491701234567"
                $0.message = "texts every engine sends"
            })
        try await bridge(["text", "reaction"])
        #expect(await fields { try await scene.react() } == nil)
    }

    @Test func aFailedChangeIsTriedAgainOnlyWhileWhatsAppTakesIt() async throws {
        let scene = try await Scene()
        let edit = try await scene.edit()
        try await scene.house.move(edit.id, to: .failed)
        let again = try await scene.client.retryMessage(.with { $0.id = edit.id })
        #expect(again.status == .pending && again.expiresAt == edit.expiresAt)
        try await scene.house.move(edit.id, to: .failed)
        scene.house.clock.advance(by: .seconds(901))
        #expect(
            await refusal { _ = try await scene.client.retryMessage(.with { $0.id = edit.id }) }?.reason == "CONFLICT")
    }

    @Test func aLostChangeIsSentAgainOnlyWhileWhatsAppTakesIt() async throws {
        let scene = try await Scene()
        let edit = try await scene.edit()
        func resend() async throws -> Message {
            try await scene.client.resolveMessage(
                .with {
                    $0.id = edit.id
                    $0.resolution = .resend
                })
        }
        try await scene.house.move(edit.id, to: .unknown)
        let again = try await resend()
        #expect(again.status == .pending && again.expiresAt == edit.expiresAt)
        try await scene.house.move(edit.id, to: .unknown)
        scene.house.clock.advance(by: .seconds(901))
        #expect(await refusal { _ = try await resend() }?.reason == "CONFLICT")
    }
}
