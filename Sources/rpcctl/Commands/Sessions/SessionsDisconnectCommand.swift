// `rpcctl sessions disconnect`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsDisconnectCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "disconnect",
        abstract: "Stop carrying a session. Its credentials are kept: `link` brings it back without a scan.",
        discussion: "Example: rpcctl sessions disconnect work")

    @Argument(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let stopped = try await rpcd.sessions.disconnectSession(
            .with {
                $0.sessionId = session?.id ?? 0
                $0.session = session?.name ?? ""
                $0.userId = userID
            }, options: rpcd.unary)
        try output.show(stopped) { SessionText.details(stopped) }
    }
}
