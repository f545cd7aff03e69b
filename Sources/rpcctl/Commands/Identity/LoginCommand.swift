// `rpcctl login`: signs in and keeps the tokens, so that later commands at the same endpoint are that user's.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct LoginCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Sign in: later commands at this endpoint are this user's, until `logout`.",
        discussion: """
            The password is asked for, or read from stdin. The tokens, not the password, are kept in \
            $XDG_CONFIG_HOME/switchboard/credentials.json (default ~/.config), which only you can read, and are renewed \
            when they end. Example: rpcctl login ada
            """)

    @Argument(help: "Your user name.")
    var name: String

    @Flag(help: "Read the password from stdin; a newline at its end does not belong to it.")
    var passwordStdin = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        guard let place = rpcd.signInPlace else {
            throw Failure.usage("there is nowhere to keep a sign-in: neither HOME nor XDG_CONFIG_HOME is set")
        }
        if Self.crossesNetwork(rpcd.endpoint) {
            output.console.note("warning: there is no TLS on \(rpcd.endpoint): others on the way can read the password")
        }
        let password = try output.console.input.password(fromStandardInput: passwordStdin)
        let answer = try await rpcd.auth.login(
            .with {
                $0.username = name
                $0.password = password
            }, options: rpcd.unary)
        let signIn = SignIn(
            username: answer.user?.username ?? name, access: answer.access, refresh: answer.refresh,
            expiresAt: rpcd.now() + answer.expiresIn)
        let former = try await place.file.locked {
            let former = try place.read()
            try place.file.set(signIn, at: place.endpoint)
            return former
        }
        if let former {
            // Nobody will use it any more. That it could not be ended is no reason to fail: it ends by itself.
            _ = try? await rpcd.auth.logout(.with { $0.refresh = former.refresh }, options: rpcd.unary)
        }
        let user = answer.user ?? .with { $0.username = name }
        try output.show(user) { UsersGetCommand.details(user) }
        if output.format == .table { output.console.note("Signed in at \(place.endpoint).") }
    }

    /// Whether others on the way could read what is sent there.
    static func crossesNetwork(_ endpoint: Endpoint) -> Bool {
        switch endpoint {
        case .unix, .tls: false
        case .tcp(let host, _):
            // Digits and dots alone: a name may begin like an address.
            !(host == "localhost" || host == "::1"
                || host.hasPrefix("127.") && host.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") })
        }
    }
}
