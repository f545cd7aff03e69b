// `rpcctl webhooks create`: the secret is in its output and nowhere else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct WebhooksCreateCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract:
            "Have a URL told of what happens from now on, for yourself or for --user. Its secret is shown this once.",
        discussion: """
            Example: rpcctl webhooks create https://example.com/hook --type 'message.*' --type session.disconnected
            """)

    @Argument(help: ArgumentHelp("Where to: https://…", valueName: "url"))
    var url: String

    @Option(
        name: .customLong("type"), parsing: .singleValue,
        help: ArgumentHelp(
            "Only these events, such as message.delivered or 'message.*'; repeatable. Default: all.",
            valueName: "type"))
    var types: [String] = []

    @Option(help: ArgumentHelp("Only this session's events: a name or an id.", valueName: "name"))
    var session: SessionArgument?

    @OptionGroup var headers: HeaderOptions

    @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
    var description: String = ""

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let sessionID = try await rpcd.sessionID(session)
        let headers = try headers.read(output.console.input)
        let created = try await rpcd.webhooks.createWebhook(
            .with {
                $0.userId = userID
                $0.url = url
                $0.description = description
                $0.types = types
                $0.sessionId = sessionID
                $0.headers = headers
            }, options: rpcd.unary)
        try output.show(created) { WebhookText.details(created.webhook ?? Webhook(), secret: created.secret) }
        if output.format == .table { output.console.note("The secret is shown this once.") }
    }
}
