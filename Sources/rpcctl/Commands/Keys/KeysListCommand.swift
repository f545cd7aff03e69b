// `rpcctl keys list`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct KeysListCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Your keys, newest first; an operator's or admin's: everybody's, or --user's.",
        discussion: "Example: rpcctl keys list --user ada")

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let list = try await rpcd.keys.listKeys(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.userId = userID
            }, options: rpcd.unary)
        try output.list("api_keys", list.apiKeys, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            Self.table(list.apiKeys)
        }
    }

    static func table(_ keys: [ApiKey]) -> Table {
        var table = Table([
            .init("ID", .right), .init("PREFIX"), .init("NAME"), .init("USER", .right), .init("STATUS"),
            .init("SCOPES", givesWay: true), .init("LAST USED"), .init("EXPIRES"),
        ])
        for key in keys {
            let status = key.isActive ? "active" : "inactive"
            table.add([
                .init(key.id), .init(key.prefix), .init(key.name), .init(key.userId),
                .init(status, StatusPaint.of(status)), .init(key.scopes.joined(separator: " ")),
                .init(TimeText.seconds(key.lastUsedAt)), .init(TimeText.seconds(key.expiresAt)),
            ])
        }
        return table
    }
}
