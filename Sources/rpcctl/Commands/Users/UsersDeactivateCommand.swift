// `rpcctl users deactivate`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct UsersDeactivateCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "deactivate", abstract: "Shut a user out at once: sign-ins end, keys are refused, streams end.",
        discussion: "Example: rpcctl users deactivate ada")

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var user: String

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let id = try await rpcd.user(user).id
        let changed = try await rpcd.users.deactivateUser(.with { $0.id = id }, options: rpcd.unary)
        try output.show(changed) { UsersGetCommand.details(changed) }
    }
}
