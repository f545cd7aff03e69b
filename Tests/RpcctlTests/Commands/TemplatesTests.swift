// `templates`: what is asked for and what is shown.
import Codec
import Contract
import RPC
import Testing

@testable import rpcctl

@Suite struct TemplatesTests {
    private static let template = Template.with {
        $0.id = 7
        $0.name = "welcome"
        $0.text = "Hi {{name}}"
        $0.variables = ["name"]
    }

    private static func server(_ found: [Template] = [template]) -> ScriptedTransport {
        ScriptedTransport([
            MessagesMethods.createTemplate.path: { _, _ in [.item(template)] },
            MessagesMethods.getTemplate.path: { _, _ in [.item(template)] },
            MessagesMethods.updateTemplate.path: { _, _ in [.item(template)] },
            MessagesMethods.deleteTemplate.path: { _, _ in [.item(DeleteTemplateResponse())] },
            MessagesMethods.listTemplates.path: { _, _ in
                [.item(ListTemplatesResponse.with { $0.templates = found })]
            },
        ])
    }

    @Test func aTemplateIsMadeListedAndShown() async throws {
        let server = Self.server()
        let made = await rpcctl("templates", "create", "welcome", "Hi {{name}}", server: server)
        #expect(made.exit == .success && made.out.contains("Hi {{name}}"), "\(made.err)")
        let request = try #require(
            try server.requests(CreateTemplateRequest.self, to: MessagesMethods.createTemplate).first)
        #expect(request.name == "welcome" && request.text == "Hi {{name}}")
        #expect(await rpcctl("templates", "list", server: server).out.contains("welcome"))
        #expect(
            await rpcctl("templates", "list", "-o", "json", server: server).out.contains("\"variables\":[\"name\"]"))
    }

    @Test func aNameIsLookedUpAndANumberIsAnId() async throws {
        let server = Self.server()
        #expect(await rpcctl("templates", "get", "welcome", server: server).exit == .success)
        #expect(await rpcctl("templates", "get", "7", server: server).exit == .success)
        let asked = try server.requests(ListTemplatesRequest.self, to: MessagesMethods.listTemplates)
        #expect(asked.map(\.name) == ["welcome"])
        #expect(try server.requests(GetTemplateRequest.self, to: MessagesMethods.getTemplate).map(\.id) == [7])
        #expect(await rpcctl("templates", "get", "nobody", server: Self.server([])).exit == .failed)
        let several = await rpcctl("templates", "get", "welcome", server: Self.server([Self.template, Self.template]))
        #expect(several.exit == .usage && several.err.contains("--user"))
    }

    @Test func aTemplateIsSentWithItsValues() async throws {
        let server = ScriptedTransport([
            MessagesMethods.listTemplates.path: { _, _ in
                [.item(ListTemplatesResponse.with { $0.templates = [Self.template] })]
            },
            MessagesMethods.sendText.path: { _, _ in [.item(Message.with { $0.id = 9 })] },
        ])
        let number = "+491701234567"
        let ran = await rpcctl("send", "text", number, "--template", "welcome", "--var", "name=A=B", server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        let request = try #require(try server.requests(SendTextRequest.self, to: MessagesMethods.sendText).first)
        #expect(request.templateId == 7 && request.variables == ["name": "A=B"] && request.message.isEmpty)
        for wrong in [
            [number], [number, "hi", "--template", "welcome"], [number, "hi", "--var", "name=Ada"],
            [number, "--template", "welcome", "--var", "name"], [number, "--template", "welcome", "--var", "=x"],
            [number, "--template", "welcome", "--var", "a=1", "--var", "a=2"],
        ] {
            #expect(await rpcctl(list: ["send", "text"] + wrong, server: server).exit == .usage, "\(wrong)")
        }
    }

    @Test func anUpdateNamesWhatWasTypedAndNothingElse() async throws {
        let server = Self.server()
        #expect(await rpcctl("templates", "update", "7", "--text", "Ho", server: server).exit == .success)
        let request = try #require(
            try server.requests(UpdateTemplateRequest.self, to: MessagesMethods.updateTemplate).first)
        #expect(request.id == 7 && request.template?.text == "Ho" && request.updateMask?.paths == ["text"])
        #expect(await rpcctl("templates", "update", "7", server: server).exit == .usage)
        #expect(await rpcctl("templates", "delete", "welcome", "--yes", server: server).exit == .success)
        let deleted = try server.requests(DeleteTemplateRequest.self, to: MessagesMethods.deleteTemplate)
        #expect(deleted.map(\.id) == [7])
    }
}
