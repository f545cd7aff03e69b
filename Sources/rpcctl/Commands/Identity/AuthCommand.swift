// `rpcctl auth`.
internal import ArgumentParser

struct AuthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auth", abstract: "Sign-ins, and the key that signs access tokens.",
        subcommands: [AuthSignInsCommand.self, AuthEndSignInCommand.self, AuthRotateKeyCommand.self])

    @OptionGroup var global: GlobalOptions
}
