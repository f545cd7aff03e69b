// `rpcctl sessions unlink`: asks first, where somebody sits there, because only a new scan undoes it.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsUnlinkCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "unlink",
        abstract: "End the link with the phone and drop the credentials. `disconnect` keeps them.",
        discussion: """
            What waits to be sent fails with SESSION_LOGGED_OUT; the next `link` shows a QR code again. On a terminal you \
            are asked first. Example: rpcctl sessions unlink work --yes
            """)

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var session: SessionArgument

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let found = try await rpcd.session(session)
        let phone = found.phoneNumber.isEmpty ? "" : " from \(found.phoneNumber)"
        try output.console.input.confirm("Unlink session \(found.name)\(phone)?", unless: yes)
        let changed = try await rpcd.sessions.logoutSession(.with { $0.sessionId = found.id }, options: rpcd.unary)
        try output.show(changed) { SessionText.details(changed) }
    }
}
