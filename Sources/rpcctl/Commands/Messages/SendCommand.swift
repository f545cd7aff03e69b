// `rpcctl send`: one subcommand a kind of message.
internal import ArgumentParser

struct SendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send a message.",
        subcommands: [
            SendTextCommand.self, SendMediaCommand.self, SendLocationCommand.self, SendContactCommand.self,
            SendPollCommand.self, SendReactionCommand.self, SendBulkCommand.self,
        ])

    @OptionGroup var global: GlobalOptions
}
