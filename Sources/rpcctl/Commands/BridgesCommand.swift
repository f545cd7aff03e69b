// `rpcctl bridges`.
internal import ArgumentParser

struct BridgesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bridges", abstract: "The processes that own WhatsApp connections.",
        subcommands: [BridgesListCommand.self])

    @OptionGroup var global: GlobalOptions
}
