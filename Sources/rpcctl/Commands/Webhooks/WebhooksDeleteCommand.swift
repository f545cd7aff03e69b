// `rpcctl webhooks delete`: asks first, where somebody sits there.
internal import ArgumentParser
internal import Codec
internal import Contract

struct WebhooksDeleteCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a webhook and all that was still to be delivered to it.",
        discussion: "On a terminal you are asked first. Example: rpcctl webhooks delete 3 --yes")

    @Argument(help: ArgumentHelp("The webhook's id.", valueName: "id"))
    var id: Int64

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let webhook = try await rpcd.webhooks.getWebhook(.with { $0.id = id }, options: rpcd.unary)
        try output.console.input.confirm("Delete webhook \(id) (\(webhook.url))?", unless: yes)
        _ = try await rpcd.webhooks.deleteWebhook(.with { $0.id = id }, options: rpcd.unary)
        try output.done("Webhook \(id) is deleted.")
    }
}
