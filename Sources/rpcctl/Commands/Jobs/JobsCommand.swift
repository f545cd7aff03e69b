// `rpcctl jobs`.
internal import ArgumentParser

struct JobsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "What the server does by itself from time to time.",
        subcommands: [JobsListCommand.self, JobsRunCommand.self])

    @OptionGroup var global: GlobalOptions
}
