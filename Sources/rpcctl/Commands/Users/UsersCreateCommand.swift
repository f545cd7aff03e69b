// `rpcctl users create`. The password comes on stdin: an argument would be seen by everybody on this machine.
internal import ArgumentParser
internal import Codec
internal import Contract

struct UsersCreateCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a user.",
        discussion: "Example: rpcctl users create ada --email ada@example.org --password-stdin < password.txt")

    @Argument(help: "1 to 150 characters: letters, digits and @ . + - _")
    var name: String

    @Flag(help: "Read the password from stdin; a newline at its end does not belong to it. Without: none.")
    var passwordStdin = false

    @Option(help: "Their address.")
    var email: String = ""

    @Flag(help: "They see and touch everything.")
    var admin = false

    @Option(help: ArgumentHelp("Messages in a minute; 0: no limit; default 30.", valueName: "n"))
    var maxPerMinute: Int32?

    @Option(help: ArgumentHelp("Messages in a day (UTC); 0: no limit; default 1000.", valueName: "n"))
    var maxPerDay: Int32?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let password = passwordStdin ? try output.console.input.password(fromStandardInput: true) : ""
        let user = try await rpcd.users.createUser(
            .with { request in
                request.username = name
                request.email = email
                request.password = password
                request.role = admin ? .admin : .unspecified
                request.maxMessagesPerMinute = maxPerMinute.map { limit in .with { $0.value = limit } }
                request.maxMessagesPerDay = maxPerDay.map { limit in .with { $0.value = limit } }
            }, options: rpcd.unary)
        try output.show(user) { UsersGetCommand.details(user) }
    }

    static func password(_ bytes: [UInt8]) throws(Failure) -> String {
        var bytes = bytes[...]
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard !bytes.isEmpty else { throw .usage("there was no password on stdin") }
        guard let password = String(validating: bytes, as: UTF8.self) else {
            throw .usage("the password on stdin is not UTF-8")
        }
        return password
    }
}
