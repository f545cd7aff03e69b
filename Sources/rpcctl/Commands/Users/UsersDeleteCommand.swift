// `rpcctl users delete`: asks first, where somebody sits there.
internal import ArgumentParser
internal import Codec
internal import Contract

struct UsersDeleteCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a user with their keys, sign-ins and sessions.",
        discussion: """
            Their messages stay, as nobody's, unless --purge-messages. On a terminal you are asked first. \
            Example: rpcctl users delete ada --yes
            """)

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var user: String

    @Flag(help: "Delete their messages too, for good.")
    var purgeMessages = false

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let user = try await rpcd.user(user)
        let what = purgeMessages ? "their keys, sessions and all their messages" : "their keys and sessions"
        try output.console.input.confirm("Delete \(user.username) (\(user.id)) with \(what)?", unless: yes)
        _ = try await rpcd.users.deleteUser(
            .with {
                $0.id = user.id
                $0.purgeMessages = purgeMessages
            }, options: rpcd.unary)
        try output.done("\(user.username) (\(user.id)) is deleted.")
    }
}
