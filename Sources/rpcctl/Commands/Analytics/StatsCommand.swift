// `rpcctl stats`.
internal import ArgumentParser

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "What is there, and what was used.",
        subcommands: [StatsOverviewCommand.self, StatsUsageCommand.self])

    @OptionGroup var global: GlobalOptions
}
