// `rpcctl whoami`: who the server takes one for.
internal import ArgumentParser
internal import Contract

struct WhoAmICommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Who the server takes you for, and what you may do.",
        discussion: "Example: rpcctl whoami --api-key-file ~/key")

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let me = try await rpcd.auth.getMe(.init(), options: rpcd.unary)
        try output.show(me) { Self.details(me) }
    }

    static func details(_ me: Principal) -> Details {
        var details = Details()
        details.add("kind", EnumWords("kind", of: Principal.schema).word(me.kind))
        if let user = me.user {
            details.add("user", "\(user.username) (\(user.id))")
            details.add("role", EnumWords("role", of: User.schema).word(user.role))
        }
        if me.uid >= 0 { details.add("uid", me.uid) }
        details.add("key", me.keyPrefix)
        details.add("scopes", me.scopes.joined(separator: " "))
        if let limits = me.limits {
            details.add("per minute", Self.limit(limits.maxMessagesPerMinute))
            details.add("per day", Self.limit(limits.maxMessagesPerDay))
        }
        return details
    }

    static func limit(_ limit: Int32) -> String { limit == 0 ? "no limit" : String(limit) }
}
