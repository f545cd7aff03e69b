// Help that is true: every command has an abstract and an example of its own, and the example is one that it takes.
import ArgumentParser
import Testing

@testable import rpcctl

@Suite struct HelpTests {
    struct Leaf: Sendable, CustomTestStringConvertible {
        let path: String
        let command: any ParsableCommand.Type
        var testDescription: String { path }

        /// The arguments of the example in the help, as a shell would take it apart: quotes around one word, `<` and what
        /// follows is not the command's.
        func example() throws -> [String] {
            let discussion = command.configuration.discussion
            let example = try #require(discussion.firstRange(of: "Example: rpcctl "))
            let words = discussion[example.upperBound...].split(separator: " ").prefix { $0 != "<" }.map(String.init)
            var arguments: [String] = []
            var quoted: [String]? = nil
            for word in words {
                if quoted == nil, word.hasPrefix("'"), !word.hasSuffix("'") {
                    quoted = [word]
                } else if let open = quoted {
                    quoted = word.hasSuffix("'") ? nil : open + [word]
                    if quoted == nil { arguments.append((open + [word]).joined(separator: " ")) }
                } else {
                    arguments.append(word)
                }
            }
            return arguments.map { $0.hasPrefix("'") ? String($0.dropFirst().dropLast()) : $0 }
        }
    }

    /// Every command that does something, with the words that lead to it.
    static let leaves: [Leaf] = leaves(of: Rpcctl.self, path: "rpcctl")

    private static func leaves(of command: any ParsableCommand.Type, path: String) -> [Leaf] {
        let configuration = command.configuration
        let inner = configuration.ungroupedSubcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        guard !inner.isEmpty else { return [Leaf(path: path, command: command)] }
        return inner.flatMap { leaves(of: $0, path: path + " " + ($0.configuration.commandName ?? "?")) }
    }

    /// What scripts call. A command that is renamed breaks them.
    @Test func theCommandsAreTheseAndNoOthers() {
        let groups: [String: String] = [
            "": "status health services describe call backup doctor login logout whoami logs",
            "auth ": "sign-ins end-sign-in rotate-key",
            "users ": "list create get update delete activate deactivate passwd",
            "keys ": "list create get update revoke rotate",
            "sessions ":
                "list create get update link pair unlink disconnect restart delete watch check-number presence",
            "send ": "text media location contact poll reaction bulk",
            "messages ": "list get why cancel retry resolve tail edit delete read", "bridges ": "list",
            "stats ": "overview usage", "events ": "tail", "audit ": "list verify",
            "jobs ": "list run", "secrets ": "rotate", "media ": "upload download fetch list get delete",
            "templates ": "list create get update delete",
            "webhooks ": "list create get update delete test deliveries replay rotate",
        ]
        let expected = groups.flatMap { group, names in names.split(separator: " ").map { "rpcctl \(group)\($0)" } }
        #expect(Self.leaves.map(\.path).sorted() == expected.sorted())
    }

    @Test(arguments: leaves)
    func everyCommandHasAnExampleThatItTakes(leaf: Leaf) throws {
        #expect(leaf.command.configuration.abstract.hasSuffix("."))
        let command = try Rpcctl.parseAsRoot(try leaf.example())
        #expect(type(of: command) == leaf.command)
    }
}
