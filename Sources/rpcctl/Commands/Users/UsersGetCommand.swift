// `rpcctl users get`.
internal import ArgumentParser
internal import Contract

struct UsersGetCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "One user.",
        discussion: "Example: rpcctl users get ada")

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var user: String

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let user = try await rpcd.user(user)
        try output.show(user) { Self.details(user) }
    }

    static func details(_ user: User) -> Details {
        var details = Details()
        details.add("id", user.id)
        details.add("username", user.username)
        details.add("email", user.email)
        details.add("role", EnumWords("role", of: User.schema).word(user.role))
        details.add(
            "status", user.isActive ? "active" : "inactive", StatusPaint.of(user.isActive ? "active" : "inactive"))
        details.add("per minute", WhoAmICommand.limit(user.maxMessagesPerMinute))
        details.add("per day", WhoAmICommand.limit(user.maxMessagesPerDay))
        details.add("created", TimeText.seconds(user.createdAt))
        return details
    }
}
