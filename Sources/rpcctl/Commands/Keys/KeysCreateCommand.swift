// `rpcctl keys create`: the secret is in its output and nowhere else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct KeysCreateCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a key, for yourself or for --user. Its secret is shown this once.",
        discussion: "Example: rpcctl keys create --user ada --name laptop --scope messages:send --expires-in 90d")

    @Option(help: ArgumentHelp("What it is for.", valueName: "label"))
    var name: String

    @Option(
        name: .customLong("scope"), parsing: .singleValue,
        help: ArgumentHelp(
            "What it may do, such as messages:send; repeatable. Default: all that its owner may, but making keys.",
            valueName: "scope"))
    var scopes: [String] = []

    @Option(
        name: .customLong("allowed-ip"), parsing: .singleValue,
        help: ArgumentHelp(
            "A network it may be used from, such as 10.0.0.0/8, or unix; repeatable. Default: from anywhere.",
            valueName: "cidr"))
    var allowedIPs: [String] = []

    @Option(help: ArgumentHelp("How long it is good for, such as 12h or 90d. Default: for ever.", valueName: "time"))
    var expiresIn: TimeSpan?

    @Option(
        help: ArgumentHelp("Messages in a minute through this key. Default: its owner's limit alone.", valueName: "n"))
    var maxPerMinute: Int32 = 0

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let now = rpcd.now()
        let created = try await rpcd.keys.createKey(
            .with { request in
                request.userId = userID
                request.name = name
                request.scopes = scopes
                request.allowedIps = allowedIPs
                request.maxMessagesPerMinute = maxPerMinute
                request.expiresAt = expiresIn.map { span in
                    .with { $0.seconds = now + span.duration.components.seconds }
                }
            }, options: rpcd.unary)
        try output.show(created) { KeyText.details(created.apiKey ?? ApiKey(), secret: created.secret) }
        if output.format == .table { output.console.note("The secret is shown this once.") }
    }
}
