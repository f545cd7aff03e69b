// `rpcctl users passwd`: a new password for a user, typed or from stdin, never an argument.
internal import ArgumentParser
internal import Codec
internal import Contract

struct UsersPasswdCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "passwd",
        abstract: "Set a user's password and end their sign-ins. Their API keys live on, and are listed.",
        discussion: "Example: rpcctl users passwd ada --password-stdin < password.txt")

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var user: String

    @Flag(help: "Read the password from stdin; a newline at its end does not belong to it.")
    var passwordStdin = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let user = try await rpcd.user(user)
        let password = try output.console.input.password(
            fromStandardInput: passwordStdin, prompt: "New password of \(DisplayText.visible(user.username)): ",
            twice: true)
        let changed = try await rpcd.users.setPassword(
            .with {
                $0.id = user.id
                $0.password = password
            }, options: rpcd.unary)
        try output.show(changed) { Self.details(changed) }
    }

    static func details(_ changed: SetPasswordResponse) -> Details {
        var details = Details()
        details.add("id", changed.id)
        details.add("username", changed.username)
        let keys = changed.apiKeys.map { "\($0.prefix) (\($0.name))" }
        details.add("keys that live on", keys.isEmpty ? "none" : keys.joined(separator: ", "))
        return details
    }
}
