// `rpcctl sessions`.
internal import ArgumentParser

struct SessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "WhatsApp accounts, linked as companion devices.",
        subcommands: [
            SessionsListCommand.self, SessionsGetCommand.self, SessionsLinkCommand.self, SessionsWatchCommand.self,
            SessionsCreateCommand.self, SessionsUpdateCommand.self, SessionsDisconnectCommand.self,
            SessionsRestartCommand.self, SessionsUnlinkCommand.self, SessionsDeleteCommand.self,
            SessionsPairCommand.self, SessionsCheckNumberCommand.self, SessionsPresenceCommand.self,
        ])

    @OptionGroup var global: GlobalOptions
}
