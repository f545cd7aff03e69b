// `rpcctl keys`.
internal import ArgumentParser

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "API keys: credentials for programs.",
        subcommands: [
            KeysListCommand.self, KeysCreateCommand.self, KeysGetCommand.self, KeysUpdateCommand.self,
            KeysRotateCommand.self, KeysRevokeCommand.self,
        ])

    @OptionGroup var global: GlobalOptions
}
