// `rpcctl webhooks list`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct WebhooksListCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Your webhooks, newest first; an operator's or admin's: everybody's, or --user's.",
        discussion: "Example: rpcctl webhooks list --user ada")

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let list = try await rpcd.webhooks.listWebhooks(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.userId = userID
            }, options: rpcd.unary)
        try output.list("webhooks", list.webhooks, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            Self.table(list.webhooks)
        }
    }

    static func table(_ webhooks: [Webhook]) -> Table {
        var table = Table([
            .init("ID", .right), .init("URL", givesWay: true), .init("USER", .right), .init("STATUS"),
            .init("DELIVERED", .right), .init("WAITING", .right), .init("DEAD", .right), .init("LOST", .right),
            .init("LAST SUCCESS"),
        ])
        for webhook in webhooks {
            let status = WebhookText.status(webhook)
            table.add([
                .init(webhook.id), .init(webhook.url), .init(webhook.userId), .init(status, StatusPaint.of(status)),
                .init(webhook.delivered), .init(webhook.waiting), .init(webhook.dead), .init(webhook.lost),
                .init(TimeText.seconds(webhook.lastSuccessAt)),
            ])
        }
        return table
    }
}
