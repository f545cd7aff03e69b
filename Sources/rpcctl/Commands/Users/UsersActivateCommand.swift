// `rpcctl users activate`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct UsersActivateCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate", abstract: "Let a user in again.",
        discussion: "Example: rpcctl users activate ada")

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var user: String

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let id = try await rpcd.user(user).id
        let changed = try await rpcd.users.activateUser(.with { $0.id = id }, options: rpcd.unary)
        try output.show(changed) { UsersGetCommand.details(changed) }
    }
}
