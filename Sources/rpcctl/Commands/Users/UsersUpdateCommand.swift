// `rpcctl users update`: changes what was named and nothing else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct UsersUpdateCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a user: what you name, and nothing else.",
        discussion: "Example: rpcctl users update ada --max-per-day 5000 --role admin")

    @Argument(help: ArgumentHelp("A name or an id.", valueName: "name"))
    var user: String

    @Option(help: ArgumentHelp("A new user name.", valueName: "name"))
    var rename: String?

    @Option(help: "Their address; empty: none.")
    var email: String?

    @Option(help: ArgumentHelp("user or admin.", valueName: "role"))
    var role: RoleArgument?

    @Option(help: ArgumentHelp("Messages in a minute; 0: no limit.", valueName: "n"))
    var maxPerMinute: Int32?

    @Option(help: ArgumentHelp("Messages in a day (UTC); 0: no limit.", valueName: "n"))
    var maxPerDay: Int32?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        var changed = User()
        var mask: [String] = []
        func change<T>(_ value: T?, _ field: String, _ apply: (T) -> Void) {
            guard let value else { return }
            apply(value)
            mask.append(field)
        }
        change(rename, "username") { changed.username = $0 }
        change(email, "email") { changed.email = $0 }
        change(role, "role") { changed.role = $0.role }
        change(maxPerMinute, "max_messages_per_minute") { changed.maxMessagesPerMinute = $0 }
        change(maxPerDay, "max_messages_per_day") { changed.maxMessagesPerDay = $0 }
        guard !mask.isEmpty else { throw Failure.usage("say what to change", hint: "rpcctl users update --help") }
        let user = try await rpcd.user(user)
        let updated = try await rpcd.users.updateUser(
            .with {
                $0.id = user.id
                $0.user = changed
                $0.updateMask = .with { $0.paths = mask }
            }, options: rpcd.unary)
        try output.show(updated) { UsersGetCommand.details(updated) }
    }
}

/// A role as people type it.
enum RoleArgument: String, CaseIterable, ExpressibleByArgument {
    case user, admin

    var role: Role { self == .admin ? .admin : .user }
}
