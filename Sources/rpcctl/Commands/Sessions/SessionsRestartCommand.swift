// `rpcctl sessions restart`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsRestartCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "restart", abstract: "Stop carrying a session and start it again.",
        discussion:
            "What is being sent meanwhile is reconciled as after any break. Example: rpcctl sessions restart work")

    @Argument(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let changed = try await rpcd.sessions.restartSession(
            .with {
                $0.sessionId = session?.id ?? 0
                $0.session = session?.name ?? ""
                $0.userId = userID
            }, options: rpcd.unary)
        try output.show(changed) { SessionText.details(changed) }
    }
}
