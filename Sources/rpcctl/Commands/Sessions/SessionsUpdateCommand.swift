// `rpcctl sessions update`: changes what was named and nothing else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsUpdateCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a session: its name, how carefully it sends.",
        discussion: "Example: rpcctl sessions update work --pacing careful")

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var session: SessionArgument

    @Option(help: ArgumentHelp("A new name.", valueName: "name"))
    var rename: String?

    @Option(help: ArgumentHelp("fast, careful or auto.", valueName: "profile"))
    var pacing: PacingArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let mask = [("name", rename != nil), ("settings.pacing", pacing != nil)].filter(\.1).map(\.0)
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
                    changed.settings = pacing.map { pacing in .with { $0.pacing = pacing.profile } }
                }
            }, options: rpcd.unary)
        try output.show(updated) { SessionText.details(updated) }
    }
}
