// `rpcctl webhooks get`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct WebhooksGetCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "One webhook, and how its deliveries stand.",
        discussion: "Example: rpcctl webhooks get 3")

    @Argument(help: ArgumentHelp("The webhook's id.", valueName: "id"))
    var id: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let webhook = try await rpcd.webhooks.getWebhook(.with { $0.id = id }, options: rpcd.unary)
        try output.show(webhook) { WebhookText.details(webhook) }
    }
}
