// `rpcctl sessions`.
internal import ArgumentParser

struct SessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "WhatsApp accounts, linked as companion devices.",
        subcommands: [
            SessionsListCommand.self, SessionsGetCommand.self, SessionsLinkCommand.self, SessionsWatchCommand.self,
            SessionsDisconnectCommand.self,
        ])

    @OptionGroup var global: GlobalOptions
}
