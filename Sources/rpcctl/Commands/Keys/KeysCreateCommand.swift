// `rpcctl keys create`: the secret is in its output and nowhere else.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import Glibc

struct KeysCreateCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a key, for yourself or for --user. Its secret is shown this once.")

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

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let created = try await rpcd.keys.createKey(
            .with { request in
                request.userId = userID
                request.name = name
                request.scopes = scopes
                request.allowedIps = allowedIPs
                request.expiresAt = expiresIn.map { span in
                    .with { $0.seconds = Int64(time(nil)) + span.duration.components.seconds }
                }
            }, options: rpcd.unary)
        try output.show(created) { Self.details(created) }
        if output.format == .table { output.console.note("The secret is shown this once.") }
    }

    static func details(_ created: CreateKeyResponse) -> Details {
        var details = Details()
        details.add("secret", created.secret, .bold)
        if let key = created.apiKey {
            details.add("id", key.id)
            details.add("name", key.name)
            details.add("prefix", key.prefix)
            details.add("scopes", key.scopes.joined(separator: " "))
            details.add("from", key.allowedIps.joined(separator: " "))
            details.add("expires", TimeText.seconds(key.expiresAt))
        }
        return details
    }
}
