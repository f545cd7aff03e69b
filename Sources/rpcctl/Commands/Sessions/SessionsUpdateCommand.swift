// `rpcctl sessions update`: changes what was named and nothing else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsUpdateCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a session: its name, how carefully and when it sends.",
        discussion: "Example: rpcctl sessions update work --pacing careful --quiet-hours 22:00-07:00")

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var session: SessionArgument

    @Option(help: ArgumentHelp("A new name.", valueName: "name"))
    var rename: String?

    @Option(help: ArgumentHelp("fast, careful or auto.", valueName: "profile"))
    var pacing: PacingArgument?

    @Option(
        help: ArgumentHelp(
            "When it sends nothing, such as \"22:00-07:00 Europe/Berlin\"; none ends that. A session whose pacing is fast does not heed them.",
            valueName: "hours"))
    var quietHours: String?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let mask = [
            ("name", rename != nil), ("settings.pacing", pacing != nil), ("settings.quiet_hours", quietHours != nil),
        ].filter(\.1).map(\.0)
        guard !mask.isEmpty else { throw Failure.usage("say what to change", hint: "rpcctl sessions update --help") }
        // An update names its session by number, and cannot say whose it must be.
        let isKnown = session.id != 0 && rpcd.user == nil
        let id = isKnown ? session.id : try await rpcd.session(session).id
        let updated = try await rpcd.sessions.updateSession(
            .with { request in
                request.id = id
                request.updateMask = .with { $0.paths = mask }
                request.session = .with { changed in
                    changed.name = rename ?? ""
                    changed.settings = SessionSettings(pacing, quietHours: quietHours)
                }
            }, options: rpcd.unary)
        try output.show(updated) { SessionText.details(updated) }
    }
}
