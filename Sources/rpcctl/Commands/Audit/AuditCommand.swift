// `rpcctl audit`.
internal import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Who did what: actions of admins, changes of users and keys, sign-ins.",
        subcommands: [AuditListCommand.self, AuditVerifyCommand.self])

    @OptionGroup var global: GlobalOptions
}
