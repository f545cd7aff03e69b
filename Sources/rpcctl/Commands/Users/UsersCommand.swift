// `rpcctl users`.
internal import ArgumentParser

struct UsersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users", abstract: "The people and systems that own keys, sessions and messages.",
        subcommands: [
            UsersListCommand.self, UsersGetCommand.self, UsersCreateCommand.self, UsersUpdateCommand.self,
            UsersDeleteCommand.self, UsersActivateCommand.self, UsersDeactivateCommand.self, UsersPasswdCommand.self,
        ])

    @OptionGroup var global: GlobalOptions
}
