// `rpcctl messages`.
internal import ArgumentParser

struct MessagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "messages", abstract: "What was accepted, and what became of it.",
        subcommands: [MessagesListCommand.self, MessagesGetCommand.self, MessagesTailCommand.self])

    @OptionGroup var global: GlobalOptions
}
