// `rpcctl events`.
internal import ArgumentParser

struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Everything that happens, in the order in which it was committed.",
        subcommands: [EventsTailCommand.self])

    @OptionGroup var global: GlobalOptions
}
