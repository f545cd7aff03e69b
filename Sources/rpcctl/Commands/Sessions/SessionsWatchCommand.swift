// `rpcctl sessions watch`: a session, change by change, until somebody has seen enough.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct SessionsWatchCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Follow a session: as it is now, then each change. Ctrl-C ends it.",
        discussion: "Example: rpcctl sessions watch work -o jsonl")

    @Argument(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let updates = try await rpcd.sessions.watchSession(
            .with {
                $0.sessionId = session?.id ?? 0
                $0.session = session?.name ?? ""
                $0.userId = userID
            }, options: rpcd.stream)
        for try await update in updates.givingUp(afterSilence: Rpcd.silence) where update.session != nil {
            try output.item(update) { SessionText.line(update, style: output.console.style).map { [$0] } ?? [] }
        }
    }
}
