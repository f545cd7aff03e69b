// `rpcctl keys update`: changes what was named and nothing else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct KeysUpdateCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a key: what you name, and nothing else.",
        discussion: "Example: rpcctl keys update sbk_AbCdEf12 --scope messages:send --expires-in 90d")

    @Argument(help: ArgumentHelp("The key's prefix (sbk_ and eight characters), or its id.", valueName: "prefix"))
    var key: KeyArgument

    @Option(help: ArgumentHelp("What it is for.", valueName: "label"))
    var name: String?

    @Option(
        name: .customLong("scope"), parsing: .singleValue,
        help: ArgumentHelp("What it may do from now on, instead of what it could; repeatable.", valueName: "scope"))
    var scopes: [String] = []

    @Option(
        name: .customLong("allowed-ip"), parsing: .singleValue,
        help: ArgumentHelp(
            "A network it may be used from, or unix; repeatable. Takes the place of all.", valueName: "cidr"))
    var allowedIPs: [String] = []

    @Flag(help: "It may be used from anywhere.")
    var anyIP = false

    @Option(help: ArgumentHelp("How long it is good for from now on, such as 12h or 90d.", valueName: "time"))
    var expiresIn: TimeSpan?

    @Flag(help: "It is good for ever.")
    var neverExpires = false

    @Option(
        help: ArgumentHelp("Messages in a minute through this key; 0: its owner's limit alone.", valueName: "n"))
    var maxPerMinute: Int32?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if anyIP, !allowedIPs.isEmpty { throw ValidationError("--any-ip and --allowed-ip exclude each other.") }
        if neverExpires, expiresIn != nil {
            throw ValidationError("--never-expires and --expires-in exclude each other.")
        }
    }

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let mask = [
            ("name", name != nil), ("scopes", !scopes.isEmpty), ("allowed_ips", anyIP || !allowedIPs.isEmpty),
            ("expires_at", neverExpires || expiresIn != nil), ("max_messages_per_minute", maxPerMinute != nil),
        ].filter(\.1).map(\.0)
        guard !mask.isEmpty else { throw Failure.usage("say what to change", hint: "rpcctl keys update --help") }
        // An update names its key by number.
        let id = key.id != 0 ? key.id : try await rpcd.key(key).id
        let now = rpcd.now()
        let updated = try await rpcd.keys.updateKey(
            .with { request in
                request.id = id
                request.updateMask = .with { $0.paths = mask }
                request.apiKey = .with { changed in
                    changed.name = name ?? ""
                    changed.scopes = scopes
                    changed.allowedIps = allowedIPs
                    changed.maxMessagesPerMinute = maxPerMinute ?? 0
                    changed.expiresAt = expiresIn.map { span in
                        .with { $0.seconds = now + span.duration.components.seconds }
                    }
                }
            }, options: rpcd.unary)
        try output.show(updated) { KeyText.details(updated) }
    }
}
