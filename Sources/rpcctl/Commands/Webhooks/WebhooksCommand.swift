// `rpcctl webhooks`.
internal import ArgumentParser

struct WebhooksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks", abstract: "Webhooks: URLs that are told of what happens.",
        subcommands: [
            WebhooksListCommand.self, WebhooksCreateCommand.self, WebhooksGetCommand.self, WebhooksUpdateCommand.self,
            WebhooksDeleteCommand.self, WebhooksTestCommand.self, WebhooksDeliveriesCommand.self,
            WebhooksReplayCommand.self, WebhooksRotateCommand.self,
        ])

    @OptionGroup var global: GlobalOptions
}
