// What each kind of message may say: for each rule what it takes and what it refuses, with the field named.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

private let number = "+491701234567"
private let group = "120363041234567890@g.us"
private let channel = "120363041234567890@newsletter"

@Suite struct KindChecksTests {
    private func refused(
        _ call: @Sendable (MessagesClient) async throws -> Message
    ) async throws -> [String] {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let error = await refusal { _ = try await call(house.client(user: user)) }
        guard let error else { return [] }
        #expect(error.reason == "VALIDATION_ERROR", "\(error)")
        #expect(try await house.counts() == (0, 0))
        return error.violations.map(\.field)
    }

    // MARK: Texts

    struct TextCase: Sendable {
        var text = "hi"
        var mentions: [String] = []
        var preview = LinkPreview.unspecified
        var recipient = number
        var wrong: [String] = []
    }

    static let texts: [TextCase] = [
        TextCase(text: "hi @491701234567", mentions: [number]),
        TextCase(text: "hi @491701234567!", mentions: ["491701234567@s.whatsapp.net"]),
        TextCase(text: "hi @491701234567", mentions: ["0049 170 1234567"], recipient: group),
        TextCase(text: "@12345 @491701234567", mentions: ["12345@lid", number]),
        TextCase(text: "see https://example.com", preview: .off),
        TextCase(text: "see https://example.com", preview: .on, recipient: channel),
        TextCase(text: "hi", mentions: [number], wrong: ["mentions[0]"]),
        TextCase(text: "hi @4917012345678", mentions: [number], wrong: ["mentions[0]"]),
        TextCase(text: "hi 491701234567", mentions: [number], wrong: ["mentions[0]"]),
        TextCase(text: "hi @491701234567", mentions: ["ada"], wrong: ["mentions[0]"]),
        TextCase(text: "hi @120363041234567890", mentions: [group], wrong: ["mentions[0]"]),
        TextCase(text: "hi @120363041234567890", mentions: [channel], wrong: ["mentions[0]"]),
        TextCase(
            text: "@491701234567", mentions: [number, "x"] + Array(repeating: number, count: 3), wrong: ["mentions[1]"]),
        TextCase(text: "@1", mentions: Array(repeating: number, count: 1025), wrong: ["mentions"]),
        TextCase(text: "hi @491701234567", mentions: [number], recipient: channel, wrong: ["mentions"]),
        TextCase(text: "", mentions: [number], wrong: ["message", "mentions[0]"]),
    ]

    @Test(arguments: texts) func aTextMentionsWhomItNames(text: TextCase) async throws {
        let wrong = try await refused { client in
            try await client.sendText(
                .with {
                    $0.recipient = text.recipient
                    $0.message = text.text
                    $0.mentions = text.mentions
                    $0.linkPreview = text.preview
                })
        }
        #expect(wrong == text.wrong)
    }

