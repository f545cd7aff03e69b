// `rpcctl messages`.
internal import ArgumentParser

struct MessagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "messages", abstract: "What was accepted, and what became of it.",
        subcommands: [
            MessagesListCommand.self, MessagesGetCommand.self, MessagesWhyCommand.self, MessagesTailCommand.self,
            MessagesCancelCommand.self, MessagesRetryCommand.self, MessagesResolveCommand.self,
            MessagesEditCommand.self, MessagesDeleteCommand.self, MessagesReadCommand.self,
        ])

    @OptionGroup var global: GlobalOptions
}
