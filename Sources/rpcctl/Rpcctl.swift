// rpcctl, the operator's client: the root of the command tree. One file per command stands under Commands; how a command
// line becomes a call and an exit status is in Invocation/Invocation.swift.
internal import ArgumentParser

struct Rpcctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rpcctl",
        abstract: "Operate Switchboard: the users, keys, sessions and messages of an rpcd.",
        discussion: """
            Data goes to stdout, everything else to stderr. Exit status: 0 done, 1 the call failed, 64 usage, 69 cannot \
            connect or connection lost, 75 `--wait` or `link` ran out of time.
            """,
        version: Version.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Server",
                subcommands: [
                    StatusCommand.self, HealthCommand.self, ServicesCommand.self, DescribeCommand.self,
                    CallCommand.self, JobsCommand.self, BackupCommand.self, DoctorCommand.self,
                    SecretsCommand.self,
                ]),
            CommandGroup(
                name: "Identity",
                subcommands: [
                    LoginCommand.self, LogoutCommand.self, WhoAmICommand.self, AuthCommand.self, UsersCommand.self,
                    KeysCommand.self,
                ]),
            CommandGroup(
                name: "Messaging",
                subcommands: [
                    SessionsCommand.self, SendCommand.self, MessagesCommand.self, MediaCommand.self,
                    TemplatesCommand.self, WebhooksCommand.self, BridgesCommand.self,
                ]),
            CommandGroup(
                name: "Analytics",
                subcommands: [StatsCommand.self, LogsCommand.self, AuditCommand.self, EventsCommand.self]),
        ])

    @OptionGroup var global: GlobalOptions
}
