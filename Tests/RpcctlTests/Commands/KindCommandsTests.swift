// The commands for every kind of message: what was typed is what is asked, and what is shown is told in words.
import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcctl

@Suite struct KindCommandsTests {
    private static let accepted = Message.with {
        $0.id = 42
        $0.status = .pending
    }

    private static func server(_ method: RPC.Method) -> ScriptedTransport {
        ScriptedTransport([
            method.path: { _, _ in [.item(accepted)] },
            MessagesMethods.watchMessages.path: { _, _ in
                [
                    .item(
                        MessageUpdate.with {
                            $0.message = .with {
                                $0.id = 42
                                $0.status = .sent
                            }
                        })
                ]
            },
        ])
    }

    private func sent<Request: ProtoMessage>(
        _: Request.Type, to method: RPC.Method, _ arguments: [String]
    ) async throws -> Request {
        let server = Self.server(method)
        let ran = await rpcctl(list: ["-o", "json"] + arguments, server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(ran.out.contains("42"))
        return try #require(try server.requests(Request.self, to: method).first)
    }

    @Test func aTextHasItsMentionsAndNoPreview() async throws {
        let request = try await sent(
            SendTextRequest.self, to: MessagesMethods.sendText,
            [
                "send", "text", "+491701234567", "hi @49", "--mention", "+49", "--mention", "1@lid",
                "--no-link-preview",
            ])
        #expect(request.mentions == ["+49", "1@lid"] && request.linkPreview == .off && request.message == "hi @49")
        let plain = try await sent(
            SendTextRequest.self, to: MessagesMethods.sendText, ["send", "text", "+491701234567", "hi"])
        #expect(plain.mentions.isEmpty && plain.linkPreview == .unspecified && !plain.idempotencyKey.isEmpty)
    }

    @Test func aPlaceHasItsDegrees() async throws {
        let request = try await sent(
            SendLocationRequest.self, to: MessagesMethods.sendLocation,
            [
                "send", "location", "--name", "Opera", "--address", "Bennelong", "--session", "7", "--reply-to", "3",
                "--queue-never", "--idempotency-key", "k", "--", "+61", "-33.8568,151.2153",
            ])
        #expect(request.latitude?.value == -33.8568 && request.longitude?.value == 151.2153)
        #expect(request.recipient == "+61" && request.name == "Opera" && request.address == "Bennelong")
        #expect(request.sessionId == 7 && request.replyToId == 3 && request.queue == .never)
        #expect(request.idempotencyKey == "k")
    }

    @Test func aFileThatIsThereIsSentByItsID() async throws {
        let request = try await sent(
            SendMediaRequest.self, to: MessagesMethods.sendMedia,
            [
                "send", "media", "+49", "--media-id", "7", "--caption", "hi @49", "--mention", "+49", "--kind", "voice",
                "--name", "a.ogg", "--idempotency-key", "k", "--session", "main",
            ])
        #expect(request.mediaId == 7 && request.caption == "hi @49" && request.mentions == ["+49"])
        #expect(request.kind == .voice && request.fileName == "a.ogg" && request.idempotencyKey == "k")
        #expect(request.recipient == "+49" && request.session == "main" && request.mediaUrl.isEmpty)
    }

    @Test func aFileThatIsElsewhereIsSentByItsURL() async throws {
        let request = try await sent(
            SendMediaRequest.self, to: MessagesMethods.sendMedia,
            ["send", "media", "+49", "--url", "https://files.example/a.png", "--caption", "look"])
        #expect(request.mediaUrl == "https://files.example/a.png" && request.mediaId == 0 && request.fileName.isEmpty)
        #expect(request.caption == "look" && !request.idempotencyKey.isEmpty)
    }

    @Test(arguments: [
        ["+49"], ["+49", "/nowhere/a.png", "--media-id", "7"], ["+49", "/nowhere/a.png", "--url", "https://a.example"],
        ["+49", "--media-id", "7", "--url", "https://a.example"], ["+49", "--media-id", "7", "--kind", "film"],
    ])
    func aFileIsNamedOnceAndAsAKindThatIsOne(typed: [String]) async {
        let server = Self.server(MessagesMethods.sendMedia)
        #expect(await rpcctl(list: ["send", "media"] + typed, server: server).exit == .usage)
    }

    @Test func aFileThatIsNotHereIsSentToNobody() async throws {
        let server = Self.server(MessagesMethods.sendMedia)
        let ran = await rpcctl("send", "media", "+49", "/nowhere/a.png", server: server)
        #expect(ran.exit == .failed && ran.err.contains("/nowhere/a.png"))
        #expect(try server.requests(SendMediaRequest.self, to: MessagesMethods.sendMedia).isEmpty)
    }

    @Test(arguments: ["52,", "52", "52,13,1", "x,y", "nan,1", "1,inf"]) func aPlaceIsTwoNumbers(typed: String) {
        #expect(SendLocationCommand.Place(argument: typed) == nil)
    }

    @Test func cardsAreNamesWithNumbersOrFiles() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).vcf")
        try Data("BEGIN:VCARD\nFN:Grace\nEND:VCARD\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let request = try await sent(
            SendContactRequest.self, to: MessagesMethods.sendContact,
            ["send", "contact", "+49", "Ada=+491,+492", "B=C=+493", "--vcard", file.path])
        #expect(request.contacts.map(\.displayName) == ["Ada", "B=C", "Grace"])
        #expect(request.contacts.map(\.phoneNumbers) == [["+491", "+492"], ["+493"], []])
        #expect(request.contacts[2].vcard.hasPrefix("BEGIN:VCARD"))
        let none = await rpcctl("send", "contact", "+49", server: Self.server(MessagesMethods.sendContact))
        #expect(none.exit == .usage && none.err.contains("no card"))
    }

    @Test func aPollHasItsOptionsInOrder() async throws {
        let request = try await sent(
            SendPollRequest.self, to: MessagesMethods.sendPoll,
            ["send", "poll", "1@g.us", "Who?", "b", "a", "c", "--selectable", "2"])
        #expect(request.question == "Who?" && request.options == ["b", "a", "c"] && request.selectable == 2)
        #expect(request.recipient == "1@g.us")
    }

    @Test func reactionsEditsAndDeletionsNameTheirMessage() async throws {
        let reaction = try await sent(
            SendReactionRequest.self, to: MessagesMethods.sendReaction, ["send", "reaction", "7", "👍"])
        #expect(reaction.messageId == 7 && reaction.emoji == "👍" && !reaction.idempotencyKey.isEmpty)
        let none = try await sent(
            SendReactionRequest.self, to: MessagesMethods.sendReaction, ["send", "reaction", "7", "--queue-never"])
        #expect(none.emoji == "" && none.queue == .never)
        let edit = try await sent(
            EditMessageRequest.self, to: MessagesMethods.editMessage,
            ["messages", "edit", "7", "new @49", "--mention", "+49"])
        #expect(edit.id == 7 && edit.message == "new @49" && edit.mentions == ["+49"] && !edit.idempotencyKey.isEmpty)
        let deletion = try await sent(
            DeleteMessageRequest.self, to: MessagesMethods.deleteMessage,
            ["messages", "delete", "7", "--idempotency-key", "k"])
        #expect(deletion.id == 7 && deletion.idempotencyKey == "k")
        let read = try await sent(MarkReadRequest.self, to: MessagesMethods.markRead, ["messages", "read", "7"])
        #expect(read.id == 7)
    }

    @Test func everyKindWaitsAlike() async throws {
        for (method, line) in [
            (MessagesMethods.sendText, ["send", "text", "+49", "hi"]),
            (MessagesMethods.sendLocation, ["send", "location", "+49", "1,2"]),
            (MessagesMethods.sendContact, ["send", "contact", "+49", "A=+49"]),
            (MessagesMethods.sendPoll, ["send", "poll", "+49", "Q", "a", "b"]),
            (MessagesMethods.sendReaction, ["send", "reaction", "7", "👍"]),
            (MessagesMethods.editMessage, ["messages", "edit", "7", "new"]),
            (MessagesMethods.deleteMessage, ["messages", "delete", "7"]),
        ] {
            let ran = await rpcctl(list: line + ["--wait", "sent", "-o", "json"], server: Self.server(method))
            #expect(ran.exit == .success, "\(line): \(ran.err)")
            #expect(ran.out.contains("\"sent\""), "\(line)")
        }
    }

    @Test func presenceIsShownInWords() async throws {
        let server = ScriptedTransport([
            MessagesMethods.setPresence.path: { _, _ in [.item(SetPresenceResponse())] }
        ])
        let ran = await rpcctl("sessions", "presence", "+49", "recording", "--session", "work", server: server)
        #expect(ran.exit == .success && ran.out.contains("recording"))
        let request = try #require(try server.requests(SetPresenceRequest.self, to: MessagesMethods.setPresence).first)
        #expect(request.presence == .recording && request.session == "work" && request.recipient == "+49")
    }

    struct Shown: Sendable {
        let message: Message
        let word: String
    }

    static let shown: [Shown] = [
        Shown(message: .with { $0.kind = .text(.init()) }, word: "text"), Shown(message: .init(), word: "text"),
        Shown(message: .with { $0.kind = .media(.with { $0.kind = .voice }) }, word: "voice"),
        Shown(message: .with { $0.kind = .location(.init()) }, word: "location"),
        Shown(message: .with { $0.kind = .contact(.with { $0.cards = [.init()] }) }, word: "contact"),
        Shown(message: .with { $0.kind = .contact(.with { $0.cards = [.init(), .init()] }) }, word: "2 contacts"),
        Shown(message: .with { $0.kind = .poll(.init()) }, word: "poll"),
        Shown(message: .with { $0.kind = .reaction(.with { $0.emoji = "👍" }) }, word: "reaction"),
        Shown(message: .with { $0.kind = .reaction(.init()) }, word: "reaction taken back"),
        Shown(message: .with { $0.kind = .edit(.init()) }, word: "edit"),
        Shown(message: .with { $0.kind = .delete(.init()) }, word: "deletion"),
        Shown(message: .with { $0.kind = .unknown(.with { $0.kind = "call" }) }, word: "call"),
    ]

    @Test(arguments: shown) func tablesShowKindsInWords(shown: Shown) async {
        #expect(MessageText.kind(shown.message) == shown.word)
        let message = shown.message
        let server = ScriptedTransport([
            MessagesMethods.listMessages.path: { _, _ in [.item(ListMessagesResponse.with { $0.messages = [message] })]
            }
        ])
        let ran = await rpcctl("messages", "list", server: server)
        #expect(ran.out.contains("KIND") && ran.out.contains(shown.word), "\(ran.out)")
    }

    @Test func oneMessageShowsWhatBecameOfIt() async {
        let message = Message.with {
            $0.id = 42
            $0.kind = .edit(.with { $0.messageId = 7 })
            $0.chat = "1@g.us"
            ($0.sender, $0.senderLid) = ("+491511234567", "5@lid")
            $0.editedAt = .with { $0.seconds = 1_700_000_000 }
            $0.deletedAt = .with { $0.seconds = 1_700_000_001 }
            $0.reactions = [
                .with {
                    $0.sender = "+49"
                    $0.emoji = "👍"
                }, .with { $0.emoji = "❤️" },
            ]
        }
        let server = ScriptedTransport([MessagesMethods.getMessage.path: { _, _ in [.item(message)] }])
        let ran = await rpcctl("messages", "get", "42", server: server)
        for words in [
            "edit", "1@g.us", "5@lid", "about", "7", "👍 from +49, ❤️ from here", "2023-11-14 22:13:20", "22:13:21",
        ] {
            #expect(ran.out.contains(words), "\(words) in \(ran.out)")
        }
    }
}
