// `rpcctl users list`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct UsersListCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "All users, newest first.",
        discussion: "Example: rpcctl users list --page-size 50")

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let list = try await rpcd.users.listUsers(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
            }, options: rpcd.unary)
        try output.list("users", list.users, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            Self.table(list.users)
        }
    }

    static func table(_ users: [User]) -> Table {
        var table = Table([
            .init("ID", .right), .init("USERNAME"), .init("ROLE"), .init("STATUS"), .init("PER MINUTE", .right),
            .init("PER DAY", .right), .init("EMAIL", givesWay: true), .init("CREATED"),
        ])
        let roles = EnumWords("role", of: User.schema)
        for user in users {
            let status = user.isActive ? "active" : "inactive"
            table.add([
                .init(user.id), .init(user.username), .init(roles.word(user.role)),
                .init(status, StatusPaint.of(status)), .init(WhoAmICommand.limit(user.maxMessagesPerMinute)),
                .init(WhoAmICommand.limit(user.maxMessagesPerDay)), .init(user.email),
                .init(TimeText.seconds(user.createdAt)),
            ])
        }
        return table
    }
}
