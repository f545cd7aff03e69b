// The text of a template: what is a variable, what is none, and what comes of values.
import Testing

@testable import Services

@Suite struct TemplateTextTests {
    @Test(arguments: [
        ("Hello", []), ("Hello {{name}}", ["name"]), ("{{b}}{{ a }}{{b}}", ["b", "a"]), ("{ {a} } }}", []),
        ("{{_1}}", ["_1"]), ("Grüße, {{Name}}! 👍", ["Name"]),
    ])
    func variablesAreNamedInTheirOrder(text: String, variables: [String]) throws {
        #expect(try TemplateText(text).variables == variables)
    }

    @Test(arguments: [
        "{{", "{{name", "{{name}", "{{}}", "{{ }}", "{{1}}", "{{a b}}", "{{a.b}}", "{{ä}}", "{{{a}}}", "a {{a}} {{",
        "{{\(String(repeating: "a", count: 65))}}",
    ])
    func whatIsNoVariableIsAFault(text: String) {
        #expect(throws: TemplateFault.self) { try TemplateText(text) }
    }

    @Test func thereAreSixtyFourVariablesAtMost() throws {
        let some = (0..<64).map { "{{v\($0)}}" }.joined()
        #expect(try TemplateText(some + some).variables.count == 64)
        #expect(throws: TemplateFault.self) { try TemplateText(some + "{{one_more}}") }
    }

    @Test func valuesArePutInAsTheyAre() throws {
        let text = try TemplateText("Hi {{name}}, {{ name }}: {{x}}.")
        let values = ["name": "{{x}}", "x": "ü"]
        #expect(text.filled(values) == "Hi {{x}}, {{x}}: ü.")
        #expect(text.length(values) == text.filled(values).utf8.count)
    }

    @Test func aVariableThatStandsThereOftenIsCountedBeforeItIsWritten() throws {
        let text = try TemplateText(String(repeating: "{{a}}", count: 10_000))
        #expect(text.length(["a": String(repeating: "x", count: 60_000)]) == 600_000_000)
    }
}
