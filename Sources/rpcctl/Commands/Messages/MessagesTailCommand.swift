// `rpcctl messages tail`: every change of every message, from now on.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct MessagesTailCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "tail", abstract: "Follow messages as they are accepted and change. Ctrl-C ends it.",
        discussion: "Example: rpcctl messages tail --session work")

    @Option(help: ArgumentHelp("Only this session's: a name or an id.", valueName: "name"))
    var session: SessionArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let sessionID = try await rpcd.sessionID(session)
        let updates = try await rpcd.messages.watchMessages(
            .with {
                $0.sessionId = sessionID
                $0.userId = userID
            }, options: rpcd.stream)
        for try await update in updates.givingUp(afterSilence: Rpcd.silence) {
            guard let message = update.message, let entry = update.entry else { continue }
            try output.item(update) { [MessageText.line(message, entry, style: output.console.style)] }
        }
    }
}
