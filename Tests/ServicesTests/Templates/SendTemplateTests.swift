// Texts that a template makes: whose it may be, which values it takes, and what a repeat is answered.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct SendTemplateTests {
    private let house: MessagesHouse
    init() throws { house = try MessagesHouse() }

    private func template(_ client: MessagesClient, _ text: String = "Hi {{name}}, {{code}}") async throws -> Int64 {
        try await client.createTemplate(
            .with {
                $0.name = "welcome"
                $0.text = text
            }
        ).id
    }

    private static func send(_ id: Int64, _ values: [String: String]) -> SendTextRequest {
        .with {
            $0.recipient = "+491701234567"
            $0.templateId = id
            $0.variables = values
        }
    }

    private static func text(_ message: Message) -> TextContent {
        if case .text(let text) = message.kind { text } else { TextContent() }
    }

    @Test func theMessageSaysWhatTheTemplateMakes() async throws {
        let (user, _) = try await house.addTenant("ada")
        let ada = house.client(user: user)
        let id = try await template(ada)
        let sent = try await ada.sendText(Self.send(id, ["name": "Eve", "code": "{{name}}"]))
        #expect(sent.content == "Hi Eve, {{name}}" && Self.text(sent).body == "Hi Eve, {{name}}")
    }

    @Test func whatIsMissingOrUnknownIsNamedAndNothingIsAccepted() async throws {
        let (user, _) = try await house.addTenant("ada")
        let ada = house.client(user: user)
        let id = try await template(ada)
        let wrong = await refusal { _ = try await ada.sendText(Self.send(id, ["name": "Eve", "other": "x"])) }
        #expect(wrong?.reason == "VALIDATION_ERROR")
        #expect(wrong?.violations.map(\.field) == ["variables.code", "variables.other"])
        var both = Self.send(id, ["name": "a", "code": "b"])
        both.message = "Hello"
        #expect(await refusal { _ = try await ada.sendText(both) }?.violations.map(\.field) == ["message"])
        var none = Self.send(0, ["name": "a"])
        none.message = "Hello"
        #expect(await refusal { _ = try await ada.sendText(none) }?.violations.map(\.field) == ["variables"])
        #expect(try await house.counts().messages == 0)
    }

    @Test func whatWouldBeTooLongOrNothingIsRefused() async throws {
        let (user, _) = try await house.addTenant("ada")
        let ada = house.client(user: user)
        let id = try await template(ada, String(repeating: "{{a}}", count: 1_000))
        for value in [String(repeating: "x", count: 66), ""] {
            let refused = await refusal { _ = try await ada.sendText(Self.send(id, ["a": value])) }
            #expect(refused?.violations.map(\.field) == ["variables"])
        }
        #expect(try await ada.sendText(Self.send(id, ["a": "x"])).content.count == 1_000)
    }

    @Test func anAdminUsesTheOwnersTemplatesAndNoOthers() async throws {
        let (user, _) = try await house.addTenant("ada")
        let (root, _) = (try await house.addUser("root", role: .admin), 0)
        let admin = house.client(user: root)
        let adas = try await template(house.client(user: user), "Hi")
        let own = try await template(admin, "Ho")
        var request = Self.send(own, [:])
        request.userId = user
        let given = request
        #expect(await refusal { _ = try await admin.sendText(given) }?.violations.map(\.field) == ["template_id"])
        var right = Self.send(adas, [:])
        right.userId = user
        #expect(try await admin.sendText(right).content == "Hi")
    }

    @Test func aRepeatIsAnsweredAsBeforeWhateverBecameOfTheTemplate() async throws {
        let (user, _) = try await house.addTenant("ada")
        let ada = house.client(user: user)
        let id = try await template(ada)
        var request = Self.send(id, ["name": "Eve", "code": "1"])
        request.idempotencyKey = "k"
        let first = try await ada.sendText(request)
        _ = try await ada.deleteTemplate(.with { $0.id = id })
        #expect(try await ada.sendText(request) == first)
        #expect(try await house.counts().messages == 1)
    }

    @Test func whoIsMentionedMustStandInWhatComesOfIt() async throws {
        let (user, _) = try await house.addTenant("ada")
        let ada = house.client(user: user)
        let id = try await template(ada, "Ask @{{number}}")
        var request = Self.send(id, ["number": "491701234568"])
        request.mentions = ["+491701234568"]
        #expect(try await Self.text(ada.sendText(request)).mentions == ["+491701234568"])
        request.variables = ["number": "1"]
        let other = request
        #expect(await refusal { _ = try await ada.sendText(other) }?.violations.map(\.field) == ["mentions[0]"])
    }
}
