// `rpcctl webhooks test`: fails where the post did, with what came back on stdout.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct WebhooksTestCommand: RemoteCommand {
    /// A post may take 15 seconds.
    private static let patience: Duration = .seconds(25)

    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Post a test to a webhook now, and show how that went.",
        discussion: "Ends with status 1 where it was not delivered. Example: rpcctl webhooks test 3")

    @Argument(help: ArgumentHelp("The webhook's id.", valueName: "id"))
    var id: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        var options = rpcd.unary
        if rpcd.timeout == nil { options.timeout = Self.patience }
        let result = try await rpcd.webhooks.testWebhook(.with { $0.id = id }, options: options)
        try output.show(result) { Self.details(result) }
        if !result.isDelivered { throw Ended(exit: .failed) }
    }

    static func details(_ result: TestWebhookResponse) -> Details {
        var details = Details()
        let word = result.isDelivered ? "delivered" : "failed"
        details.add("result", word, StatusPaint.of(word))
        if result.status != 0 { details.add("status", result.status) }
        details.add("error", result.error)
        details.add("took", "\(result.latencyMs) ms")
        details.add("webhook-id", result.messageId)
        return details
    }
}
