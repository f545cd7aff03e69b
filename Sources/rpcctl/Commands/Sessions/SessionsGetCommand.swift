// `rpcctl sessions get`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsGetCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "One session, and why it is where it is.",
        discussion: "Example: rpcctl sessions get work")

    @Argument(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let found: Session
        if let session {
            found = try await rpcd.sessions.getSession(
                .with {
                    $0.id = session.id
                    $0.session = session.name
                    $0.userId = userID
                }, options: rpcd.unary)
        } else {
            // Which session is meant by none is for the server to say.
            found = try await rpcd.sessions.getSessionStatus(.with { $0.userId = userID }, options: rpcd.unary)
        }
        try output.show(found) { SessionText.details(found) }
    }
}
