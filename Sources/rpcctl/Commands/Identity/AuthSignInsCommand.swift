// `rpcctl auth sign-ins`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct AuthSignInsCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "sign-ins",
        abstract: "Your sign-ins, newest first; an operator's or admin's: everybody's, or --user's.",
        discussion: "Example: rpcctl auth sign-ins --user ada --all")

    @Flag(help: "Also those that have ended or run out.")
    var all = false

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let list = try await rpcd.auth.listSignIns(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.userId = userID
                $0.includeEnded = all
            }, options: rpcd.unary)
        try output.list("sign_ins", list.signIns, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            Self.table(list.signIns)
        }
    }

    static func table(_ signIns: [Contract.SignIn]) -> Table {
        var table = Table([
            .init("ID", .right), .init("USER", .right), .init("FROM"), .init("SINCE"), .init("RENEWED"),
            .init("EXPIRES"), .init("ENDED"), .init("WHY", givesWay: true),
        ])
        for signIn in signIns {
            table.add([
                .init(signIn.id), .init(signIn.userId), .init(signIn.address),
                .init(TimeText.seconds(signIn.createdAt)), .init(TimeText.seconds(signIn.refreshedAt)),
                .init(TimeText.seconds(signIn.expiresAt)), .init(TimeText.seconds(signIn.endedAt)),
                .init(signIn.isCurrent ? "this one" : signIn.endedReason),
            ])
        }
        return table
    }
}