    @Test func whoIsMentionedTwiceIsMentionedOnceInOneSpelling() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let message = try await house.client(user: user).sendText(
            .with {
                $0.recipient = group
                $0.message = "@491701234567"
                $0.mentions = [number, "0049 170 1234567"]
                $0.linkPreview = .off
            })
        let said = TextContent.with {
            $0.body = "@491701234567"
            $0.mentions = [number]
            $0.linkPreview = .off
        }
        #expect(message.kind == .text(said))
        #expect(message.content == "@491701234567")
        let again = try await house.client(user: user).getMessage(.with { $0.id = message.id })
        #expect(again.kind == .text(said))
    }

    // MARK: Places

    struct PlaceCase: Sendable {
        var latitude: Double? = 52.5
        var longitude: Double? = 13.25
        var name = ""
        var address = ""
        var recipient = number
        var wrong: [String] = []
    }

    static let places: [PlaceCase] = [
        PlaceCase(), PlaceCase(latitude: 0, longitude: 0), PlaceCase(latitude: -90, longitude: 180),
        PlaceCase(latitude: 90, longitude: -180, name: "Pole", address: "Ice", recipient: group),
        PlaceCase(name: String(repeating: "é", count: 256)),
        PlaceCase(latitude: nil, wrong: ["latitude"]), PlaceCase(longitude: nil, wrong: ["longitude"]),
        PlaceCase(latitude: 90.001, wrong: ["latitude"]), PlaceCase(longitude: -180.001, wrong: ["longitude"]),
        PlaceCase(latitude: .nan, wrong: ["latitude"]), PlaceCase(longitude: .infinity, wrong: ["longitude"]),
        PlaceCase(name: String(repeating: "x", count: 257), wrong: ["name"]),
        PlaceCase(name: String(repeating: "🚲", count: 129), wrong: ["name"]),
        PlaceCase(name: "a\nb", wrong: ["name"]),
        PlaceCase(address: String(repeating: "x", count: 1025), wrong: ["address"]),
        PlaceCase(recipient: channel, wrong: ["recipient"]),
    ]

    @Test(arguments: places) func aPlaceIsOnTheGlobe(place: PlaceCase) async throws {
        let wrong = try await refused { client in
            try await client.sendLocation(
                .with {
                    $0.recipient = place.recipient
                    $0.latitude = place.latitude.map { value in DoubleValue.with { $0.value = value } }
                    $0.longitude = place.longitude.map { value in DoubleValue.with { $0.value = value } }
                    $0.name = place.name
                    $0.address = place.address
                })
        }
        #expect(wrong == place.wrong)
    }

    // MARK: Contacts

    struct CardCase: Sendable {
        var cards: [ContactCard]
        var recipient = number
        var wrong: [String] = []
    }

    private static func card(
        _ name: String = "Ada", _ phones: [String] = [number], emails: [String] = [], organization: String = "",
        vcard: String = ""
    ) -> ContactCard {
        .with {
            $0.displayName = name
            $0.phoneNumbers = phones
            $0.emails = emails
            $0.organization = organization
            $0.vcard = vcard
        }
    }

    private static let vcard = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n"

    static let cards: [CardCase] = [
        CardCase(cards: [card()]), CardCase(cards: Array(repeating: card(), count: 50), recipient: group),
        CardCase(cards: [card("Ada", [], emails: ["ada@example.com"])]),
        CardCase(cards: [card("Ada", [], vcard: vcard)]),
        CardCase(cards: [], wrong: ["contacts"]),
        CardCase(cards: Array(repeating: card(), count: 51), wrong: ["contacts"]),
        CardCase(cards: [card(), card("")], wrong: ["contacts[1].display_name"]),
        CardCase(cards: [card("  ")], wrong: ["contacts[0].display_name"]),
        CardCase(cards: [card("A\u{7F}")], wrong: ["contacts[0].display_name"]),
        CardCase(cards: [card("Ada", [])], wrong: ["contacts[0].phone_numbers"]),
        CardCase(cards: [card("Ada", ["0170 1234567"])], wrong: ["contacts[0].phone_numbers"]),
        CardCase(cards: [card("Ada", ["12345@lid"])], wrong: ["contacts[0].phone_numbers"]),
        CardCase(cards: [card("Ada", Array(repeating: number, count: 11))], wrong: ["contacts[0].phone_numbers"]),
        CardCase(
            cards: [card(organization: String(repeating: "x", count: 257))], wrong: ["contacts[0].organization"]),
        CardCase(cards: [card(emails: [""])], wrong: ["contacts[0].emails"]),
        CardCase(cards: [card(emails: Array(repeating: "a@b", count: 11))], wrong: ["contacts[0].emails"]),
        CardCase(cards: [card(vcard: "hello")], wrong: ["contacts[0].vcard"]),
        CardCase(cards: [card(vcard: vcard + vcard)], wrong: ["contacts[0].vcard"]),
        CardCase(
            cards: [card(vcard: "BEGIN:VCARD\nNOTE:\(String(repeating: "x", count: 16 << 10))\nEND:VCARD")],
            wrong: ["contacts[0].vcard"]),
        CardCase(
            cards: Array(
                repeating: card(vcard: "BEGIN:VCARD\nNOTE:\(String(repeating: "x", count: 14_000))\nEND:VCARD"),
                count: 5), wrong: ["contacts"]),
        CardCase(cards: [card()], recipient: channel, wrong: ["recipient"]),
    ]

    @Test(arguments: cards) func aCardIsWhole(given: CardCase) async throws {
        let wrong = try await refused { client in
            try await client.sendContact(
                .with {
                    $0.recipient = given.recipient
                    $0.contacts = given.cards
                })
        }
        #expect(wrong == given.wrong)
    }

    @Test func aCardOfFieldsBecomesAVCardByWhichWhatsAppFindsTheAccount() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let message = try await house.client(user: user).sendContact(
            .with {
                $0.recipient = number
                $0.contacts = [
                    Self.card(
                        "Lovelace; Ada,\u{301} \\", ["0049 170 1234567"], emails: ["a@b"], organization: "Engines, Ltd"),
                    Self.card("Bob", [], vcard: Self.vcard),
                ]
            })
        guard case .contact(let contact) = message.kind else {
            Issue.record("\(message)")
            return
        }
        #expect(
            contact.cards[0].vcard == """
                BEGIN:VCARD
                VERSION:3.0
                N:;Lovelace\\; Ada\\,\u{301} \\\\;;;
                FN:Lovelace\\; Ada\\,\u{301} \\\\
                ORG:Engines\\, Ltd;
                TEL;type=CELL;type=VOICE;waid=491701234567:+491701234567
                EMAIL;type=INTERNET:a@b
                END:VCARD
                """)
        #expect(contact.cards[0].phoneNumbers == [number])
        #expect(contact.cards[1].vcard == Self.vcard)
        #expect(message.content == "Lovelace; Ada,\u{301} \\, Bob")
    }

    // MARK: Polls

    struct PollCase: Sendable {
        var question = "Who?"
        var options = ["a", "b"]
        var selectable: Int32 = 0
        var recipient = number
        var wrong: [String] = []
    }

    static let polls: [PollCase] = [
        PollCase(), PollCase(selectable: 2), PollCase(recipient: group), PollCase(recipient: channel),
        PollCase(options: (1...12).map { "\($0)" }, selectable: 12),
        PollCase(question: String(repeating: "ü", count: 255), options: [String(repeating: "ü", count: 100), "b"]),
        PollCase(question: "", wrong: ["question"]), PollCase(question: " ", wrong: ["question"]),
        PollCase(question: String(repeating: "x", count: 256), wrong: ["question"]),
        PollCase(question: String(repeating: "🚲", count: 128), wrong: ["question"]),
        PollCase(options: ["a"], wrong: ["options"]), PollCase(options: [], wrong: ["options"]),
        PollCase(options: (1...13).map { "\($0)" }, wrong: ["options"]),
        PollCase(options: ["a", "a"], wrong: ["options"]),
        PollCase(options: ["a", ""], wrong: ["options[1]"]),
        PollCase(options: ["a", String(repeating: "x", count: 101)], wrong: ["options[1]"]),
        PollCase(selectable: 3, wrong: ["selectable"]), PollCase(selectable: -1, wrong: ["selectable"]),
    ]

    @Test(arguments: polls) func aPollHasTwoToTwelveOptions(poll: PollCase) async throws {
        let wrong = try await refused { client in
            try await client.sendPoll(
                .with {
                    $0.recipient = poll.recipient
                    $0.question = poll.question
                    $0.options = poll.options
                    $0.selectable = poll.selectable
                })
        }
        #expect(wrong == poll.wrong)
    }

    // MARK: What all have in common

    @Test func whatIsWrongWithARequestIsNamedAtOnceWhateverItsKind() async throws {
        let wrong = try await refused { client in
            try await client.sendPoll(
                .with {
                    $0.recipient = "0170"
                    $0.replyToId = -1
                    $0.scheduledAt = .with { $0.nanos = -1 }
                    $0.expiresAt = .with { $0.nanos = -1 }
                })
        }
        #expect(
            Set(wrong) == [
                "recipient", "question", "options", "reply_to_id", "scheduled_at", "expires_at",
            ])
    }

    @Test func aChannelTakesNoReply() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let first = try await client.sendText(
            .with {
                $0.recipient = number
                $0.message = "x"
            })
        let error = await refusal {
            _ = try await client.sendText(
                .with {
                    $0.recipient = channel
                    $0.message = "x"
                    $0.replyToId = first.id
                })
        }
        #expect(error?.violations.map(\.field) == ["reply_to_id"])
    }

    @Test func whatIsSaidIsThereInPlainTextToo() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let place = try await client.sendLocation(
            .with {
                $0.recipient = number
                $0.latitude = .with { $0.value = 52.5 }
                $0.longitude = .with { $0.value = -13.25 }
                $0.name = "Here"
            })
        #expect(place.content == "Here\n52.5, -13.25")
        #expect(
            place.kind
                == .location(
                    .with {
                        $0.latitude = 52.5
                        $0.longitude = -13.25
                        $0.name = "Here"
                    }))
        let poll = try await client.sendPoll(
            .with {
                $0.recipient = number
                $0.question = "Who?"
                $0.options = ["a", "b"]
                $0.selectable = 1
            })
        #expect(poll.content == "Who?\n- a\n- b")
        let listed = try await client.listMessages(.init()).messages
        #expect(listed.map(\.kind) == [poll.kind, place.kind])
    }

    @Test func aRepeatIsAnsweredWithTheFirstWhateverTheKind() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        func send(_ question: String) async throws -> Message {
            try await client.sendPoll(
                .with {
                    $0.recipient = number
                    $0.question = question
                    $0.options = ["a", "b"]
                    $0.idempotencyKey = "k"
                })
        }
        let first = try await send("Who?")
        #expect(try await send("Who?") == first)
        #expect(await refusal { _ = try await send("Why?") }?.reason == "IDEMPOTENCY_KEY_REUSED")
        #expect(try await house.counts().messages == 1)
    }

    @Test func theLimitsAreThoseOfTexts() async throws {
        let house = try MessagesHouse()
        let user = try await house.addUser("ada", perDay: 1)
        _ = try await house.addSession(user)
        let client = house.client(user: user)
        func send() async throws {
            _ = try await client.sendPoll(
                .with {
                    $0.recipient = number
                    $0.question = "Who?"
                    $0.options = ["a", "b"]
                })
        }
        try await send()
        #expect(await refusal { try await send() }?.reason == "QUOTA_EXCEEDED")
    }
}
