// `rpcctl sessions delete`: asks first, where somebody sits there.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsDeleteCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a session: it is logged out, what waits to be sent through it fails.",
        discussion: """
            Its messages stay. On a terminal you are asked first. Example: rpcctl sessions delete work --yes
            """)

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var session: SessionArgument

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let found = try await rpcd.session(session)
        let phone = found.phoneNumber.isEmpty ? "" : " (\(found.phoneNumber))"
        try output.console.input.confirm("Delete session \(found.name)\(phone)?", unless: yes)
        _ = try await rpcd.sessions.deleteSession(.with { $0.id = found.id }, options: rpcd.unary)
        try output.done("Session \(found.name) (\(found.id)) is deleted.")
    }
}
