// `rpcctl secrets`.
internal import ArgumentParser

struct SecretsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secrets", abstract: "The keys that secrets in the database are sealed with.",
        subcommands: [SecretsRotateCommand.self])

    @OptionGroup var global: GlobalOptions
}
