// `rpcctl webhooks update`: changes what was named and nothing else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct WebhooksUpdateCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a webhook: what you name, and nothing else.",
        discussion: """
            Types and headers take the place of all there were. \
            Example: rpcctl webhooks update 3 --type 'message.*' --session support --activate
            """)

    @Argument(help: ArgumentHelp("The webhook's id.", valueName: "id"))
    var id: Int64

    @Option(help: ArgumentHelp("Where to: https://…", valueName: "url"))
    var url: String?

    @Option(
        name: .customLong("type"), parsing: .singleValue,
        help: ArgumentHelp("Only these events from now on; repeatable. Takes the place of all.", valueName: "type"))
    var types: [String] = []

    @Flag(help: "All types of events.")
    var allTypes = false

    @Option(help: ArgumentHelp("Only this session's events: a name or an id.", valueName: "name"))
    var session: SessionArgument?

    @Flag(help: "Events of all sessions.")
    var allSessions = false

    /// They take the place of all.
    @OptionGroup var headers: HeaderOptions

    @Flag(help: "No headers of your own.")
    var noHeaders = false

    @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
    var description: String?

    @Flag(help: "Deliver to it again, from where it stopped.")
    var activate = false

    @Flag(help: "Deliver to it no more.")
    var deactivate = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let pairs = [
            (allTypes && !types.isEmpty, "--all-types and --type"),
            (allSessions && session != nil, "--all-sessions and --session"),
            (noHeaders && headers.areGiven, "--no-headers and --header"),
            (activate && deactivate, "--activate and --deactivate"),
        ]
        for (isBoth, names) in pairs where isBoth { throw ValidationError("\(names) exclude each other.") }
    }

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let mask = [
            ("url", url != nil), ("types", allTypes || !types.isEmpty), ("session_id", allSessions || session != nil),
            ("headers", noHeaders || headers.areGiven), ("description", description != nil),
            ("is_active", activate || deactivate),
        ].filter(\.1).map(\.0)
        guard !mask.isEmpty else { throw Failure.usage("say what to change", hint: "rpcctl webhooks update --help") }
        let sessionID = try await rpcd.sessionID(session)
        let headers = try headers.read(output.console.input)
        let updated = try await rpcd.webhooks.updateWebhook(
            .with { request in
                request.id = id
                request.updateMask = .with { $0.paths = mask }
                request.webhook = .with { changed in
                    changed.url = url ?? ""
                    changed.types = types
                    changed.sessionId = sessionID
                    changed.headers = headers
                    changed.description = description ?? ""
                    changed.isActive = activate
                }
            }, options: rpcd.unary)
        try output.show(updated) { WebhookText.details(updated) }
    }
}
