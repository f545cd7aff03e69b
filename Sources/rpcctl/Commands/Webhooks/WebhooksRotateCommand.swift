// `rpcctl webhooks rotate`: the new secret is in its output and nowhere else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct WebhooksRotateCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Make a new secret. For a while posts are signed with the old one too.",
        discussion: "The new secret is shown this once. Example: rpcctl webhooks rotate 3 --overlap 2d")

    @Argument(help: ArgumentHelp("The webhook's id.", valueName: "id"))
    var id: Int64

    @Option(help: ArgumentHelp("How long the old secret signs too. Default: 24h.", valueName: "time"))
    var overlap: TimeSpan?

    @Flag(help: "The old secret ends at once: it was seen by somebody.")
    var now = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if now, overlap != nil { throw ValidationError("--now and --overlap exclude each other.") }
    }

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let length = now ? .zero : overlap?.duration
        let rotated = try await rpcd.webhooks.rotateWebhookSecret(
            .with { request in
                request.id = id
                request.overlap = length.map { length in
                    let (seconds, attoseconds) = length.components
                    return .with {
                        $0.seconds = seconds
                        $0.nanos = Int32(attoseconds / 1_000_000_000)
                    }
                }
            }, options: rpcd.unary)
        try output.show(rotated) { WebhookText.details(rotated.webhook ?? Webhook(), secret: rotated.secret) }
        if output.format == .table { output.console.note("The secret is shown this once.") }
    }
}
